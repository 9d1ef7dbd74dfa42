"""How templates are read, and the filters they have."""

from flask import Flask
from jinja2 import StrictUndefined

from webapp.display.marks import visible_parts, visible_text
from webapp.web.formats import counted, day, grouped, instant, percent
from webapp.web.verdict import coarseness, sentence_line


def install(app: Flask) -> None:
    """Let a template that asks for what it was not given fail, rather than leave a gap in the page."""
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(
        coarseness=coarseness,
        counted=counted,
        day=day,
        grouped=grouped,
        instant=instant,
        percent=percent,
        sentence_line=sentence_line,
        visible_parts=visible_parts,
        visible_text=visible_text,
    )
