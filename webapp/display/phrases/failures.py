"""The words of a page about a failure, by status. Errors of input bring their own message."""

from collections.abc import Mapping

TITLES: Mapping[int, str] = {
    400: "This does not work",
    403: "Refused",
    404: "Not found",
    405: "Not possible here",
    413: "Too large",
    415: "Not a text",
    422: "This cannot be used as it is",
    429: "Too much at once",
    500: "Our mistake",
    502: "The other server does not answer",
    503: "Not available just now",
    504: "The other server is too slow",
}
MESSAGES: Mapping[int, str] = {
    400: "The server could not read this address or form. Go back and try again from the page you came from.",
    403: "This was sent from another site, so it was refused. Nothing was stored.",
    404: "There is nothing under this address. It may be incomplete, or what it led to was deleted or has expired.",
    415: "This address accepts only JSON: send application/json.",
    405: "This address cannot be used in this way. Nothing was changed.",
    500: "Something went wrong on our side. Nothing was stored in part. Try again; if it happens again, tell the "
    "administrator of this server when it happened.",
    503: "The database does not answer at the moment. Nothing was stored. Try again in a minute.",
}
EXPIRED_TITLE = "This form had expired"
EXPIRED = "So nothing was stored. Everything you filled in is kept below: send it again."


def over_the_size(max_bytes: int, max_fields: int) -> str:
    """Say what a form may hold at most."""
    return (
        f"This is more than the server takes at once: {max_bytes / 1e6:g} MB and {max_fields:,} fields. Nothing was "
        "stored. Go back: your browser still has what you filled in."
    )
