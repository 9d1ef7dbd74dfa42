"""Tables of stories (CSV, TSV), as content management systems export them: each row is a story."""

import codecs
import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO

import pytest

from tests.importers.story import PLAIN
from webapp.errors import InvalidInput, TooLarge
from webapp.exporters.table import HEAD
from webapp.importers.formats import find_format, read
from webapp.importers.imported import KnownStory
from webapp.importers.process.reader import Reader
from webapp.importers.tables.rows import MAX_HEAD_CHARS
from webapp.importers.tables.stories import MAX_COLUMNS, MAX_ROWS

NO = ("Mayor says no", "The mayor said no.")
YES = ("Mayor says yes", "The mayor said yes.")
SIMPLE = [("title", "body"), NO, YES]


def table(rows: Sequence[Sequence[str]], separator: str = ",", line_end: str = "\r\n") -> str:
    file = StringIO(newline="")
    csv.writer(file, delimiter=separator, lineterminator=line_end).writerows(rows)
    return file.getvalue()


def is_table(text: str) -> bool:
    return find_format(text.encode(), "a.csv").place.endswith("tables.stories:read")


def texts(data: bytes) -> list[str]:
    return [story.text for story in read(data, "a.csv").stories]


def test_a_row_is_a_story_with_what_its_columns_say_of_it() -> None:
    head = ("ID", "Title", "Subtitle", "Body", "Published", "Author", "Language", "URL", "Outlet")
    body = "<p>The mayor said <b>no</b>.</p><p>Nobody came.</p>"
    row = ("7", "AT&amp;T leaves", "A hall", body, "2026-05-03 10:00", "Ann", "en", "https://a.example/no", "The Daily")
    (story,) = read(table([head, row]).encode(), "a.csv").stories
    assert story == KnownStory(
        "AT&T leaves\n\nA hall\n\nThe mayor said no.\n\nNobody came.",
        title="AT&T leaves",
        byline="Ann",
        outlet="The Daily",
        language="en",
        published=date(2026, 5, 3),
        address="https://a.example/no",
    )


@pytest.mark.parametrize(
    "head",
    [
        "post_title,post_content,post_date,post_author",  # WordPress
        "Title,Content,Date,Author Username",  # WordPress, by WP All Export
        "title,body_value,created,name_of_author",  # Drupal
        "title,html,published_at,authors",  # Ghost
        "Überschrift,Inhalt,Datum,Autorin",
        "Titre,Texte,Date de publication,Auteur",
        "Título,Contenido,Fecha,Autora",
        "Manchete,Conteúdo,Publicado em,Autor",
    ],
)
def test_columns_are_known_by_their_names_in_five_languages_and_three_systems(head: str) -> None:
    (story,) = read(f"{head}\nNo,He said no.,3.5.2026,Ann\n".encode(), "a.csv").stories
    assert (story.title, story.text, story.published) == ("No", "No\n\nHe said no.", date(2026, 5, 3))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_separators_quotation_marks_and_line_ends_within_cells_are_read_as_in_rfc_4180(
    separator: str, line_end: str
) -> None:
    body = f'He said "no{separator} never".\n\nNobody\ncame.'
    data = table([("title", "body"), ("No", body), YES], separator, line_end).encode()
    assert texts(data) == [f"No\n\n{body}", "Mayor says yes\n\nThe mayor said yes."]


def test_a_line_that_names_the_separator_to_a_spreadsheet_is_left_out() -> None:
    assert len(texts(f"sep=;\r\n{table(SIMPLE, ';')}".encode())) == 2


@pytest.mark.parametrize(
    "data",
    [
        table([("Título", "Texto"), ("Não", "Ele disse não."), YES], "\t").encode("utf-16"),
        codecs.BOM_UTF8 + table([("Título", "Texto"), ("Não", "Ele disse não."), YES]).encode(),
        table([("Título", "Texto"), ("Não", "Ele disse não."), YES], ";").encode("cp1252"),
    ],
    ids=["utf-16 of a spreadsheet", "utf-8 with a mark", "windows-1252"],
)
def test_encodings_are_read_as_those_of_plain_text(data: bytes) -> None:
    assert texts(data) == ["Não\n\nEle disse não.", "Mayor says yes\n\nThe mayor said yes."]


def test_an_encoding_that_was_guessed_is_said_of_each_story() -> None:
    found = read(table([("Título", "Texto"), ("Não", "Ele disse não."), YES], ";").encode("cp1252"), "a.csv")
    assert all("It was read as Windows-1252" in story.warnings[0] for story in found.stories)


def test_the_invented_story_comes_out_as_it_went_in() -> None:
    assert texts(table([("title", "body"), ("", PLAIN), NO]).encode())[0] == PLAIN


def test_an_empty_line_in_a_page_of_wordpress_begins_a_paragraph() -> None:
    rows = [("post_title", "post_content"), ("", "He said <b>no</b>.\n\nNobody &amp; nothing came."), NO]
    assert texts(table(rows).encode())[0] == "He said no.\n\nNobody & nothing came."


