"""`/`: the desk, where the reader picks or pastes two texts."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from webapp.errors import InvalidInput, NotFound
from webapp.input.limits import MAX_QUERY_CHARS
from webapp.services import ArticleCard, CollectionCard, CollectionName, Relative, Selection
from webapp.web.desk.form import PASTED, SIDES, DeskForm, Side, SideForm, file_field, read_desk
from webapp.web.desk.looks import SideLook
from webapp.web.shell.current import services, settings
from webapp.web.shell.error_pages import status_of
from webapp.web.shell.fields import read_id
from webapp.web.shell.held import hold
from webapp.web.shell.htmx import fragment_target, render
from webapp.web.shell.page_cache import page_cache

desk = Blueprint("desk", __name__)


@dataclass(frozen=True, slots=True)
class DeskSide:
    """One side of the desk: how it was filled in, and the articles and collections to pick from.

    partners  those that share sentences with what is picked on the other side; they are not among the others
    """

    form: SideForm
    articles: Sequence[ArticleCard]
    collections: Sequence[CollectionName] = ()
    partners: Sequence[Relative] = ()
    look: SideLook = SideLook()
    max_query: int = MAX_QUERY_CHARS


@dataclass(frozen=True, slots=True)
class Sample:
    """A collection that is one click away: its base against each of the others."""

    title: str
    base: ArticleCard
    others: Sequence[ArticleCard]


@dataclass(frozen=True, slots=True)
class DeskPage:
    """What the templates in desk/ receive. `error` names the field at fault, `token` is the mark for the form token.

    hold_hours      how long a text is held that is not kept
    max_file_bytes  of the largest file that is read
    """

    old: DeskSide
    new: DeskSide
    samples: Sequence[Sample]
    error: InvalidInput | None
    token: str
    keep_texts: bool
    keep_pages: bool
    hold_hours: int
    max_file_bytes: int


@desk.get("/")
def show() -> Response:
    """Show the desk, with the versions picked that the address names; with `edit`, their texts to be changed."""
    form = read_desk(request.args)
    return _desk(_editable(form) if "edit" in request.args else form)


@desk.post("/")
def submit() -> BaseResponse:
    """Compare what was chosen; or, without JavaScript, swap the sides or search."""
    form, action = read_desk(request.form), request.form.get("do")
    if action == "search":
        return _desk(form)
    if action == "swap":
        return _desk(form.swapped())
    form, problem = _with_stories(form)
    try:
        if problem:
            raise problem
        old, new = services().choose(form.choices())
    except (InvalidInput, NotFound) as error:
        return _desk(form, error)
    hold([old, new])
    return redirect(url_for("compare.show", old=old, new=new), code=303)


@desk.get("/-/articles/<any(old, new):side>")
def find(side: Side) -> Response:
    """Show one side's list of articles, as the reader types."""
    form = read_desk(request.args)
    template = f"desk/_{side}_articles.html"
    return render(template, template, side=_side(form, side, _found(form.side(side))))


def _editable(form: DeskForm) -> DeskForm:
    """Return the form with the texts of the picked versions as if they were pasted, unless they are in the library."""
    versions = [(side, services().version(read_id({side: form.side(side).picked}, side))) for side in SIDES]
    for side, version in versions:
        if not version.article.kept:
            form = form.with_text(side, version.article.title, version.text)
    return form


def _with_stories(form: DeskForm) -> tuple[DeskForm, InvalidInput | None]:
    """Return the form with the stories in its files and at its addresses, and what is wrong with the first bad one."""
    problem = None
    for side in SIDES:
        try:
            form = _with_story(form, side)
        except InvalidInput as error:
            problem = problem or error
    return form, problem


def _with_story(form: DeskForm, side: Side) -> DeskForm:
    sent = request.files.get(file_field(side))
    if sent and sent.filename:
        with closing(sent):
            data = sent.read()
        return form.with_file(side, services().read_upload(data, sent.filename, file_field(side)))
    if form.side(side).is_address:
        return form.with_page(side, services().read_address(form.side(side).text, f"{side}_text"))
    return form


def _desk(form: DeskForm, error: InvalidInput | NotFound | None = None) -> Response:
    samples = tuple(_sample(found) for found in services().samples())
    said = _missing(form) if isinstance(error, NotFound) else error
    names = services().collection_names()
    found = _found(form.old)
    others = found if _search(form.old) == _search(form.new) else _found(form.new)
    old, new = _side(form, "old", found, names), _side(form, "new", others, names)
    limits = settings().hold_hours, settings().max_upload_bytes
    page = DeskPage(old, new, samples, said, page_cache().mark, form.keep_texts, form.keep_pages, *limits)
    status = status_of(error) if error else 200
    key = (page, fragment_target(), request.url_root) if request.method == "GET" else None
    return page_cache().answer(key, partial(render, "desk/page.html", "desk/_desk.html", status=status, page=page))


def _missing(form: DeskForm) -> InvalidInput:
    """Return the error for the side whose version does not exist."""
    sides = [side for side in (form.old, form.new) if side.picked and not side.is_pasted]
    field = next((side.side for side in sides if not _picked_card(side)), None)
    return InvalidInput(
        "What was picked here is not there any more. Pick another article, choose a file or paste the text.", field
    )


def _sample(collection: CollectionCard) -> Sample:
    base = next(card for card in collection.articles if card.id == collection.base_article_id)
    return Sample(collection.title, base, tuple(card for card in collection.articles if card != base))


def _search(form: SideForm) -> tuple[str, str]:
    return form.query, form.collection


def _found(form: SideForm) -> Sequence[ArticleCard]:
    return services().search_articles(form.query, selection=Selection(form.collection))


def _side(form: DeskForm, side: Side, found: Sequence[ArticleCard], names: Sequence[CollectionName] = ()) -> DeskSide:
    this, partners = form.side(side), _partners(form, side)
    offered = {each.article.version_id for each in partners}
    others = [card for card in found if card.version_id not in offered]
    listed = {str(version_id) for version_id in offered} | {str(card.version_id) for card in others}
    if this.picked and this.picked != PASTED and this.picked not in listed:
        others = [*_picked_card(this), *others]
    return DeskSide(this, tuple(others), names, partners)


def _partners(form: DeskForm, side: Side) -> Sequence[Relative]:
    """Return the articles that share the most sentences with what is picked on the other side."""
    other = form.new if side == "old" else form.old
    picked = _picked_card(other) if other.picked and other.picked != PASTED else []
    return tuple([near for card in picked for near in services().relatives(card.id)])


def _picked_card(form: SideForm) -> list[ArticleCard]:
    """Return the card of the picked version if the search does not list it, so that a search never loses the pick."""
    try:
        version = services().version(read_id({form.side: form.picked}, form.side))
    except (InvalidInput, NotFound):
        return []
    card = replace(version.article, version_id=version.id, version_number=version.number, words=version.words)
    return [card]
