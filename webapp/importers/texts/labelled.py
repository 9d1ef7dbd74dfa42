"""Text files whose encoding is known from elsewhere, such as the server that sent them."""

from webapp.importers.texts.encodings import MARKS, python_name

UTF8_MARK = b"\xef\xbb\xbf"


def as_utf8(data: bytes, label: str) -> bytes:
    """Return a text file in UTF-8 with a byte order mark, so that every reader knows its encoding.

    A mark of its own wins over the label, as in browsers. A label that is unknown or does not fit changes nothing.
    """
    encoding = python_name(label)
    if not encoding or data.startswith(tuple(MARKS)):
        return data
    try:
        return UTF8_MARK + data.decode(encoding).encode()
    except UnicodeError:
        return data
