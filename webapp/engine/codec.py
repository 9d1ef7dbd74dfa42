"""The public JSON form of a comparison, `stet.comparison/1`, and the way back.

It stands in the engine, not in a face of it: what a permalink freezes, what the command line prints and what a download
holds must be one and the same. The texts are not in it: `sha256` names them, and spans point into them.
"""

from typing import Any

from webapp.engine.model import (
    Change,
    Comparison,
    Degraded,
    Furniture,
    Options,
    Pair,
    Segment,
    Side,
    Span,
    Summary,
    WordCounts,
)

SCHEMA = "stet.comparison/1"


def to_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain JSON values. Offsets are Unicode code points, half-open."""
    degraded, words = comparison.degraded, comparison.summary.words
    return {
        "schema": SCHEMA,
        "engine": comparison.engine,
        "options": _options_json(comparison.options),
        "degraded": {"reason": degraded.reason, "limit": degraded.limit} if degraded else None,
        "shares_story": comparison.shares_story,
        "old": _side_json(comparison.old),
        "new": _side_json(comparison.new),
        "pairs": [
            {
                "old": list(pair.old),
                "new": list(pair.new),
                "relation": pair.relation,
                "moved": pair.moved,
                "similarity": pair.similarity,
                "scope": pair.scope,
            }
            for pair in comparison.pairs
        ],
        "segments": [
            {
                "op": segment.op,
                "old": _span_json(segment.old),
                "new": _span_json(segment.new),
                "pair": segment.pair,
                "change": segment.change,
            }
            for segment in comparison.segments
        ],
        "changes": [
            {
                "id": change.id,
                "kind": change.kind,
                "old": _span_json(change.old),
                "new": _span_json(change.new),
                "flags": list(change.flags),
                "weight": change.weight,
                "pair": change.pair,
                "scope": change.scope,
            }
            for change in comparison.changes
        ],
        "summary": {
            "kept": comparison.summary.kept,
            "words": {
                "old": words.old,
                "new": words.new,
                "equal": words.equal,
                "deleted": words.deleted,
                "inserted": words.inserted,
            },
            "sentences": dict(comparison.summary.sentences),
            "flags": dict(comparison.summary.flags),
            "furniture": {"old": comparison.summary.furniture.old, "new": comparison.summary.furniture.new},
        },
    }


def from_json(values: dict[str, Any], old_text: str, new_text: str) -> Comparison:
    """Return the comparison that `to_json` wrote, over the same two texts.

    Errors: ValueError for another schema.
    """
    if values.get("schema") != SCHEMA:
        raise ValueError(f"not a {SCHEMA}: {values.get('schema')!r}")
    summary = values["summary"]
    return Comparison(
        engine=values["engine"],
        options=_options(values["options"]),
        degraded=Degraded(**values["degraded"]) if values["degraded"] else None,
        shares_story=values["shares_story"],
        old=_side(values["old"], old_text),
        new=_side(values["new"], new_text),
        pairs=tuple(
            Pair(
                tuple(pair["old"]),
                tuple(pair["new"]),
                pair["relation"],
                pair["similarity"],
                pair["moved"],
                pair["scope"],
            )
            for pair in values["pairs"]
        ),
        segments=tuple(
            Segment(item["op"], _span(item["old"]), _span(item["new"]), item["pair"], item["change"])
            for item in values["segments"]
        ),
        changes=tuple(
            Change(
                item["id"],
                item["kind"],
                _span(item["old"]),
                _span(item["new"]),
                item["pair"],
                tuple(item["flags"]),
                item["weight"],
                item["scope"],
            )
            for item in values["changes"]
        ),
        summary=Summary(
            summary["kept"],
            WordCounts(**summary["words"]),
            summary["sentences"],
            summary["flags"],
            Furniture(**summary["furniture"]),
        ),
    )


def _options_json(options: Options) -> dict[str, Any]:
    return {
        "ignore": sorted(options.ignore),
        "granularity": options.granularity,
        "scope": options.scope,
        "old_story": [list(span) for span in options.old_story],
        "new_story": [list(span) for span in options.new_story],
        "moves": options.moves,
        "apart": sorted(list(places) for places in options.apart),
        "together": sorted(list(places) for places in options.together),
    }


def _options(values: dict[str, Any]) -> Options:
    return Options(
        frozenset(values["ignore"]),
        values["granularity"],
        values["scope"],
        tuple(Span(*span) for span in values["old_story"]),
        tuple(Span(*span) for span in values["new_story"]),
        values["moves"],
        frozenset((old, new) for old, new in values["apart"]),
        frozenset((old, new) for old, new in values["together"]),
    )


def _side_json(side: Side) -> dict[str, Any]:
    return {
        "sha256": side.sha256,
        "words": side.words,
        "paragraphs": [list(span) for span in side.paragraphs],
        "sentences": [list(span) for span in side.sentences],
        "story": [list(span) for span in side.story],
    }


def _side(values: dict[str, Any], text: str) -> Side:
    return Side(
        text=text,
        sha256=values["sha256"],
        words=values["words"],
        paragraphs=tuple(Span(*span) for span in values["paragraphs"]),
        sentences=tuple(Span(*span) for span in values["sentences"]),
        story=tuple(Span(*span) for span in values["story"]),
    )


def _span_json(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _span(values: list[int] | None) -> Span | None:
    return Span(*values) if values else None
