"""The files in folders, and when those were captured that another program stored as captures of one page.

history.txt says when        1762074840,9f2c…e1.txt.br            a watch of changedetection.io
names say when               mayor-2026-11-02T0914Z.html          a folder that a script filled
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePath

from webapp.cli.trouble import Trouble
from webapp.services import is_address

HISTORY = "history.txt"
PACKED = ".br"

_LINE = re.compile(r"([0-9]{1,11})(?:\.[0-9]*)?,(.+)")
_DAY = r"(?P<year>(?:199|20\d)\d)[-_.]?(?P<month>0[1-9]|1[0-2])[-_.]?(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"[T _.-]?(?P<hour>[01]\d|2[0-3])[-:_.h]?(?P<minute>[0-5]\d)(?:[-:_.]?(?P<second>[0-5]\d))?"
_ZONE = r"(?P<zone>[+-][01]\d:?[0-5]\d)?"
_WRITTEN = re.compile(rf"(?<!\d){_DAY}(?:{_TIME}{_ZONE})?(?!\d)")
_SECONDS = re.compile(r"(?<!\d)1\d{9}(?!\d)")
"""Since 1970, between 2001 and 2033."""


@dataclass(frozen=True, slots=True)
class StoredCapture:
    """A file or an address, and when it was captured; None if that was now, or if the file says when.

    by_name  whether its name says so, which counts less than what the file says
    """

    name: str
    moment: datetime | None = None
    by_name: bool = False


@dataclass(frozen=True, slots=True)
class StoredCaptures:
    """What a folder holds, in the order of the captures, and what of it cannot be taken, a line each."""

    found: tuple[StoredCapture, ...]
    problems: tuple[str, ...] = ()


def files_of(named: Iterable[str]) -> Iterator[str]:
    """Yield the addresses, the named files and those in the named folders, without hidden ones, in order of names."""
    for name in named:
        if is_folder(name):
            yield from files_of(str(inner) for inner in sorted(Path(name).iterdir()) if not inner.name.startswith("."))
        else:
            yield name


def is_folder(name: str) -> bool:
    return not is_address(name) and Path(name).is_dir()


def captures_in(folder: str) -> StoredCaptures:
    """Return the files of a folder that holds captures of one page. If nothing says when, they were captured now.

    Errors: Trouble if it holds the folders of several watches.
    """
    if (Path(folder) / HISTORY).is_file():
        return _snapshots(Path(folder))
    if any(Path(folder).glob(f"*/{HISTORY}")):
        raise Trouble(f"{folder} holds what several watches stored. Name the folder of one of them.")
    files = list(files_of([folder]))
    dated = [
        StoredCapture(file, moment, by_name=True)
        for file in files
        if (moment := moment_in(PurePath(file).relative_to(folder).as_posix()))
    ]
    if not dated:
        return StoredCaptures(tuple(map(StoredCapture, files)))
    undated = sorted(set(files) - {each.name for each in dated})
    return StoredCaptures(
        tuple(sorted(dated, key=lambda each: each.moment or datetime.min)),
        tuple(f"{file}: its name says no time of capture. Add it by itself, with --captured." for file in undated),
    )


def moment_in(name: str) -> datetime | None:
    """Return the last time that a name says, in UTC if it names no zone; None if it says none.

    >>> str(moment_in("mayor-2026-11-02T0914Z.html")), str(moment_in("20261102091400/index.html"))
    ('2026-11-02 09:14:00+00:00', '2026-11-02 09:14:00+00:00')
    >>> str(moment_in("1762074840.html")), str(moment_in("2026-11-02.html")), moment_in("page-2.html")
    ('2025-11-02 09:14:00+00:00', '2026-11-02 00:00:00+00:00', None)
    """
    moments = [moment for found in _WRITTEN.finditer(name) if (moment := _moment(found))]
    moments += [datetime.fromtimestamp(int(found[0]), UTC) for found in _SECONDS.finditer(name)]
    return moments[-1] if moments else None


def _moment(found: re.Match[str]) -> datetime | None:
    """Return a time that is written in a name; None if there is no such day."""
    parts = {name: int(found[name] or 0) for name in ("year", "month", "day", "hour", "minute", "second")}
    try:
        moment = datetime(**parts, tzinfo=UTC)
    except ValueError:
        return None
    zone = (found["zone"] or "+0000").replace(":", "")
    offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    return moment - offset if zone[0] == "+" else moment + offset


def _snapshots(folder: Path) -> StoredCaptures:
    """Return the snapshots that the index of a watch lists. A file beside it is taken, wherever it was when written."""
    found, problems = [], []
    for number, line in enumerate((folder / HISTORY).read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        entry = _LINE.fullmatch(line.strip())
        if entry:
            file = _as_it_is(folder / re.split(r"[/\\]", entry[2])[-1])
            found.append(StoredCapture(str(file), datetime.fromtimestamp(int(entry[1]), UTC)))
        elif line.strip():
            problems.append(f"{folder / HISTORY}: line {number} is not a time and a file with a comma between them.")
    return StoredCaptures(tuple(sorted(found, key=lambda each: each.moment or datetime.min)), tuple(problems))


def _as_it_is(file: Path) -> Path:
    """Return a snapshot's file, packed or not: a watch may have packed it, or unpacked it, after it was listed."""
    other = file.with_suffix("") if file.suffix == PACKED else file.with_name(file.name + PACKED)
    return other if other.is_file() and not file.is_file() else file
