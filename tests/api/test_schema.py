"""The interface under thousands of requests that Schemathesis makes up from its own document."""

import json
from collections import Counter
from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema_rs import Draft202012Validator
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.exporters.sheets import every_sheet
from tests.web.conftest import Pair
from webapp.api.comparison_answers import ComparisonAnswer
from webapp.api.document import document
from webapp.api.operations import OPERATIONS
from webapp.services import Paste, Services, public_json

MAX_CASES = 100
MIN_CASES = 2_000
"""All operations together; some take nothing but an id, of which there are not so many kinds."""

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
NEVER_DONE = {"delete", "capture_again", "watch_article"}
"""What no invented request brings about: nobody guesses a key, and no article of these has an address."""

asked: Counter[str] = Counter()
done: Counter[str] = Counter()


@pytest.mark.parametrize("name", [each.name for each in OPERATIONS])
def test_every_answer_is_as_described_and_none_is_a_failure_of_ours(
    app: Flask, pair: Pair, link: str, name: str
) -> None:
    """Half of the requests name what there is: an invented id finds nothing."""
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    operation = schema.find_operation_by_id(name)
    services: Services = app.extensions["stet.services"]
    article_id = 5 if name == "delete_article" else 1
    if name == "join_articles":
        article_id = services.add_article(Paste("To become a version."))
    slug = services.article(services.add_article(Paste("China said no.", collection="China"))).article.collection
    there = {"public_id": link.removeprefix("/c/"), "article_id": article_id, "version_id": pair.old, "slug": slug}

    @given(operation.as_strategy(), st.booleans())
    @settings(max_examples=MAX_CASES, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Case, is_there: bool) -> None:
        if is_there:
            case.path_parameters.update({key: there[key] for key in case.path_parameters})
            if isinstance(case.body, dict) and {"old", "new"} <= case.body.keys():
                case.body.update(old=pair.old, new={"text": "China said yes."})
            if isinstance(case.body, dict) and "into" in case.body:
                case.body["into"] = services.add_article(Paste("China said no.", collection="China"))
        asked[name] += 1
        answer = case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})
        done[name] += answer.status_code < 300

    ask()


def test_enough_was_asked_and_all_was_done() -> None:
    assert asked.total() >= MIN_CASES
    assert {name for name, times in done.items() if times} == {each.name for each in OPERATIONS} - NEVER_DONE


def schema_of_a_comparison() -> Draft202012Validator:
    described = document()
    return Draft202012Validator({**described, "$ref": "#/components/schemas/Comparison"})


def test_every_comparison_is_as_the_document_describes_it() -> None:
    schema = schema_of_a_comparison()
    for each in every_sheet():
        written = public_json(each.comparison)
        schema.validate(json.loads(written))
        ComparisonAnswer.model_validate_json(written, strict=True)


def closed(described: dict[str, Any]) -> bool:
    return described.get("additionalProperties") is False and set(described["required"]) == set(described["properties"])


def test_no_part_of_a_comparison_is_left_to_guess() -> None:
    """Every object of it names all of its fields and has no others."""
    schemas = document()["components"]["schemas"]
    names = (
        "Comparison",
        "Options",
        "Degraded",
        "Side",
        "Pair",
        "Segment",
        "Change",
        "Summary",
        "WordCounts",
        "Furniture",
    )
    assert [name for name in names if not closed(schemas[name])] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("pairs", 0, "relation"), "translated"),
        (("pairs", 0, "moved"), None),
        (("segments", 0, "op"), "replace"),
        (("changes", 0, "flags"), ["loud"]),
        (("changes", 0, "old"), [1]),
        (("summary", "words", "equal"), "many"),
        (("old", "sentences"), [[1, 2, 3]]),
        (("old", "text"), "The text itself."),
        (("options", "ignore"), ["meaning"]),
    ],
)
def test_the_document_tells_a_comparison_from_what_is_none(path: tuple[str | int, ...], value: object) -> None:
    written = json.loads(public_json(every_sheet()[0].comparison))
    part = written
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    assert not schema_of_a_comparison().is_valid(written)
