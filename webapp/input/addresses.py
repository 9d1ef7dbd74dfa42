"""Reads a story from an address: fetched through the gate, read by the importer of its format, validated.

The gate and the encodings are loaded with the first address, since most runs of `stet diff` need neither.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import cast

from webapp.errors import AddressRefused, WrongKind
from webapp.fetching.kinds import is_any_data, is_binary, is_labelled_text
from webapp.fetching.model import OFF, PLAINLY, Asking, Fetch, Fetched, FetchRules
from webapp.importers.formats import Read, find_format
from webapp.importers.imported import Imported
from webapp.input.files import check_stories
from webapp.input.limits import TextLimits
from webapp.input.walls import check_no_wall

AS_UTF8 = "webapp.importers.texts.labelled:as_utf8"
GATE = "webapp.fetching.gate:FetchGate"
TARGET = "webapp.fetching.target:read_target"


@dataclass(frozen=True, slots=True)
class FetchedStory:
    """What a server answered, and the story in it."""

    fetched: Fetched
    story: Imported


def gate_of(rules: FetchRules) -> Fetch:
    """Return what fetches by these rules. It is loaded when it is first asked."""

    def fetch(written: str, asking: Asking = PLAINLY) -> Fetched:
        return cast(Fetched, resolve_name(GATE)(rules).fetch(written, asking))

    return fetch


def host_of(written: str, rules: FetchRules) -> str:
    """Return the host that an address will be fetched from. Nothing is sent to it, so it may still be refused.

    Errors: AddressRefused if nothing is fetched, or for an unusual form of an IP address; InvalidInput, TooLarge.
    """
    if not rules.is_on:
        raise AddressRefused(OFF)
    return cast(str, resolve_name(TARGET)(written).written_host)


def read_address(written: str, fetch: Fetch, limits: TextLimits, *, read: Read) -> FetchedStory:
    """Return the story at an address.

    Errors: those of the gate; WrongKind for bytes without text; InvalidInput if no importer can read them, or if they
    are a login or consent page; TooLarge above a limit.
    """
    return read_fetched(fetch(written), limits, read=read)


def read_fetched(fetched: Fetched, limits: TextLimits, *, read: Read) -> FetchedStory:
    """Return the story in what a server answered. Errors: as for `read_address`, but for those of the gate."""
    data = _in_utf8(fetched) if is_labelled_text(fetched.media_type) else fetched.data
    is_plain = find_format(data, fetched.name).is_simple
    if is_plain and is_any_data(fetched.media_type):
        raise WrongKind(
            f"{fetched.host} sent {fetched.media_type}, but neither a feed nor a story in it that Stet reads."
        )
    if is_plain and is_binary(data):
        raise WrongKind(f"{fetched.host} sent a file that holds no text and is no document that Stet reads.")
    story = read(data, fetched.name)
    check_stories(story, limits, f"The page of {fetched.host}")
    check_no_wall(fetched, story.text)
    return FetchedStory(fetched, story)


def _in_utf8(fetched: Fetched) -> bytes:
    return cast(Callable[[bytes, str], bytes], resolve_name(AS_UTF8))(fetched.data, fetched.charset)
