"""Hostile pairs of texts of one kind each, of any length. Each once made a stage too slow.

A kind is named for what its two texts are. Most are sentences of so many words in which each second or third changed.
"""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

Pair = tuple[str, str]
Make = Callable[[Random], str]
Change = Callable[[Random, str, int], str]

SEED = 2022
ANCHOR = "The committee of ministers met again on Thursday in Geneva to discuss the report."
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October")
CUES = ("said", "may", "not", "would", "could", "told", "the", "he", "she", "Smith")


def _letters(random: Random, count: int) -> str:
    return "".join(random.choices("abcdefghijklmnopqrstuvwxyz", k=count))


WORDS = tuple(_letters(Random(seed), 3 + seed % 7) for seed in range(4_000))


def small(random: Random) -> str:
    return random.choice(WORDS)


def name(random: Random) -> str:
    return random.choice(WORDS).capitalize()


def new_word(random: Random) -> str:
    return _letters(random, 6)


def number(random: Random) -> str:
    return str(random.randrange(100_000))


def acronym(random: Random) -> str:
    return "".join(random.sample("ABCDEFGH", 3))


def acronym_in_brackets(random: Random) -> str:
    return f"({acronym(random)})"


def date_and_sum(random: Random) -> str:
    day, month, sum_ = random.randrange(1, 29), random.choice(MONTHS), random.randrange(100_000, 1_000_000)
    return f"{day} {month} ${sum_ / 100:,.2f}"


def mark(random: Random) -> str:
    return random.choice(".,;:!?-()[]/&%$#@*+='\"“”‘’«»…–")


def letter_of_two_planes(random: Random) -> str:
    return chr(random.randrange(0x20000, 0x2A000))


def quoted(random: Random) -> str:
    return f"“{random.choice(WORDS)}”"


def cue(random: Random) -> str:
    return random.choice(CUES)


def every(step: int, make: Make) -> Change:
    """Return a change of each `step`-th word to one that `make` gives."""
    return lambda random, word, place: make(random) if place % step == 0 else word


def _sentences(size: int, words: int, make: Make, between: str = "\n") -> Iterator[list[str]]:
    random = Random(SEED)
    length = 0
    while length < size:
        sentence = [make(random) for _ in range(words)]
        length += sum(map(len, sentence)) + words + len(between)
        yield sentence


def changed(size: int, words: int, make: Make, change: Change, between: str = "\n") -> Pair:
    """Return sentences of so many words and the same with each word given to `change`."""
    random = Random(SEED + 1)
    old, new = [], []
    for sentence in _sentences(size, words, make):
        old.append(" ".join(sentence) + ".")
        new.append(" ".join(change(random, word, place) for place, word in enumerate(sentence)) + ".")
    return between.join(old), between.join(new)


def unlike(size: int, words: int, make: Make, between: str, end: str = "") -> Pair:
    """Return two texts of lines or sentences that are made alike and say other things."""
    random = Random(SEED + 1)
    count = sum(1 for _ in _sentences(size, words, make, between))
    sides = [[" ".join(make(random) for _ in range(words)) + end for _ in range(count)] for _ in range(2)]
    return between.join(sides[0]), between.join(sides[1])


def in_other_order(size: int, words: int, make: Make, between: str) -> Pair:
    """Return lines and the same lines shuffled."""
    lines = [" ".join(sentence) + "." for sentence in _sentences(size, words, make, between)]
    return between.join(lines), between.join(Random(SEED).sample(lines, len(lines)))


