"""What an importer returns: the text of a file, and what the file says about itself."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

EncodingBy = Literal["", "guess", "name"]
"""Who says in which encoding a text file is: the file itself, a guess, or a person by its name."""


@dataclass(frozen=True, slots=True)
class KnownStory:
    """One of the stories of a file that says where each begins. What the file does not say is empty.

    language  as the file names it, such as `en` or `pt-BR`
    address   where the story stands, as the file says
    captured  when it was fetched from there, as the file says; with its zone
    warnings  sentences for a reader: what the text may lack, what was guessed, what the file says of the story's state
    """

    text: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    published: date | None = None
    address: str = ""
    captured: datetime | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A story from a file, or several as one text. What the file does not say is empty.

    importer  format and version of its reader, such as `plain/1`
    language, warnings  as in `KnownStory`
    stories   the stories that the file tells apart, by `several.join_stories`; none if it is a text like any other
    encoding  that of a text file which does not say it itself: a guess, or as `encoding_by` says, named by a person
    """

    text: str
    importer: str
    title: str = ""
    byline: str = ""
    outlet: str = ""
    language: str = ""
    published: date | None = None
    warnings: tuple[str, ...] = ()
    stories: tuple[KnownStory, ...] = ()
    encoding: str = ""
    encoding_by: EncodingBy = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text that was bytes, and what a reader should know of its encoding. `guessed`: its name if it was a guess."""

    text: str
    warnings: tuple[str, ...] = ()
    guessed: str = ""

    @property
    def by(self) -> EncodingBy:
        return "guess" if self.guessed else ""
