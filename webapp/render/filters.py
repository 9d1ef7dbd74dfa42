"""What a template may do with a value: the words and figures of `display`."""

from collections.abc import Callable, Mapping
from typing import Any

from webapp.display.invisible import visible_parts, visible_text
from webapp.display.phrases.captures import capture_report
from webapp.display.phrases.changes import flag_names
from webapp.display.phrases.figures import counted, day, grouped, instant, percent
from webapp.display.phrases.imports import how_it_was_read, looked_at, to_be_fetched, understood
from webapp.display.phrases.ledger import TITLES_OF_GROUPS, UNCHANGED, UNJUDGED, rest_line, whole_line
from webapp.display.phrases.links import kept_links
from webapp.display.phrases.relations import RELATION_WORDS, fold_line, only_words
from webapp.display.phrases.verdict import coarseness

FILTERS: Mapping[str, Callable[..., Any]] = {
    "capture_report": capture_report,
    "coarseness": coarseness,
    "counted": counted,
    "day": day,
    "flag_names": flag_names,
    "fold_line": fold_line,
    "group_title": TITLES_OF_GROUPS.__getitem__,
    "grouped": grouped,
    "how_it_was_read": how_it_was_read,
    "instant": instant,
    "kept_links": kept_links,
    "looked_at": looked_at,
    "only_words": only_words,
    "percent": percent,
    "relation": RELATION_WORDS.__getitem__,
    "rest_line": rest_line,
    "to_be_fetched": to_be_fetched,
    "understood": understood,
    "unchanged": UNCHANGED.__getitem__,
    "unjudged": UNJUDGED.__getitem__,
    "visible_parts": visible_parts,
    "visible_text": visible_text,
    "whole_line": whole_line,
}
