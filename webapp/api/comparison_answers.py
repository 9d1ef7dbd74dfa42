"""The answers about comparisons, and about the links to those that were frozen."""

from datetime import date, datetime
from typing import Literal

from pydantic import ConfigDict, Field

from webapp.api.answer import Answer
from webapp.engine import model as parts
from webapp.engine.options import Degraded, Options
from webapp.engine.span import Span


class SideAnswer(Answer):
    """One text by its checksum, and its parts: sentences lie inside paragraphs, `story` is the shared story."""

    sha256: str
    words: int
    paragraphs: list[Span]
    sentences: list[Span]
    story: list[Span]


class AnyComparisonAnswer(Answer):
    """The fields of all comparisons, also of those frozen before fields were added."""

    schema_: Literal["stet.comparison/1"] = Field(alias="schema")
    engine: str
    options: Options
    degraded: Degraded | None
    shares_story: bool
    old: SideAnswer
    new: SideAnswer
    pairs: list[parts.Pair]
    segments: list[parts.Segment]
    changes: list[parts.Change]
    summary: parts.Summary


class ComparisonAnswer(AnyComparisonAnswer):
    """A comparison. Offsets are Unicode code points, half-open, into the texts that the checksums name.

    The parts are the engine's own types: what they are made of is said there and nowhere else.
    """

    languages: parts.Languages
    ledger: dict[parts.GroupName, parts.Judgement]
    also: list[parts.AlsoIn]


class SourceAnswer(Answer):
    """The description of a text: its article's, and how, when and from where it was captured."""

    title: str
    outlet: str
    published: date | None
    language: str
    version: int
    captured_at: datetime
    origin: str
    address: str


class SourcesAnswer(Answer):
    """Both sides."""

    old: SourceAnswer
    new: SourceAnswer


class FrozenResultAnswer(AnyComparisonAnswer):
    """A comparison as it was frozen, with the descriptions of its texts.

    Links from before `sources`, or `languages`, `ledger` and `also`, were frozen have none.
    """

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)

    languages: parts.Languages | None = None
    ledger: dict[parts.GroupName, parts.Judgement] | None = None
    also: list[parts.AlsoIn] | None = None
    sources: SourcesAnswer | None = None


class PermalinkAnswer(Answer):
    """A frozen comparison, without its result, which is at `result`.

    Without `sources_frozen` the link is from before that was done: its `sources` are those of today.
    """

    id: str
    link: str
    embed: str
    result: str
    title: str
    note: str
    created_at: datetime
    expires_at: datetime | None
    engine: str
    result_sha256: str
    old_version_id: int
    new_version_id: int
    sources: SourcesAnswer
    sources_frozen: bool


class NewlyFrozenAnswer(PermalinkAnswer):
    """The permalink with the key that deletes it, shown only once.

    Where the same request had made the link before, `delete_key` is null and `notice` says why: it is not kept.
    """

    delete_key: str | None
    notice: str


class CheckAnswer(Answer):
    """One checksum: as frozen, and recomputed."""

    what: str
    recorded: str
    computed: str
    holds: bool


class TodayAnswer(Answer):
    """What today's engine makes of the same texts. Its changes are those of the story.

    `gone` are the changes that were frozen and are not found today, `come` those that are found and were not frozen.
    """

    engine: str
    result_sha256: str
    is_same: bool
    is_equal: bool
    changes: int
    changes_then: int
    gone: list[parts.Change]
    come: list[parts.Change]


class VerificationAnswer(Answer):
    """Whether a link still shows what was frozen.

    With `sources_frozen` the checksum of the result also covers the descriptions of both texts.
    """

    holds: bool
    sources_frozen: bool = Field(validation_alias="has_sources")
    checks: list[CheckAnswer]
    today: TodayAnswer | None
