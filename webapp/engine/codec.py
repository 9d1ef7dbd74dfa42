"""The public JSON form of a comparison, `stet.comparison/1`, and the way back.

It is in the engine because a frozen permalink, the command line's output and a download must be the same. The texts are
not in it: `sha256` names them, and spans point into them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from webapp.engine.changes.judgement import unrecorded
from webapp.engine.model import (
    AlsoIn,
    Change,
    Comparison,
    Furniture,
    Judgement,
    Languages,
    Pair,
    Segment,
    Side,
    Summary,
    WordCounts,
)
from webapp.engine.options import Degraded, Options
from webapp.engine.span import Span

SCHEMA = "stet.comparison/1"
NOTHING: Mapping[str, Any] = MappingProxyType({})


def to_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain JSON values. Offsets are Unicode code points, half-open."""
    degraded = comparison.degraded
    return {
        "schema": SCHEMA,
        "engine": comparison.engine,
        "options": _options_json(comparison.options),
        "degraded": {"reason": degraded.reason, "limit": degraded.limit} if degraded else None,
        "shares_story": comparison.shares_story,
        "old": _side_json(comparison.old),
        "new": _side_json(comparison.new),
        "pairs": [_pair_json(pair) for pair in comparison.pairs],
        "also": [asdict(also) for also in comparison.also],
        "segments": [_segment_json(segment) for segment in comparison.segments],
        "changes": [_change_json(change) for change in comparison.changes],
        "summary": _summary_json(comparison.summary),
        "languages": asdict(comparison.languages) if comparison.languages else None,
        "ledger": {name: asdict(judgement) for name, judgement in comparison.ledger.items()},
    }


def canonical_json(comparison: Comparison, more: Mapping[str, Any] = NOTHING) -> str:
    """Return the JSON form as text, always the same for the same comparison, with `more` keys beside its own."""
    return json.dumps(to_json(comparison) | dict(more), separators=(",", ":"), sort_keys=True)


def from_json(values: dict[str, Any], old_text: str, new_text: str) -> Comparison:
    """Return the comparison that `to_json` wrote, over the same two texts; nothing missing is computed now.

    Errors: ValueError for another schema.
    """
    if values.get("schema") != SCHEMA:
        raise ValueError(f"not a {SCHEMA}: {values.get('schema')!r}")
    changes = tuple(_change(item) for item in values["changes"])
    ledger = {name: Judgement(**judgement) for name, judgement in values.get("ledger", {}).items()}
    pairs = tuple(Pair(**_with_indexes(item)) for item in values["pairs"])
    return Comparison(
        engine=values["engine"],
        options=_options(values["options"]),
        degraded=Degraded(**values["degraded"]) if values["degraded"] else None,
        shares_story=values["shares_story"],
        old=_side(values["old"], old_text),
        new=_side(values["new"], new_text),
        pairs=pairs,
        segments=tuple(_segment(item) for item in values["segments"]),
        changes=changes,
        summary=_summary(values["summary"]),
        languages=Languages(**values["languages"]) if values.get("languages") else None,
        ledger=ledger or unrecorded(changes, pairs),
        also=tuple(AlsoIn(**_with_indexes(item)) for item in values.get("also", ())),
    )


def _pair_json(pair: Pair) -> dict[str, Any]:
    return {
        "old": list(pair.old),
        "new": list(pair.new),
        "relation": pair.relation,
        "moved": pair.moved,
        "similarity": pair.similarity,
        "scope": pair.scope,
    }


def _with_indexes(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "old": tuple(values["old"]), "new": tuple(values["new"])}


def _segment_json(segment: Segment) -> dict[str, Any]:
    return {
        "op": segment.op,
        "old": _span_json(segment.old),
        "new": _span_json(segment.new),
        "pair": segment.pair,
        "change": segment.change,
    }


def _segment(values: dict[str, Any]) -> Segment:
    return Segment(**{**values, "old": _span(values["old"]), "new": _span(values["new"])})


def _change_json(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "kind": change.kind,
        "old": _span_json(change.old),
        "new": _span_json(change.new),
        "flags": list(change.flags),
        "weight": change.weight,
        "pair": change.pair,
        "scope": change.scope,
    }


def _change(values: dict[str, Any]) -> Change:
    spans = {"old": _span(values["old"]), "new": _span(values["new"])}
    return Change(**{**values, **spans, "flags": tuple(values["flags"])})


def _summary_json(summary: Summary) -> dict[str, Any]:
    return {
        "kept": summary.kept,
        "words": asdict(summary.words),
        "sentences": dict(summary.sentences),
        "flags": dict(summary.flags),
        "furniture": asdict(summary.furniture),
    }


def _summary(values: dict[str, Any]) -> Summary:
    words, furniture = WordCounts(**values["words"]), Furniture(**values["furniture"])
    return Summary(values["kept"], words, values["sentences"], values["flags"], furniture)


def _options_json(options: Options) -> dict[str, Any]:
    return {
        "ignore": sorted(options.ignore),
        "granularity": options.granularity,
        "scope": options.scope,
        "old_story": _spans_json(options.old_story),
        "new_story": _spans_json(options.new_story),
        "moves": options.moves,
        "apart": sorted(list(places) for places in options.apart),
        "together": sorted(list(places) for places in options.together),
    }


def _options(values: dict[str, Any]) -> Options:
    stories = {name: _spans(values[name]) for name in ("old_story", "new_story")}
    places = {name: frozenset((old, new) for old, new in values[name]) for name in ("apart", "together")}
    return Options(**{**values, **stories, **places, "ignore": frozenset(values["ignore"])})


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "sha256": side.sha256,
        "words": side.words,
        "paragraphs": _spans_json(side.paragraphs),
        "sentences": _spans_json(side.sentences),
        "story": _spans_json(side.story),
    }


def _side(values: dict[str, Any], text: str) -> Side:
    spans = {name: _spans(values[name]) for name in ("paragraphs", "sentences", "story")}
    return Side(text=text, sha256=values["sha256"], words=values["words"], **spans)


def _span_json(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _span(values: list[int] | None) -> Span | None:
    return Span(*values) if values else None


def _spans_json(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _spans(values: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in values)
