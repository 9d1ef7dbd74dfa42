"""How templates are read, and the filters they have."""

from flask import Flask
from jinja2 import StrictUndefined

from webapp.display.marks import visible_parts, visible_text
from webapp.display.saying import flag_names
from webapp.web.reading.verdict import coarseness, verdict
from webapp.web.reading.wording import FATE_WORDS, fold_line, only_words
from webapp.web.shell.current import whole_address
from webapp.web.shell.formats import counted, day, grouped, instant, percent


def install(app: Flask) -> None:
    """Let a template that asks for what it was not given fail, rather than leave a gap in the page."""
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(
        coarseness=coarseness,
        counted=counted,
        day=day,
        fate=FATE_WORDS.__getitem__,
        flag_names=flag_names,
        fold_line=fold_line,
        grouped=grouped,
        instant=instant,
        only_words=only_words,
        percent=percent,
        visible_parts=visible_parts,
        verdict=verdict,
        visible_text=visible_text,
        whole_address=whole_address,
    )
