"""What storage takes and returns: frozen dataclasses that stay valid after the transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from webapp.storage.watching.records import LastCapture, Watch

Origin = Literal["seed", "paste", "upload", "url", "api", "unknown"]
"""How a version was imported. Versions stored before this was recorded are "unknown"."""


@dataclass(frozen=True, slots=True)
class Description:
    """The metadata of an article."""

    title: str
    outlet: str = ""
    byline: str = ""
    language: str = ""
    published: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class CollectionFile:
    """The file of a collection that an article, and its next version, is read from."""

    collection_id: int
    file: str


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article with its newest version, as lists show it. `origin` is that version's, `collection` is a slug.

    An article that is not `kept` is in no list; `held_until` is the moment when it is gone unless a link uses it.
    """

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
    kept: bool = True
    held_until: datetime | None = None
    collection_title: str | None = None


@dataclass(frozen=True, slots=True)
class VersionCard:
    """A version without its text. `has_received`: what it was read from is kept as it came.

    `number` counts the versions of an article as they were added; a list of them is in the order of `captured_at`.
    """

    id: int
    number: int
    captured_at: datetime
    sha256: str
    words: int
    origin: Origin
    has_received: bool = False
    capture: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Version:
    """One immutable text of an article. `origin` says how it was imported, `capture` adds details."""

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
class VersionStamp:
    """Values that differ whenever a page shows something else of a version; whether its article is kept."""

    values: tuple[object, ...]
    kept: bool


@dataclass(frozen=True, slots=True)
class AddedVersion:
    """The version that holds a text; `is_new` is False if the article's newest version already held it."""

    id: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with all its versions, newest first. `links`: how many links were made of them."""

    article: ArticleCard
    versions: tuple[VersionCard, ...]
    links: int = 0
    last_capture: LastCapture | None = None
    watch: Watch | None = None


@dataclass(frozen=True, slots=True)
class CollectionCard:
    """A collection with its articles, in the order of their first loading."""

    slug: str
    title: str
    base_article_id: int | None
    articles: tuple[ArticleCard, ...]


@dataclass(frozen=True, slots=True)
class CollectionName:
    """A collection without its articles, of which there are so many. `is_loaded`: some are loaded from a folder."""

    slug: str
    title: str
    articles: int
    is_loaded: bool


@dataclass(frozen=True, slots=True)
class Result:
    """The frozen result: a comparison's canonical JSON and the version of the engine."""

    json: bytes
    engine: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What the person who shares a comparison chose. Without `expires_at` it never expires; without a key nobody can
    delete it."""

    title: str = ""
    note: str = ""
    expires_at: datetime | None = None
    delete_key_sha256: str | None = None


NO_TERMS = Terms()


@dataclass(frozen=True, slots=True)
class Removed:
    """How many rows were removed."""

    links: int = 0
    articles: int = 0
    texts: int = 0

    def __add__(self, more: "Removed") -> "Removed":
        return Removed(self.links + more.links, self.articles + more.articles, self.texts + more.texts)


@dataclass(frozen=True, slots=True)
class Request:
    """A request that may be repeated: the checksums of its Idempotency-Key and of its body."""

    key_sha256: str
    body_sha256: str


@dataclass(frozen=True, slots=True)
class FrozenComparison:
    """A frozen comparison as stored, with the two texts that its spans point into."""

    public_id: str
    created_at: datetime
    engine: str
    json: bytes
    json_sha256: str
    old: Version
    new: Version
    terms: Terms = NO_TERMS
