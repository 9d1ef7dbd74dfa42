"""What a reading process and the program say to each other, as plain bytes: a file, then an answer in JSON."""

import json
from dataclasses import asdict
from datetime import date, datetime
from multiprocessing.connection import Connection
from typing import Any

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.imported import Imported, KnownStory

MAX_ANSWER_BYTES = 64_000_000
"""More than the text of any file within the limits."""

REFUSALS = {refusal.code: refusal for refusal in (InvalidInput, TooLarge)}


def send_file(connection: Connection, data: bytes, name: str) -> None:
    connection.send_bytes(name.encode("utf-8", "surrogateescape"))
    connection.send_bytes(data)


def receive_file(connection: Connection) -> tuple[bytes, str]:
    """Errors: EOFError if the program has ended."""
    name = connection.recv_bytes().decode("utf-8", "surrogateescape")
    return connection.recv_bytes(), name


def send_story(connection: Connection, story: Imported) -> None:
    _send(connection, asdict(story))


def send_refusal(connection: Connection, refusal: InvalidInput) -> None:
    _send(connection, {"code": refusal.code, "message": refusal.message})


def receive_answer(connection: Connection) -> Imported:
    """Errors: the refusal that was sent; EOFError and OSError if the process has ended."""
    answer = json.loads(connection.recv_bytes(MAX_ANSWER_BYTES))
    if "code" in answer:
        raise REFUSALS[answer["code"]](answer["message"])
    stories = tuple(KnownStory(**_values(story)) for story in answer.pop("stories"))
    return Imported(**_values(answer), stories=stories)


def _send(connection: Connection, answer: dict[str, object]) -> None:
    written = json.dumps(answer, ensure_ascii=False, default=_written)
    connection.send_bytes(written.encode("utf-8", "surrogatepass"))


def _written(moment: date) -> str:
    return moment.isoformat()


def _values(sent: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a story as they were before they were sent."""
    day, moment = sent["published"], sent.get("captured")
    moments = {"published": date.fromisoformat(day) if day else None}
    if moment:
        moments["captured"] = datetime.fromisoformat(moment)
    return {**sent, **moments, "warnings": tuple(sent["warnings"])}
