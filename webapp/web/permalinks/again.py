"""`/c/<id>/again`: from a link back to its two texts, to compare or to share them anew.

Whoever has the link may read its texts, also those that are in no list: this session is let to them.
"""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.web.permalinks.frames import read_frame_look
from webapp.web.reading.choices import to_query
from webapp.web.shell.current import services
from webapp.web.shell.held import hold

again = Blueprint("again", __name__)


@again.get("/c/<public_id>/again")
def compare(public_id: str) -> BaseResponse:
    """Redirect to the comparison of a link's texts with today's engine; with `share`, to the form that shares it."""
    permalink = services().permalink(public_id)
    old, new, options = permalink.old.id, permalink.new.id, permalink.comparison.options
    hold([old, new])
    if "share" in request.args:
        return redirect(url_for("sharing.form", old=old, new=new, **to_query(options)))
    return redirect(url_for("compare.show", old=old, new=new, **to_query(options, read_frame_look(request.args).look)))
