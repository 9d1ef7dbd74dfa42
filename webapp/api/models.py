"""What programs send and get, as types: they check the requests, write the answers, and make the OpenAPI document."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from webapp.engine import model as parts
from webapp.engine.options import Granularity, Ignorable, Options
from webapp.engine.span import Span

MAX_ID = 2**63 - 1
Id = Annotated[int, Field(ge=1, le=MAX_ID)]


KINDS_OF_SIDE = VERSION, TEXT = "#version", "#text"
"""Pydantic names the kind that was meant in the place of an error, where nobody looks for it."""


class Asked(BaseModel):
    """What is sent: exact types, and no field that nobody knows."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Told(BaseModel):
    """What is answered, made from the records of the services."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, from_attributes=True, json_schema_serialization_defaults_required=True
    )


class ChosenOptions(Asked):
    """What counts as a change; what is not said is the default."""

    ignore: list[Ignorable] = Field(default=["spacing"], max_length=5, description="Differences that do not count.")
    granularity: Granularity = "word"
    scope: bool = Field(default=True, description="Look for the shared story in both pages.")
    moves: bool = Field(default=True, description="Look for sentences that stand elsewhere in new.")


class GivenText(Asked):
    """A text in the request itself."""

    text: str = Field(min_length=1)
    title: str = Field(default="", max_length=300)
    outlet: str = Field(default="", max_length=300)


def _kind(given: object) -> str | None:
    """Say which of the two was meant, so that a complaint is about that one: a version by its id, or a text."""
    if isinstance(given, int):
        return VERSION
    return TEXT if isinstance(given, dict | GivenText) else None


Given = Annotated[
    Annotated[Id, Tag(VERSION)] | Annotated[GivenText, Tag(TEXT)],
    Discriminator(_kind, "side", "Input should be the id of a version, or an object with a text"),
]


class NewArticle(GivenText):
    """An article to keep."""


class NewVersion(Asked):
    """A newer text of an article."""

    text: str = Field(min_length=1)


class NewComparison(Asked):
    """Two sides, each the id of a version or a text."""

    old: Given
    new: Given
    options: ChosenOptions = ChosenOptions()


class NewPermalink(NewComparison):
    """A comparison to freeze. A text that is given is kept as an article."""

    title: str = Field(default="", max_length=300)
    note: str = Field(default="", max_length=2_000)
    expires: str = Field(default="never", description="never, day, week, month, or a date such as 2030-12-31.")


class Deletion(Asked):
    """The key that was told when the link was made."""

    delete_key: str = Field(max_length=100)


class Article(Told):
    """An article with its newest version, whose `origin` it is."""

    id: int
    title: str
    outlet: str
    byline: str
    language: str
    published: date | None
    note: str
    origin: str
    collection: str | None
    version_id: int
    version_number: int
    words: int


class ArticleList(Told):
    """A part of the articles, newest first. `next` is the cursor of the part after it; null where there is none."""

    items: list[Article]
    next: str | None


class VersionCard(Told):
    """A version without its text. `origin`: seed, paste, upload, url, api; unknown where it was not recorded."""

    id: int
    number: int
    captured_at: datetime
    origin: str
    sha256: str
    words: int


class ArticleWithVersions(Told):
    """An article and all its versions, newest first."""

    article: Article
    versions: list[VersionCard]


class Version(VersionCard):
    """One immutable text of an article, and how it was captured."""

    text: str
    article: Article
    capture: dict[str, Any]


class Collection(Told):
    """Articles that belong together; the base is the one that the others are compared with."""

    slug: str
    title: str
    base_article_id: int | None
    articles: list[Article]


class CollectionList(Told):
    """A part of the collections, in the order in which they came. `next` as with articles."""

    items: list[Collection]
    next: str | None


class Side(Told):
    """One text by its sum, and its parts: sentences lie inside paragraphs, `story` is the shared story."""

    sha256: str
    words: int
    paragraphs: list[Span]
    sentences: list[Span]
    story: list[Span]


class Compared(Told):
    """What all comparisons tell, also those that were frozen before there was more."""

    schema_: Literal["stet.comparison/1"] = Field(alias="schema")
    engine: str
    options: Options
    degraded: parts.Degraded | None
    shares_story: bool
    old: Side
    new: Side
    pairs: list[parts.Pair]
    segments: list[parts.Segment]
    changes: list[parts.Change]
    summary: parts.Summary


class Comparison(Compared):
    """A comparison. Offsets are Unicode code points, half-open, into the texts that the sums name.

    The parts are the engine's own types: what they are made of is said there and nowhere else.
    """

    languages: parts.Languages
    ledger: dict[parts.GroupName, parts.Judgement]


class Source(Told):
    """What is told of a text: as its article was described, and how, when and from where it was captured."""

    title: str
    outlet: str
    published: date | None
    language: str
    version: int
    captured_at: datetime
    origin: str
    address: str


class Sources(Told):
    """Both sides."""

    old: Source
    new: Source


class FrozenResult(Compared):
    """A comparison as it was frozen, with what was told of its texts.

    Links from before `sources`, or `languages` and `ledger`, were frozen have none.
    """

    model_config = ConfigDict(json_schema_serialization_defaults_required=False)

    languages: parts.Languages | None = None
    ledger: dict[parts.GroupName, parts.Judgement] | None = None
    sources: Sources | None = None


class Permalink(Told):
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
    sources: Sources
    sources_frozen: bool


class NewlyFrozen(Permalink):
    """The permalink with the key that deletes it, told this once.

    Where the same request had made the link before, `delete_key` is null and `notice` says why: it is not kept.
    """

    delete_key: str | None
    notice: str


class Check(Told):
    """One sum: as frozen, and computed again."""

    what: str
    recorded: str
    computed: str
    holds: bool


class Today(Told):
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


class Verification(Told):
    """Whether a link still shows what was frozen.

    With `sources_frozen` the sum of the result is also that of what is told of both texts; without, nothing is.
    """

    holds: bool
    sources_frozen: bool = Field(validation_alias="has_sources")
    checks: list[Check]
    today: Today | None


class Problem(BaseModel):
    """What went wrong (RFC 9457). `field` is the place in the request that is at fault, such as old.text."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    field: str | None
