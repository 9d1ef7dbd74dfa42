"""Links as files, to be downloaded or written to disk."""

from webapp.display.phrases.links import capture_line
from webapp.exporters.files import File, sheet_file
from webapp.exporters.model import Sheet, SheetSide
from webapp.services.model import Permalink
from webapp.services.sources import describe_origin
from webapp.storage.records import Version


def export_permalink(permalink: Permalink, ending: str, link: str = "") -> File:
    """Return a link as a file of this kind; `link` is its address. Errors: NotFound for an unknown ending."""
    sheet = Sheet(
        comparison=permalink.comparison,
        old=_source(permalink.old, permalink.has_sources),
        new=_source(permalink.new, permalink.has_sources),
        made_at=permalink.created_at,
        title=permalink.terms.title,
        note=permalink.terms.note,
        link=link,
        stored=permalink.result_json,
    )
    return sheet_file(sheet, ending, f"stet-{permalink.public_id}")


def _source(version: Version, is_frozen: bool) -> SheetSide:
    article = version.article
    captured = capture_line(describe_origin(version), version.captured_at, version.number, is_frozen)
    return SheetSide(article.title, article.outlet, article.published, article.language, captured)
