"""Cuts a web page into tags and texts.

The page was parsed by a browser's parser and written again, so each element is closed, attributes are in double quotes
and nothing stands at a wrong place. Walking that parser's own tree takes ten times as long.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

RAW = ("script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext")
"""Elements whose content is no markup: it is passed over."""

ATTRIBUTES = r"""(?:[^>"]|"[^"]*+")*+"""
TOKEN = re.compile(
    rf"""<({"|".join(RAW)})(?=[\s/>])({ATTRIBUTES})>(?:[^<]++|<(?!/\1))*+   # to the end of what is no markup
    | <(/?)([a-z][^\s/>]*+)({ATTRIBUTES})>                                # slash, name, attributes
    | <!--.*?--> | <![^>]*+>
    | ([^<]++|<)                                                          # text""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
ATTRIBUTE = re.compile(r'\s([^\s=>"]++)(?:="([^"]*+)")?')

VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"),
    *("basefont", "bgsound", "frame", "keygen"),
}


class Tag(NamedTuple):
    """The start or the end of an element."""

    name: str
    is_end: bool
    written: str

    def attributes(self) -> dict[str, str]:
        return {name.lower(): unescape(value) for name, value in ATTRIBUTE.findall(self.written)}


Token = Tag | str


def cut_page(page: str) -> Iterator[Token]:
    """Yield tags and texts. An element without content, such as `br`, ends at once."""
    for token in TOKEN.finditer(page):
        raw, raw_attributes, slash, name, attributes, text = token.groups()
        if text:
            yield unescape(text)
        elif raw:
            yield Tag(raw, False, raw_attributes)
        elif name:
            yield Tag(name, bool(slash), attributes)
            if name in VOID and not slash:
                yield Tag(name, True, "")
