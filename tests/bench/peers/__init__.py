"""The engines on the bench, ours first. A module each, with `NAME`, `version()` and `measure(old, new)`.

`version` is None where the machine has no such tool; `measure` returns what `timing.Measured` says.
"""

from typing import Protocol

from tests.bench.peers import (
    diff_match_patch_words,
    difflib_words,
    fast_diff_match_patch,
    floor,
    git_word_diff,
    jsdiff,
    patiencediff_words,
    stet,
    wdiff,
    wikidiff2,
)
from tests.bench.timing import Measured


class Peer(Protocol):
    NAME: str

    def version(self) -> str | None: ...

    def measure(self, old: str, new: str) -> Measured: ...


PEERS: dict[str, Peer] = {
    peer.NAME: peer
    for peer in (
        stet,
        floor,
        difflib_words,
        patiencediff_words,
        diff_match_patch_words,
        fast_diff_match_patch,
        jsdiff,
        wikidiff2,
        git_word_diff,
        wdiff,
    )
}
