"""Sense: words that turn a sentence: a contrary, an attempt, an office no longer held, a quantity, the agent taken out.

    The bank refused to pay.            The bank agreed to pay.                   contrary
    The bank failed to pay.             The bank paid.                            turns
    Soldiers shot two farmers.          Two farmers were shot.                    agent

The words are in a table of the language; without one the flag is not raised.
"""

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.numbers import number_value
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import PairSide, Part
from webapp.engine.languages.sense_lookups import contrary_meanings, meanings, turning_words

# Words between an auxiliary and its verb.
# Range: 0–12 words
# Why: "wurden am Freitag in Lyon von Soldaten erschossen"; `test_an_agent_that_was_taken_out_turns_the_sense`
MAX_BEHIND_AUXILIARY = 8


def is_sense_change(change: ChangeView) -> bool:
    """Return whether a word that turns the sense was lost or found, or gave way to its contrary."""
    return change.unbalanced(_turn) or _says_the_contrary(change) or _hides_agent(change)


def _turn(part: Part, pair: PairView) -> str | None:
    """Return a word that turns the sense by itself. Before a number "most" says only how exact it is: "at most 9"."""
    turn = turning_words(pair.language).get(part.word.text)
    following = part.side.forms[part.index + 1 : part.index + 2] if turn else ()
    is_bound = bool(following) and number_value(following[0], pair.language) is not None
    return None if is_bound else turn


def _meaning(part: Part, pair: PairView) -> str | None:
    return meanings(pair.language).get(part.word.text)


def _says_the_contrary(change: ChangeView) -> bool:
    """Return whether the pair lost a meaning and found its contrary, one of them here."""
    old, new = ({_meaning(part, change.pair) for part in parts} - {None} for parts in (change.old, change.new))
    if not (old or new):
        return False
    balance = change.pair.balance(_meaning)
    return any(
        lost in balance.lost and found in balance.found and (lost in old or found in new)
        for lost, found in contrary_meanings(change.pair.language)
    )


def _hides_agent(change: ChangeView) -> bool:
    """Return whether who acts was taken out, or named, as the verb became a passive or an active one."""
    pair, auxiliaries = change.pair, change.pair.language.passive_auxiliaries
    sides = ((change.new, pair.new, pair.old), (change.old, pair.old, pair.new))
    return any(
        part.word.text in auxiliaries and _has_lost_agent(part, passive, active, pair)
        for parts, passive, active in sides
        for part in parts
    )


def _has_lost_agent(auxiliary: Part, passive: PairSide, active: PairSide, pair: PairView) -> bool:
    """Return whether a verb behind an auxiliary stands on the other side right behind an agent that is not here."""
    behind = passive.forms[auxiliary.index + 1 : auxiliary.index + 2 + MAX_BEHIND_AUXILIARY]
    if any(form.word.text in pair.language.agent_markers for form in behind):
        return False
    verbs = {form.word for form in behind if form.word.is_content}
    for index, form in enumerate(active.forms):
        before = active.next_content(index, -1)
        if form.word in verbs and before and before.index == index - 1 and not pair.is_elsewhere(before):
            return True
    return False
