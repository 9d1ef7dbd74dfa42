"""News-like prose without end, the same for the same seed.

Function words and the commonest words of the news are English, the rare ones are invented; they are spread as Zipf
found words to be. Sentences hold names, numbers and quotations.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, product
from random import Random
from typing import NamedTuple

_COMMON_WORDS = """
    the of to and a in that is was for on it with as he said at by be from has his but not have an are they who which
    will had their were its she this been more about after up than when out into or would one there all also could
    government people year police report official country president minister company court city state week party
    percent million group market leader law case plan trade security school election union public health worker border
    talks attack budget vote letter statement council rights deal trial river bridge price bank season team region
    told announced called asked found made took put held led reached signed began ended warned denied agreed refused
    new last first former local national foreign early late major small young several many most recent strong only
"""
_FIRST_NAMES = "Anna Boris Chen Dora Emil Fatima George Hana Ivan Julia Karim Lena"
_LAST_NAMES = "Abbott Berger Castro Dumont Eriksen Fischer Gomez Haddad Ito Jansen Novak"
_SYLLABLES = tuple(map("".join, product("bdfgklmnprstv", "aeiou", ("l", "m", "n", "r", "s", "t", "st", "nd"))))

RARE_WORDS = 20_000
# Zipf's law with Mandelbrot's correction: the word of rank r stands as often as 1 / (r + 2.7) says.
RANK_OFFSET = 2.7

SENTENCE_WORDS = (8, 30)
PARAGRAPH_SENTENCES = (1, 4)
NAME_SHARE = 0.04
NUMBER_SHARE = 0.03
COMMA_SHARE = 0.05
QUOTATION_SHARE = 0.15


class Token(NamedTuple):
    """A word with the marks that touch it."""

    before: str
    word: str
    after: str


@dataclass(frozen=True, eq=False)
class Sentence:
    """Its words, and the sentence of the older text that it came from; every sentence is itself alone."""

    tokens: tuple[Token, ...]
    source: "Sentence | None" = None

    @cached_property
    def text(self) -> str:
        return " ".join("".join(token) for token in self.tokens)


class Prose:
    """A writer. `word`, `sentence` and `paragraphs` go on from where the last call ended."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def paragraphs(self, words: int) -> Iterator[list[Sentence]]:
        """Yield paragraphs until they hold `words` words."""
        written = 0
        while written < words:
            paragraph = [self.sentence() for _ in range(self._random.randint(*PARAGRAPH_SENTENCES))]
            written += sum(len(sentence.tokens) for sentence in paragraph)
            yield paragraph

    def sentence(self) -> Sentence:
        drawn = self._words(self._random.randint(*SENTENCE_WORDS))
        words = [word for one in drawn for word in self._specialised(one)]
        words[0] = words[0][0].upper() + words[0][1:]
        tokens = [Token("", word, "," if self._random.random() < COMMA_SHARE else "") for word in words]
        tokens[-1] = tokens[-1]._replace(after=".")
        return Sentence(tuple(self._quoted(tokens) if self._random.random() < QUOTATION_SHARE else tokens))

    def plain(self) -> str:
        """Return a sentence of words alone, which takes a tenth of the time."""
        words = self._words(self._random.randint(*SENTENCE_WORDS))
        return f"{words[0].capitalize()} {' '.join(words[1:])}."

    def word(self) -> str:
        """Return a word in lower case, common ones more often."""
        return self._words(1)[0]

    def _words(self, count: int) -> list[str]:
        vocabulary, weights = _vocabulary()
        return self._random.choices(vocabulary, cum_weights=weights, k=count)

    def _specialised(self, word: str) -> list[str]:
        drawn = self._random.random()
        if drawn < NAME_SHARE:
            return self._name()
        return [self._number()] if drawn < NAME_SHARE + NUMBER_SHARE else [word]

    def _quoted(self, tokens: list[Token]) -> list[Token]:
        tokens[0] = tokens[0]._replace(before="“")
        tokens[-1] = tokens[-1]._replace(after=",”")
        first, last = self._name()
        return [*tokens, Token("", "said", ""), Token("", first, ""), Token("", last, ".")]

    def _name(self) -> list[str]:
        return [self._random.choice(names.split()) for names in (_FIRST_NAMES, _LAST_NAMES)]

    def _number(self) -> str:
        if self._random.random() < 0.3:
            return f"{self._random.randint(2, 99)}.{self._random.randint(1, 9)}"
        return f"{self._random.randint(2, 99_999):,}"


def words_by_rank() -> list[str]:
    """Return all words, the commonest first."""
    return _vocabulary()[0]


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """Return the words by rank, and their cumulated weights."""
    pairs = Random("rare words").sample(range(len(_SYLLABLES) ** 2), RARE_WORDS)
    rare = ("".join(_SYLLABLES[index] for index in divmod(pair, len(_SYLLABLES))) for pair in pairs)
    words = list(dict.fromkeys([*_COMMON_WORDS.split(), *rare]))
    return words, list(accumulate(1 / (rank + RANK_OFFSET) for rank in range(1, len(words) + 1)))
