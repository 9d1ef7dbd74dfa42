"""Articles that share sentences: which are named, with which share, and that two become one."""

import pytest

from webapp.errors import InvalidInput, NotFound
from webapp.services import Paste, Services

SENTENCES = [f"The mayor of town number {number} said that the bridge is closed." for number in range(10)]
OTHERS = [f"A minister of country {number} denied that the border would open." for number in range(10)]


def add(services: Services, *sentences: str, title: str = "") -> int:
    return services.add_article(Paste(" ".join(sentences), title=title))


def named(services: Services, article_id: int) -> list[tuple[int, float, float]]:
    return [(near.article.id, near.share, near.of_other) for near in services.relatives(article_id)]


def test_the_share_is_counted_over_the_sentences_of_both(services: Services) -> None:
    whole = add(services, *SENTENCES)
    add(services, *OTHERS)
    half = add(services, *SENTENCES[:4], OTHERS[0])
    assert named(services, half) == [(whole, 0.8, 0.4)]
    assert named(services, whole) == [(half, 0.4, 0.8)]


def test_marks_case_and_accents_make_no_other_sentence(services: Services) -> None:
    first = add(services, "L’école de Genève a été fermée hier.", "Il était tard, dit le maire.")
    second = add(services, "L'ECOLE DE GENEVE A ETE FERMEE HIER!", "Il était tard – dit le maire.")
    assert named(services, second) == [(first, 1.0, 1.0)]


def test_the_nearest_comes_first_and_one_common_sentence_makes_no_relative(services: Services) -> None:
    far = add(services, *SENTENCES[:5], *OTHERS[:5])
    near = add(services, *SENTENCES[:9], OTHERS[9])
    add(services, SENTENCES[0], *OTHERS[5:9])
    assert [article_id for article_id, _, _ in named(services, add(services, *SENTENCES))] == [near, far]


def test_short_sentences_do_not_count(services: Services) -> None:
    add(services, "Read more here.", "By Anna Smith.", OTHERS[0])
    assert named(services, add(services, "Read more here.", "By Anna Smith.", SENTENCES[0])) == []


def test_what_is_not_kept_has_relatives_and_is_none(services: Services) -> None:
    kept = add(services, *SENTENCES)
    draft, _ = services.choose([Paste(" ".join(SENTENCES[:8])), Paste("Another.")])
    assert named(services, services.version(draft).article.id) == [(kept, 1.0, 0.8)]
    assert named(services, kept) == []


def test_a_deleted_article_is_no_relative(services: Services) -> None:
    first, second = add(services, *SENTENCES), add(services, *SENTENCES[1:])
    services.delete_article(first)
    assert named(services, second) == []


def test_a_sentence_of_a_whole_outlet_hides_no_relative(services: Services) -> None:
    boilerplate = "You can follow all our stories of the day in our app."
    services.add_articles(
        [Paste(f"Story {number} is told here for the first time. {boilerplate}") for number in range(250)]
    )
    first = add(services, *SENTENCES, boilerplate)
    assert [article_id for article_id, _, _ in named(services, add(services, *SENTENCES[:6], boilerplate))] == [first]


def test_an_article_becomes_a_version_of_another(services: Services) -> None:
    first, second = add(services, *SENTENCES, title="Nine"), add(services, *SENTENCES[1:], title="Noon")
    assert services.join_articles(second, first) == first
    page = services.article(first)
    assert [services.version(version.id).text for version in page.versions] == [
        " ".join(SENTENCES[1:]),
        " ".join(SENTENCES),
    ]
    assert [card.title for card in services.search_articles('"town number 9"')] == ["Nine"]
    with pytest.raises(NotFound):
        services.article(second)


def test_an_article_becomes_no_version_of_itself_or_of_nothing(services: Services) -> None:
    first = add(services, *SENTENCES)
    with pytest.raises(InvalidInput, match="version of itself"):
        services.join_articles(first, first)
    with pytest.raises(NotFound):
        services.join_articles(first, 999)
    assert services.article(first).article.id == first
