"""`/articles/<id>/joined`: an article becomes a version of another one that tells the same story."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from webapp.services import MAX_ID
from webapp.web.shell.current import services
from webapp.web.shell.fields import read_id

relatives = Blueprint("relatives", __name__)


@relatives.post(f"/articles/<int(min=1, max={MAX_ID}):article_id>/joined")
def join(article_id: int) -> Response:
    """Add the texts of an article to another one, as versions of it, and delete the article."""
    into = services().join_articles(article_id, read_id(request.form, "into"))
    return redirect(url_for("articles.show", article_id=into), code=303)
