"""Finding articles, and giving one a newer text."""

import pytest

from tests.databases import count_rows
from webapp.errors import InvalidInput, NotFound, TooLarge
from webapp.services import Paste, Services


def test_a_search_finds_added_articles_newest_first(services: Services) -> None:
    services.add_article(Paste("One.", title="Fire in Geneva"))
    services.add_article(Paste("Two.", title="Geneva talks", outlet="Reuters"))
    assert [card.title for card in services.search_articles("GENEVA")] == ["Geneva talks", "Fire in Geneva"]
    assert [card.title for card in services.search_articles("geneva reuters")] == ["Geneva talks"]
    assert [card.title for card in services.search_articles(limit=1)] == ["Geneva talks"]


@pytest.mark.parametrize("query", ["\0", "\ud800", "Geneva\0"])
def test_a_search_for_what_no_article_can_hold_finds_nothing(services: Services, query: str) -> None:
    """BAD_INPUT 36, 44."""
    services.choose([Paste("One.", title="Geneva")])
    assert list(services.search_articles(query)) == []


def test_a_search_takes_fifty_words_and_says_so(services: Services) -> None:
    """BAD_INPUT 44."""
    assert list(services.search_articles(" ".join(f"w{number}" for number in range(50)))) == []
    with pytest.raises(InvalidInput, match="at most 50 words"):
        services.search_articles(" ".join(f"w{number}" for number in range(10_000)))


def test_an_article_shows_its_versions_newest_first(services: Services) -> None:
    (first,) = services.choose([Paste("At nine.")])
    article_id = services.version(first).article.id
    second = services.add_version(article_id, "At noon.\n")
    page = services.article(article_id)
    assert [version.id for version in page.versions] == [second, first]
    assert (page.article.version_id, page.article.version_number) == (second, 2)
    assert services.version(second).text == "At noon.\n"
    assert services.version(first).text == "At nine."


def test_the_newest_text_again_makes_no_new_version(services: Services, database_url: str) -> None:
    (first,) = services.choose([Paste("At nine.")])
    assert services.add_version(services.version(first).article.id, "At nine.") == first
    assert count_rows(database_url)["version"] == 1


def test_a_version_that_cannot_be_used_leaves_nothing_behind(services: Services, database_url: str) -> None:
    (first,) = services.choose([Paste("At nine.")])
    before = count_rows(database_url)
    for article_id, text, error in [(1, " ", InvalidInput), (1, "x" * 20_001, TooLarge), (99, "Text.", NotFound)]:
        with pytest.raises(error):
            services.add_version(article_id, text)
    assert count_rows(database_url) == before


@pytest.mark.parametrize("number", [0, -1, 99, 2**63, 10**30])
def test_an_id_that_names_nothing_is_not_found(services: Services, number: int) -> None:
    """BAD_INPUT 44."""
    for verb in (services.article, services.version):
        with pytest.raises(NotFound):
            verb(number)
