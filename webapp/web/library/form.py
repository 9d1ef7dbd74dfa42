"""The form that adds a text: as filled in, so that it can be shown again, and what it says of a story."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from webapp.services import ArticleCard, Paste, is_address, parse_day

DESCRIPTION = ("title", "outlet", "published", "language", "collection")


@dataclass(frozen=True, slots=True)
class DescriptionForm:
    """What is said of an article. `published` is a date such as 2026-11-02 or "", `collection` a name."""

    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    collection: str = ""

    @classmethod
    def of(cls, card: ArticleCard) -> Self:
        published = card.published.isoformat() if card.published else ""
        return cls(card.title, card.outlet, published, card.language, card.collection_title or "")

    def said(self) -> dict[str, str]:
        """Return the description as `Services.describe` takes it."""
        return {name: getattr(self, name) for name in DESCRIPTION}


@dataclass(frozen=True, slots=True)
class AddForm(DescriptionForm):
    """`text` is a text or the address of a page. `held` is the version that has the chosen file, `file` its name.

    encoding  how the file is read if it does not say it itself; "" to have it guessed
    """

    text: str = ""
    held: str = ""
    file: str = ""
    encoding: str = ""

    @property
    def is_address(self) -> bool:
        return is_address(self.text)

    def described(self, story: Paste) -> Paste:
        """Return a story as the form describes it: what it says counts more than what a page says of itself.

        Errors: InvalidInput carries the field.
        """
        return replace(
            story,
            title=self.title or story.title,
            outlet=self.outlet or story.outlet,
            language=self.language or story.language,
            published=parse_day(self.published) or story.published,
            collection=self.collection,
        )

    def filled_from(self, story: Paste) -> "AddForm":
        """Return the form with what a page says of itself in the fields that are empty."""
        told = self.described(story)
        published = told.published.isoformat() if told.published else ""
        return replace(self, title=told.title, outlet=told.outlet, published=published, language=told.language)


def read_description(fields: Mapping[str, str]) -> DescriptionForm:
    """Read the fields that describe an article."""
    return DescriptionForm(**{name: fields.get(name, "").strip() for name in DESCRIPTION})


def read_add(fields: Mapping[str, str]) -> AddForm:
    """Read the fields of the form."""
    given = {name: fields.get(name, "").strip() for name in ("held", "encoding")}
    return AddForm(text=fields.get("text", ""), **given, **read_description(fields).said())
