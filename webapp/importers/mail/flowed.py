"""Lines of a mail that were broken for sending (format=flowed, RFC 3676)."""

import re

SIGNATURE = "-- "
QUOTE_MARKS = re.compile(r">*")


def unflow(text: str, *, deletes_space: bool) -> str:
    """Return a text with whole paragraphs. `deletes_space`: whether the space at a broken end is not of the text.

    >>> unflow("The mayor \\nsaid no.\\n>  quoted \\n> on\\n-- \\nAda", deletes_space=False)
    'The mayor said no.\\n> quoted on\\n-- \\nAda'
    """
    lines: list[list[str]] = []
    depth_before, goes_on = -1, False
    for raw in text.split("\n"):
        depth = len(QUOTE_MARKS.match(raw)[0])  # type: ignore[index]  # it matches nothing too
        line = raw[depth:].removeprefix(" ")
        if goes_on and depth == depth_before and line != SIGNATURE:
            lines[-1].append(line.lstrip(" ") if depth else line)
        else:
            lines.append([f"{'>' * depth} {line.lstrip(' ')}" if depth else line])
        goes_on = line.endswith(" ") and line != SIGNATURE
        if goes_on and deletes_space:
            lines[-1][-1] = lines[-1][-1][:-1]
        depth_before = depth
    return "\n".join(map("".join, lines))
