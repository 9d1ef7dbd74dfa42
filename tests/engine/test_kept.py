"""The engine frees all memory of a text with its comparison: a process does not grow by the texts it has read."""

import gc
import tracemalloc

import pytest

from webapp.engine import compare

MAX_KEPT_SHARE = 0.1
"""Of the bytes of the texts; what is kept once for all texts is kept before."""

LETTERS = 100_000
KINDS = {
    "a name": "The council met and Xy{} said no to it.",
    "a number": "The council paid 7{} crowns for it.",
    "a quotation": "The mayor said “no {}” to all of it.",
    "an address": "The council wrote to https://example.org/{} of it.",
    "a hedge": "The council said it may be {} after all.",
}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_kept_of_long_words(kind: str) -> None:
    sentence, sign = KINDS[kind], "123456" if kind == "a number" else "abcdef"
    texts = [sentence.format(each * LETTERS) for each in sign]
    compare_with_another(texts[0])
    gc.collect()
    tracemalloc.start()
    try:
        for text in texts[1:]:
            compare_with_another(text)
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert kept < MAX_KEPT_SHARE * sum(map(len, texts[1:])), kept


def test_a_comparison_leaves_no_cycles() -> None:
    texts = [sentence.format("so") for sentence in KINDS.values()]
    old, new = "\n".join(texts), "\n".join(texts[::-1]).replace("said", "told us")
    compare(old, new)
    gc.collect()
    gc.disable()
    try:
        compare(old, new)
        assert gc.collect() == 0
    finally:
        gc.enable()


def compare_with_another(text: str) -> None:
    compare(text, text.replace("Xy", "Q").replace("paid 7", "paid 8").replace("no ", "yes ").replace("may be", "is"))
