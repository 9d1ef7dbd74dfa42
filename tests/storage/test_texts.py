"""Texts are stored exactly and once."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from threading import Barrier

import pytest

from tests.databases import count_rows
from webapp.storage.database import Database
from webapp.storage.records import Description

WRITERS = 6
HARD_TEXTS = {
    "emoji with modifiers": "👩🏽‍🚒 said: 👍🏿, 🏳️‍🌈 and 🇺🇳.",
    "combining marks": "e\u0301tude, \u0301 alone, Z\u0351\u036f\u0315algo",
    "composed and decomposed": "\u00e9 is not e\u0301",
    "crlf": "One line.\r\nAnother.\r\n",
    "cr": "One line.\rAnother.\r",
    "mixed line ends": "\r\n\n\r\u2028\u2029\u0085\x0b\x0c",
    "arabic": "قال المتحدث: «لا تعليق».",
    "hebrew": "הדובר אמר: ״אין תגובה״.",
    "thai": "โฆษกกล่าวว่าไม่มีความเห็น",
    "chinese": "发言人表示：“不予置评。”𠮷",
    "japanese": "報道官は「コメントしない」と述べた。",
    "controls": "".join(chr(code) for code in range(1, 32)) + "\x7f\x80\x9f",
    "bidi and zero width": "\u202eabc\u202c\u2066x\u2069\u200b\u200d\ufeff",
    "non-characters": "\ufffe\uffff\U0010ffff",
    "space around": "  \t A line. \n\n ",
}


@pytest.mark.parametrize("body", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_a_text_is_returned_character_by_character(database: Database, body: str) -> None:
    """BAD_INPUT 37."""
    with database.write() as store:
        digest = store.texts.add({body: 1})[body]
        article_id = store.articles.add(Description(title=body, note=body), "paste")
        version_id = store.versions.add(article_id, digest, {"note": body}).id
    with database.read() as store:
        version = store.versions.get(version_id)
    assert version.text == body
    assert version.sha256 == sha256(body.encode()).hexdigest()
    assert version.article.title == version.article.note == body


def test_a_text_is_kept_once_however_often_it_is_added(database: Database, database_url: str) -> None:
    for _ in range(2):
        with database.write() as store:
            store.texts.add({"A story.": 2})
    assert count_rows(database_url)["text"] == 1


def test_texts_that_differ_in_one_invisible_character_are_two(database: Database, database_url: str) -> None:
    with database.write() as store:
        store.texts.add({"A story.": 2, "A story.\r": 2})
    assert count_rows(database_url)["text"] == 2


def test_writers_of_the_same_texts_in_any_order_neither_fail_nor_double_them(
    database: Database, database_url: str
) -> None:
    """BAD_INPUT 45."""
    bodies = ["One story.", "Another story.", "A third story."]
    barrier = Barrier(WRITERS)

    def add_texts(turn: int) -> None:
        barrier.wait()
        with database.write() as store:
            store.texts.add(dict.fromkeys(bodies if turn % 2 else bodies[::-1], 2))

    with ThreadPoolExecutor(WRITERS) as threads:
        list(threads.map(add_texts, range(WRITERS)))
    assert count_rows(database_url)["text"] == len(bodies)
