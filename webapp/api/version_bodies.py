"""What programs send of the versions of an article."""

from base64 import b64decode
from typing import Annotated

from pydantic import AwareDatetime, Discriminator, Field, RootModel, Tag

from webapp.api.bodies import FILE, TEXT, RequestBody
from webapp.errors import InvalidInput
from webapp.input.limits import MAX_LINE_CHARS
from webapp.services import MAX_MINUTES, MIN_MINUTES


class ArticleCapture(RequestBody):
    """An empty object."""


class ArticleWatch(RequestBody):
    """How often the address of an article is fetched again."""

    minutes: int = Field(default=60, ge=MIN_MINUTES, le=MAX_MINUTES)


class WatchDeletion(RequestBody):
    """An empty object."""


def _kind_of_version(given: object) -> str | None:
    """Say which was meant: a file, or else a text."""
    if isinstance(given, FileVersion) or (isinstance(given, dict) and "file" in given):
        return FILE
    return TEXT if isinstance(given, dict | TextVersion) else None


class GivenVersion(RequestBody):
    """When a version was captured, if it was not now; it stands among the others by that time."""

    captured_at: AwareDatetime | None = Field(default=None, description="With its zone, such as 2026-11-02T09:14:00Z.")


class TextVersion(GivenVersion):
    """A text of an article."""

    text: str = Field(min_length=1)


class FileVersion(GivenVersion):
    """A file that holds a text of an article, or a web archive that holds captures of its page."""

    file: str = Field(min_length=1, description="The bytes of the file in Base64.")
    name: str = Field(default="", max_length=MAX_LINE_CHARS, description="The name of the file.")

    def data(self) -> bytes:
        """Return the bytes of the file. Errors: InvalidInput carries the field."""
        try:
            return b64decode(self.file, validate=True)
        except ValueError as error:
            raise InvalidInput("A file is given in Base64.", "file") from error


class NewVersion(
    RootModel[
        Annotated[
            Annotated[TextVersion, Tag(TEXT)] | Annotated[FileVersion, Tag(FILE)],
            Discriminator(_kind_of_version, "version", "Input should be an object with a text or a file"),
        ]
    ]
):
    """A version of an article."""