def test_a_story_has_the_first_of_its_bodies_that_is_not_empty() -> None:
    rows = [("title", "plaintext", "html"), ("A", "One.", "<p>One, as a page.</p>"), ("B", "Two.", "")]
    assert texts(table(rows).encode()) == ["A\n\nOne, as a page.", "B\n\nTwo."]


def test_rows_without_a_text_are_counted_and_empty_lines_are_not() -> None:
    found = read(f"{table([*SIMPLE, ('Draft', '')])}\r\n,\r\n".encode(), "a.csv")
    assert len(found.stories) == 2
    assert found.stories[0].warnings == ("Rows without a text are left out: 1.",)


def test_a_row_with_another_number_of_cells_is_read_with_a_warning() -> None:
    found = read((table([*SIMPLE, NO]) + "Yes,He said yes, twice.\r\n").encode(), "a.csv")
    assert found.stories[-1].text == "Yes\n\nHe said yes"
    assert found.stories[-1].warnings == (
        "Its row has 3 cells and the head 2: what stands in it may be under the wrong name.",
    )


def test_a_number_of_seconds_is_a_date() -> None:
    (story,) = read(b"title,body,created\nNo,He said no.,1777802400\n", "a.csv").stories
    assert story.published == date(2026, 5, 3)


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("https://a.example")', "@SUM(1)", "+1", "'=1"])
def test_a_formula_is_a_text_like_any_other(cell: str) -> None:
    """BAD_INPUT 24."""
    assert texts(table([("title", "body"), ("", cell), NO]).encode())[0] == cell


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who said no, left.\nNobody, he said, came.\n",
        "Title, body\n\nThe mayor said no.\nNobody came, he said.\n",  # most lines have no such number of cells
        "Text, date\n",
        "title,body",
        "name,body\nNo,He said no.\n",  # nothing tells the rows apart
        "title,date\nNo,2026-05-03\n",
        '"title","body"\n"No","He said',
        f"{','.join(HEAD)}\nc1,replace,high,number,story,300,500,He said 300.,He said 500.\n",
        f"title,{'x' * MAX_HEAD_CHARS},body\nNo,,He said no.\n",
        "|title|body|\n",
        "",
        ",",
    ],
)
def test_other_texts_stay_plain_text(text: str) -> None:
    assert not is_table(text)
    assert find_format(text.encode(), "a.csv").is_simple


def test_a_quotation_mark_that_stays_open_is_refused_by_its_row() -> None:
    with pytest.raises(InvalidInput, match=r"a\.csv is damaged .*: row 4 opens a quotation mark that is never closed"):
        read((table(SIMPLE) + 'No,"He said\r\nYes,He said').encode(), "a.csv")


def test_a_nul_is_replaced_visibly() -> None:
    assert texts(table([("title", "body"), ("", "no\0"), YES]).encode())[0] == "no\ufffd"


def test_columns_are_limited() -> None:
    head = ["title", "body", *("x" for _ in range(MAX_COLUMNS))]
    with pytest.raises(TooLarge, match=r"a\.csv has 1,002 columns, and Stet reads tables with up to 1,000\."):
        read(table([head, [*NO, *head[2:]], [*YES, *head[2:]]]).encode(), "a.csv")


def test_rows_are_limited_and_those_without_a_text_do_not_count() -> None:
    rows = [("title", "body"), *((str(number), f"Story {number}.") for number in range(501)), *[("a", "")] * 1_000]
    with pytest.raises(TooLarge, match=r"a\.csv holds more than 500 stories"):
        read(table(rows).encode(), "a.csv")
    assert len(read(table([rows[0], *rows[2:]]).encode(), "a.csv").stories) == 500


def test_rows_that_are_empty_are_limited_too() -> None:
    with pytest.raises(TooLarge, match=r"a\.csv has more than 100,000 rows"):
        read((table(SIMPLE) + "\n" * MAX_ROWS).encode(), "a.csv")


@pytest.mark.parametrize(
    "data",
    [
        b"title,body\n" + b"," * 9_000_000,
        b"title,body\n" + b"a,b\n" * 2_000_000,
        b"title,body\nNo,He said no.\n" + b",\n" * 4_000_000,
        b"title,body\nNo," + b'""' * 4_000_000 + b"\n",
        b'title,body\nNo,"' + b"a" * 9_000_000 + b'"\n',
        b'title,body\nNo,He said no.\nYes,"' + b'a"",\n' * 1_500_000,
        b"title,body\nNo," + b"<b>" * 3_000_000 + b"\n",
    ],
    ids=["columns", "rows", "empty rows", "quotation marks", "a long cell", "an open cell", "tags"],
)
def test_a_hostile_table_ends_in_a_story_or_a_refusal_within_the_limits(data: bytes) -> None:
    with Reader() as reader:
        try:
            assert reader.read(data, "a.csv").text
        except InvalidInput as refusal:
            assert refusal.message.startswith("a.csv")
