"""What several rooms read from the fields of a form or of an address: the id of a version, the words of a search."""

from collections.abc import Mapping

from webapp.errors import InvalidInput
from webapp.input.limits import MAX_QUERY_CHARS
from webapp.services import MAX_ID


def read_id(fields: Mapping[str, str], name: str) -> int:
    """Return the version id in a field. Errors: InvalidInput on anything but a positive whole number."""
    written = fields.get(name, "")
    if written.isascii() and written.isdigit() and 0 < len(written) <= len(str(MAX_ID)) and int(written) <= MAX_ID:
        return int(written)
    raise InvalidInput("A comparison needs two versions. Pick an article on each side, or paste a text.", field=name)


def read_query(fields: Mapping[str, str], name: str) -> str:
    """Return the words of a search. A NUL becomes a space: no database can hold one, and nobody searches for one."""
    return fields.get(name, "").replace("\0", " ").strip()[:MAX_QUERY_CHARS]
