"""Where quotations begin and end."""

import pytest

from webapp.engine.span import Span
from webapp.engine.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('The screen is 12" wide, and 40" high.', []),
        ('A 12" screen is "too small", she said.', ["too small"]),
        ('"Too small", she said, and "too dear".', ["Too small", "too dear"]),
        ("그는 ‘문을 닫겠다’고 했다.", ["문을 닫겠다"]),
        ("他说‘我们走’就走了。", ["我们走"]),
        ("the fishermen’s ‘last day’ at Holm’s quay", ["last day"]),
        ('דובר צה"ל אמר "לא".', ["לא"]),
    ],
)
def test_a_quotation_is_what_its_marks_hold(text: str, quoted: list[str]) -> None:
    assert [text[slice(*span)] for span in quotations(text, Span(0, len(text)))] == quoted
