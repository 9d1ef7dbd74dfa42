"""XLIFF and TMX: each language is a text of its own, without codes, notes and proposals."""

import pytest

from webapp.errors import InvalidInput
from webapp.importers.formats import read
from webapp.importers.imported import Imported

SECOND_SPACE = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'


def first(*units: str, space: str = 'xmlns="urn:oasis:names:tc:xliff:document:1.2"') -> Imported:
    written = "".join(f"<trans-unit id='{number}'>{unit}</trans-unit>" for number, unit in enumerate(units))
    return read(
        f"<?xml version='1.0'?><xliff version='1.2' {space}><file original='a.docx' source-language='en' "
        f"target-language='fr'><header><note>Not text.</note></header><body><group>{written}</group>"
        "</body></file></xliff>".encode(),
        "a.xlf",
    )


def second(*units: str) -> Imported:
    written = "".join(f"<unit id='u{number}'>{unit}</unit>" for number, unit in enumerate(units))
    return read(
        f"<xliff {SECOND_SPACE} version='2.1' srcLang='en' trgLang='fr'><file id='f'><notes><note>N</note></notes>"
        f"<group id='g'>{written}</group></file></xliff>".encode(),
        "a.xlf",
    )


def texts(found: Imported) -> list[str]:
    return [story.text for story in found.stories]


@pytest.mark.parametrize("space", ["", 'xmlns="urn:oasis:names:tc:xliff:document:1.2"'])
def test_source_and_target_are_two_stories_in_their_languages(space: str) -> None:
    found = first(
        "<source>The mayor said no.</source><target>Le maire a dit non.</target><note>Formal.</note>"
        "<alt-trans><target>Le maire refuse.</target></alt-trans>",
        "<source>Nobody came.</source><target state='final'>Personne.</target>",
        space=space,
    )
    assert texts(found) == ["The mayor said no.\n\nNobody came.", "Le maire a dit non.\n\nPersonne."]
    assert [story.language for story in found.stories] == ["en", "fr"]
    assert found.warnings[0].startswith("It holds 2 stories")
    assert len(found.warnings) == 1


def test_segments_of_2_are_joined_to_their_unit() -> None:
    found = second(
        "<notes><note>Formal.</note></notes><segment><source>No. </source><target>Non. </target></segment>"
        "<ignorable><source>\n </source></ignorable><segment><source>Yes.</source><target>Oui.</target></segment>",
        "<segment><source>One.</source><target>Un.</target></segment>"
        "<segment><source>Two.</source><target>Deux.</target></segment>",
    )
    assert [" ".join(text.split()) for text in texts(found)] == ["No. Yes. One. Two.", "Non. Oui. Un. Deux."]
    assert [len(text.split("\n\n")) for text in texts(found)] == [2, 2]


def test_translated_segments_stand_in_their_own_order() -> None:
    found = second(
        "<segment><source>First.</source><target order='2'>Premier.</target></segment>"
        "<segment><source>Second.</source><target order='1'>Deuxième.</target></segment>"
    )
    assert texts(found) == ["First. Second.", "Deuxième. Premier."]


def test_segments_in_scripts_without_spaces_get_none() -> None:
    found = second(
        "<segment><source>No.</source><target>不。</target></segment><segment><source>Yes.</source><target>是。</target></segment>"
    )
    assert texts(found) == ["No. Yes.", "不。是。"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("The <g id='1'>mayor</g> said.", "The mayor said."),
        ("un<x id='1'/>able", "unable"),
        ("One<x id='1' ctype='lb'/>two", "One\ntwo"),
        ("One<x id='1' equiv-text=' '/>two", "One two"),
        ("A <bpt id='1'>&lt;b></bpt>bold<ept id='1'>&lt;/b></ept> word", "A bold word"),
        ("A <ph id='1'>&lt;img alt='<sub>x</sub>'></ph>word", "A word"),
        ("<mrk mtype='seg' mid='1'>One.</mrk> <mrk mtype='seg' mid='2'>Two.</mrk>", "One. Two."),
        ("One\n    two", "One two"),
    ],
)
def test_inline_codes_of_1_2_are_left_out_and_words_stay_whole(inside: str, text: str) -> None:
    assert texts(first(f"<source>{inside}</source>")) == [text]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("The <pc id='1'>mayor</pc> said.", "The mayor said."),
        ("un<ph id='1' equiv='b'/>able", "unable"),
        ("One<ph id='1' type='fmt' subType='xlf:lb'/>two", "One\ntwo"),
        (
            "A <sc id='1'/>bold<ec startRef='1'/> <mrk id='m' type='term'>word</mrk><sm id='s'/><em startRef='s'/>",
            "A bold word",
        ),
        ("A<cp hex='0001'/>b", "A\ufffdb"),
    ],
)
def test_inline_codes_of_2_are_left_out_and_words_stay_whole(inside: str, text: str) -> None:
    assert texts(second(f"<segment><source>{inside}</source></segment>")) == [text]


