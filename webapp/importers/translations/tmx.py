"""TMX 1.4, a translation memory: each language is a story, in the order of the units."""

from lxml import etree

from webapp.errors import TooLarge
from webapp.importers.data.xml_file import LANGUAGE, parse_xml, words_of
from webapp.importers.imported import Imported
from webapp.importers.several import MAX_STORIES, join_stories
from webapp.importers.translations.bilingual import Unit, inline_text, is_gone, stories_of

NAME = "tmx/1"

CONTENT = {"hi"}
CODES = {"bpt", "ept", "it", "ph", "ut"}


def read(data: bytes, name: str) -> Imported:
    """Return each language as a story, the source first. Errors: InvalidInput if there is no text; TooLarge."""
    parsed = parse_xml(data, name)
    root = parsed.root
    found = list(root.iter("{*}tu"))
    kept = [unit for unit in found if not _is_gone(unit)]
    units = [_texts(unit) for unit in kept]
    header = next(root.iterchildren("{*}header"), None)
    languages = _languages(units, header.get("srclang", "") if header is not None else "")
    if len(languages) > MAX_STORIES:
        raise TooLarge(f"{name} has {len(languages):,} languages. A file may hold {MAX_STORIES:,} stories.")
    rows = [Unit([unit.get(language.lower(), "") for language in languages]) for unit in units]
    return join_stories(stories_of(rows, languages, len(found) - len(kept)), NAME, name, parsed.warnings)


def _texts(unit: etree._Element) -> dict[str, str]:
    """Return the texts of a unit by their languages in lower case. The first of several in one language counts."""
    texts: dict[str, str] = {}
    for variant in unit.iterchildren("{*}tuv"):
        segment = next(variant.iterchildren("{*}seg"), None)
        if segment is not None:
            language = (variant.get(LANGUAGE, "") or variant.get("lang", "")).strip()
            texts.setdefault(language.lower(), inline_text(segment, CONTENT, CODES))
    return texts


def _languages(units: list[dict[str, str]], source: str) -> list[str]:
    """Return the languages, that of the source first; the source may be written with or without its region."""
    found = list(dict.fromkeys(language for unit in units for language in unit))
    wanted = source.strip().lower()
    return sorted(found, key=lambda each: (each != wanted, each.partition("-")[0] != wanted.partition("-")[0]))


def _is_gone(unit: etree._Element) -> bool:
    return any(is_gone(f"{each.get('type')} {words_of(each)}") for each in unit.iterchildren("{*}prop"))
