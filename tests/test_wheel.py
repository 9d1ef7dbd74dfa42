"""The wheel is complete: built from the source archive and installed elsewhere, it runs from an empty folder."""

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CARRIED = ("webapp", "templates", "static", "seeds")

HOME_PAGE = """
import webapp.app, webapp.settings
settings = webapp.settings.load_settings(data_dir="data")
page = webapp.app.create_app(settings).test_client().get("/")
print(webapp.__file__)
print(page.status_code)
print(page.get_data(as_text=True))
"""


def run(*command: str | Path, folder: Path, status: int = 0) -> str:
    """Run a command, which must end with `status`, without Stet settings. Return its output."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("STET_", "PYTHON"))}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, timeout=120)
    assert done.returncode == status, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the source archive and the wheel built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


def metadata_of(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a new environment with the wheel installed and the libraries of this environment."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", folder, folder=folder)
    commands = folder / "bin"
    python = commands / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, folder=folder)
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=folder).strip())
    # Python searches a path in a .pth file but reads no .pth files there, so the checkout is not importable.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return commands


def test_it_carries_every_file_of_the_rooms_pages_and_samples(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    for folder in CARRIED:
        files = [file for file in (ROOT / folder).rglob("*") if file.is_file() and "__pycache__" not in file.parts]
        assert files, f"{folder} is empty"
        for file in files:
            inside = file.relative_to(ROOT).as_posix()
            assert (inside if folder == "webapp" else f"webapp/{inside}") in packed


def test_it_is_called_stet_diff_and_offers_its_extras_but_no_tools_of_development(wheel: Path) -> None:
    metadata = metadata_of(wheel)
    assert (metadata["Name"], metadata["Author"]) == ("stet-diff", "The Stet developers")
    assert metadata.get_all("Provides-Extra") == ["all", "postgres"]
    assert wheel.name.startswith("stet_diff-")


def test_the_source_archive_holds_every_file_that_the_readme_names(built: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\]\(([^)#:]+)\)", readme))
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert "docs/pictures/compare.png" in named
    assert named - packed == set()


def test_it_renders_the_home_page_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    module, status, *page = run(installed / "python", "-c", HOME_PAGE, folder=tmp_path).splitlines()
    assert Path(module).is_relative_to(installed.parent)
    assert status == "200"
    assert "<!doctype html>" in "\n".join(page).lower()


def test_its_command_compares_two_files_and_leaves_nothing_behind(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "nine.txt").write_text("The mayor said no.\n", encoding="utf-8")
    (tmp_path / "noon.txt").write_text("The mayor said yes.\n", encoding="utf-8")
    printed = run(installed / "stet", "diff", "nine.txt", "noon.txt", folder=tmp_path, status=1)
    assert "[-no-]" in printed
    assert "{+yes+}" in printed
    assert {file.name for file in tmp_path.iterdir()} == {"nine.txt", "noon.txt"}


def test_its_command_finds_the_samples_it_carries(installed: Path, tmp_path: Path) -> None:
    printed = run("env", f"STET_DATA_DIR={tmp_path}", installed / "stet", "seed", folder=tmp_path)
    assert "un-xinjiang-report-2022" in printed
