"""Word documents (.docx): the text as Word shows it once all tracked changes are accepted."""

from posixpath import dirname, join, normpath

from lxml import etree

from webapp.errors import InvalidInput
from webapp.importers.blocks import join_blocks
from webapp.importers.imported import Imported
from webapp.importers.office.packages import Package
from webapp.importers.office.word_body import Body
from webapp.importers.office.word_styles import read_styles
from webapp.importers.office.word_tags import child, element_name, value

NAME = "docx/1"

NOTES = ("footnote", "endnote")


def read(data: bytes, name: str) -> Imported:
    """Return the story in a Word document. Errors: InvalidInput, TooLarge."""
    package = Package(data, name)
    main = _target(package, "", "officeDocument") or "word/document.xml"
    root = package.xml(main)
    body = child(root, "body") if root is not None else None
    if body is None:
        raise InvalidInput(f"{name} is not a Word document, although its name or its parts say so.")
    styles = read_styles(package.xml(_target(package, main, "styles") or "word/styles.xml"))
    walk = Body(name, styles, {kind: _notes(package, main, kind) for kind in NOTES})
    blocks = walk.blocks(body)
    return Imported(join_blocks([*blocks, *walk.notes()]), NAME, title=walk.title, warnings=walk.warnings)


def _notes(package: Package, main: str, kind: str) -> dict[str, etree._Element]:
    """Return the notes of a kind by their ids."""
    root = package.xml(_target(package, main, f"{kind}s") or f"word/{kind}s.xml")
    return {value(note, "id"): note for note in root if element_name(note) == kind} if root is not None else {}


def _target(package: Package, part: str, kind: str) -> str:
    """Return the part that another one calls its styles, footnotes and so on; "" if it names none."""
    root = package.xml(join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels"))
    for link in root if root is not None else ():
        if link.get("Type", "").endswith(f"/{kind}"):
            return normpath(join(dirname(part), link.get("Target", ""))).lstrip("/")
    return ""
