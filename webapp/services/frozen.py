"""Comparisons as bytes: written once when somebody shares one, read back for ever after."""

import json

from webapp.engine.codec import from_json, to_json
from webapp.engine.model import Comparison
from webapp.services.model import Permalink
from webapp.storage.records import FrozenComparison, Result


def canonical_json(comparison: Comparison) -> str:
    """Return the public JSON form, always the same for the same comparison."""
    return json.dumps(to_json(comparison), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def freeze(comparison: Comparison) -> Result:
    """Return a comparison as it is stored."""
    written = canonical_json(comparison)
    return Result(written.encode(), json.loads(written)["options"], comparison.engine)


def thaw(frozen: FrozenComparison) -> Permalink:
    """Return a stored comparison as it was; the engine is not asked, so that a newer one changes nothing."""
    written = frozen.json.decode()
    return Permalink(
        public_id=frozen.public_id,
        created_at=frozen.created_at,
        engine=frozen.engine,
        result_sha256=frozen.json_sha256,
        result_json=written,
        old=frozen.old,
        new=frozen.new,
        comparison=from_json(json.loads(written), frozen.old.text, frozen.new.text),
        terms=frozen.terms,
    )
