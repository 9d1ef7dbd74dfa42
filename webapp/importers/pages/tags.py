"""Cuts a web page into tags and texts.

The page was parsed by a browser's parser and written again, so each element is closed, attributes are in double quotes
and nothing stands at a wrong place. Walking that parser's own tree takes ten times as long.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

TOKEN = re.compile(
    r"""<(/?)([a-z][^\s/>]*+)((?:[^>"]|"[^"]*+")*+)>   # a tag: slash, name, attributes
    | <!--.*?--> | <![^>]*+>
    | ([^<]++|<)                                       # text""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
ATTRIBUTE = re.compile(r'\s([^\s=>"]++)(?:="([^"]*+)")?')

RAW = {"script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext"}
"""Elements whose content is no markup: it is passed over."""

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
    place = 0
    while place < len(page):
        token = TOKEN.match(page, place)
        if token is None:
            return
        place = token.end()
        slash, name, written, text = token.groups()
        if text:
            yield unescape(text)
        elif name:
            name = name.lower()
            yield Tag(name, bool(slash), written)
            if not slash and name in RAW:
                end = page.find(f"</{name}", place)
                place = end if end >= 0 else len(page)
            elif not slash and name in VOID:
                yield Tag(name, True, "")