def test_missing_translations_are_counted() -> None:
    found = first("<source>No.</source><target/>", "<source>Yes.</source>", "<source>So.</source><target>Bon.</target>")
    assert texts(found) == ["No.\n\nYes.\n\nSo.", "Bon."]
    assert found.stories[1].warnings == ("2 of its 3 units have no translation.",)


def test_a_file_without_a_translation_is_its_source_alone() -> None:
    assert texts(first("<source>No.</source>")) == ["No."]


def test_translations_that_are_not_final_are_counted() -> None:
    found = first("<source>No.</source><target state='needs-review-translation'>Non.</target>")
    assert found.stories[1].warnings == ("1 of its 1 translations are not final, as the file marks them.",)
    found = second("<segment state='initial'><source>No.</source><target>Non.</target></segment>")
    assert "1 of its 1 translations are not final" in found.stories[1].warnings[0]


def test_deleted_units_are_left_out_and_counted() -> None:
    found = first(
        "<source>No.</source><target state='x-deleted'>Non.</target>", "<source>Yes.</source><target>Oui.</target>"
    )
    assert texts(found) == ["Yes.", "Oui."]
    assert "1 units that the file marks as deleted or obsolete are left out." in found.stories[0].warnings


def test_what_is_not_to_be_translated_stands_in_both_texts() -> None:
    found = second("<segment><source>No.</source><target>Non.</target></segment>")
    assert texts(found) == ["No.", "Non."]
    written = "<source>Reuters</source></trans-unit><trans-unit id='x' translate='no'><source>AFP</source>"
    assert texts(first(written, "<source>No.</source><target>Non.</target>"))[1] == "AFP\n\nNon."


def tmx(*units: str, source: str = "en-US") -> Imported:
    written = "".join(f"<tu>{unit}</tu>" for unit in units)
    return read(
        f"<?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'tmx14.dtd'><tmx version='1.4'><header srclang='{source}'>"
        f"<note>N</note></header><body>{written}</body></tmx>".encode(),
        "a.tmx",
    )


def tuv(language: str, text: str) -> str:
    return f"<tuv xml:lang='{language}'><note>N</note><prop type='p'>P</prop><seg>{text}</seg></tuv>"


def test_each_language_of_a_memory_is_a_story_the_source_first() -> None:
    found = tmx(
        tuv("fr", "Non, <bpt i='1'>&lt;b></bpt>non<ept i='1'>&lt;/b></ept>.") + tuv("en-us", "No, <hi>no</hi>."),
        tuv("EN-US", "Yes.") + tuv("de", "Ja."),
    )
    assert [(story.language, story.text) for story in found.stories] == [
        ("en-us", "No, no.\n\nYes."),
        ("fr", "Non, non."),
        ("de", "Ja."),
    ]
    assert found.stories[1].warnings == ("1 of its 2 units have no translation.",)


def test_obsolete_units_of_a_memory_are_left_out_and_counted() -> None:
    found = tmx(f"<prop type='x-obsolete'>yes</prop>{tuv('en', 'No.')}", tuv("en", "Yes.") + tuv("fr", "Oui."))
    assert texts(found) == ["Yes.", "Oui."]
    assert "1 units that the file marks as deleted or obsolete are left out." in found.warnings[-1]


@pytest.mark.parametrize(
    "written", ["<xliff version='1.2'/>", "<xliff version='2.0'><file/></xliff>", "<tmx version='1.4'/>"]
)
def test_a_file_without_units_is_refused(written: str) -> None:
    with pytest.raises(InvalidInput, match=r"a\.xlf holds no story"):
        read(written.encode(), "a.xlf")
