"""The parameters of the lists, as types: they check the requests, and make the OpenAPI document."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from webapp.input.limits import MAX_LINE_CHARS

MAX_LISTED = 100
CURSOR = r"^v[1-9][0-9]{0,17}$"
SLUG = rf"^[a-z0-9-]{{1,{MAX_LINE_CHARS}}}$"


class ArticleQuery(BaseModel):
    """The parameters of the list of articles."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field(
        default="",
        max_length=500,
        description="Words that each has in its title or text.",
    )
    collection: str = Field(default="", max_length=500, description="The slug of the collection that they are in.")
    outlet: str = Field(default="", max_length=500, description="Their outlet, in any case.")
    since: date | None = Field(default=None, description="Published on this day or later.")
    until: date | None = Field(default=None, description="Published on this day or earlier.")
    language: str = Field(default="", max_length=100, description="Their language; pt has those in pt-BR too.")
    limit: int = Field(default=50, ge=1, le=MAX_LISTED)
    cursor: Annotated[str, Field(pattern=CURSOR)] | None = Field(default=None, description="`next` of the part before.")


class WatchQuery(BaseModel):
    """The parameters of the list of watched articles."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=50, ge=1, le=MAX_LISTED)
    cursor: Annotated[str, Field(pattern=CURSOR)] | None = Field(default=None, description="`next` of the part before.")


class CollectionQuery(BaseModel):
    """The parameters of the list of collections."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=50, ge=1, le=MAX_LISTED)
    cursor: Annotated[str, Field(pattern=SLUG)] | None = Field(default=None, description="`next` of the part before.")


class VersionQuery(BaseModel):
    """The parameters of a version."""

    model_config = ConfigDict(extra="forbid")

    link: str = Field(
        default="",
        max_length=100,
        description="The id of a link that compares it, for a version that was given for it.",
    )
