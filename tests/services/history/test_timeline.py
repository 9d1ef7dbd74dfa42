"""The time line of an article comes from what is kept; what is not kept is compared once, in parts."""

import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.databases import count_rows, execute
from tests.services.history.histories import history
from webapp.engine import compare
from webapp.engine.model import Comparison
from webapp.engine.options import Limits, Options
from webapp.errors import Busy
from webapp.services import Guard, Paste, Services, TimeLine
from webapp.services.history import neighbours
from webapp.settings import Settings
from webapp.storage.database import Database

NINE = "The council met on Monday. Four people came to the meeting. Nobody from the opposition was there."
TEXTS = [NINE, NINE.replace("Four", "Five"), NINE.replace(" Nobody from the opposition was there.", ""), NINE]
START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class Engine:
    """The engine, counting how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def compare(self, old: str, new: str, options: Options | None = None, limits: Limits | None = None) -> Comparison:
        self.asked += 1
        return compare(old, new, options, limits)


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def services(database: Database, tmp_path: Path, engine: Engine) -> Services:
    return Services(database, Settings(data_dir=tmp_path), compare=engine.compare)


def add(services: Services, texts: list[str]) -> int:
    """Add an article whose versions are captured an hour apart; return its id."""
    article = services.add_article(Paste("To be replaced by the history of a story.", title="Council"))
    for hour, text in enumerate(texts):
        services.add_versions(article, Paste(text), START + timedelta(hours=hour))
    return article


def lives(line: TimeLine) -> dict[str, str]:
    return {
        sentence.text: "".join(
            f"{said.words}{said.moment:%H:%M}" if said.moment else said.words for said in sentence.life
        )
        for sentence in line.sentences
    }


def test_each_version_says_what_changed_and_each_sentence_when_it_came_and_went(services: Services) -> None:
    article = services.add_article(Paste(TEXTS[3], title="Council"))
    for hour, text in enumerate(TEXTS[:3]):
        services.add_versions(article, Paste(text), START + timedelta(hours=hour))
    line = services.time_line(article)
    assert [entry.line for entry in line.entries] == [
        "1 sentence added",
        "1 number changed; 1 sentence dropped",
        "1 number changed",
        "",
    ]
    back = f"{line.entries[0].card.captured_at:%H:%M}"
    assert lives(line) == {
        "The council met on Monday.": "since 09:00",
        "Four people came to the meeting.": "since 09:00, gone at 10:00, back at 11:00",
        "Five people came to the meeting.": "10:00 to 11:00",
        "Nobody from the opposition was there.": f"since 09:00, gone at 11:00, back at {back}",
    }


def test_what_is_kept_is_not_compared_again(services: Services, engine: Engine, database: Database) -> None:
    article = add(services, TEXTS)
    first = services.time_line(article)
    asked = engine.asked
    again = Services(database, Settings(data_dir=Path()), compare=engine.compare)
    assert again.time_line(article) == first
    assert engine.asked == asked > 0


def test_what_another_engine_kept_is_compared_anew_and_replaced(
    services: Services, engine: Engine, database: Database, database_url: str
) -> None:
    article = add(services, TEXTS)
    first = services.time_line(article)
    execute(database_url, "UPDATE kept_pair SET form = 'of another engine', data = :data", data=b"")
    rows, asked = count_rows(database_url)["kept_pair"], engine.asked
    again = Services(database, Settings(data_dir=Path()), compare=engine.compare)
    assert again.time_line(article) == first
    assert engine.asked == 2 * asked
    assert count_rows(database_url)["kept_pair"] == rows


def test_one_request_compares_a_part_of_a_long_history_and_the_next_goes_on(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = add(services, history(1).pages())
    monkeypatch.setattr(neighbours, "MAX_WORDS_AT_ONCE", 2_000)
    left = [services.time_line(article).left for _ in range(8)]
    assert left[0] > left[1] >= left[-1] == 0
    assert services.time_line(article).sentences


def test_without_a_place_for_a_computation_the_versions_are_listed(database: Database, tmp_path: Path) -> None:
    class Taken(Guard):
        def work(self) -> None:  # type: ignore[override]
            raise Busy("Every place is taken.", 1)

    article = add(Services(database, Settings(data_dir=tmp_path)), TEXTS)
    line = Services(database, Settings(data_dir=tmp_path), Taken()).time_line(article)
    assert (len(line.entries), line.sentences, line.left > 0) == (5, (), True)


def test_what_is_kept_holds_no_word_of_the_texts(services: Services, database: Database) -> None:
    article = add(services, TEXTS)
    services.time_line(article)
    versions = services.article(article).versions[::-1]
    key = (versions[0].sha256, versions[1].sha256)
    with database.read() as store:
        (data,) = store.kept_pairs.get([key], neighbours.FORM).values()
    kept = zlib.decompress(data)
    assert not any(word.encode() in kept for word in ("council", "people", "meeting", "opposition"))


def test_a_single_version_has_no_sentences_with_lives(services: Services) -> None:
    line = services.time_line(services.add_article(Paste(NINE)))
    assert (len(line.entries), line.sentences, line.left) == (1, (), 0)
