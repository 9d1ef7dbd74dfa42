"""What the verbs take and return, in addition to the records of the storage."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Self

from webapp.engine.model import Change, Comparison
from webapp.importers.imported import Imported, KnownStory
from webapp.input.texts import shorten_line
from webapp.services.said import encoding_of, evidence_of
from webapp.services.sources import Source, Sources
from webapp.storage.records import ArticleCard, Origin, Terms, Version


@dataclass(frozen=True, slots=True)
class Paste:
    """A text from a form, a program, a file or an address. Without a title it gets the text's first line.

    `field` names the form field of the text, so that an error can be shown beside it. `importer`, `raw_sha256`, `file`
    (its name) and `warnings` say what read which file, and what the text may lack; `evidence` how it was fetched.
    `received` is the file or page as it came. `keep`: whether it is kept in the library when it is compared, and
    `collection` the name of that it is put into. `stories` are those that a file tells apart.
    """

    text: str
    title: str = ""
    outlet: str = ""
    field: str | None = None
    origin: Origin = "paste"
    byline: str = ""
    language: str = ""
    published: date | None = None
    importer: str = ""
    raw_sha256: str = ""
    file: str = ""
    warnings: tuple[str, ...] = ()
    evidence: Mapping[str, object] = dataclasses.field(default_factory=dict, hash=False)
    received: bytes = dataclasses.field(default=b"", repr=False)
    keep: bool = False
    collection: str = ""
    stories: tuple[KnownStory, ...] = ()

    @classmethod
    def of_file(cls, data: bytes, story: Imported, field: str | None = None, name: str = "") -> Self:
        """Return the story that was read from a file. What it says about itself is cut to what can be stored."""
        return cls(
            story.text,
            title=shorten_line(story.title),
            outlet=shorten_line(story.outlet),
            field=field,
            origin="upload",
            byline=shorten_line(story.byline),
            language=shorten_line(story.language),
            published=story.published,
            importer=story.importer,
            raw_sha256=sha256(data).hexdigest(),
            file=shorten_line(name),
            warnings=story.warnings,
            received=data,
            evidence=encoding_of(story) | (evidence_of(story.stories[0]) if len(story.stories) == 1 else {}),
            stories=story.stories,
        )

    def field_of(self, part: str) -> str | None:
        """Return the name of the field of another part, if that of the text ends in "text".

        >>> Paste("", field="old_text").field_of("title"), Paste("", field="new.text").field_of("outlet")
        ('old_title', 'new.outlet')
        """
        if self.field is None or not self.field.endswith("text"):
            return self.field
        return self.field.removesuffix("text") + part


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions and their comparison."""

    old: Version
    new: Version
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class Permalink:
    """A frozen comparison: what was stored when it was shared, never computed again.

    result_sha256  the SHA-256 of `result_json` in UTF-8
    has_sources    the metadata of `old` and `new` were frozen too; otherwise they are today's
    old_today      today's metadata of the old article, if they differ; likewise `new_today`
    """

    public_id: str
    created_at: datetime
    engine: str
    result_sha256: str
    result_json: str
    old: Version
    new: Version
    comparison: Comparison
    terms: Terms
    has_sources: bool
    old_today: ArticleCard | None
    new_today: ArticleCard | None

    @property
    def sources(self) -> Sources:
        return Sources(Source.of(self.old), Source.of(self.new))


@dataclass(frozen=True, slots=True)
class Shared:
    """A link; `is_new` is False if an earlier, equal request had made it."""

    permalink: Permalink
    is_new: bool


@dataclass(frozen=True, slots=True)
class Check:
    """One checksum of a link: as recorded when the link was made, and as computed today."""

    what: str
    recorded: str
    computed: str

    @property
    def holds(self) -> bool:
        return self.recorded == self.computed


@dataclass(frozen=True, slots=True)
class Today:
    """The result of today's engine for the same texts and options. Only changes of the story are listed.

    is_same   the result has the same SHA-256
    is_equal  it would have, but for the version of the engine that is written in it
    gone      frozen changes that today's engine does not find
    come      changes that only today's engine finds
    """

    result_sha256: str
    is_same: bool
    is_equal: bool
    then: Comparison
    now: Comparison
    gone: tuple[Change, ...]
    come: tuple[Change, ...]

    @property
    def engine(self) -> str:
        return self.now.engine

    @property
    def changes(self) -> int:
        return _in_story(self.now)

    @property
    def changes_then(self) -> int:
        return _in_story(self.then)


def _in_story(comparison: Comparison) -> int:
    return sum(change.scope == "story" for change in comparison.changes)


@dataclass(frozen=True, slots=True)
class Verification:
    """Whether a link still shows what was frozen. `today` is None if the stored result cannot be read.

    has_sources  the checksum of the result covers the descriptions of `old` and `new`; otherwise these are today's
    """

    checks: tuple[Check, ...]
    today: Today | None
    has_sources: bool
    old: Version
    new: Version

    @property
    def holds(self) -> bool:
        return all(check.holds for check in self.checks)


@dataclass(frozen=True, slots=True)
class SeedReport:
    """The result of loading a collection: how many versions are new, and how many files were unchanged."""

    collection: str
    added: int
    unchanged: int
