"""Read and write files. An I/O error becomes Trouble."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, cast

import click

from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.importers.process.reader import Reader
from webapp.input.files import check_whole, read_file
from webapp.input.limits import TextLimits

STANDARD = "-"
"""Standard input or standard output, in place of a file name."""


def read_bytes(name: str, limits: TextLimits) -> bytes:
    """Return a file or standard input, a byte more than a file may have if it is too large."""
    try:
        with click.open_file(name, "rb") as file:
            return cast(BinaryIO, file).read(limits.max_upload_bytes + 1)
    except OSError as error:
        raise Trouble(f"{name} cannot be read: {error.strerror}.") from error


def read_text(name: str, limits: TextLimits, reader: Reader, encoding: str) -> str:
    """Return the text of the story in a file or in standard input.

    A file may be empty. Empty standard input is refused: it usually means that the program before the pipe failed.
    """
    data = read_bytes(name, limits)
    may_be_empty = name != STANDARD
    story = read_file(data, label_of(name), limits, read=reader.read, may_be_empty=may_be_empty, encoding=encoding)
    check_whole(story, limits, label_of(name))
    print_warnings(name, story.warnings)
    return story.text


def print_warnings(name: str, warnings: Iterable[str]) -> None:
    """Print on standard error what the text of a file may lack."""
    for warning in warnings:
        click.echo(coded_text(f"{label_of(name)}: {warning}"), err=True)


def label_of(name: str) -> str:
    """Return what messages call a file or standard input."""
    return name if name != STANDARD else "Standard input"


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
