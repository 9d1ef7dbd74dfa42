"""The form that adds a text: as filled in, so that it can be shown again, and what it says of a story."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from webapp.errors import InvalidInput
from webapp.services import Paste, is_address


@dataclass(frozen=True, slots=True)
class AddForm:
    """`text` is a text or the address of a page, `published` a date such as 2026-11-02 or ""."""

    text: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""

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
            published=self._day() or story.published,
        )

    def filled_from(self, story: Paste) -> "AddForm":
        """Return the form with what a page says of itself in the fields that are empty."""
        told = self.described(story)
        published = told.published.isoformat() if told.published else ""
        return AddForm(self.text, told.title, told.outlet, published, told.language)

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self.published) if self.published else None
        except ValueError as error:
            raise InvalidInput("A date is written as year, month and day: 2026-11-02.", "published") from error


def read_add(fields: Mapping[str, str]) -> AddForm:
    """Read the fields of the form."""
    names = ("title", "outlet", "published", "language")
    return AddForm(fields.get("text", ""), **{name: fields.get(name, "").strip() for name in names})
