"""Read and write files. An I/O error becomes Trouble."""

import sys
from pathlib import Path
from typing import BinaryIO, cast

import click

from webapp.cli.trouble import Trouble
from webapp.input.files import read_file
from webapp.input.limits import TextLimits

STANDARD = "-"
"""Standard input or standard output, in place of a file name."""


def read_text(name: str, limits: TextLimits, *, may_be_empty: bool = False) -> str:
    """Return the text of a file or of standard input.

    Empty standard input is always refused: it usually means that the program before the pipe failed.
    """
    is_file = name != STANDARD
    try:
        with click.open_file(name, "rb") as file:
            data = cast(BinaryIO, file).read(limits.max_upload_bytes + 1)
    except OSError as error:
        raise Trouble(f"{name} cannot be read: {error.strerror}.") from error
    label = name if is_file else "Standard input"
    return read_file(data, label, limits, may_be_empty=may_be_empty and is_file).text


def write_file(data: bytes, output: str, *, is_text: bool) -> None:
    """Write a file or standard output. Errors: Trouble if a terminal cannot show it."""
    if output == STANDARD:
        if not is_text and sys.stdout.isatty():
            raise Trouble("A file of this kind cannot be shown here. Write it to a file: --output FILE.")
        sys.stdout.buffer.write(data)
        return
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise Trouble(f"{output} cannot be written: {error.strerror}.") from error
