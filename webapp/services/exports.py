"""Comparisons as files, to be downloaded or written to a disk."""

from dataclasses import dataclass
from datetime import UTC, datetime

from webapp.engine.model import Comparison
from webapp.errors import NotFound
from webapp.exporters.formats import FORMATS
from webapp.exporters.model import Sheet, Source
from webapp.services.evidence import way_captured
from webapp.services.frozen import canonical_json
from webapp.services.model import Permalink
from webapp.storage.records import Version

JSON = "json"
ENDINGS = (JSON, *FORMATS)


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand out."""

    name: str
    mimetype: str
    data: bytes


def export_permalink(permalink: Permalink, ending: str, link: str = "") -> File:
    """Return a link as a file of this kind; `link` is its address. Errors: NotFound for another ending."""
    name = f"stet-{permalink.public_id}.{ending}"
    if ending == JSON:
        return File(name, "application/json", permalink.result_json.encode())
    sheet = Sheet(
        comparison=permalink.comparison,
        old=_source(permalink.old, permalink.has_sources),
        new=_source(permalink.new, permalink.has_sources),
        made_at=permalink.created_at,
        title=permalink.terms.title,
        note=permalink.terms.note,
        link=link,
    )
    return _write(sheet, ending, name)


def export_texts(comparison: Comparison, old: str, new: str, ending: str) -> File:
    """Return a comparison of two texts with these names as a file. Errors: NotFound for another ending."""
    name = f"stet.{ending}"
    if ending == JSON:
        return File(name, "application/json", canonical_json(comparison).encode())
    return _write(Sheet(comparison, Source(old), Source(new), datetime.now(UTC)), ending, name)


def _write(sheet: Sheet, ending: str, name: str) -> File:
    kind = FORMATS.get(ending)
    if kind is None:
        raise NotFound(f"There is no such kind of file. There are: {', '.join(ENDINGS)}.")
    return File(name, kind.mimetype, kind.write(sheet))


def _source(version: Version, is_frozen: bool) -> Source:
    article = version.article
    captured = f"{way_captured(version)}, {version.captured_at:%Y-%m-%d %H:%M} UTC, version {version.number}"
    if not is_frozen:
        captured += "; title, outlet and date as they are today, for they were not frozen"
    return Source(article.title, article.outlet, article.published, article.language, captured)
