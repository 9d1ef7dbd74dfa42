"""The styles of a Word document: which of them hide their text, and which is the title's."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from webapp.importers.office.word_tags import child, element_name, is_on, value

MAX_PARENTS = 20


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids of styles."""

    hidden: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset({"Title"})


def read_styles(root: etree._Element | None) -> Styles:
    """Return what the part `styles` says."""
    if root is None:
        return Styles()
    styles = {value(style, "styleId"): style for style in root if element_name(style) == "style"}
    titles = {name for name, style in styles.items() if value(child(style, "name")).lower() == "title"}
    return Styles(frozenset(name for name in styles if _hides(name, styles)), frozenset(titles or {"Title"}))


def _hides(name: str, styles: Mapping[str, etree._Element]) -> bool:
    """Return whether a style or the nearest of its parents that says so hides its text."""
    for _ in range(MAX_PARENTS):
        style = styles.get(name)
        switch = child(style, "rPr", "vanish")
        if style is None or switch is not None:
            return is_on(switch)
        name = value(child(style, "basedOn"))
    return False
