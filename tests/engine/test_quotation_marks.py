"""What a mark opens and closes: inches, seconds and years open no quotation; marks inside a script's runs do."""

import pytest

from webapp.engine.span import Span
from webapp.engine.text.quotations import quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('The screen is 12" wide, said Holm.', []),
        ("He is 5'10\" tall, she said, and she is 5'6\".", []),
        ("At 40°26'46\"N 79°58'56\"W the ship sank.", []),
        ('"The screen is 12" wide," he said.', ['The screen is 12" wide,']),
        ('He said "it was 1998" and left.', ["it was 1998"]),
        ('He wrote "3.5" and "4".', ["3.5", "4"]),
        ("그는 ‘학교를 닫겠다’고 말했다.", ["학교를 닫겠다"]),
        ("他说‘不会’，然后走了。", ["不会"]),
        ("O‘zbekiston ‘ha’ dedi", ["ha"]),
    ],
)
def test_a_mark_quotes_only_what_is_said(text: str, quoted: list[str]) -> None:
    assert [text[slice(*span)] for span in quotations(text, Span(0, len(text)))] == quoted
