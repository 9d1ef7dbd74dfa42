"""Finds the files that are not Python: templates, static files, seeds."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """Return the folder `templates`, `static` or `seeds`: inside the package in a wheel, beside it in a checkout."""
    packed = PACKAGE / name
    return packed if packed.is_dir() else PACKAGE.parent / name
