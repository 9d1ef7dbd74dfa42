"""The verbs about what is in the library: an article is described anew, or deleted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from webapp.errors import InvalidInput
from webapp.input.texts import check_line
from webapp.services.base import Verbs
from webapp.storage.records import Description

MAY_BE_CHANGED = ("title", "outlet", "language")


class Library(Verbs):
    """The verbs about what is in the library."""

    def describe(self, article_id: int, said: Mapping[str, str]) -> None:
        """Give an article another title, outlet, language or date of publication: those of `said` that are named.

        said  `published` is a date such as 2026-11-02, or "" for none
        Links that were made before show what they were made with. Errors: NotFound; InvalidInput and TooLarge carry
        the field.
        """
        changed: dict[str, Any] = {
            name: check_line(said[name], f"The {name}", name) for name in MAY_BE_CHANGED if name in said
        }
        if changed.get("title") == "":
            raise InvalidInput("An article needs a title.", "title")
        if "published" in said:
            changed["published"] = parse_day(said["published"])
        with self._write() as store:
            self._article(store, article_id)
            store.articles.lock(article_id)
            card = store.articles.card(article_id)
            now = Description(card.title, card.outlet, card.byline, card.language, card.published, card.note)
            store.articles.describe(article_id, replace(now, **changed))

    def delete_article(self, article_id: int) -> None:
        """Delete an article with its texts. Links that were made of it keep theirs. Errors: NotFound."""
        with self._erase() as store:
            self._article(store, article_id)
            store.articles.delete(article_id)


def parse_day(written: str) -> date | None:
    """Return a date such as 2026-11-02; None for "". Errors: InvalidInput carries the field."""
    try:
        return date.fromisoformat(written.strip()) if written.strip() else None
    except ValueError as error:
        raise InvalidInput("A date is written as year, month and day: 2026-11-02.", "published") from error
