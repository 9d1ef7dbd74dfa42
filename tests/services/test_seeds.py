"""A folder with an about.toml becomes a collection; loading it again changes nothing."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from tests.databases import count_rows
from webapp.errors import InvalidInput, TooLarge
from webapp.services import SeedReport, Services, sample_folders

ABOUT = """
[collection]
slug = "two-stories"
title = "Two stories"
base = "one"

[[article]]
file = "one.txt"
title = "Story one"
outlet = "Reuters"
date = 2022-07-20

[[article]]
file = "two.txt"
title = "Story two"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "two-stories"
    folder.mkdir()
    (folder / "about.toml").write_text(ABOUT, encoding="utf-8")
    (folder / "one.txt").write_bytes(b"Story one.\r\n")
    (folder / "two.txt").write_bytes("\ufeffStory two.\n".encode())
    return folder


def test_the_samples_are_loaded_byte_for_byte(services: Services) -> None:
    (samples,) = sample_folders()
    assert services.seed(samples) == SeedReport("un-xinjiang-report-2022", added=5, unchanged=0)
    (collection,) = services.collections()
    assert [card.outlet for card in collection.articles][:2] == ["CTV News", "Unnamed site"]
    assert collection.base_article_id == collection.articles[0].id
    files = {sha256(path.read_bytes()).hexdigest(): path.read_bytes().decode() for path in samples.glob("*.txt")}
    stored = [services.version(card.version_id) for card in collection.articles]
    assert {version.sha256: version.text for version in stored} == files


def test_loading_twice_changes_nothing(services: Services, folder: Path, database_url: str) -> None:
    services.seed(folder)
    before, collections = count_rows(database_url), services.collections()
    assert services.seed(folder) == SeedReport("two-stories", added=0, unchanged=2)
    assert count_rows(database_url) == before
    assert services.collections() == collections


def test_loading_twice_at_once_doubles_nothing(services: Services, folder: Path, database_url: str) -> None:
    """BAD_INPUT 45."""
    with ThreadPoolExecutor(4) as threads:
        reports = list(threads.map(services.seed, [folder] * 4))
    assert sum(report.added for report in reports) == 2
    assert count_rows(database_url)["article"] == count_rows(database_url)["version"] == 2


def test_a_changed_file_becomes_a_new_version_of_its_article(services: Services, folder: Path) -> None:
    services.seed(folder)
    (before,) = services.collections()
    (folder / "two.txt").write_text("Story two, corrected.", encoding="utf-8")
    assert services.seed(folder) == SeedReport("two-stories", added=1, unchanged=1)
    (after,) = services.collections()
    assert [card.id for card in after.articles] == [card.id for card in before.articles]
    assert [card.version_number for card in after.articles] == [1, 2]


def test_a_changed_description_is_taken_over_without_a_new_version(services: Services, folder: Path) -> None:
    services.seed(folder)
    about = ABOUT.replace("Story two", "Story 2").replace('base = "one"', 'base = "two"')
    (folder / "about.toml").write_text(about, encoding="utf-8")
    assert services.seed(folder).added == 0
    (collection,) = services.collections()
    assert [card.title for card in collection.articles] == ["Story one", "Story 2"]
    assert collection.base_article_id == collection.articles[1].id
    assert [card.title for card in services.search_articles("story 2")] == ["Story 2"]


def test_a_file_keeps_its_line_ends_and_loses_only_its_byte_order_mark(services: Services, folder: Path) -> None:
    """BAD_INPUT 37."""
    services.seed(folder)
    texts = {services.version(card.version_id).text for card in services.search_articles()}
    assert texts == {"Story one.\r\n", "Story two.\n"}


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("[collection]", "[collection", "is not TOML"),
        ('title = "Two stories"', "", "collection title: Field required"),
        ('title = "Story two"', "title = 2", "article 2 title: Input should be a valid string"),
        ('title = "Story two"', 'title = "a\\u0000b"', "article 2 title: a NUL cannot be stored"),
        ('title = "Story two"', 'titel = "Story two"', "article 2 title: Field required"),
        ('slug = "two-stories"', 'slug = "../two"', "collection slug: String should match pattern"),
        ('base = "one"', 'base = "three"', "base is 'three', which is the file of no article"),
        ("2022-07-20", '"July"', "article 1 date: Input should be a valid date"),
        ('"two.txt"', '"one.txt"', "two articles have the same file"),
        ('"two.txt"', '"three.txt"', "three.txt cannot be read: No such file"),
        ('"two.txt"', '"../secret.txt"', "'../secret.txt' is not a file of its own folder"),
        ('"two.txt"', '"/etc/hostname"', "'/etc/hostname' is not a file of its own folder"),
        ('"two.txt"', '"link.txt"', "'link.txt' is not a file of its own folder"),
        ('"two.txt"', '"a/two.txt"', "'a/two.txt' is not a file of its own folder"),
    ],
)
def test_a_folder_that_cannot_be_loaded_is_refused_by_name_and_nothing_is_stored(
    services: Services, folder: Path, database_url: str, written: str, instead: str, message: str
) -> None:
    (folder.parent / "secret.txt").write_text("A secret.", encoding="utf-8")
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "about.toml").write_text(ABOUT.replace(written, instead), encoding="utf-8")
    before = count_rows(database_url)
    with pytest.raises(InvalidInput) as refusal:
        services.seed(folder)
    assert message in refusal.value.message
    assert str(folder) in refusal.value.message
    assert count_rows(database_url) == before


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"", InvalidInput, "is empty"),
        (b"%PDF-1.7", InvalidInput, "damaged"),
        (b"x" * 20_001, TooLarge, "20,001 bytes"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name(
    services: Services, folder: Path, data: bytes, error: type[InvalidInput], message: str
) -> None:
    (folder / "two.txt").write_bytes(data)
    with pytest.raises(error, match=f"two.txt .*{message}"):
        services.seed(folder)


def test_a_folder_without_an_about_toml_is_refused(services: Services, folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(InvalidInput, match="about.toml cannot be read"):
        services.seed(folder)
