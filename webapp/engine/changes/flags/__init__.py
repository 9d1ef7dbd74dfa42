"""Why a change matters, may matter, or does not.

Each kind of flag has a module with one question about a change: attribution, dates, hedge, named, negation, numbers,
quote, wording. `flagger.py` asks them of each change (`change.py`) of a pair (`pair.py`). `surface.py` comes first: a
change of spelling, typography, case, punctuation or spacing only raises no other flag. The other modules are helpers.
"""

from webapp.engine.changes.flags.flagger import Flagger, PairFlagger, WholeFlagger

__all__ = ["Flagger", "PairFlagger", "WholeFlagger"]
