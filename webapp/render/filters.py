"""What a template may do with a value: the words and figures of `display`."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from webapp.display.invisible import visible_parts, visible_text
from webapp.display.phrases.captures import added_at, capture_report, whose_time
from webapp.display.phrases.changes import flag_names
from webapp.display.phrases.figures import brief_instant, clock, counted, day, grouped, instant, percent
from webapp.display.phrases.imports import how_it_was_read, looked_at, to_be_fetched, understood
from webapp.display.phrases.ledger import TITLES_OF_GROUPS, UNCHANGED, UNJUDGED, rest_line, whole_line
from webapp.display.phrases.links import kept_links
from webapp.display.phrases.relations import RELATION_WORDS, fold_line, only_words
from webapp.display.phrases.relatives import shared_sentences
from webapp.display.phrases.verdict import coarseness
from webapp.display.phrases.watches import every
from webapp.display.shortening import shorten

MAX_SHORTENED_CHARS = 90
"""Of a sentence that is named beside another."""

FILTERS: Mapping[str, Callable[..., Any]] = {
    "added_at": added_at,
    "brief_instant": brief_instant,
    "capture_report": capture_report,
    "clock": clock,
    "coarseness": coarseness,
    "counted": counted,
    "day": day,
    "flag_names": flag_names,
    "every": every,
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
    "shortened": partial(shorten, limit=MAX_SHORTENED_CHARS),
    "to_be_fetched": to_be_fetched,
    "understood": understood,
    "shared_sentences": shared_sentences,
    "unchanged": UNCHANGED.__getitem__,
    "unjudged": UNJUDGED.__getitem__,
    "visible_parts": visible_parts,
    "visible_text": visible_text,
    "whole_line": whole_line,
    "whose_time": whose_time,
}
