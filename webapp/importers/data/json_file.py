"""JSON files: read within limits, and values of them that may be of any type."""

import json
from typing import Any

from webapp.errors import InvalidInput
from webapp.importers.texts.encodings import decode_labelled


def parse_json(data: bytes, name: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the object in a file, and warnings. `name`: the file's name, for messages.

    Errors: InvalidInput if it is no JSON object; RecursionError if it is nested too deep.
    """
    decoded = decode_labelled(data)
    try:
        found = json.loads(decoded.text.lstrip("\ufeff"))
    except ValueError as error:
        line = f" It breaks at line {error.lineno:,}." if isinstance(error, json.JSONDecodeError) else ""
        raise InvalidInput(f"{name} is not whole JSON.{line} It may be damaged or cut off.") from error
    if not isinstance(found, dict):
        raise InvalidInput(f"{name} holds no JSON object, and so no story that Stet reads.")
    return found, decoded.warnings


def text_in(values: dict[str, Any], *names: str) -> str:
    """Return the first value with one of these names that is a text or a number and not empty, else ""."""
    found = (values.get(name) for name in names)
    written = (str(value) for value in found if isinstance(value, str | int) and not isinstance(value, bool))
    return next(filter(str.strip, written), "")


def objects_in(values: dict[str, Any], *names: str) -> list[dict[str, Any]]:
    """Return the objects in the list, in the object of objects, or the one object, with the first name that has any."""
    for name in names:
        value = values.get(name)
        listed = list(value) if isinstance(value, list) else [value]
        found = [each for each in listed if isinstance(each, dict)]
        if found:
            return found
    return []
