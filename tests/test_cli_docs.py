"""docs/cli.md describes every command as the code does, and its lines for git and shells work; so do the README's."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from webapp.cli import main

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
EXAMPLES = [
    line.strip() for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if "bin/stet" in line
]
SECTIONS = {
    section.partition("\n")[0]: section
    for section in re.split(r"^## stet ", DOCUMENT.partition("## Exit")[0], flags=re.M)
}


def documented(start: str) -> str:
    """Return the first line of the document that begins with `start`."""
    return next(line.strip() for line in DOCUMENT.splitlines() if line.strip().startswith(start))


@pytest.fixture
def stet_on_path(tmp_path: Path) -> dict[str, str]:
    """An environment where `stet` is this checkout and git reads no configuration of this machine."""
    program = tmp_path / "bin" / "stet"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nfrom webapp.cli import main\nmain(prog_name='stet')\n", encoding="utf-8")
    program.chmod(0o755)
    paths = {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}
    return {**os.environ, **paths, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat"}


@pytest.fixture
def repository(tmp_path: Path, stet_on_path: dict[str, str]) -> Path:
    """A repository with a story that was changed since its last commit."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "story.txt").write_text("The mayor said no.\n", encoding="utf-8")
    identity = "-c user.name=Test -c user.email=test@example.org"
    run(f"git init -q && git add story.txt && git {identity} commit -qm Nine", folder, stet_on_path)
    (folder / "story.txt").write_text("The mayor said yes.\n", encoding="utf-8")
    return folder


def run(command: str, folder: Path, environment: dict[str, str], status: int = 0) -> str:
    """Run a shell command, which must end with `status`, and return its output."""
    done = subprocess.run(
        ("sh", "-c", command), cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == status, done.stderr
    return done.stdout


def test_the_examples_of_the_readme_find_the_changes_of_files_that_exist(stet_on_path: dict[str, str]) -> None:
    printed = [run(line.replace(".venv/bin/", ""), ROOT, stet_on_path, status=1) for line in EXAMPLES]
    assert "{+long-awaited+}" in printed[0]
    assert json.loads(printed[1])["changes"]


def test_every_command_is_described_and_no_other() -> None:
    assert set(SECTIONS) - {"# The command line"} == set(main.commands)


@pytest.mark.parametrize("name", main.commands)
def test_a_command_is_described_in_the_words_of_the_code(name: str) -> None:
    command = main.commands[name]
    usage = command.get_usage(click.Context(command, info_name=f"stet {name}")).removeprefix("Usage: ")
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert f"    {usage}\n" in SECTIONS[name]
    assert command.help in SECTIONS[name]
    rows = [line for line in SECTIONS[name].splitlines() if line.startswith("| `")]
    assert rows == [f"| `{', '.join(option.opts)}` | {option.help} |" for option in options]
    assert all(option.help for option in options)


def test_git_shows_a_difference_by_its_tool(repository: Path, stet_on_path: dict[str, str]) -> None:
    run(documented("git config difftool"), repository, stet_on_path)
    assert "The mayor said [-no-]{+yes+}." in run(documented("git difftool"), repository, stet_on_path)


def test_git_diff_shows_the_files_that_the_attributes_name(repository: Path, stet_on_path: dict[str, str]) -> None:
    run(documented("echo"), repository, stet_on_path)
    run(documented("git config diff."), repository, stet_on_path)
    assert "The mayor said [-no-]{+yes+}." in run("git diff", repository, stet_on_path)


def test_git_diff_shows_it_for_one_command(repository: Path, stet_on_path: dict[str, str]) -> None:
    assert "The mayor said [-no-]{+yes+}." in run(documented("GIT_EXTERNAL_DIFF"), repository, stet_on_path)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_its_completion(tmp_path: Path, stet_on_path: dict[str, str], shell: str) -> None:
    assert f"{shell}_source" in DOCUMENT
    assert "_STET_COMPLETE" in run(f"_STET_COMPLETE={shell}_source stet", tmp_path, stet_on_path)


def test_the_shell_completes_a_command(tmp_path: Path, stet_on_path: dict[str, str]) -> None:
    printed = run("COMP_WORDS='stet ver' COMP_CWORD=1 _STET_COMPLETE=bash_complete stet", tmp_path, stet_on_path)
    assert "verify" in printed
