"""A group that says "stands" has looked at as many things of its kind in both texts."""

from collections.abc import Iterator
from random import Random

import pytest

from webapp.engine import compare
from webapp.engine.changes.flags.dates import date_value
from webapp.engine.changes.flags.negation import is_denial
from webapp.engine.changes.flags.numbers import number_value
from webapp.engine.context import Context
from webapp.engine.languages.load import language_of
from webapp.engine.model import GroupName
from webapp.engine.options import Limits, Options
from webapp.engine.text.document import cut_texts
from webapp.engine.text.forms import Form

TEXT = """The mayor said on Tuesday that the bridge would not open before June. Engineers had found two cracks in it.
Nobody was hurt. About 9,000 people cross it every day, and most of them never take a bus. “We cannot wait,” one said.
The council will vote on 3 May. It paid 40 million euros for the works in 2019. No firm has asked for more.
According to the police, three men were arrested. They did not speak. A court in Lyon may hear them on Friday."""
OTHERS = ("The port of Nantes is shut.", "Nobody spoke.", "It cost 12 euros.", "The bank may pay.", "He said no.")
CONTEXT = Context(language_of("en"), Options(), Limits())


def things(text: str) -> dict[GroupName, int]:
    """Return how many numbers and dates, and how many denials, a text has."""
    document, _ = cut_texts(text, text, CONTEXT)
    forms = [form for sentence in range(len(document.sentences)) for form in document.units(sentence).forms]
    return {"numbers": sum(map(is_value, forms)), "negations": sum(map(is_denial_form, forms))}


def is_value(form: Form) -> bool:
    return bool(number_value(form, CONTEXT.language) or date_value(form, CONTEXT.language))


def is_denial_form(form: Form) -> bool:
    return is_denial(form.word.text, CONTEXT.language)


def edited(random: Random) -> str:
    """Return the text with some sentences dropped, added, or with words dropped, added or exchanged."""
    return " ".join(sentence for part in TEXT.replace("\n", " ").split(". ") for sentence in _after(part, random))


def _after(part: str, random: Random) -> Iterator[str]:
    words = part.rstrip(".").split(" ")
    chance = random.random()
    if chance < 0.1:
        return
    if chance < 0.2:
        yield random.choice(OTHERS)
    elif chance < 0.5:
        del words[random.randrange(len(words))]
    elif chance < 0.6:
        words.insert(random.randrange(len(words)), random.choice(["not", "five", "Monday", "old"]))
    yield " ".join(words) + "."


@pytest.mark.parametrize("seed", range(40))
def test_a_group_that_stands_has_as_many_things_on_both_sides(seed: int) -> None:
    new = edited(Random(seed))
    ledger = compare(TEXT, new).ledger
    before, after = things(TEXT), things(new)
    assert {name for name in before if ledger[name].state == "stands" and before[name] != after[name]} == set()
