"""Articles are found by the words of their texts, on either database alike."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.databases import count_rows
from tests.storage.old_databases import fill, make_old_database
from webapp.finding.words import terms_of, words_of
from webapp.services import Paste, Selection, Services
from webapp.services.finding import ALL
from webapp.settings import Settings
from webapp.storage.database import Database
from webapp.storage.records import Description

LANGUAGES = sorted((Path(__file__).parents[1] / "languages").glob("*.toml"))
TEXT = "The river rose by 3.50 metres. “We fined the bank,” the mayor of Łódź said."


def found(services: Services, query: str, selection: Selection = ALL) -> list[str]:
    return [card.title for card in services.search_articles(query, selection=selection)]


@pytest.mark.parametrize(
    "query",
    ["mayor", "MAYOR lodz", '"fined the bank"', "fin", "3.50", "gazette flood", "anna metres", '"mayor of lodz" river'],
)
def test_an_article_is_found_by_its_text_and_its_description(services: Services, query: str) -> None:
    services.add_article(Paste(TEXT, "Floods", "The Gazette", byline="Anna Smith"))
    services.add_article(Paste("Another one.", "Other"))
    assert found(services, query) == ["Floods"]


@pytest.mark.parametrize("query", ['"the fined bank"', '"gazette anna"', '"floods the"', "ine", "mayor other"])
def test_every_word_and_phrase_must_be_there(services: Services, query: str) -> None:
    services.add_article(Paste(TEXT, "Floods", "The Gazette", byline="Anna Smith"))
    assert found(services, query) == []


@pytest.mark.parametrize(
    "query",
    [
        "'",
        '"',
        "\\",
        "a'b\"c",
        "NEAR(a b)",
        "mayor AND",
        "terms:mayor",
        "mayor*",
        "^mayor",
        "a <-> b",
        "!a",
        "x" * 10_000,
    ],
)
def test_what_a_database_takes_for_an_operator_is_none(services: Services, query: str) -> None:
    services.add_article(Paste(TEXT, "Floods"))
    assert found(services, query) in ([], ["Floods"])


def test_words_of_every_language_are_found(services: Services) -> None:
    """Each word of a text finds it, alone; and no word finds a text that does not have it."""
    texts = {path.stem: tomllib.loads(path.read_text(encoding="utf-8"))["text"] for path in LANGUAGES}
    services.add_articles([Paste(text, title=language) for language, text in texts.items()])
    terms = {language: {language, *terms_of(text)} for language, text in texts.items()}
    for language, text in texts.items():
        word = max(words_of(text), key=lambda word: word.end - word.start)
        written = text[word.start : word.end]
        sought = terms_of(written)
        assert set(found(services, f"{written} ")) == {
            other for other in texts if all(term in terms[other] for term in sought)
        }, written
        assert language in found(services, f"{written} ")


def test_the_newest_version_is_found_and_the_older_one_no_more(services: Services) -> None:
    article_id = services.add_article(Paste("At nine the mayor denied it.", "A story"))
    services.add_version(article_id, "At noon the mayor admitted it.")
    assert found(services, "admitted") == ["A story"]
    assert found(services, "denied") == []


def test_an_article_is_found_by_what_is_said_of_it_now(services: Services) -> None:
    article_id = services.add_article(Paste("At nine.", "Geneva"))
    services.describe(article_id, {"title": "Lyon", "outlet": "Reuters"})
    assert found(services, "geneva") == []
    assert found(services, "lyon reuters nine") == ["Lyon"]


def test_what_is_not_kept_is_never_found_until_it_is(services: Services) -> None:
    draft = Paste("A secret draft.", "Draft")
    services.choose([draft, Paste("Another.", "Other")])
    assert found(services, "secret") == []
    services.add_article(draft)
    assert found(services, "secret") == ["Draft"]


def test_what_is_deleted_is_found_no_more_and_leaves_nothing(services: Services, database_url: str) -> None:
    article_id = services.add_article(Paste(TEXT, "Floods"))
    services.delete_article(article_id)
    assert found(services, "mayor") == []
    rows = count_rows(database_url)
    assert (rows["indexed"], rows["sentence"], rows["words"]) == (0, 0, 0)


def test_a_failure_leaves_no_entry(services: Services, database: Database, database_url: str) -> None:
    services.add_article(Paste("One.", "One"))
    before = count_rows(database_url)
    with pytest.raises(ZeroDivisionError), services._write() as store:
        article_id = store.articles.add(Description("Two"), "paste")
        store.versions.add(article_id, store.texts.add({"Two.": 1})["Two."], {}, "paste")
        raise ZeroDivisionError
    assert count_rows(database_url) == before


def test_a_library_of_an_earlier_stet_is_put_into_the_index_bit_by_bit(
    database_url: str, small_settings: Settings
) -> None:
    make_old_database(database_url, "0002")
    fill(database_url)
    database = Database(database_url)
    database.migrate()
    services = Services(database, small_settings)
    assert found(services, "body") == []
    assert next(services.index_missing()) == 2  # interrupted before anything is done
    assert list(services.index_missing()) == [2, 0]
    assert list(services.index_missing()) == [0]
    assert found(services, "body") == ["Title 2", "Title 1"]
    assert found(services, '"body 1"') == ["Title 1"]
    database.close()


@pytest.mark.parametrize(
    ("selection", "titles"),
    [
        (Selection(outlet="the GAZETTE"), ["Old", "New"]),
        (Selection(outlet="Nobody"), []),
        (Selection(since=date(2026, 11, 2)), ["New"]),
        (Selection(until=date(2026, 11, 1)), ["Old"]),
        (Selection(language="PT"), ["Old", "New"]),
        (Selection(language="pt-br"), ["New"]),
        (Selection(language="p"), []),
        (Selection(language="%"), []),
        (Selection(outlet="\0"), []),
        (Selection(outlet="The Gazette", until=date(2026, 11, 1), language="pt"), ["Old"]),
    ],
)
def test_a_filter_leaves_out_what_does_not_pass(services: Services, selection: Selection, titles: list[str]) -> None:
    services.add_article(Paste("The mayor spoke.", "New", "The Gazette", language="pt-BR", published=date(2026, 11, 2)))
    services.add_article(Paste("The mayor met.", "Old", "the gazette", language="pt", published=date(2026, 11, 1)))
    services.add_article(Paste("The mayor left.", "Undated", "Other", language="en"))
    assert found(services, "", selection) == titles
    assert found(services, "mayor", selection) == titles
    assert found(services, "nobody", selection) == []


def test_a_list_goes_on_behind_its_last_article(services: Services) -> None:
    services.add_articles([Paste(f"The mayor of {number}.", f"Story {number}") for number in range(5)])
    first = services.find_articles("mayor", limit=2)
    rest = services.find_articles("mayor", before=first[-1].article.version_id)
    assert [each.article.title for each in (*first, *rest)] == [f"Story {number}" for number in (4, 3, 2, 1, 0)]


def test_the_sentence_that_was_found_is_given(services: Services) -> None:
    services.add_article(Paste(TEXT, "Floods"))
    (each,) = services.find_articles("mayor")
    assert [part.text for part in each.passage if part.is_marked] == ["mayor"]
    assert services.find_articles("floods")[0].passage == ()
    assert services.find_articles()[0].passage == ()
