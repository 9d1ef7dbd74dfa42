"""What a file says of a story, as evidence: where it was found, and in which letters. Nobody checked it."""

from collections.abc import Mapping

from webapp.importers.imported import Imported, KnownStory
from webapp.input.texts import shorten_line

ENCODING = ("encoding", "encoding_by")


def encoding_of(story: Imported) -> dict[str, object]:
    """Return the encoding of a text file that does not say it itself, and whether it was a guess or named."""
    return {"encoding": story.encoding, "encoding_by": story.encoding_by} if story.encoding else {}


def evidence_of(story: KnownStory) -> dict[str, object]:
    """Return what a file says of where and when a story was found. Nobody checked it."""
    said = {"link": shorten_line(story.address), "captured": story.captured.isoformat() if story.captured else ""}
    return {name: value for name, value in said.items() if value}


def encoding_in(evidence: Mapping[str, object]) -> dict[str, object]:
    """Return what evidence says of an encoding: that of a file is that of each story in it."""
    return {name: value for name, value in evidence.items() if name in ENCODING}
