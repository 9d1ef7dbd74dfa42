"""The one way to add to the interface: an operation checks what it is sent, and says so in the OpenAPI document."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Blueprint, Response, abort, make_response, request
from pydantic import BaseModel, ValidationError

from webapp.api.bodies import unreadable
from webapp.api.models import KINDS_OF_SIDE, Asked
from webapp.errors import InvalidInput

JSON = "application/json"
MAX_ECHO_CHARS = 40
api = Blueprint("api", __name__, url_prefix="/api/v1")

Model = TypeVar("Model", bound=BaseModel)
View = TypeVar("View", bound=Callable[..., BaseModel | str | None])


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a program can ask for. `path` is as Flask has it, `asks` the body, `query` the parameters.

    takes_key  an Idempotency-Key makes it happen once, however often it is sent
    """

    method: str
    path: str
    name: str
    summary: str
    status: int
    answers: type[BaseModel] | None
    asks: type[Asked] | None
    query: type[BaseModel] | None
    takes_key: bool


OPERATIONS: list[Operation] = []


def operation(
    method: str,
    path: str,
    *,
    answers: type[BaseModel] | None = None,
    asks: type[Asked] | None = None,
    query: type[BaseModel] | None = None,
    status: int = 200,
    takes_key: bool = False,
) -> Callable[[View], View]:
    """Make a function an operation. It gets the path's values, `asked` and `query`; its docstring is the summary.

    It returns its answer, or as a string what is JSON already.
    """

    def add(view: View) -> View:
        summary = (view.__doc__ or "").partition("\n")[0]
        OPERATIONS.append(Operation(method, path, view.__name__, summary, status, answers, asks, query, takes_key))

        def answer(**values: Any) -> Response:
            if query:
                values["query"] = _check(lambda: query.model_validate(request.args.to_dict()))
            if asks:
                values["asked"] = _read_body(asks)
            return respond(view(**values), status)

        api.add_url_rule(path, view.__name__, answer, methods=[method])
        return view

    return add


def _read_body(asks: type[Asked]) -> Asked:
    """A browser cannot send this type to another site without asking first: forms are refused by it alone."""
    if request.mimetype != JSON:
        abort(415)
    charset = request.mimetype_params.get("charset", "utf-8")
    if charset.lower() not in {"utf-8", "utf8"}:
        raise InvalidInput(f"A body is JSON in UTF-8, and this one says that it is in {charset[:MAX_ECHO_CHARS]}.")
    return _check(lambda: asks.model_validate_json(request.get_data()))


def _check(read: Callable[[], Model]) -> Model:
    try:
        return read()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        if first["type"] == "json_invalid":
            raise unreadable(request.get_data(), first["msg"]) from error
        place = ".".join(str(part) for part in first["loc"] if part not in KINDS_OF_SIDE)
        raise InvalidInput(f"{first['msg']}." if place else f"The body: {first['msg']}.", place or None) from error


def respond(answer: BaseModel | str | None, status: int = 200) -> Response:
    """Return an answer. To GET it carries its ETag; who has it already is told so (304)."""
    if answer is None:
        return make_response("", status)
    body = answer.model_dump_json(by_alias=True) if isinstance(answer, BaseModel) else answer
    response = make_response(body, status)
    response.mimetype = JSON
    if request.method in {"GET", "HEAD"}:
        response.add_etag()
        response.make_conditional(request)
    return response
