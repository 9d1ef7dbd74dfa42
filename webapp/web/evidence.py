"""`/c/<id>/verify`: is what the link shows what was frozen? And where each of its texts came from, in words."""

from dataclasses import dataclass

from flask import Blueprint, render_template

from webapp.services import Permalink, Verification, Version, way_captured
from webapp.web.current import services
from webapp.web.formats import instant

evidence = Blueprint("evidence", __name__)

NAMES = {"old": "Original", "new": "Compared with", "result": "Result"}


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """What templates/permalinks/verify.html receives."""

    public_id: str
    verification: Verification


@evidence.get("/c/<public_id>/verify")
def verify(public_id: str) -> str:
    """Compute the sums of a link again."""
    page = VerifyPage(public_id, services().verify(public_id))
    return render_template("permalinks/verify.html", page=page, names=NAMES)


def captured(version: Version) -> str:
    """Say how and when a version was captured: what it is evidence of, and no more than that."""
    return f"{way_captured(version)} on {instant(version.captured_at)}; version {version.number} of the article"


def ending(permalink: Permalink) -> str:
    """Say until when a link answers."""
    end = permalink.terms.expires_at
    return f"This link answers until {instant(end)}." if end else "This link has no end."
