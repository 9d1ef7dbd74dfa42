"""What one token looks like, as patterns: words, numbers, dates, addresses, marks.

Matching takes time linear in the text: a repetition that could run far ahead, fail, and be tried again from the next
place has a limit.
"""

import re
from collections.abc import Iterable
from itertools import groupby

import regex

from webapp.engine.languages.language import Language
from webapp.engine.languages.letters import INVISIBLE, MARKS_IN_WORDS, UNSEEN, ways_to_write
from webapp.engine.languages.lookups import month_words

# With the separators that str.isspace() counts and the pattern's own class does not, and characters that nobody sees.
_NOTHING = rf"[\s\x1c-\x1f{UNSEEN}]"
# A script without spaces is broken anywhere, also inside a word.
_LINE_END = r"[ \t\u3000]*+[\r\n]++[ \t\u3000]*+"
UNSPACED = r"[[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々〆〻]--\p{Nd}]"

# A letter or mark of a script without spaces.
DENSE = rf"(?:{UNSPACED}|[\u3000-\u303f\uff00-\uffef])"

# A joiner holds two runs of letters or digits together: co-operation, don't, 35,000,000, 35'000'000, 10:30, 2017–2019,
# AT&T, example.org, EU:n. A slash joins digits only, since "and/or" is two words.
_JOINER = rf"""
    (?=[-‐‑־'’‘`´′.,:/–٫٬&"״׳·{MARKS_IN_WORDS}{INVISIBLE}])  # behind most words there is a space
    (?: [-‐‑־](?:{_LINE_END})?+(?=[\p{{L}}\p{{N}}])
      | (?<=[\p{{L}}\p{{M}}])['’‘`´′](?=\p{{L}})
      | (?<=\p{{N}})[.,:/–٫٬](?=\p{{N}})
      | (?<=\p{{N}})['’](?=\p{{N}}{{3}}(?!\p{{N}}))
      | (?<=[\p{{L}}\p{{M}}])\.(?=(?:\p{{Ll}}\p{{M}}*+){{2}})
      | (?<=[\p{{Lu}}\p{{N}}]):(?=\p{{Ll}})
      | (?<=\p{{Lu}})&(?=\p{{Lu}})
      | (?<=\p{{Hebrew}})["״׳](?=\p{{Hebrew}})
      | [·{MARKS_IN_WORDS}{INVISIBLE}]++(?=[\p{{L}}\p{{M}}])
    )
"""
_LETTERS = r"[[\p{L}\p{M}\p{N}_]--" + UNSPACED + "]"
_RUN = rf"{_LETTERS}+ (?: {_JOINER} {_LETTERS}+ )*+ [{INVISIBLE}]*+"

# Groups of three digits in a number written with spaces, behind its first digits.
# Range: 5–50 groups
# Why: the largest prefix there is, quetta for 10^30 (SI Brochure, 9th edition); without a limit each number of a column
# would be read to the column's end
MAX_DIGIT_GROUPS = 10
_GROUPED_DIGITS = rf"(?<![\p{{N}}.,])\d{{1,3}}(?:\s+\d{{3}}){{1,{MAX_DIGIT_GROUPS}}}+(?![\p{{N}}\p{{L}}])(?:[.,]\d+)?"
FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SIGN = r"(?<=^|[\s(\[“\"‘])[-−–+](?=\p{Sc}?\p{Nd})"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\p{Ll}\.\p{Ll}\.(?![\p{L}\p{N}])"
_NUMBER = rf"""
    (?: {_SIGN} )?
    (?: \p{{Lu}}{{0,3}}\p{{Sc}}\s*+ )?
    (?: {_GROUPED_DIGITS} | {_CLOCK} | (?=[\p{{Nd}}{FRACTIONS}]) {_RUN} )
    (?: \s*+[%‰٪] | \p{{Sc}}(?!\p{{Nd}}) )?
"""

# Characters before the @ of a mailbox.
# Range: 64 characters
# Why: RFC 5321, 4.5.3.1.1
MAX_LOCAL_PART_CHARS = 64

# Characters of each part of the name behind the @.
# Range: 63 characters
# Why: RFC 1035, 2.3.4
MAX_LABEL_CHARS = 63
_LABEL = rf"[\p{{L}}\p{{N}}-]{{1,{MAX_LABEL_CHARS}}}+"
_MAILBOX = rf"[\p{{L}}\p{{N}}._+-]{{1,{MAX_LOCAL_PART_CHARS}}}+@{_LABEL}(?:\.{_LABEL})++"

# Small initials, behind the first, that a full stop makes one abbreviation.
# Range: 5–50 initials
# Why: no language has as many
MAX_INITIALS = 20
_SMALL_INITIALS = rf"\p{{L}}(?:\.\p{{L}}){{1,{MAX_INITIALS}}}+\.(?![\p{{L}}\p{{N}}])"

# Of a row of flags each is two regional indicators. \X knows that too, but goes back over all of the row at each flag.
_FLAG_OF_ROW = r"\p{Regional_Indicator}{2}(?=\p{Regional_Indicator})"

# Letters of ASCII for which one character may stand, small or capital: ﬀ, ﬁ, ﬂ, ß, ﬆ.
_PAIRED = re.compile("f[fil]|s[st]")

_NEVER = r"(?!)"


