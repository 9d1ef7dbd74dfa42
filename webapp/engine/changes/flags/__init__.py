"""Why a change matters, may matter, or does not.

Each kind of flag has a module of its own, which asks one question of a change inside its pair (`view.py`). Surface
comes first: what is only spelling, typography, case, punctuation or spacing raises no other flag.
"""

from webapp.engine.changes.flags.flagger import Flagger, PairFlagger

__all__ = ["Flagger", "PairFlagger"]
