"""Comparisons as bytes: written once when a comparison is shared, read back unchanged."""

import json

from webapp.engine import codec
from webapp.engine.codec import from_json
from webapp.engine.model import Comparison
from webapp.services.model import Permalink
from webapp.services.sources import Source, Sources, as_frozen, read_sources, told_today
from webapp.storage.records import FrozenComparison, Result, Version


def canonical_json(comparison: Comparison, sources: Sources | None = None) -> str:
    """Return the public JSON form, always the same for the same comparison; of a link, with its `sources`."""
    return codec.canonical_json(comparison, {"sources": sources.json()} if sources else {})


def freeze(comparison: Comparison, old: Version, new: Version) -> Result:
    """Return a comparison as it is stored, with today's descriptions of its sides: one checksum covers all of it."""
    sources = Sources(Source.of(old), Source.of(new))
    return Result(canonical_json(comparison, sources).encode(), comparison.engine)


def thaw(frozen: FrozenComparison) -> Permalink:
    """Return a stored comparison as it was; the engine is not asked, so that a newer one changes nothing."""
    written = frozen.json.decode()
    result = json.loads(written)
    sources = read_sources(result)
    told_old, told_new = (sources.old, sources.new) if sources else (None, None)
    return Permalink(
        public_id=frozen.public_id,
        created_at=frozen.created_at,
        engine=frozen.engine,
        result_sha256=frozen.json_sha256,
        result_json=written,
        old=as_frozen(frozen.old, told_old),
        new=as_frozen(frozen.new, told_new),
        comparison=from_json(result, frozen.old.text, frozen.new.text),
        terms=frozen.terms,
        has_sources=sources is not None,
        old_today=told_today(frozen.old, told_old),
        new_today=told_today(frozen.new, told_new),
    )
