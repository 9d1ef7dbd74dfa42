"""Captions (.srt, .vtt): what is said, as running text.

No library: pysubs2 drops what stands in braces and reads a backslash as a line end; srt is not developed any more.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import takewhile

from webapp.importers.imported import Imported
from webapp.importers.texts.encodings import decode_labelled

NAMES = {True: "vtt/1", False: "srt/1"}

TIME = r"(?:(\d+):)?(\d\d?):(\d\d)[.,](\d{1,3})"
TIMES = re.compile(rf"[ \t]*{TIME}[ \t]+-->[ \t]+{TIME}")
TAG = re.compile(r"</?(?:[bisuc]|v|lang|ruby|font)(?:[.\s][^<>\n]*+)?>|<\d[\d:.]*>|\{\\[^{}\n]*+\}", re.IGNORECASE)
READING = re.compile(r"<rt>[^<\n]*+</rt>?", re.IGNORECASE)
SPEAKER = re.compile(r"[ \t]*(?:-|–|—|>>|<v[ .])")
PAUSE_S = 4.0
"""A silence as long as this begins a paragraph. Range: 2..10. Why: captions of running speech follow within one."""


def read(data: bytes, name: str) -> Imported:
    """Return what is said in captions. A paragraph ends where the speaker changes or is silent."""
    decoded = decode_labelled(data)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    is_vtt = text.startswith("WEBVTT")
    paragraphs: list[list[str]] = []
    ended = 0.0
    for start, end, lines in _cues(text.split("\n"), is_vtt=is_vtt):
        for line in lines:
            said = unescape(TAG.sub("", READING.sub("", line))).strip()
            if said and paragraphs and start - ended < PAUSE_S and not SPEAKER.match(line):
                paragraphs[-1].append(said)
            elif said:
                paragraphs.append([said])
            ended = end
    return Imported(
        "\n\n".join(map(" ".join, paragraphs)),
        NAMES[is_vtt],
        warnings=decoded.warnings,
        encoding=decoded.guessed,
        encoding_by=decoded.by,
    )


def _cues(lines: list[str], *, is_vtt: bool) -> Iterator[tuple[float, float, list[str]]]:
    """Yield the times of each cue in seconds, and its lines."""
    cues = [(place, times) for place, line in enumerate(lines) if (times := TIMES.match(line))]
    ends = [place for place, _ in cues[1:]]
    for (place, times), end in zip(cues, [*ends, None], strict=False):  # there may be no cue
        said = lines[place + 1 : end]
        if is_vtt:  # a name or a comment may follow after an empty line
            said = list(takewhile(str.strip, said))
        elif end and said and said[-1].strip().isdigit():  # the number of the next cue
            del said[-1]
        yield _seconds(times.groups()[:4]), _seconds(times.groups()[4:]), said


def _seconds(written: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = written
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + int(thousandths or 0) / 1000
