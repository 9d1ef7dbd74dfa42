"""The style sheets that a page takes: several files of static/css, joined."""

from collections.abc import Sequence

from markupsafe import Markup

from webapp.resources import resource_folder


def joined_sheets(names: Sequence[str]) -> bytes:
    """Return the style sheets of these names in their order."""
    folder = resource_folder("static") / "css"
    return b"\n".join((folder / f"{name}.css").read_bytes() for name in names)


def style_element(names: Sequence[str]) -> Markup:
    """Return the sheets as an element for a page that is one file. They are ours, and so need no escaping."""
    return Markup(f"<style>\n{joined_sheets(names).decode()}</style>")
