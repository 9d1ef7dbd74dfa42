"""One operation of the API: its method and path, what it takes, what it answers.

An operation is plain data around a function. The same data makes the route (`blueprint.py`) and the OpenAPI document
(`document.py`), so that the two cannot disagree.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Response, abort, make_response, request
from pydantic import BaseModel, ValidationError

from webapp.api.bodies import KINDS_OF_SIDE
from webapp.api.unreadable import unreadable
from webapp.errors import InvalidInput
from webapp.input.limits import MAX_ECHO_CHARS

JSON = "application/json"

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Operation:
    """A method and a path, and the function that answers.

    path       as Flask writes it; its values are passed to `view` by name
    view       gets the checked body as `asked` and the checked parameters as `query`, where these are set; it returns a
               model, or a string that is JSON already; the first line of its docstring is the summary
    answers    the model of the answer; None for an answer without a body
    asks       the model of the body
    query      the model of the parameters
    takes_key  with an Idempotency-Key it happens once, however often it is sent
    """

    method: str
    path: str
    view: Callable[..., BaseModel | str | None]
    answers: type[BaseModel] | None = None
    asks: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    status: int = 200
    takes_key: bool = False

    @property
    def name(self) -> str:
        return self.view.__name__

    @property
    def summary(self) -> str:
        return (self.view.__doc__ or "").partition("\n")[0]

    def answer(self, **values: Any) -> Response:
        """Check what this request brings, and answer it. Errors: InvalidInput, and those of the view."""
        if self.query:
            query = self.query
            values["query"] = _check(lambda: query.model_validate(request.args.to_dict()))
        if self.asks:
            values["asked"] = _read_body(self.asks)
        return respond(self.view(**values), self.status)


def _read_body(asks: type[BaseModel]) -> BaseModel:
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
    """Return an answer. For GET it has an ETag; a client that has it gets 304."""
    if answer is None:
        return make_response("", status)
    body = answer.model_dump_json(by_alias=True) if isinstance(answer, BaseModel) else answer
    response = make_response(body, status)
    response.mimetype = JSON
    if request.method in {"GET", "HEAD"}:
        response.add_etag()
        response.make_conditional(request)
    return response
