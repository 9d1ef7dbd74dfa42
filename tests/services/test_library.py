"""Articles are described anew and deleted; links that were made of them keep what they froze."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from tests.databases import count_rows, execute
from webapp.engine import Options
from webapp.errors import InvalidInput, NotFound, TooLarge
from webapp.services import Paste, Services, sample_folders

OLD, NEW = Paste("The mayor said no.", "Nine"), Paste("The mayor said yes.", "Noon")


@pytest.fixture
def ids(services: Services) -> list[int]:
    return [services.add_article(paste) for paste in (OLD, NEW)]


def link_of(services: Services, ids: list[int]) -> str:
    versions = [services.article(article_id).article.version_id for article_id in ids]
    return services.share(versions, Options()).permalink.public_id


def test_an_article_gets_what_is_said_of_it_and_keeps_the_rest(services: Services, ids: list[int]) -> None:
    services.describe(ids[0], {"title": " Ten ", "outlet": "The Gazette", "published": "2026-11-02"})
    services.describe(ids[0], {"language": "fr"})
    card = services.article(ids[0]).article
    assert (card.title, card.outlet, card.published, card.language) == ("Ten", "The Gazette", date(2026, 11, 2), "fr")
    assert [found.id for found in services.search_articles("ten gazette")] == [ids[0]]
    services.describe(ids[0], {"published": ""})
    assert services.article(ids[0]).article.published is None


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"title": " "}, InvalidInput),
        ({"title": "x" * 301}, TooLarge),
        ({"outlet": "\0"}, InvalidInput),
        ({"language": "\ud800"}, InvalidInput),
        ({"published": "yesterday"}, InvalidInput),
    ],
)
def test_what_cannot_be_said_of_an_article_is_refused_beside_its_field(
    services: Services, ids: list[int], said: dict[str, str], error: type[InvalidInput]
) -> None:
    """BAD_INPUT 36."""
    before = services.article(ids[0])
    with pytest.raises(error) as refusal:
        services.describe(ids[0], {"outlet": "Another", **said})
    assert [refusal.value.field] == list(said)
    assert services.article(ids[0]) == before


def test_a_link_shows_what_it_was_made_with_and_says_what_is_different_today(
    services: Services, ids: list[int]
) -> None:
    public_id = link_of(services, ids)
    services.describe(ids[0], {"title": "Ten"})
    permalink = services.permalink(public_id)
    assert permalink.old.article.title == "Nine"
    assert permalink.old_today and permalink.old_today.title == "Ten"
    assert services.verify(public_id).holds


def test_a_deleted_article_is_gone_with_its_versions_and_texts(
    services: Services, ids: list[int], database_url: str
) -> None:
    services.add_version(ids[0], "The mayor said never.")
    services.delete_article(ids[0])
    with pytest.raises(NotFound):
        services.article(ids[0])
    rows = count_rows(database_url)
    assert (rows["article"], rows["version"], rows["text"]) == (1, 1, 1)


def test_links_keep_the_text_of_a_deleted_article_and_it_goes_with_the_last_of_them(
    services: Services, ids: list[int], database_url: str
) -> None:
    links = [link_of(services, ids) for _ in range(2)]
    services.add_version(ids[0], "The mayor said never.")
    assert services.article(ids[0]).links == 2
    before = [services.result_json(link) for link in links]
    services.delete_article(ids[0])
    assert [card.id for card in services.search_articles("")] == [ids[1]]
    assert [services.result_json(link) for link in links] == before
    assert all(services.verify(link).holds for link in links)
    assert execute(database_url, "SELECT body FROM text WHERE body LIKE '%never%'") == []
    for link in links:
        services.withdraw(link)
    assert count_rows(database_url)["article"] == 1


def test_the_base_of_a_collection_can_be_deleted_and_comes_back_with_its_collection(services: Services) -> None:
    folder = sample_folders()[0]
    services.seed(folder)
    (collection,) = services.collections()
    services.delete_article(collection.base_article_id)
    (after,) = services.collections()
    assert (after.base_article_id, len(after.articles)) == (None, len(collection.articles) - 1)
    services.seed(folder)
    (again,) = services.collections()
    assert len(again.articles) == len(collection.articles)


def test_of_many_who_delete_an_article_at_once_one_is_told_that_it_did(
    services: Services, ids: list[int], database_url: str
) -> None:
    """BAD_INPUT 45."""
    barrier = Barrier(4)

    def delete(_: int) -> str:
        barrier.wait()
        try:
            services.delete_article(ids[0])
        except NotFound:
            return "gone"
        return "deleted"

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(delete, range(4))) == ["deleted", "gone", "gone", "gone"]
    assert count_rows(database_url)["article"] == 1


def test_who_shares_an_article_while_it_is_deleted_gets_a_whole_link_or_none(
    services: Services, database_url: str
) -> None:
    """BAD_INPUT 45."""
    for _ in range(10):
        ids = [services.add_article(paste) for paste in (OLD, NEW)]
        versions = [services.article(article_id).article.version_id for article_id in ids]
        barrier = Barrier(2)

        def share(versions: list[int] = versions, barrier: Barrier = barrier) -> str | None:
            barrier.wait()
            try:
                return services.share(versions, Options()).permalink.public_id
            except NotFound:
                return None

        def delete(article_id: int = ids[0], barrier: Barrier = barrier) -> None:
            barrier.wait()
            services.delete_article(article_id)

        with ThreadPoolExecutor(2) as pool:
            made, deleted = pool.submit(share), pool.submit(delete)
            deleted.result()
        link = made.result()
        if link:
            assert services.verify(link).holds
            services.withdraw(link)
        services.delete_article(ids[1])
        assert count_rows(database_url)["text"] == 0
