"""What a reading process and the program say to each other, as plain bytes: a file, then an answer in JSON."""

import json
from dataclasses import asdict
from datetime import date
from multiprocessing.connection import Connection

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.imported import Imported

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
    _send(connection, {**asdict(story), "published": story.published.isoformat() if story.published else None})


def send_refusal(connection: Connection, refusal: InvalidInput) -> None:
    _send(connection, {"code": refusal.code, "message": refusal.message})


def receive_answer(connection: Connection) -> Imported:
    """Errors: the refusal that was sent; EOFError and OSError if the process has ended."""
    answer = json.loads(connection.recv_bytes(MAX_ANSWER_BYTES))
    if "code" in answer:
        raise REFUSALS[answer["code"]](answer["message"])
    published = answer.pop("published")
    warnings = tuple(answer.pop("warnings"))
    return Imported(**answer, published=date.fromisoformat(published) if published else None, warnings=warnings)


def _send(connection: Connection, answer: dict[str, object]) -> None:
    connection.send_bytes(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))
