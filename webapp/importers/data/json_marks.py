"""Which files are news in JSON, by what stands in them. Nothing is parsed."""

import re

START = re.compile(rb"(?:\xef\xbb\xbf)?\s*+\{\s*+\"")
JSON_FEED = re.compile(rb"\"version\"\s*+:\s*+\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/1", re.IGNORECASE)
NINJS_NAME = re.compile(rb"\"(?:uri|guid)\"\s*+:\s*+\"", re.IGNORECASE)
NINJS_STATE = re.compile(
    rb"\"(?:versioncreated|firstcreated|pubstatus|representationtype|standard|profile|urgency|copyrightholder)\"\s*+:",
    re.IGNORECASE,
)
NINJS_TEXT = re.compile(rb"\"(?:body_\w+|bodies|headlines?|description_\w+|descriptions)\"\s*+:", re.IGNORECASE)


def is_json_feed(data: bytes, name: str) -> bool:
    return START.match(data) is not None and JSON_FEED.search(data) is not None


def is_ninjs(data: bytes, name: str) -> bool:
    """Return whether a file is News in JSON. No mark is required by the standard but the item's address."""
    return START.match(data) is not None and all(mark.search(data) for mark in (NINJS_NAME, NINJS_STATE, NINJS_TEXT))
