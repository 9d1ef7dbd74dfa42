"""The engine beside people's alignments of sentences and of words, in texts of others."""

from collections.abc import Sequence

from tests.engine.gold import Counts, add_up, count
from tests.engine.shared import read_lines
from tests.engine.tokens import all_tokens
from webapp.engine import Comparison, Limits, Options, compare
from webapp.engine.changes.flags.pairing import pair_words
from webapp.engine.edits.words import align_words
from webapp.engine.languages.load import known_languages
from webapp.engine.model import Side
from webapp.engine.text.forms import Form
from webapp.engine.text.lexicon import Lexicon, lexicon_for

# A sentence counts as found inside the engine's pair if it has more letters and digits than this.
MIN_FOUND_CHARS = 20


def portuguese_links() -> Counts:
    """Link the sentences of simplified news, each given as a line of its own."""
    return add_up(
        _links(record["a"], record["b"], record["gold"]) for record in read_lines("sentence_alignment_pt.jsonl")
    )


def _links(old: Sequence[str], new: Sequence[str], gold: Sequence[Sequence[int]]) -> Counts:
    result = compare(*("\n".join(" ".join(sentence.split()) for sentence in side) for side in (old, new)))
    old_lines, new_lines = _lines_of(result.old), _lines_of(result.new)
    found = {(old_lines[i], new_lines[j]) for pair in result.pairs for i in pair.old for j in pair.new}
    return count(found, {(i, j) for i, j, *_ in gold})


def _lines_of(side: Side) -> list[int]:
    return [side.text.count("\n", 0, sentence.start) for sentence in side.sentences]


def simplified_pairs() -> Counts:
    """Look for the sentence pairs known of simplified news; they are not all there are, so that none can be false."""
    return add_up(_known_pairs(record) for record in read_lines("simplified_news_en.jsonl"))


def _known_pairs(record: dict[str, list[str]]) -> Counts:
    found = _texts_of_pairs(compare("\n".join(record["a"]), "\n".join(record["b"])))
    known = [(_bare(old), _bare(new)) for old, new in record["silver_sentence_pairs"]]
    right = sum(any(_holds(one, old) and _holds(other, new) for one, other in found) for old, new in known)
    return Counts(right, 0, len(known) - right)


def _texts_of_pairs(result: Comparison) -> list[tuple[str, str]]:
    old, new = ([_bare(side.text[slice(*span)]) for span in side.sentences] for side in (result.old, result.new))
    linked = [pair for pair in result.pairs if pair.old and pair.new]
    return [("".join(old[i] for i in pair.old), "".join(new[j] for j in pair.new)) for pair in linked]


def _bare(sentence: str) -> str:
    return "".join(char for char in sentence.lower() if char.isalnum())


def _holds(ours: str, theirs: str) -> bool:
    """Sentences may be split differently from ours: one of the two then contains the other."""
    return theirs in ours or (len(ours) > MIN_FOUND_CHARS and ours in theirs)


def word_matches() -> Counts:
    """Set the words of sentence pairs against each other; what people hold possible counts neither way."""
    return add_up(map(_word_matches, read_lines("word_alignment_en.jsonl")))


def _word_matches(record: dict[str, list[str]]) -> Counts:
    english = next(language for language in known_languages() if language.code == "en")
    lexicon = lexicon_for(english, Options().ignore)
    old, new = (_forms(record[side], lexicon) for side in ("a_tokens", "b_tokens"))
    matches, _ = align_words(old, new, Limits())
    found = {(match.old, match.new) for match in pair_words(old, new, matches)}
    return count(found, set(map(tuple, record["gold"])), map(tuple, record["possible"]))


def _forms(tokens: Sequence[str], lexicon: Lexicon) -> list[Form]:
    """Return the form of each token as people cut it."""
    return [lexicon.forms[all_tokens(lexicon.tokeniser, token)[0].kind][token] for token in tokens]
