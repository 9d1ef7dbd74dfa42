"""What the macros draw, with every address already made: a template is given data and asks nothing back.

Each view of this module is a part of `display` beside the addresses around it. An address is "" if the reader cannot
turn to that state of the page, as inside a frame.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from webapp.display.entries import Entry
from webapp.display.ledger import Group, Ledger
from webapp.display.model import InlineRow, SideRow, Stretch
from webapp.display.phrases.verdict import verdict
from webapp.engine.model import Comparison
from webapp.web.reading.addresses import Addresses
from webapp.web.reading.choices import Look
from webapp.web.reading.corrections import RowCorrections

AnyStretches = tuple[Stretch[InlineRow], ...] | tuple[Stretch[SideRow], ...]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A stretch of the verdict; `address` leads to what it counts."""

    text: str
    strong: bool
    address: str


@dataclass(frozen=True, slots=True)
class EntryView:
    """An entry of the ledger; `mark` leads to its first change in the text, `own` is the address of that change."""

    entry: Entry
    paragraph: int
    mark: str
    own: str


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of the ledger; `more` leads to the changes that are not listed."""

    group: Group
    entries: tuple[EntryView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the text.

    changes      of a clean row: the first of its changes where all are marked
    correct      the page that offers the corrections of this row
    corrections  None but in the row that the reader wants to correct
    """

    row: InlineRow | SideRow
    changes: str
    correct: str
    corrections: RowCorrections | None


@dataclass(frozen=True, slots=True)
class StretchView:
    """A stretch of the text.

    rows     those that are on the page; none of a folded stretch that `address` opens
    address  of a folded stretch: the page on which it is open; of page furniture: the page on which it is story
    """

    stretch: Stretch[InlineRow] | Stretch[SideRow]
    rows: tuple[RowView, ...]
    address: str
    is_open: bool


def draw_verdict(comparison: Comparison, addresses: Addresses) -> Iterator[ClauseView]:
    """Yield the verdict. Each number leads to what it counts."""
    for clause in verdict(comparison):
        leads = addresses.only(clause.only) if clause.only else ""
        yield ClauseView(clause.text, clause.strong, leads)


def draw_ledger(ledger: Ledger, addresses: Addresses) -> Iterator[GroupView]:
    """Yield the groups of a ledger, each with the addresses of its changes."""
    marked = addresses.marked()
    for group in ledger.groups:
        entries = tuple(
            EntryView(
                entry,
                ledger.paragraph_of(entry),
                f"{marked}#{entry.changes[0].id}",
                addresses.change(entry.changes[0].id),
            )
            for entry in group.entries
        )
        yield GroupView(group, entries, addresses.only(*group.filters))


def draw_stretches(
    stretches: AnyStretches,
    look: Look,
    addresses: Addresses,
    corrections: RowCorrections | None,
    is_large: bool,
) -> Iterator[StretchView]:
    """Yield the stretches of a text. In a large one a folded stretch is left out of the page until it is opened."""
    for stretch in stretches:
        is_open, address = stretch.start in look.opened, ""
        if stretch.kind == "furniture":
            address = addresses.story(stretch.pairs)
        if stretch.kind == "folded" and is_large and not is_open:
            address = addresses.opening(stretch.start)
        is_drawn = stretch.kind != "furniture" and not (stretch.kind == "folded" and address)
        rows = (_draw_row(row, addresses, corrections) for row in (stretch.rows if is_drawn else ()))
        yield StretchView(stretch, tuple(rows), address, is_open)


def _draw_row(row: InlineRow | SideRow, addresses: Addresses, corrections: RowCorrections | None) -> RowView:
    changes = correct = ""
    if isinstance(row, InlineRow) and row.changes:
        changes = addresses.marked_inline(row.changes[0].id)
    elif row.pairs:
        correct = addresses.correcting(min(row.pairs))
    offered = corrections if corrections and corrections.pairs == row.pairs else None
    return RowView(row, changes, correct, offered)
