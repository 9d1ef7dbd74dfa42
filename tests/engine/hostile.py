"""Hostile texts of one kind each, of any length. Each once made a pattern backtrack.

What repeats does not end well: a chain that is read to its end and then is none is read again from its next link.
"""

from collections.abc import Callable
from itertools import cycle, islice

Kind = Callable[[int], str]


def _again(repeated: str, before: str = "", after: str = "") -> Kind:
    """Return a kind that repeats one thing between two others."""
    return lambda size: before + (repeated * (size // len(repeated) + 1))[:size] + after


def _halves(first: str, second: str, between: str = "") -> Kind:
    """Return a kind that repeats one thing for half of its length and another for the rest."""
    return lambda size: _again(first)(size // 2) + between + _again(second)(size // 2)


def _growing(part: str, between: str) -> Kind:
    """Return a kind of runs of one thing, each longer than the one before."""

    def text(size: int) -> str:
        runs = [part * length for length in range(1, int((2 * size) ** 0.5) + 1)]
        return between.join(runs)[:size]

    return text


def _letters_in_turn(size: int) -> str:
    """No two neighbours are alike, and hardly a stretch comes again."""
    return "".join(islice(cycle("abcdefghijklmnopqrstuvwxyz.,-'@+&/:%$0123456789"), size))


KINDS: dict[str, Kind] = {
    # Ends of sentences.
    "full stops": _again(".", "Hello "),
    "full stops and spaces": _again(". ", "Hello "),
    "runs of full stops": _growing(".", " a "),
    "ellipses": _again("…", "Hello "),
    "questions and exclamations": _again("?!", "Hello "),
    "ideographic full stops": _again("。", "你好"),
    "ideographic full stops and closers": _again("」", "你好。"),
    "stops and closers": _again(".)", "Hello "),
    "closers": _again(")", "Hello."),
    "guillemets apart": _again(". » ", "Oui "),
    "openers": _again("(", "Hello. "),
    "openers apart": _again("« - ", "Hello. "),
    "spaces after a stop": _again(" ", "Hello.", "he"),
    "marks before an enumerator": _halves("-", " A. mr. X"),
    "enumerators": _again("②. "),
    "enumerators that end sentences": _again("②! "),
    "list of letters": _again("a. B. "),
    "abbreviations": _again("Mr. "),
    "abbreviations before numbers": _again("no. 5 No. "),
    "one long word and its stops": _again("a.", "a" * 100, " B"),
    "sentences of a letter": _again("A. b! C? "),
    # Words, names, initials.
    "one letter": _again("a"),
    "one capital": _again("A"),
    "letters in turn": _letters_in_turn,
    "capital initials": _again("A.", "", "AA"),
    "small initials": _again("a.", "", "aa"),
    "hyphens between letters": _again("a-"),
    "ampersands between capitals": _again("A&"),
    "apostrophes": _again("'"),
    "possessives": _again("'s", "a"),
    "camel case": _again("McDonald"),
    "short words": _again("a "),
    "months": _again("May "),
    "months without a day": _again("May. of "),
    "months and days": _again("1 of May 2 ", "", "x"),
    "days without a month": _again("1 of "),
    # Numbers.
    "digits": _again("7"),
    "digits of another script": _again("٣"),
    "groups of digits": _again(" 234", "1", "5"),
    "groups of digits over lines": _again("\r\n234", "1", "x"),
    "signs": _again("+"),
    "signs and currencies": _again("-$"),
    "currencies and spaces": _again("$ "),
    "decimals": _again("1."),
    "percent": _again("1 %"),
    # Addresses.
    "local parts without an at": _again("a.b+c"),
    "signs of local parts": _again("._+-"),
    "local parts at none": _again("a@"),
    "domains without a dot": _halves("a+", "b-", "@"),
    "domains": _again("a@b.", "", "-"),
    "addresses of a mailbox": _again("desk@example.org,"),
    "addresses with marks": _again("a\u0301.b\u0301@"),
    "addresses of the web": _again("http://"),
    "addresses in brackets": _again("(http://)"),
    "addresses that end in brackets": _again(")", "https://example.org/("),
    "addresses one by one": _again("http://) "),
    # Marks.
    "one mark of many": _again("-", "a"),
    "two marks in turn": _again("-=", "a"),
    "quotations never closed": _again("‘a "),
    "low quotations never closed": _again("‚a "),
    "straight quotations never closed": _again(" 'a"),
    "quotations that open only": _again("“"),
    "quotations that close only": _again("”"),
    "straight quotation marks": _again('"'),
    "quotations one by one": _again("“a” "),
    # White space and controls.
    "spaces": _again(" ", "a", "a"),
    "spaces of many kinds": _again(" \t\u00a0\u2003", "a", "a"),
    "separators": _again("\x1f", "a", "a"),
    "separators between letters": _again("a\x1c"),
    "control characters": _again("\x01"),
    "empty lines": _again("\n", "a", "a"),
    "empty lines of CRLF": _again("\r\n", "a", "a"),
    "lines of a letter": _again("a\n"),
    "lines of CRLF": _again("a\r\n"),
    "lines that are wrapped": _again("a" * 39 + " " + "b" * 40 + "\n"),
    "lines that are longer each": _growing("a ", "\n"),
    # Other scripts and clusters.
    "Chinese": _again("我喜欢自然语言处理"),
    "one Chinese letter": _again("我"),
    "Thai": _again("สวัสดีชาวโลก"),
    "one Thai letter": _again("ก"),
    "Japanese of one sign": _again("ー", "カ"),
    "unspaced letters with marks": _again("我\u0301"),
    "scripts in turn": _again("a我"),
    "Arabic": _again("السلام عليكم "),
    "combining marks": _again("\u0301", "a"),
    "combining marks on nothing": _again("\u0301", "."),
    "marks on marks": _again("-\u0301"),
    "joiners": _again("\u200d", "a"),
    "joined faces": _again("👩\u200d"),
    "face and its modifiers": _again("🏽", "👍"),
    "flags of regions": _again("🇨"),
    "tags of a flag": _again("\U000e0067", "🏴"),
    "Indic conjuncts": _again("क्", "", "क"),
    "Hangul letters": _again("\u1100"),
    "prepended marks": _again("\u0600"),
    "bidirectional marks": _again("\u202e"),
    "zero-width spaces": _again("\u200b", "a"),
    "letters of two planes": _again("𝒜"),
}
