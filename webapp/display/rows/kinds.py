"""How a row is drawn, by the relation of its pair."""

from collections.abc import Mapping

from webapp.display.model import RowKind
from webapp.engine.model import Relation

KIND_OF: Mapping[Relation, RowKind] = {
    "verbatim": "kept",
    "edited": "edited",
    "rewritten": "edited",
    "added": "added",
    "dropped": "dropped",
}
