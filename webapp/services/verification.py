"""Verification of a link: every checksum is recomputed from what is stored now."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from webapp.engine.codec import from_json, to_json
from webapp.engine.model import Change, Comparison
from webapp.services.frozen import public_json
from webapp.services.model import Check, Today, Verification
from webapp.services.sources import Sources, as_frozen, read_sources
from webapp.storage.records import FrozenComparison, Version
from webapp.workers import Compare

Received = Mapping[str, tuple[Version, bytes | None]]
"""What versions were read from, as it came, by the name of its check; None if it was not kept."""


def verify(frozen: FrozenComparison, received: Received, compare: Compare) -> Verification:
    """Recompute the checksums of both texts, of what they were read from and of the result; and `compare` again."""
    result = _read(frozen.json)
    sources = _sources(result)
    return Verification(
        checks=(
            *_check_sides(frozen, result),
            *_check_received(received),
            Check("result", frozen.json_sha256, _checksum(frozen.json)),
        ),
        today=_today(frozen, result, sources, compare) if result else None,
        has_sources=sources is not None,
        old=as_frozen(frozen.old, sources.old if sources else None),
        new=as_frozen(frozen.new, sources.new if sources else None),
    )


def _read(written: bytes) -> dict[str, Any]:
    try:
        result = json.loads(written)
    except ValueError:
        return {}
    return result if isinstance(result, dict) else {}


def _sources(result: dict[str, Any]) -> Sources | None:
    try:
        return read_sources(result)
    except (ValueError, KeyError, TypeError):
        return None


def _check_sides(frozen: FrozenComparison, result: dict[str, Any]) -> Iterator[Check]:
    """The result contains the checksums of the texts, so a saved checksum of the result also covers the texts."""
    for side, version in (("old", frozen.old), ("new", frozen.new)):
        yield Check(side, result.get(side, {}).get("sha256", version.sha256), _checksum(version.text.encode()))


def _check_received(received: Received) -> Iterator[Check]:
    for what, (version, data) in received.items():
        if data is not None:
            yield Check(what, str(version.capture.get("raw_sha256", "")), _checksum(data))


def _today(frozen: FrozenComparison, result: dict[str, Any], sources: Sources | None, compare: Compare) -> Today | None:
    try:
        then = from_json(result, frozen.old.text, frozen.new.text)
    except (ValueError, KeyError, TypeError):
        return None
    now = compare(frozen.old.text, frozen.new.text, then.options)
    digest = _checksum(public_json(now, sources).encode())
    return Today(
        result_sha256=digest,
        is_same=digest == frozen.json_sha256,
        is_equal=_is_equal(now, then),
        then=then,
        now=now,
        gone=_only_in(then, now),
        come=_only_in(now, then),
    )


def _only_in(one: Comparison, other: Comparison) -> tuple[Change, ...]:
    """Return the changes of one story that the other does not have, whatever their ids."""
    had = {replace(change, id="", pair=0) for change in other.changes}
    story = (change for change in one.changes if change.scope == "story")
    return tuple(change for change in story if replace(change, id="", pair=0) not in had)


def _is_equal(now: Comparison, then: Comparison) -> bool:
    """Compare all but the version of the engine. Fields that an older link did not store are ignored."""
    if then.languages is None:
        now = replace(now, languages=None, ledger=then.ledger)
    return to_json(replace(now, engine=then.engine)) == to_json(then)


def _checksum(data: bytes) -> str:
    return sha256(data).hexdigest()
