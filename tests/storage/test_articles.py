"""Articles are found by the words of their metadata, and read with their newest version."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from webapp.errors import NotFound
from webapp.finding.queries import read_query
from webapp.services.base import index_touched
from webapp.storage.database import Database
from webapp.storage.records import CollectionFile, Description

KNOWN = Description("L’École brûle à 100%", "Le_Monde", "Zoé Łoś", "fr", date(2022, 7, 20), "Straßenfest\nzweite Zeile")
OTHER = Description("Another story", "Reuters")


def add_article(database: Database, description: Description, *bodies: str) -> int:
    with database.write() as store:
        article_id = store.articles.add(description, "paste")
        for body in bodies:
            store.versions.add(article_id, store.texts.add({body: len(body.split())})[body], {}, "paste")
        index_touched(store)
    return article_id


def found(database: Database, query: str, limit: int = 50) -> list[str]:
    asked = read_query(query)
    if asked.finds_nothing:
        return []
    with database.read() as store:
        return [card.title for card in store.listing.find(asked.wanted, limit)]


@pytest.mark.parametrize(
    "query",
    [
        "école",
        "ÉCOLE",
        "e\u0301cole",
        "brûle monde",
        "MONDE BRÛLE",
        "łoś",
        "STRASSENFEST",
        "zeile",
        "100%",
        "le_monde",
        "",
    ],
)
def test_a_search_finds_by_every_word_in_any_case(database: Database, query: str) -> None:
    add_article(database, KNOWN, "Texte.")
    assert found(database, query) == [KNOWN.title]


@pytest.mark.parametrize(
    "query", ["école reuters", "1%0", "l_monde", "lexmonde", "%", "_x", "\\", "'; DROP TABLE text"]
)
def test_a_search_needs_every_word_and_knows_no_wildcards(database: Database, query: str) -> None:
    add_article(database, Description("L’École", "Le Monde"), "Texte.")
    assert found(database, query) == []


def test_the_article_with_the_newest_version_comes_first(database: Database) -> None:
    first = add_article(database, KNOWN, "Un.")
    add_article(database, OTHER, "One.")
    assert found(database, "") == [OTHER.title, KNOWN.title]
    with database.write() as store:
        store.versions.add(first, store.texts.add({"Deux.": 1})["Deux."], {})
    assert found(database, "") == [KNOWN.title, OTHER.title]
    assert found(database, "", limit=1) == [KNOWN.title]


def test_a_card_shows_the_newest_version(database: Database) -> None:
    article_id = add_article(database, KNOWN, "One.", "One two.", "One two three.")
    with database.read() as store:
        card = store.articles.card(article_id)
        versions = store.versions.of_article(article_id)
    assert (card.version_number, card.words, card.version_id) == (3, 3, versions[0].id)
    assert (card.title, card.published, card.origin, card.collection) == (KNOWN.title, KNOWN.published, "paste", None)
    assert [version.words for version in versions] == [3, 2, 1]


def test_an_earlier_text_may_return_as_a_newer_version(database: Database) -> None:
    article_id = add_article(database, OTHER, "One.", "Two.", "Two.", "One.")
    with database.read() as store:
        assert [version.number for version in store.versions.of_article(article_id)] == [3, 2, 1]


@pytest.mark.parametrize("number", [0, -1, 1, 2**31, 2**63 - 1, 2**63, 10**30])
def test_an_id_that_names_nothing_is_not_found(database: Database, number: int) -> None:
    """BAD_INPUT 44."""
    with database.read() as store:
        with pytest.raises(NotFound):
            store.articles.card(number)
        with pytest.raises(NotFound):
            store.versions.get(number)


def test_a_file_of_a_collection_is_one_article(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as store:
        source = CollectionFile(store.collections.ensure("samples", "Samples"), "story.txt")
        store.articles.add(OTHER, "seed", source)
        store.articles.add(KNOWN, "seed", source)


def test_a_version_needs_its_article_and_its_text(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write() as store:
        store.versions.add(7, store.texts.add({"One.": 1})["One."], {})
    article_id = add_article(database, OTHER)
    with pytest.raises(IntegrityError), database.write() as store:
        store.versions.add(article_id, "0" * 64, {})


def test_a_file_is_known_by_its_checksum_if_all_of_it_is_a_kept_article(database: Database) -> None:
    captures = [{"raw_sha256": "whole"}, {"raw_sha256": "part", "part": 1}, {"raw_sha256": "held"}, {}]
    with database.write() as store:
        sha256 = store.texts.add({"One.": 1})["One."]
        kept, part, held, pasted, again = (
            store.articles.add(OTHER, "paste", is_kept=number != 2) for number in range(5)
        )
        for article_id, capture in zip((kept, part, held, pasted, again), [*captures, captures[0]], strict=True):
            store.versions.add(article_id, sha256, capture, "upload")
    with database.read() as store:
        assert store.versions.articles_of_files() == {"whole": kept}
