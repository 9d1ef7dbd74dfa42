"""Generated texts for the engine's promises: any Unicode, and news-like texts with their revisions."""

from hypothesis import strategies as st

_ODD = [
    "e\u0301", "\u0301", "👩‍👩‍👧‍👦", "👍🏽", "🇨🇭", "𠮷野家", "السلام عليكم.", "שלום עולם.", "สวัสดีชาวโลก",
    "今天天气很好。", "今日は良い天気です。", "नमस्ते दुनिया।", "\u202eabc\u202c", "a\u200bb", "\r\n", "\r",
    "\n\n", "\t", "\u00a0", "\u2028", "\x1c", "\x07", "Aug. 31", "31 August", "35,000,000", "$35,000,000",
    "10 000", "40 %", "U.N.", "U.S.", "co-operation", "don’t", "“Yes,”", "...", "…", "–", "(", ")", ".", "!",
]  # fmt: skip
_WORDS = [
    "the",
    "of",
    "and",
    "letter",
    "report",
    "China",
    "Geneva",
    "rights",
    "said",
    "published",
    "August",
    "not",
    "7.7",
]

any_text = st.lists(
    st.one_of(st.sampled_from(_ODD), st.text(max_size=6), st.sampled_from([" ", ". "])), max_size=14
).map("".join)
word = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_ODD))
sentence = st.lists(word, min_size=1, max_size=12).map(lambda words: " ".join(words) + ". ")
sentences = st.lists(sentence, max_size=6)


@st.composite
def revised(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts of which one was made from the other: sentences kept, dropped, swapped, split or written anew."""
    old = draw(sentences)
    new = list(draw(st.permutations(old))) if draw(st.booleans()) else list(old)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(new)))
        new[at : at + draw(st.integers(0, 1))] = [draw(sentence)]
    return draw(st.sampled_from(["", "\n"])).join(old), draw(st.sampled_from(["", "\n", "\n\n"])).join(new)


pairs_of_texts = st.one_of(st.tuples(any_text, any_text), revised())
