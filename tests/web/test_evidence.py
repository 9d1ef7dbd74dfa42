"""`/c/<id>` and `/c/<id>/verify`: what is told of the two texts is what was so when the link was made."""

from flask.testing import FlaskClient

from tests.web.conftest import Pair
from tests.web.html import elements
from webapp.engine.model import Options
from webapp.services import Services


def test_a_text_that_a_program_added_to_a_sample_is_not_said_to_come_from_a_file(
    client: FlaskClient, services: Services, pair: Pair
) -> None:
    card = services.search_articles("828cloud")[0]
    sent = client.post(f"/api/v1/articles/{card.id}/versions", json={"text": "Something else altogether."})
    assert sent.json["origin"] == "api"
    link = f"/c/{services.freeze(sent.json['id'], pair.new, Options())}"
    (evidence,) = elements(client.get(link).text, "dl", class_="evidence")
    assert "(sent by a program, version 2)" in evidence.text
    assert "(loaded from a file of a collection, version 1)" in evidence.text
