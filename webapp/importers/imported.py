"""What an importer returns: the text of a file, and what the file says about itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Imported:
    """A story from a file. What the file does not say is empty.

    importer  format and version of its reader, such as `plain/1`
    language  as the file names it, such as `en` or `pt-BR`
    warnings  sentences for a reader: what the text may lack, or what was guessed
    """

    text: str
    importer: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    published: date | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text that was bytes, and what a reader should know of its encoding."""

    text: str
    warnings: tuple[str, ...] = ()
