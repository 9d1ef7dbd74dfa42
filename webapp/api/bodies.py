"""What programs send, as types: they check the requests, and make the OpenAPI document."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, RootModel, Tag

from webapp.engine.options import Granularity, Ignorable
from webapp.input.limits import MAX_COLLECTION_CHARS, MAX_LINE_CHARS, MAX_NOTE_CHARS
from webapp.services import MAX_ID

Id = Annotated[int, Field(ge=1, le=MAX_ID)]


KINDS_OF_SIDE = VERSION, TEXT, ADDRESS, FILE = "#version", "#text", "#address", "#file"
"""Tags of the kinds. Pydantic puts them into the location of an error, from which they are removed."""


class RequestBody(BaseModel):
    """A request body: strict types, no unknown fields."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ChosenOptions(RequestBody):
    """What counts as a change; what is not said is the default."""

    ignore: list[Ignorable] = Field(default=["spacing"], max_length=5, description="Differences that do not count.")
    granularity: Granularity = "word"
    scope: bool = Field(default=True, description="Look for the shared story in both pages.")
    moves: bool = Field(default=True, description="Look for sentences that stand elsewhere in new.")


class GivenText(RequestBody):
    """A text in the request itself."""

    text: str = Field(min_length=1)
    title: str = Field(default="", max_length=MAX_LINE_CHARS)
    outlet: str = Field(default="", max_length=MAX_LINE_CHARS)


class GivenAddress(RequestBody):
    """The address of a web page, which the server fetches. Without a title it gets that of the page."""

    address: str = Field(min_length=1, description="An address that begins with http:// or https://.")
    title: str = Field(default="", max_length=MAX_LINE_CHARS)
    outlet: str = Field(default="", max_length=MAX_LINE_CHARS)


def _kind(given: object) -> str | None:
    """Say which was meant, so that a complaint is about that one: a version by its id, a text, an address, a file."""
    if isinstance(given, int):
        return VERSION
    if isinstance(given, GivenAddress) or (isinstance(given, dict) and "address" in given):
        return ADDRESS
    if isinstance(given, NewFile) or (isinstance(given, dict) and "file" in given):
        return FILE
    return TEXT if isinstance(given, dict | GivenText) else None


class NewText(GivenText):
    """A text to keep. `collection`: the name of the one that it is put into, made if there is none."""

    collection: str = Field(default="", max_length=MAX_COLLECTION_CHARS)


class NewPage(GivenAddress):
    """A page to keep. `collection` as of a text."""

    collection: str = Field(default="", max_length=MAX_COLLECTION_CHARS)


class NewFile(RequestBody):
    """A file to keep, in base64, and its name. `collection` as of a text."""

    file: str = Field(min_length=1, json_schema_extra={"contentEncoding": "base64"})
    name: str = Field(min_length=1, max_length=MAX_LINE_CHARS, description="Such as story.docx.")
    encoding: str = Field(default="", max_length=MAX_LINE_CHARS, description="Of a text that is not UTF-8 or UTF-16.")
    title: str = Field(default="", max_length=MAX_LINE_CHARS)
    outlet: str = Field(default="", max_length=MAX_LINE_CHARS)
    collection: str = Field(default="", max_length=MAX_COLLECTION_CHARS)


Given = Annotated[
    Annotated[Id, Tag(VERSION)] | Annotated[GivenText, Tag(TEXT)] | Annotated[GivenAddress, Tag(ADDRESS)],
    Discriminator(_kind, "side", "Input should be the id of a version, or an object with a text or an address"),
]


NO_STORY = "Input should be an object with a text, an address or a file"

Story = Annotated[
    Annotated[NewText, Tag(TEXT)] | Annotated[NewPage, Tag(ADDRESS)] | Annotated[NewFile, Tag(FILE)],
    Discriminator(_kind, "article", NO_STORY),
]


class NewArticle(RootModel[Story]):
    """An article to keep, or to look at."""


class NewStories(RequestBody):
    """A text, page or file that holds several stories, and the titles of those to keep; without titles, all."""

    whole: Story
    titles: list[Annotated[str, Field(max_length=MAX_LINE_CHARS)]] | None = Field(default=None, max_length=500)


class ArticleDescription(RequestBody):
    """What is said of an article; what is not named stays as it is. `published` is a date, or "" for none."""

    title: str | None = Field(default=None, min_length=1, max_length=MAX_LINE_CHARS)
    outlet: str | None = Field(default=None, max_length=MAX_LINE_CHARS)
    language: str | None = Field(default=None, max_length=MAX_LINE_CHARS)
    published: str | None = Field(default=None, max_length=MAX_LINE_CHARS, description="Such as 2026-11-02.")
    collection: str | None = Field(default=None, max_length=MAX_COLLECTION_CHARS, description='A name, or "" for none.')


class CollectionDescription(RequestBody):
    """Another name of a collection."""

    title: str = Field(min_length=1, max_length=MAX_COLLECTION_CHARS)


class ArticleDeletion(RequestBody):
    """An empty object."""


class ArticleJoining(RequestBody):
    """The article that another one becomes a part of."""

    into: int = Field(ge=1, le=MAX_ID)


class NewComparison(RequestBody):
    """Two sides, each the id of a version, a text or an address."""

    old: Given
    new: Given
    options: ChosenOptions = ChosenOptions()


class NewPermalink(NewComparison):
    """A comparison to freeze. A text that is given is held for the link alone; a page is kept as an article."""

    title: str = Field(default="", max_length=MAX_LINE_CHARS)
    note: str = Field(default="", max_length=MAX_NOTE_CHARS)
    expires: str = Field(default="never", description="never, day, week, month, or a date such as 2030-12-31.")


class Deletion(RequestBody):
    """The key that was shown when the link was made."""

    delete_key: str = Field(max_length=100)
