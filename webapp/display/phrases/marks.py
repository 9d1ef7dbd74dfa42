"""Changes marked with letters, for text without colour and lines: [-deleted-] and {+inserted+}."""

from collections.abc import Mapping

from webapp.engine.model import Op

_MARKS: Mapping[Op, str] = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def marked(op: Op, text: str) -> str:
    """Return a text with its mark.

    >>> marked("delete", "no"), marked("insert", "yes")
    ('[-no-]', '{+yes+}')
    """
    return _MARKS[op].format(text)
