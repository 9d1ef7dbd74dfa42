"""`stet diff` as git runs it: the documented lines, in a repository made for the test."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\xff"


def documented(start: str) -> str:
    """Return the first line of the document that begins with `start`."""
    return next(line.strip() for line in DOCUMENT.splitlines() if line.strip().startswith(start))


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(("sh", "-c", command), cwd=folder, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "external diff died" not in done.stderr
    assert "Traceback" not in done.stderr
    return done


def commit(folder: Path) -> None:
    run("git add -A && git commit -qm Story", folder)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose second commit has every kind of change that git knows. The last file has changed words."""
    program = tmp_path / "bin" / "stet"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom webapp.cli import main\nmain(prog_name='stet')\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Test")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "test@example.org")
    monkeypatch.setenv("GIT_PAGER", "cat")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    folder = tmp_path / "stories"
    folder.mkdir()
    run("git init -q", folder)
    _write_first(folder)
    commit(folder)
    _write_second(folder)
    return folder


def _write_first(folder: Path) -> None:
    long = "".join(f"The mayor spoke of street {number}.\n\n" for number in range(40))
    texts = {
        "deleted": "It was deleted.\n",
        "emptied": "It was emptied.\n",
        "filled": "",
        "shown_last": "It said no.\n",
    }
    texts |= {"mode": "Its mode changed.\n", "old_name": f"{long}Nobody answered.\n", "old_place": long.upper()}
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "picture.txt").write_bytes(PICTURE)


def _write_second(folder: Path) -> None:
    (folder / "added.txt").write_text("It was added.\n", encoding="utf-8")
    (folder / "deleted.txt").unlink()
    (folder / "emptied.txt").write_bytes(b"")
    (folder / "filled.txt").write_text("It was filled.\n", encoding="utf-8")
    (folder / "mode.txt").chmod(0o755)
    (folder / "old_name.txt").rename(folder / "renamed.txt")
    renamed = (folder / "renamed.txt").read_text(encoding="utf-8").replace("Nobody", "Everybody")
    (folder / "renamed.txt").write_text(renamed, encoding="utf-8")
    (folder / "old_place.txt").rename(folder / "moved.txt")
    (folder / "picture.txt").write_bytes(PICTURE + b"\0")
    (folder / "shown_last.txt").write_text("It said yes.\n", encoding="utf-8")


def assert_all_is_shown(done: subprocess.CompletedProcess[str]) -> None:
    """The last file is shown too: no earlier one stopped git."""
    assert "{+It was added.+}" in done.stdout
    assert "[-It was deleted.-]" in done.stdout
    assert "[-It was emptied.-]" in done.stdout
    assert "{+It was filled.+}" in done.stdout
    assert "It said [-no-]{+yes+}." in done.stdout
    assert re.search(r"picture\.txt is not UTF-8 text", done.stderr)
    assert len(done.stderr.splitlines()) == 1


def assert_a_renamed_file_is_compared_with_itself(done: subprocess.CompletedProcess[str]) -> None:
    assert "[-Nobody-] {+Everybody+} answered." in done.stdout
    assert "{+The mayor" not in done.stdout


def test_git_diff_shows_every_kind_of_change_by_the_attributes(repository: Path) -> None:
    run(documented("echo"), repository)
    run(documented("git config diff."), repository)
    run("git add -A", repository)
    done = run("git diff --find-renames HEAD", repository)
    assert_all_is_shown(done)
    assert_a_renamed_file_is_compared_with_itself(done)
    assert done.stdout.count("No changes.") == 2  # of the mode, and of the name alone


def test_git_log_shows_every_kind_of_change_from_the_first_commit_on(repository: Path) -> None:
    run(documented("echo"), repository)
    run(documented("git config diff."), repository)
    commit(repository)
    assert_all_is_shown(run("git log -1 -p --ext-diff --find-renames", repository))
    assert "{+It was deleted.+}" in run("git log -p --ext-diff", repository).stdout


def test_git_diff_shows_every_kind_of_change_for_one_command(repository: Path) -> None:
    run("git add -A", repository)
    assert_all_is_shown(run(f"{documented('GIT_EXTERNAL_DIFF')} --find-renames HEAD", repository))


def test_git_diff_prints_nothing_if_nothing_changed(repository: Path) -> None:
    commit(repository)
    assert run(documented("GIT_EXTERNAL_DIFF"), repository).stdout == ""


def test_git_difftool_shows_every_kind_of_change(repository: Path) -> None:
    run(documented("git config difftool"), repository)
    run("git add -A", repository)
    done = run(f"{documented('git difftool')} HEAD", repository)
    assert_all_is_shown(done)


def test_a_file_in_conflict_does_not_end_the_work_of_git(repository: Path) -> None:
    run(documented("echo"), repository)
    run(documented("git config diff."), repository)
    commit(repository)
    run("git checkout -q -b other && echo 'It said maybe.' > shown_last.txt", repository)
    commit(repository)
    run("git checkout -q - && echo 'It said nothing.' > shown_last.txt", repository)
    commit(repository)
    run("git merge -q other || true", repository)
    assert "It said maybe." in run("git diff", repository).stdout
