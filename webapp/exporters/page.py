"""A web page in one file: it opens from a disk and loads nothing from elsewhere.

The macros of the pages draw its text, so a change looks as it does on the page of a link.
"""

from webapp.display.phrases.files import ROLES, figures, made_by
from webapp.display.phrases.verdict import verdict_text
from webapp.display.rows import inline
from webapp.display.rows.stretches import stretches
from webapp.exporters.model import Sheet
from webapp.render.environment import draw
from webapp.render.styles import style_element

SHEETS = ("tokens", "base", "marks", "rows", "file")


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    comparison = sheet.comparison
    sides = zip(ROLES, (sheet.old, sheet.new), (comparison.old, comparison.new), strict=True)
    page = draw(
        "base_file.html",
        sheet=sheet,
        style=style_element(SHEETS),
        sides=tuple(sides),
        languages={"old": sheet.old.language, "new": sheet.new.language},
        stretches=stretches(inline.rows(comparison), comparison),
        verdict=verdict_text(comparison),
        figures=figures(comparison),
        made_by=made_by(comparison, sheet.made_at),
    )
    return page.encode()
