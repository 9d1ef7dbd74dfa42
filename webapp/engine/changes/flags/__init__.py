"""Why a change matters, may matter, or does not.

Each kind of flag has a module with one question about a change:

    attribution   attribution, voices      negation   negation      quote     quote
    date          dates                    number     numbers       sense     turns
    hedge         hedge                    name       named         wording   wording

`flagger.py` asks them of each change (`change.py`) of a pair (`pair.py`). `surface.py` comes first: a change of
spelling, typography, case, punctuation or spacing only raises no other flag, unless a part of it counts by itself
(`respelling.py`). `whole.py` asks of a sentence that was dropped or added whole. `doubts.py` names the groups that a
change may belong to though it has no flag of theirs. The other modules are helpers.
"""

from webapp.engine.changes.flags.flagger import Flagger, PairFlagger, WholeFlagger

__all__ = ["Flagger", "PairFlagger", "WholeFlagger"]
