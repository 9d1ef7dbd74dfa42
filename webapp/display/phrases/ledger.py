"""The words of the ledger: the titles of its groups, and what it says of a group without changes."""

from collections.abc import Mapping

from webapp.display.ledger import Reason
from webapp.engine.model import GroupName

TITLES_OF_GROUPS: Mapping[GroupName, str] = {
    "quotations": "Quotations",
    "numbers": "Numbers and dates",
    "names": "Names and persons",
    "negations": "Negations",
    "attributions": "Hedges and attributions",
    "wording": "Check the wording",
}

UNCHANGED: Mapping[GroupName, str] = {
    "quotations": "Every quotation says what it said.",
    "numbers": "Every number and date stands.",
    "names": "Every name and person stands.",
    "negations": "Every “not” and “no” stands.",
    "attributions": "Every hedge and every source stands.",
    "wording": "No other word gave way to another.",
}
"""Of a group that was judged and has no changes."""

UNJUDGED: Mapping[Reason, str] = {
    "no_table": "Stet cannot tell: it has no table of this language’s words.",
    "no_capitals": "Stet cannot tell: names are known by their capitals, and the original has none.",
    "too_long": "Stet cannot tell: a passage without full stops is too long to be searched.",
    "too_many": "Stet cannot tell: there are so many changes that the last ones were not searched.",
    "not_recorded": "Stet cannot tell: this link was made before Stet recorded it.",
}
"""Of a group that could not be judged."""
