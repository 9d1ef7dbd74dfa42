"""The descriptions of the two texts, frozen with a link and shown as they were then."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Self

from webapp.display.phrases.captures import time_words
from webapp.display.phrases.links import origin_words
from webapp.storage.records import ArticleCard, Origin, Version

SHOWN_FIELDS = ("title", "outlet", "published")


@dataclass(frozen=True, slots=True)
class Source:
    """The metadata of one text: those of its article, and how, when and from where it was captured."""

    title: str
    outlet: str
    published: date | None
    language: str
    version: int
    captured_at: datetime
    origin: Origin
    address: str

    @classmethod
    def of(cls, version: Version) -> Self:
        article = version.article
        return cls(
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            language=article.language,
            version=version.number,
            captured_at=version.captured_at,
            origin=version.origin,
            address=str(version.capture.get("address", "")),
        )

    def json(self) -> dict[str, Any]:
        """Return plain JSON values: the date as 2022-07-20, the moment with its zone."""
        published = self.published.isoformat() if self.published else None
        return {**asdict(self), "published": published, "captured_at": self.captured_at.isoformat()}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        published = values["published"]
        moments = {
            "published": date.fromisoformat(published) if published else None,
            "captured_at": datetime.fromisoformat(values["captured_at"]),
        }
        return cls(**{**values, **moments})


@dataclass(frozen=True, slots=True)
class Sources:
    """Both sides of a link."""

    old: Source
    new: Source

    def json(self) -> dict[str, Any]:
        return {"old": self.old.json(), "new": self.new.json()}


def read_sources(result: Mapping[str, Any]) -> Sources | None:
    """Return the descriptions in a frozen result; None if it is older than these."""
    stored = result.get("sources")
    return Sources(Source.from_json(stored["old"]), Source.from_json(stored["new"])) if stored else None


def as_frozen(version: Version, source: Source | None) -> Version:
    """Return a version with its description as it was frozen."""
    if source is None:
        return version
    described = {name: getattr(source, name) for name in (*SHOWN_FIELDS, "language")}
    capture = {name: value for name, value in version.capture.items() if name != "address"}
    return replace(
        version,
        number=source.version,
        captured_at=source.captured_at,
        origin=source.origin,
        capture=capture | ({"address": source.address} if source.address else {}),
        article=replace(version.article, **described),
    )


def changed_description(version: Version, source: Source | None) -> ArticleCard | None:
    """Return today's description of the article if it differs from the frozen one."""
    now = version.article
    differs = source and any(getattr(now, name) != getattr(source, name) for name in SHOWN_FIELDS)
    return now if differs else None


def describe_origin(version: Version) -> str:
    """Return how the text of a version came here, in words: what was recorded of it, and no more."""
    return f"{origin_words(version.origin, str(version.capture.get('address', '')))}{time_words(version.capture)}"
