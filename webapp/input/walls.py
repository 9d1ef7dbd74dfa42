"""Pages that stand in front of a story: to log in, or to consent to cookies. They are no version of it.

Only what shows itself is recognised: a redirect to such a page, or a page with hardly any text but its form. A wall
that a page draws over its own text, or a story cut off behind a paywall, is not told from a short story.
"""

import re
from urllib.parse import urlsplit

from webapp.engine.text.tokenise import count_words
from webapp.errors import InvalidInput
from webapp.fetching.model import Fetched

LOGIN = re.compile(r"log-?in|sign-?in|signin|auth|sso|anmelden|connexion|konto", re.IGNORECASE)
CONSENT = re.compile(r"(?:cookie-?)?consent|cookie-?wall|privacy-?gate|gdpr", re.IGNORECASE)
PASSWORD = re.compile(rb"<input\s[^>]{0,500}?type\s*=\s*[\"']?password", re.IGNORECASE)
FORM = re.compile(rb"<form[\s>]", re.IGNORECASE)
COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)

MAX_WORDS_OF_A_WALL = 150
"""Of a page with a form, above which it is taken for a story. Range: 50..400. Why: a consent page explains itself in
one to five sentences; the shortest news in brief with menus around it has more."""


def check_no_wall(fetched: Fetched, text: str) -> None:
    """Errors: InvalidInput if a login or consent page was fetched in place of the story; it names the status."""
    kind = _redirected_to(fetched) or (_shown_in(fetched.data, text) if _is_short(text) else "")
    if kind:
        raise InvalidInput(
            f"{fetched.host} answered {fetched.status}, but with a {kind} page instead of the story. Nothing was "
            "stored. Open the story in your browser and paste its text."
        )


def _is_short(text: str) -> bool:
    return count_words(text) <= MAX_WORDS_OF_A_WALL


def _redirected_to(fetched: Fetched) -> str:
    """Return which wall a redirect led to, by a part of its address; "" for none."""
    asked, came = _parts(fetched.asked), _parts(fetched.address)
    for part in came - asked:
        for kind, wall in (("login", LOGIN), ("consent", CONSENT)):
            if wall.fullmatch(part):
                return kind
    return ""


def _parts(address: str) -> set[str]:
    """Return the labels of an address's host and the segments of its path, without their endings."""
    parts = urlsplit(address)
    segments = (segment.partition(".")[0] for segment in parts.path.split("/"))
    return {*(parts.hostname or "").split("."), *segments}


def _shown_in(data: bytes, text: str) -> str:
    if PASSWORD.search(data):
        return "login"
    return "consent" if FORM.search(data) and COOKIES.search(text) else ""
