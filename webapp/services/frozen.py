"""Comparisons as bytes: written once when a comparison is shared, read back unchanged."""

import json

from webapp.engine import codec
from webapp.engine.codec import from_json
from webapp.engine.model import Comparison
from webapp.services.model import Permalink
from webapp.services.sources import Source, Sources, as_frozen, changed_description, read_sources
from webapp.storage.records import FrozenComparison, Result, Version


def public_json(comparison: Comparison, sources: Sources | None = None) -> str:
    """Return the public JSON form, always the same for the same comparison; of a link, with its `sources`."""
    return codec.canonical_json(comparison, {"sources": sources.json()} if sources else {})


def freeze(comparison: Comparison, old: Version, new: Version) -> Result:
    """Return a comparison as it is stored, with today's descriptions of its sides: one checksum covers all of it."""
    sources = Sources(Source.of(old), Source.of(new))
    return Result(public_json(comparison, sources).encode(), comparison.engine)


def thaw(frozen: FrozenComparison) -> Permalink:
    """Return a stored comparison as it was. The engine does not run, so a newer one changes nothing."""
    written = frozen.json.decode()
    result = json.loads(written)
    sources = read_sources(result)
    old_source, new_source = (sources.old, sources.new) if sources else (None, None)
    return Permalink(
        public_id=frozen.public_id,
        created_at=frozen.created_at,
        engine=frozen.engine,
        result_sha256=frozen.json_sha256,
        result_json=written,
        old=as_frozen(frozen.old, old_source),
        new=as_frozen(frozen.new, new_source),
        comparison=from_json(result, frozen.old.text, frozen.new.text),
        terms=frozen.terms,
        has_sources=sources is not None,
        old_today=changed_description(frozen.old, old_source),
        new_today=changed_description(frozen.new, new_source),
    )
