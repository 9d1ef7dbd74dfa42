"""What programs get, as types: they write the answers, and make the OpenAPI document.

A type is called "...Answer", since the record that it is made from has the short name. The document has the short name.
"""

from pydantic import BaseModel, ConfigDict


def public_name(model: type) -> str:
    """Return the name of a type in the OpenAPI document.

    >>> public_name(ProblemAnswer)
    'Problem'
    """
    return model.__name__.removesuffix("Answer")


class Answer(BaseModel):
    """What is answered, made from the records of the services."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        from_attributes=True,
        json_schema_serialization_defaults_required=True,
        model_title_generator=public_name,
    )


class ProblemAnswer(BaseModel):
    """What went wrong (RFC 9457). `field` is the place in the request that is at fault, such as old.text."""

    model_config = ConfigDict(model_title_generator=public_name)

    type: str
    title: str
    status: int
    detail: str
    code: str
    field: str | None
