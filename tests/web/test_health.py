"""`/healthz` and `/readyz`: for the operator."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT


@pytest.mark.parametrize(("address", "answer"), [("/healthz", "ok\n"), ("/readyz", "ready\n")])
def test_it_answers_in_plain_text_to_everybody(client: FlaskClient, address: str, answer: str) -> None:
    for headers in ({}, FRAGMENT):
        found = client.get(address, headers=headers)
        assert (found.status_code, found.mimetype, found.text) == (200, "text/plain", answer)