def token_pattern(language: Language) -> str:
    """Return what each token matches, with the white space behind it; the group that matched is its kind."""
    months = _in_any_case(month_words(language))
    suffix = rf"(?:{_alternatives(language.ordinal_suffixes)}|\.)?"
    connector = rf"(?:(?:{_alternatives(language.date_connectors)})\s+)?"
    abbreviations = _in_any_case(
        language.abbreviations.union(language.month_abbreviations) - language.abbreviations_before_number
    )
    calendar = month_words(language).union(era for era, _ in language.eras)
    initials = _alternatives(frozenset(word for word in calendar if "." in word))
    before_number = _in_any_case(language.abbreviations_before_number)
    return rf"""
    (?:
      (?P<word> [A-Za-z][a-z]*+ (?=[\ ,][^\d]) )  # most words of most texts; whatever is more is decided below
    | (?P<word> {initials} )
    | (?P<unspaced> {UNSPACED}(?: [{UNSPACED}\p{{M}}{INVISIBLE}]++ | {_LINE_END}(?={UNSPACED}) )*+ )
    | (?P<date>
          {months}\.?\s+\d{{1,2}}{suffix}(?<!\.)(?![\p{{L}}\p{{N}}]|[.,:/–-]\d)
        | (?<![\p{{N}}.,:/])\d{{1,2}}{suffix}\s+{connector}{months}(?![\p{{L}}\p{{N}}])
      )
    | (?P<number> {_NUMBER} )
    | (?P<word>
          https?://[^\s<>"”“]*[\p{{L}}\p{{N}}/]
        | {_MAILBOX}
        | \p{{Lu}}(?:\.\p{{L}})+\.?(?![\p{{L}}\p{{N}}])
        | {_SMALL_INITIALS}
        | {abbreviations}\.(?=\s+[\p{{L}}\p{{N}}])
        | {before_number}\.(?=\s+\p{{N}})
        | (?=\p{{L}}) {_RUN} (?: (?:\+{{1,2}}+|(?<=\p{{Lu}})\#) (?![\p{{L}}\p{{N}}+\#]) )?
      )
    | (?P<punctuation> (?P<mark>[.\-—–_*=~…])(?P=mark)*+ | {_FLAG_OF_ROW} | (?!{_NOTHING})\X )
    | (?={_NOTHING})
    ) {_NOTHING}*+
    """


def plain_pattern(language: Language) -> str:
    """Return what a sentence matches that has as many words as spaces and one: most of English prose does.

    It holds letters, numbers, single spaces and the commonest marks, and no number beside another number or a month.
    """
    months = _in_any_case(month_words(language))
    connector = rf"(?:(?:{_alternatives(language.date_connectors)})\ )?"
    plain = rf"""(?:
        [A-Za-z]++ (?:['’-][A-Za-z]++)*+
      | (?<!\d[,;:]?\ | {months}\ ) \d++ (?:[.,]\d++)*+ (?! [\p{{L}}%‰] | \ [\d%‰] | \ {connector}{months} )
    )"""
    return rf"(?: [\"“(]? {plain} [,;:]? [\"”)]? \ )*+ [\"“(]? {plain} [,;:]? [.!?]? [\"”)]?"


def dependent_pattern(language: Language) -> str:
    """Return what a chunk without digits holds if it may be cut in another way beside other chunks.

    That is whatever may be part of a number or a date, an abbreviation's full stop at its end, and a letter that joins
    the space behind it. Scripts without spaces are among them, since their chunks are whole sentences.
    """
    months = _in_any_case(month_words(language))
    abbreviations = language.abbreviations | language.abbreviations_before_number | language.month_abbreviations
    return rf"""
        [\p{{Sc}}%‰٪] | {UNSPACED} | \p{{Grapheme_Cluster_Break=Prepend}}
      | \A {months} (?![\p{{L}}\p{{N}}])
      | [-‐‑־] \Z
      | (?<!\p{{L}}) (?: {months}\.? | {_in_any_case(abbreviations)}\. ) \Z
    """


def _in_any_case(words: frozenset[str]) -> str:
    """Return `_alternatives` in small letters and capitals.

    One character may stand for two letters, as in auguﬆ. Full case folding knows that and doubles the time to compile
    a pattern, so only words that may be written with such a character are folded so.
    """
    if not words:
        return _NEVER
    groups = groupby(_longest_first(words), _may_be_paired)
    either = "|".join(f"(?{'i' if is_full else 'i-f'}:{_either(group)})" for is_full, group in groups)
    return f"(?:(?i:{_first_letter(words)})(?:{either}))"


def _may_be_paired(word: str) -> bool:
    return not word.isascii() or _PAIRED.search(word) is not None


def _alternatives(words: frozenset[str]) -> str:
    """Longest first, so that a word is not mistaken for its own beginning; a pattern that never matches for none."""
    return f"{_first_letter(words)}(?:{_either(_longest_first(words))})" if words else _NEVER


def _longest_first(words: frozenset[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _first_letter(words: frozenset[str]) -> str:
    """Return what looks at one letter: at most words of a text none of these words begins."""
    letters = sorted({way[0] for word in words for way in ways_to_write(word[0])})
    return f"(?=[{regex.escape(''.join(letters))}])"


def _either(words: Iterable[str]) -> str:
    return "|".join("".join(_one_of(ways_to_write(letter)) for letter in word) for word in words)


def _one_of(ways: tuple[str, ...]) -> str:
    return regex.escape(ways[0]) if len(ways) == 1 else f"(?:{'|'.join(map(regex.escape, ways))})"
