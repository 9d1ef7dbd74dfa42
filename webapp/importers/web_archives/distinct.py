"""The pages of an archive, each once: a page that was captured again without a change is the same one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from webapp.importers.web_archives.captures import Capture, Revisit


@dataclass(slots=True)
class DistinctPage:
    """A page as it was first captured.

    names    by which other captures refer to it: digests and records
    moments  of its further captures; None for one whose moment the archive does not say
    """

    capture: Capture
    names: set[str] = field(default_factory=set)
    moments: list[datetime | None] = field(default_factory=list)

    def again(self) -> str:
        """Say how often it was captured again, "" if never.

        >>> capture = Capture(frozenset(), "", "", None, "", b"", False, True)
        >>> DistinctPage(capture, moments=[None, datetime(2026, 5, 3, 9, 30)]).again()
        'Further captures of the same bytes: 2, the last on 2026-05-03 09:30 UTC.'
        """
        if not self.moments:
            return ""
        last = max((moment for moment in self.moments if moment), default=None)
        ending = f", the last on {last:%Y-%m-%d %H:%M} UTC." if last else "."
        return f"Further captures of the same bytes: {len(self.moments):,}{ending}"


def distinct(captures: Iterable[Capture]) -> list[DistinctPage]:
    """Return the pages of captures, in order."""
    pages: dict[bytes, DistinctPage] = {}
    for capture in captures:
        if capture.body in pages:
            pages[capture.body].moments.append(capture.moment)
        else:
            pages[capture.body] = DistinctPage(capture)
        pages[capture.body].names |= names_of(capture)
    return list(pages.values())


def names_of(capture: Capture) -> set[str]:
    return {capture.digest, *capture.records} - {""}


def add_revisits(pages: Iterable[DistinctPage], revisits: Iterable[Revisit]) -> Sequence[Revisit]:
    """Add to each page the captures that only refer to it. Return those that refer to none of these pages."""
    known = {name: page for page in pages for name in page.names}
    others = []
    for revisit in revisits:
        page = known.get(revisit.digest) or known.get(revisit.original)
        if page:
            page.moments.append(revisit.moment)
        else:
            others.append(revisit)
    return others
