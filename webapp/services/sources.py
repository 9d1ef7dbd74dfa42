"""What is told of the two texts beside their words: frozen with a link, and shown as it was then."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Self

from webapp.storage.records import ArticleCard, Origin, Version

TOLD = ("title", "outlet", "published")


@dataclass(frozen=True, slots=True)
class Source:
    """What a link tells of one text: as its article was described, and how, when and from where it was captured."""

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
    """Return what stands in a frozen result; None for one from before this was frozen."""
    told = result.get("sources")
    return Sources(Source.from_json(told["old"]), Source.from_json(told["new"])) if told else None


def as_frozen(version: Version, source: Source | None) -> Version:
    """Return a version as it was told of when it was frozen."""
    if source is None:
        return version
    told = {name: getattr(source, name) for name in (*TOLD, "language")}
    capture = {name: value for name, value in version.capture.items() if name != "address"}
    return replace(
        version,
        number=source.version,
        captured_at=source.captured_at,
        origin=source.origin,
        capture=capture | ({"address": source.address} if source.address else {}),
        article=replace(version.article, **told),
    )


def told_today(version: Version, source: Source | None) -> ArticleCard | None:
    """Return the article as it is described today, where that is not what was frozen."""
    now = version.article
    differs = source and any(getattr(now, name) != getattr(source, name) for name in TOLD)
    return now if differs else None
