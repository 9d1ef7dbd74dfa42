"""What goes into the storage and what comes out of it: plain frozen data, alive after the transaction has ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Origin = Literal["seed", "paste", "upload", "url", "api", "unknown"]
"""How a version came here; unknown is that of versions from before this was kept."""


@dataclass(frozen=True, slots=True)
class Description:
    """What is told about an article beside its text."""

    title: str
    outlet: str = ""
    byline: str = ""
    language: str = ""
    published: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CollectionFile:
    """Where in a collection an article comes from: the file that its next version will be read from."""

    collection_id: int
    file: str


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article as a list shows it, with its newest version, whose `origin` it is. `collection` is a slug."""

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


@dataclass(frozen=True, slots=True)
class VersionCard:
    """A version without its text."""

    id: int
    number: int
    captured_at: datetime
    sha256: str
    words: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class Version:
    """One immutable text of an article. `origin` is the way in which it came here; `capture` says more of it."""

    id: int
    number: int
    captured_at: datetime
    sha256: str
    text: str
    words: int
    article: ArticleCard
    origin: Origin
    capture: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddedVersion:
    """The version that holds a text; not new where the article's newest version held it before."""

    id: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with all its versions, newest first."""

    article: ArticleCard
    versions: tuple[VersionCard, ...]


@dataclass(frozen=True, slots=True)
class CollectionCard:
    """A collection with its articles, in the order in which they were first loaded."""

    slug: str
    title: str
    base_article_id: int | None
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What is frozen: the canonical JSON of a comparison, its options and the engine that made it."""

    json: bytes
    options: Mapping[str, object]
    engine: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What a sharer says of a comparison. Without `expires_at` it lives for ever; without a key it has no deleter."""

    title: str = ""
    note: str = ""
    expires_at: datetime | None = None
    delete_key_sha256: str | None = None


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Removed:
    """How much was removed."""

    links: int = 0
    articles: int = 0
    texts: int = 0

    def __add__(self, more: "Removed") -> "Removed":
        return Removed(self.links + more.links, self.articles + more.articles, self.texts + more.texts)


@dataclass(frozen=True, slots=True)
class Request:
    """A request that may come twice: the sum of its sender's key for it, and of what it asks for."""

    key_sha256: str
    body_sha256: str


@dataclass(frozen=True, slots=True)
class FrozenComparison:
    """A frozen comparison as it was stored, with the two texts that its spans point into."""

    public_id: str
    created_at: datetime
    engine: str
    json: bytes
    json_sha256: str
    old: Version
    new: Version
    terms: Terms = NO_TERMS
