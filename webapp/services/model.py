"""What the verbs take and give, beside the records of the storage."""

from dataclasses import dataclass
from datetime import datetime

from webapp.engine.model import Comparison
from webapp.storage.records import Version


@dataclass(frozen=True, slots=True)
class Paste:
    """A text that somebody typed or pasted. An empty title is taken from the text's first line.

    `field` names the form field, so that a complaint can stand beside it.
    """

    text: str
    title: str = ""
    outlet: str = ""
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions and what became of the old one in the new one."""

    old: Version
    new: Version
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Permalink:
    """A frozen comparison: what was stored when it was shared, never computed again.

    `result_sha256` is the SHA-256 of `result_json` in UTF-8.
    """

    public_id: str
    created_at: datetime
    engine: str
    result_sha256: str
    result_json: str
    old: Version
    new: Version
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What loading a collection did: versions that are new, and files whose text was there already."""

    collection: str
    added: int
    unchanged: int
