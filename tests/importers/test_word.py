"""A Word document is read as Word shows it once all changes are accepted."""

from io import BytesIO

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE

from tests.importers.story import HEADLINE, PLAIN
from tests.importers.word_files import archive, box, note, paragraph, run, story_file, table, word_file
from webapp.engine import compare
from webapp.errors import InvalidInput
from webapp.importers.formats import read


def text_of(body: str, **parts: str) -> str:
    return read(word_file(body, **parts), "story.docx").text


def changed(kind: str, content: str) -> str:
    return f"<w:{kind} w:id='1' w:author='A'>{content}</w:{kind}>"


def mark_changed(kind: str) -> str:
    return f"<w:rPr><w:{kind} w:id='1' w:author='A'/></w:rPr>"


def deleted(text: str) -> str:
    return changed("del", f"<w:r><w:delText>{text}</w:delText></w:r>")


def test_a_whole_story_comes_out_as_it_went_in() -> None:
    story = read(story_file(), "story.docx")
    assert story.text == PLAIN
    assert compare(PLAIN, story.text).changes == ()
    assert (story.importer, story.title, story.warnings) == ("docx/1", HEADLINE, ())


def test_a_document_of_another_program_is_read() -> None:
    document = Document()
    document.add_heading("Bridge to close", 0)
    document.add_paragraph("The mayor ").add_run("said no.").bold = True
    document.add_paragraph("no ferries", "List Bullet")
    for cell, text in zip(document.add_table(1, 2).rows[0].cells, ("Lyon", "5"), strict=True):
        cell.text = text
    secret = document.styles.add_style("Secret", WD_STYLE_TYPE.CHARACTER)
    secret.font.hidden = True
    document.add_paragraph("Nobody ").add_run("secretly ", "Secret")
    document.paragraphs[-1].add_run("answered.")
    file = BytesIO()
    document.save(file)
    story = read(file.getvalue(), "story.docx")
    assert story.text == "Bridge to close\n\nThe mayor said no.\n\nno ferries\n\nLyon\t5\n\nNobody answered."
    assert story.title == "Bridge to close"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("He said ", extra=deleted("no") + changed("ins", run("yes"))), "He said yes"),
        (
            paragraph("A", extra=changed("moveFrom", run("B"))) + paragraph("C", extra=changed("moveTo", run("D"))),
            "A\n\nCD",
        ),
        (paragraph("Joined ", mark_changed("del")) + paragraph("again."), "Joined again."),
        (paragraph("Moved ", mark_changed("moveFrom")) + paragraph("away."), "Moved away."),
        (paragraph("Split", mark_changed("ins")) + paragraph("here."), "Split\n\nhere."),
        (f"<w:p><w:pPr>{mark_changed('del')}</w:pPr>{deleted('Gone.')}</w:p>" + paragraph("Left."), "Left."),
    ],
    ids=["deleted and inserted", "moved", "mark deleted", "mark moved", "mark inserted", "paragraph deleted"],
)
def test_tracked_changes_are_accepted(body: str, text: str) -> None:
    assert text_of(body) == text


def test_a_deleted_row_and_a_deleted_cell_are_left_out() -> None:
    rows = table([["Gone", "1"]]).replace("<w:tr>", "<w:tr><w:trPr><w:del w:id='1'/></w:trPr>", 1)
    assert text_of(rows) == ""
    cells = table([["Gone", "Kept"]]).replace("<w:tcPr/>", "<w:tcPr><w:cellDel w:id='1'/></w:tcPr>", 1)
    assert text_of(cells) == "Kept"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "Kept"),
        ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>", ""),
        ("<w:fldSimple w:instr='DATE'>{}</w:fldSimple>", "Kept"),
        ("<w:hyperlink>{}</w:hyperlink>", "Kept"),
        ("<w:smartTag>{}</w:smartTag>", "Kept"),
        (
            "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>か</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>",
            "Kept",
        ),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>IF</w:instrText></w:r>"
            "<w:r><w:t>not</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{}"
            "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
            "Kept",
        ),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",
            "a\tb\nc\u2011d",
        ),
        ("<w:r><w:sym w:char='2192'/><w:t>a</w:t></w:r>", "→a"),
    ],
)
def test_text_inside_other_elements_is_found(content: str, text: str) -> None:
    assert text_of(f"<w:p>{content.format(run('Kept'))}</w:p>") == text


@pytest.mark.parametrize("block", ["<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", "<w:customXml>{}</w:customXml>"])
def test_paragraphs_and_tables_inside_a_content_control_are_found(block: str) -> None:
    assert text_of(block.format(paragraph("One.") + table([["a", "b"]]))) == "One.\n\na\tb"


def test_hidden_text_is_left_out() -> None:
    style = "<w:style w:styleId='S'><w:rPr><w:vanish/></w:rPr></w:style>"
    style += "<w:style w:styleId='T'><w:basedOn w:val='S'/></w:style>"
    runs = [
        run("Seen"),
        run("directly", "<w:vanish/>"),
        run(" and", "<w:vanish w:val='0'/>"),
        run("by style", "<w:rStyle w:val='T'/>"),
        run(" shown"),
    ]
    body = f"<w:p>{''.join(runs)}</w:p>" + paragraph("All.", "<w:pStyle w:val='S'/>")
    assert text_of(body, styles=style) == "Seen and shown"


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    marks = "<w:r><w:endnoteReference w:id='7'/></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
    own = "<w:r><w:footnoteReference w:customMarkFollows='1' w:id='3'/><w:t>*</w:t></w:r>"
    notes = note("footnote", 2, "Second.") + note("footnote", 3, "Third.") + note("footnote", 4, "Unused.")
    body = paragraph("Told", extra=marks + own) + paragraph("End.")
    text = text_of(body, footnotes=notes, endnotes=note("endnote", 7, "First."))
    assert text == "Told\n\nEnd.\n\nFirst.\n\nSecond.\n\nThird."


def test_a_box_stands_once_before_its_paragraph() -> None:
    assert text_of(paragraph("The story.", extra=box(paragraph("In a box.")))) == "In a box.\n\nThe story."


def test_a_table_that_lays_out_a_page_is_read_as_paragraphs() -> None:
    cells = f"<w:tc>{paragraph('One.')}{paragraph('Two.')}</w:tc><w:tc>{paragraph('Three.')}</w:tc>"
    assert text_of(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == "One.\n\nTwo.\n\nThree."


def test_what_cannot_be_carried_is_named() -> None:
    story = read(word_file(paragraph("A.", extra="<w:r><w:sym w:char='F0E0'/></w:r>") + "<w:altChunk/>"), "story.docx")
    assert [warning.partition(" is ")[0].partition(" are ")[0] for warning in story.warnings] == [
        "Signs of a symbol font",
        "A part that was inserted as a file of its own",
    ]


def test_an_archive_without_a_body_is_refused() -> None:
    """BAD_INPUT 35."""
    with pytest.raises(InvalidInput, match=r"story\.docx is not a Word document"):
        read(archive({"[Content_Types].xml": "<Types/>", "word/other.xml": "<a/>"}), "story.docx")
