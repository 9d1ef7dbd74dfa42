"""The interface under thousands of requests that Schemathesis makes up from its own document."""

from collections import Counter

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from webapp.api.operations import OPERATIONS

MAX_CASES = 300
MIN_CASES = 2_000
"""All operations together; some take nothing but an id, of which there are not so many kinds."""

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
asked: Counter[str] = Counter()


@pytest.mark.parametrize("name", [each.name for each in OPERATIONS])
def test_every_answer_is_as_described_and_none_is_a_failure_of_ours(app: Flask, name: str) -> None:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    operation = schema.find_operation_by_id(name)

    @given(operation.as_strategy())
    @settings(max_examples=MAX_CASES, deadline=None, suppress_health_check=list(HealthCheck))
    def ask(case: Case) -> None:
        asked[name] += 1
        case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})

    ask()


def test_enough_was_asked() -> None:
    assert asked.total() >= MIN_CASES