def repeated(old: str, new: str, size: int) -> Pair:
    """Return two rows of one thing each."""
    return old * (size // len(old)), new * (size // len(old))


def in_a_row(size: int, make: Make) -> Pair:
    """Return two rows of things of one kind, nothing between them."""
    random = Random(SEED)
    old, new = ("".join(make(random) for _ in range(size)) for _ in range(2))
    return old, new


def letters_in_lines(size: int) -> Pair:
    old = Random(SEED).choices("abcdefghijklmnopqrstuvwxyz", k=size // 2)
    new = [Random(place).choice("xyz") if place % 50 == 0 else letter for place, letter in enumerate(old)]
    return "\n".join(old), "\n".join(new)


def near_alike_shuffled(size: int) -> Pair:
    lines = [f"The committee of the city met on day number {day} to vote on it" for day in range(size // 60)]
    return "\n".join(lines), "\n".join(Random(SEED).sample(lines, len(lines)))


def turned_round(size: int) -> Pair:
    lines = [str(line) + "x" for line in range(size // 7)]
    return "\n".join(lines), "\n".join(reversed(lines))


def split_sentences(size: int) -> Pair:
    words = [word for sentence in _sentences(size, 20, small) for word in sentence]

    def cut(length: int) -> str:
        return ". ".join(" ".join(words[at : at + length]).capitalize() for at in range(0, len(words), length))

    return cut(20), cut(5)


def words_in_other_order(size: int, words: int) -> Pair:
    old = list(_sentences(size, words, small))
    new = (Random(SEED).sample(sentence, words) for sentence in old)
    return tuple("\n".join(" ".join(words) + "." for words in side) for side in (old, new))  # type: ignore[return-value]


def headlines_above(size: int) -> Pair:
    old, new = unlike(size, 6, name, "\n")
    return f"{old}\n{ANCHOR}", f"{new.title()}\n{ANCHOR} And so it went."


def list_lines_inside(size: int) -> Pair:
    lines = "\n".join("- " + " ".join(words) for words in _sentences(size, 5, small))
    return f"{ANCHOR}\n{lines}\n{ANCHOR.replace('Geneva', 'Paris')}", f"{ANCHOR}\n{ANCHOR.replace('Geneva', 'Paris')}"


def line_of_quotations(size: int) -> Pair:
    old = " ".join(f"“{' '.join(words)},” said {words[0].capitalize()}." for words in _sentences(size, 7, small))
    return old, old.replace("a", "e")


def one_line_of_sentences(size: int, before: str) -> Pair:
    return before + "A b c d. " * (size // 9), before + "A b c e. " * (size // 9)


def digits(size: int) -> Pair:
    return "1" * size, "1" * (size - 1) + "2"


def lines_and_one_line(size: int) -> Pair:
    lines = [" ".join(words) for words in _sentences(size, 11, small)]
    return "\n".join(lines), " ".join(lines)


def one_long_word(size: int) -> Pair:
    old = _letters(Random(SEED), size)
    return old, old[: size // 2] + "é" + old[size // 2 + 1 :]


def in_capitals(size: int, words: int) -> Pair:
    old = "\n".join(" ".join(sentence) + "." for sentence in _sentences(size, words, small))
    return old, old.upper()


def ideographs(size: int) -> Pair:
    signs = [chr(0x4E00 + place) for place in range(500)]
    return "".join(Random(1).choices(signs, k=size)), "".join(Random(2).choices(signs, k=size))


PAIRS: dict[str, Callable[[int], Pair]] = {
    # Very many sentences.
    "lines of one sign": partial(repeated, ".\n", ".\n"),
    "lines of a letter": letters_in_lines,
    "lines of a letter, unlike": partial(unlike, words=1, make=lambda random: _letters(random, 1), between="\n"),
    "lines of a number": partial(unlike, words=1, make=number, between="\n"),
    "lines of a new word": partial(unlike, words=1, make=new_word, between="\n"),
    "lines turned round": turned_round,
    "list lines of three words": partial(unlike, words=3, make=lambda random: f"- {small(random)}", between="\n"),
    "two sentences in turn": partial(repeated, "It was so. He denied it. ", "He denied it. It was so. "),
    "two lines in turn": partial(repeated, "It was so.\nHe denied it.\n", "He denied it.\nIt was so.\n"),
    "a line of short sentences": partial(one_line_of_sentences, before=""),
    "a line of sentences behind a source": partial(one_line_of_sentences, before="Source: "),
    # Very many partners.
    "lines shuffled": partial(in_other_order, words=8, make=small, between="\n"),
    "sentences shuffled": partial(in_other_order, words=15, make=name, between=" "),
    "lines nearly alike, shuffled": near_alike_shuffled,
    "one topic": partial(unlike, words=12, make=lambda random: random.choice(WORDS[:40]), between=". "),
    "headlines": partial(unlike, words=6, make=name, between="\n"),
    "headlines above a story": headlines_above,
    "list lines inside a story": list_lines_inside,
    "sentences split": split_sentences,
    "words that do not recur": partial(changed, words=18, make=new_word, change=every(5, new_word)),
    "unlike words that do not recur": partial(unlike, words=18, make=new_word, between=". "),
    # Very many changes.
    "every second word": partial(changed, words=20, make=small, change=every(2, small)),
    "every word in capitals": partial(in_capitals, words=20),
    "words in other order": partial(words_in_other_order, words=40),
    "a mark behind every third word": partial(
        changed, words=40, make=small, change=lambda random, word, place: word + "," * (place % 3 == 0)
    ),
    "every word in the plural": partial(changed, words=40, make=small, change=lambda random, word, place: word + "s"),
    "acronyms in brackets": partial(changed, words=40, make=acronym_in_brackets, change=every(3, acronym_in_brackets)),
    "rows of dates and sums": partial(changed, words=3, make=date_and_sum, change=every(2, date_and_sum)),
    # Long sentences.
    "sentences of 140 words": partial(changed, words=140, make=small, change=every(3, small)),
    "sentences of 140 names": partial(changed, words=140, make=name, change=every(3, name)),
    "sentences of 140 numbers": partial(changed, words=140, make=number, change=every(3, number)),
    "sentences of 140 acronyms": partial(changed, words=140, make=acronym, change=every(3, acronym)),
    "sentences of 140 quotations": partial(changed, words=140, make=quoted, change=every(3, quoted)),
    "sentences of 140 cues": partial(changed, words=140, make=cue, change=every(3, cue)),
    "sentences of 400 names in one line": partial(changed, words=400, make=name, change=every(3, name), between=" "),
    "sentences of 400 words in capitals": partial(in_capitals, words=400),
    "sentences of 400 words in other order": partial(words_in_other_order, words=400),
    "sentences of 700 names": partial(changed, words=700, make=name, change=every(3, name)),
    "sentences of 700 numbers": partial(changed, words=700, make=number, change=every(3, number)),
    "a line of quotations": line_of_quotations,
    # One sentence.
    "one word": partial(repeated, "the ", "the "),
    "two words": partial(unlike, words=1, make=lambda random: random.choice(("the", "of")), between=" "),
    "ten words": partial(unlike, words=1, make=lambda random: random.choice(WORDS[:10]), between=" "),
    "units in a row": partial(repeated, "5 tonnes tonnes ", "6 tonnes tonnes "),
    "marks": partial(repeated, ", . ; : ", ", ; : . "),
    "quotations that open": partial(repeated, '"a ', '"b '),
    "digits": digits,
    "lines of one sentence, and it in one line": lines_and_one_line,
    "one long word": one_long_word,
    "ideographs without full stops": ideographs,
    "marks at random": partial(in_a_row, make=mark),
    "ideographs of another plane at random": partial(in_a_row, make=letter_of_two_planes),
}
