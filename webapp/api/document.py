"""The OpenAPI 3.1 document, made from the very types that check the requests."""

import re
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import CoreModeRef, CoreRef, DefsRef, GenerateJsonSchema, JsonSchemaMode, models_json_schema

from webapp import __version__
from webapp.api.answer import ProblemAnswer, public_name
from webapp.api.operation import JSON, Operation
from webapp.api.operations import OPERATIONS
from webapp.api.repeats import KEY_HELP, MAX_KEY_CHARS

PROBLEM = "application/problem+json"
REFERENCE = "#/components/schemas/{model}"
PARAMETER = re.compile(r"<(?:(int):)?(\w+)>")
WENT_WRONG = {
    400: "The parameters cannot be used.",
    403: "A browser sent this from another site, or an address is not allowed.",
    404: "There is no such thing, or no longer.",
    413: "Larger than the limit, which is named.",
    415: "The body is not application/json, or what is at an address holds no story.",
    422: "The body cannot be used; it says why.",
    429: "More than one address may do in a minute; Retry-After says when to come again.",
    502: "The server at an address cannot be reached or trusted.",
    503: "The server is busy or its database is not available; Retry-After says when to come again.",
    504: "The server at an address is too slow.",
}


class ShortNames(GenerateJsonSchema):
    """Names the types as `public_name` does, where pydantic would take the names of the classes."""

    def get_defs_ref(self, core_mode_ref: CoreModeRef) -> DefsRef:
        core_ref, mode = core_mode_ref
        return super().get_defs_ref((CoreRef(re.sub(r"Answer(?=:)", "", core_ref)), mode))


def document() -> dict[str, Any]:
    """Return the document."""
    schemas, definitions = _schemas()
    paths: dict[str, dict[str, Any]] = {}
    for each in OPERATIONS:
        paths.setdefault(path_template(each), {})[each.method.lower()] = _describe(each, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Stet", "version": __version__, "description": "What was changed between two texts."},
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
        "components": {"schemas": definitions},
    }


def model_name(model: type[BaseModel] | None) -> str:
    """Return the name of a model as the document writes it; "" for none."""
    return public_name(model) if model else ""


def _schemas() -> tuple[dict[Any, Any], dict[str, Any]]:
    asked = {each.asks for each in OPERATIONS if each.asks}
    models = {each.answers for each in OPERATIONS if each.answers} | {ProblemAnswer}
    wanted: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        *((model, "validation") for model in sorted(asked, key=model_name)),
        *((model, "serialization") for model in sorted(models, key=model_name)),
    ]
    found, definitions = models_json_schema(wanted, ref_template=REFERENCE, by_alias=True, schema_generator=ShortNames)
    return {model: schema for (model, _), schema in found.items()}, definitions["$defs"]


def _describe(each: Operation, schemas: dict[Any, Any]) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.summary,
        "parameters": [*_path_parameters(each), *_query_parameters(each), *_header_parameters(each)],
        "responses": {str(each.status): _success(each, schemas), **_failures(each, schemas)},
    }
    if each.asks:
        described["requestBody"] = {"required": True, "content": {JSON: {"schema": schemas[each.asks]}}}
    return described


def _success(each: Operation, schemas: dict[Any, Any]) -> dict[str, Any]:
    if each.answers is None:
        return {"description": "Done."}
    return {"description": "Done.", "content": {JSON: {"schema": schemas[each.answers]}}}


def _failures(each: Operation, schemas: dict[Any, Any]) -> dict[str, Any]:
    statuses = {404, 429, 503} | ({403, 413, 415, 422, 502, 504} if each.asks else {400})
    texts = {status: text for status, text in WENT_WRONG.items() if status in statuses}
    content = {PROBLEM: {"schema": schemas[ProblemAnswer]}}
    failures: dict[str, Any] = {
        str(status): {"description": text, "content": content} for status, text in texts.items()
    }
    return failures if each.asks else {"304": {"description": "You have it already."}, **failures}


def path_template(each: Operation) -> str:
    """Return the path of an operation as OpenAPI writes it."""
    return PARAMETER.sub(r"{\2}", each.path)


def _path_parameters(each: Operation) -> list[dict[str, Any]]:
    kinds: dict[str, dict[str, Any]] = {
        "int": {"type": "integer", "minimum": 1},
        "": {"type": "string", "minLength": 1},
    }
    return [
        {"name": name, "in": "path", "required": True, "schema": kinds[kind]}
        for kind, name in PARAMETER.findall(each.path)
    ]


def _header_parameters(each: Operation) -> list[dict[str, Any]]:
    if not each.takes_key:
        return []
    schema = {"type": "string", "maxLength": MAX_KEY_CHARS}
    name = {"name": "Idempotency-Key", "in": "header", "required": False}
    return [{**name, "description": KEY_HELP, "schema": schema}]


def _query_parameters(each: Operation) -> list[dict[str, Any]]:
    fields = each.query.model_json_schema()["properties"] if each.query else {}
    return [{"name": name, "in": "query", "required": False, "schema": schema} for name, schema in fields.items()]
