"""`/c/<id>/verify`: whether the link still shows what was frozen, and where each of its texts came from."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, render_template

from webapp.display.excerpt import excerpt
from webapp.display.phrases.changes import headline, label
from webapp.display.phrases.links import CHECKED, FOUND_THEN, FOUND_TODAY, capture_sentence
from webapp.engine.model import Change, Comparison
from webapp.services import Check, Today, Verification, Version, describe_origin
from webapp.web.shell.current import services

evidence = Blueprint("evidence", __name__)

MAX_LISTED = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """Changes that only one of two engines found, in words; `more` counts those that are not listed."""

    title: str
    lines: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """What templates/permalinks/verify.html receives.

    checks   each with the name of what it is about
    sources  both versions, each with how it was captured
    """

    public_id: str
    verification: Verification
    checks: tuple[tuple[str, Check], ...]
    sources: tuple[tuple[Version, str], ...]
    differences: tuple[Difference, ...]


@evidence.get("/c/<public_id>/verify")
def verify(public_id: str) -> str:
    """Recompute the checksums of a link."""
    found = services().verify(public_id)
    page = VerifyPage(
        public_id=public_id,
        verification=found,
        checks=tuple((CHECKED[check.what], check) for check in found.checks),
        sources=tuple((version, describe_capture(version)) for version in (found.old, found.new)),
        differences=tuple(_differences(found.today)) if found.today else (),
    )
    return render_template("permalinks/verify.html", page=page)


def describe_capture(version: Version) -> str:
    """Return how and when a version was captured, in words."""
    return capture_sentence(describe_origin(version), version.captured_at, version.number)


def _differences(today: Today) -> Iterator[Difference]:
    for title, comparison, changes in (
        (FOUND_TODAY, today.now, today.come),
        (FOUND_THEN, today.then, today.gone),
    ):
        if changes:
            lines = tuple(_line(comparison, change) for change in changes[:MAX_LISTED])
            yield Difference(title, lines, len(changes) - len(lines))


def _line(comparison: Comparison, change: Change) -> str:
    found = excerpt(comparison, change.id)
    assert found is not None
    return f"{headline(comparison, found)} ({label(change).lower()})"
