"""Collections made by hand, by their names."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from webapp.errors import InvalidInput, NotFound, TooLarge
from webapp.services import Paste, Selection, Services, sample_folders

ONE, TWO = Paste("The mayor said no.", "Nine"), Paste("The mayor said yes.", "Noon")


def add(services: Services, text: str, collection: str) -> int:
    return services.add_article(Paste(text, collection=collection))


def held(services: Services) -> list[tuple[str, int]]:
    return [(each.title, each.articles) for each in services.collection_names()]


def test_an_article_is_added_to_a_collection_that_is_made_of_its_name(services: Services) -> None:
    first, second = add(services, "One.", " UN  report "), add(services, "Two.", "un Report")
    assert held(services) == [("UN report", 2)]
    slug = services.article(first).article.collection
    assert services.article(second).article.collection_title == "UN report"
    assert [card.id for card in services.search_articles(selection=Selection(slug))] == [second, first]
    assert [card.id for card in services.search_articles("one", selection=Selection(slug))] == [first]
    assert services.search_articles(selection=Selection("another")) == ()


def test_a_text_that_was_there_is_put_into_the_collection_that_it_is_added_with(services: Services) -> None:
    article_id = add(services, "One.", "")
    assert held(services) == []
    assert add(services, "One.", "Council") == article_id
    assert add(services, "One.", "") == article_id
    assert held(services) == [("Council", 1)]


def test_an_article_is_put_into_another_collection_and_out_of_all(services: Services) -> None:
    article_id = add(services, "One.", "Council")
    services.describe(article_id, {"collection": "Mayor"})
    assert held(services) == [("Mayor", 1)]
    services.describe(article_id, {"title": "Still there"})
    assert held(services) == [("Mayor", 1)]
    services.describe(article_id, {"collection": ""})
    assert held(services) == []
    assert services.article(article_id).article.collection is None


def test_a_collection_is_gone_when_its_last_article_is(services: Services) -> None:
    article_id = add(services, "One.", "Council")
    slug = services.collection_names()[0].slug
    services.delete_article(article_id)
    assert services.collection_names() == services.collections() == ()
    with pytest.raises(NotFound):
        services.collection(slug)
    add(services, "Two.", "Council")
    assert services.collection(slug).articles == 1


def test_a_text_that_is_only_held_is_in_no_collection(services: Services) -> None:
    services.choose([Paste("One.", collection="Council"), Paste("Two.", keep=True, collection="Mayor")])
    assert held(services) == [("Mayor", 1)]


def test_a_renamed_collection_keeps_its_slug_and_its_old_name_is_free(services: Services) -> None:
    first = add(services, "One.", "Council")
    slug = services.collection_names()[0].slug
    assert services.rename_collection(slug, "Town council") == slug
    second = add(services, "Two.", "Council")
    assert held(services) == [("Town council", 1), ("Council", 1)]
    assert services.article(first).article.collection != services.article(second).article.collection


def test_a_collection_that_gets_the_name_of_another_becomes_that_one(services: Services) -> None:
    add(services, "One.", "Council")
    add(services, "Two.", "Mayor")
    council, mayor = (each.slug for each in services.collection_names())
    assert services.rename_collection(council, "MAYOR") == mayor
    assert held(services) == [("Mayor", 2)]
    assert services.rename_collection(mayor, "mayor") == mayor
    assert held(services) == [("mayor", 2)]


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("x" * 101, TooLarge, "it has 101 characters, and the limit is 100"),
        ("\0", InvalidInput, "NUL"),
        ("\ud800", InvalidInput, "half of a character"),
        ("…", InvalidInput, "needs a letter or a digit"),
        ("\u200b\u200b", InvalidInput, "needs a letter or a digit"),
    ],
)
def test_what_is_no_name_of_a_collection_is_refused_everywhere_and_nothing_is_stored(
    services: Services, name: str, error: type[InvalidInput], words: str
) -> None:
    article_id = add(services, "One.", "Council")
    slug = services.collection_names()[0].slug
    for refused in (
        lambda: add(services, "Two.", name),
        lambda: services.describe(article_id, {"title": "Another", "collection": name}),
        lambda: services.rename_collection(slug, name),
    ):
        with pytest.raises(error, match=words):
            refused()
    assert held(services) == [("Council", 1)]
    assert [card.title for card in services.search_articles()] == ["One."]


def test_a_collection_needs_a_name(services: Services) -> None:
    add(services, "One.", "Council")
    with pytest.raises(InvalidInput, match="needs a name"):
        services.rename_collection(services.collection_names()[0].slug, "  ")
    with pytest.raises(NotFound):
        services.rename_collection("another\0", "Mayor")


def test_what_is_loaded_from_a_folder_stays_in_its_collection_and_that_keeps_its_name(services: Services) -> None:
    for folder in sample_folders():
        services.seed(folder)
    (samples,) = services.collection_names()
    assert samples.is_loaded
    article_id = services.search_articles()[0].id
    with pytest.raises(InvalidInput, match="stays in it"):
        services.describe(article_id, {"title": "Mine", "collection": "Mayor"})
    services.describe(article_id, {"title": "Mine", "collection": samples.title})
    with pytest.raises(InvalidInput, match="loaded from a folder"):
        services.rename_collection(samples.slug, "Mine")
    added = add(services, "One.", samples.title)
    assert services.article(added).article.collection == samples.slug
    for folder in sample_folders():
        services.seed(folder)
    assert services.collection(samples.slug).articles == samples.articles + 1


def test_names_in_any_script_are_told_apart(services: Services) -> None:
    for number, name in enumerate(("国連", "선거", "Council!", "Council?", "École", "Ecole")):
        add(services, f"Text {number}.", name)
    assert len({each.slug for each in services.collection_names()}) == 6
    add(services, "Another.", "E\u0301COLE")
    assert ("École", 2) in held(services)


def test_two_who_make_a_collection_at_once_make_one(services: Services) -> None:
    start = Barrier(4)

    def join(number: int) -> int:
        start.wait(timeout=30)
        return add(services, f"Text {number}.", "Council")

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(join, range(4)))) == 4
    assert held(services) == [("Council", 4)]
