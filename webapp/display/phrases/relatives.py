"""The words about articles that share sentences."""

from webapp.display.phrases.figures import percent


def shared_sentences(share: float, of_other: float) -> str:
    """Return how many of an article's sentences stand in another one; of that one too, if it is the shorter one.

    >>> shared_sentences(0.83, 0.8), shared_sentences(0.2, 1.0)
    ('shares 83\\xa0% of its sentences', 'shares 20\\xa0% of its sentences, 100\\xa0% of those there,')
    """
    words = f"shares {percent(share)} of its sentences"
    return f"{words}, {percent(of_other)} of those there," if of_other > share else words


def related_to(share: float, of_other: float, title: str, article_id: int) -> str:
    """Return that an article shares sentences with another one, which is named."""
    return f"{shared_sentences(share, of_other)} with {title} (article {article_id})"
