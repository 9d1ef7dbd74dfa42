"""The words of the ledger: the titles of its groups, and what it says of a group without changes."""

from collections.abc import Mapping

from webapp.display.ledger import Group, Ledger, Reason, Rest
from webapp.display.phrases.figures import counted
from webapp.engine.model import GroupName

TITLES_OF_GROUPS: Mapping[GroupName, str] = {
    "quotations": "Quotations",
    "numbers": "Numbers and dates",
    "names": "Names and persons",
    "negations": "Negations",
    "attributions": "Hedges and attributions",
    "sense": "Words that turn the sense",
    "wording": "Check the wording",
    "whole": "Dropped and added whole",
}

UNCHANGED: Mapping[GroupName, str] = {
    "quotations": "Every quotation says what it said.",
    "numbers": "Every number and date stands.",
    "names": "Every name and person stands.",
    "negations": "Every “not” and “no” stands.",
    "attributions": "Every hedge and every source stands.",
    "sense": "No contrary, no word of office or quantity was changed.",
    "wording": "No other word of weight was changed.",
    "whole": "No sentence was dropped or added whole.",
}
"""Of a group that was judged and has no changes."""

UNJUDGED: Mapping[Reason, str] = {
    "no_table": "Stet cannot tell: it has no table of this language’s words.",
    "no_capitals": "Stet cannot tell: names are known by their capitals, and the original has none.",
    "may_be_one": "Stet cannot tell: a word was changed that may be one, and no table has them all.",
    "too_long": "Stet cannot tell: a passage without full stops is too long to be searched.",
    "too_many": "Stet cannot tell: there are so many changes that the last ones were not searched.",
    "no_counterpart": "Stet cannot tell: no sentence of the original has a counterpart.",
    "not_recorded": "Stet cannot tell: this link was made before Stet recorded it.",
}
"""Of a group that could not be judged."""

REST: Mapping[Rest, str] = {
    "small_words": "small words and their order",
    "move": "sentences that were moved",
    "spelling": "spelling",
    "typography": "typography",
    "case": "letter case",
    "punctuation": "punctuation",
    "spacing": "white space",
}


def rest_line(found: Ledger) -> str:
    """Say what the changes are that are not listed: `The rest: small words and their order, spelling.`"""
    return f"The rest: {', '.join(REST[kind] for kind in found.rest)}." if found.rest else ""


def whole_line(group: Group) -> str:
    """Say how many sentences that were dropped or added whole belong to a group too; empty if there are none."""
    if not group.whole:
        return ""
    sentences = f"{counted(group.whole, 'sentence')} dropped or added whole"
    return f"And in {sentences}." if group.entries else f"Only in {sentences}."
