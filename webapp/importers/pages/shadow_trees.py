"""Shadow trees in a saved page, put where a browser shows them.

<host><template shadowrootmode=open>A <slot name=x></slot> C</template><b slot=x>B</b></host>   shows   A B C

Whoever saves a page writes a shadow tree as a template of its host. What else stands in the host goes into the slots
of the template, or is not shown. Each piece goes into one slot at most, so a page cannot grow.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from webapp.importers.pages.tags import Tag, Token

# Chromium's own archives write shadowmode where its pages need shadowrootmode; shadowroot is an older draft.
SHADOW = re.compile(r"\sshadow(?:rootmode|mode|root)=", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An element and what stands in it, in order."""

    tag: Tag
    inside: "list[Element | str]" = field(default_factory=list)

    @property
    def is_shadow(self) -> bool:
        return self.tag.name == "template" and SHADOW.search(self.tag.written) is not None


@dataclass(slots=True)
class Slots:
    """What of a host waits for its slot, by the name of the slot. `outer`: the slots in which the host stands."""

    waiting: dict[str, list[Element | str]]
    outer: "Slots | None"


@dataclass(slots=True)
class Step:
    """A place in the walk: what is still to come, in which slots, and the tag that ends it."""

    left: Iterator[Element | str]
    slots: Slots | None
    end: Tag | None


def compose(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the tokens of a page in the order in which a browser shows them."""
    steps = [Step(iter(_tree(tokens)), None, None)]
    while steps:
        step = steps[-1]
        piece = next(step.left, None)
        if piece is None:
            steps.pop()
            if step.end:
                yield step.end
        elif isinstance(piece, str):
            yield piece
        else:
            yield piece.tag
            steps.append(_into(piece, step.slots))


def _into(element: Element, slots: Slots | None) -> Step:
    """Return the walk through what a browser shows in an element."""
    end = Tag(element.tag.name, True, "")
    shadow = next((piece for piece in element.inside if isinstance(piece, Element) and piece.is_shadow), None)
    if shadow:
        waiting = _by_slot(piece for piece in element.inside if piece is not shadow)
        return Step(iter(shadow.inside), Slots(waiting, slots), end)
    if element.tag.name == "slot" and slots:
        taken = slots.waiting.pop(element.tag.attributes().get("name", ""), None)
        if taken:
            return Step(iter(taken), slots.outer, end)
    return Step(iter(element.inside), slots, end)


def _by_slot(pieces: Iterable[Element | str]) -> dict[str, list[Element | str]]:
    """Return pieces by the name of their slot; "" for the slot of all that name none."""
    slots: dict[str, list[Element | str]] = defaultdict(list)
    for piece in pieces:
        slots[piece.tag.attributes().get("slot", "") if isinstance(piece, Element) else ""].append(piece)
    return slots


def _tree(tokens: Iterable[Token]) -> list[Element | str]:
    """Return the tree of a page whose elements are all closed."""
    root = Element(Tag("", False, ""))
    opened = [root]
    for token in tokens:
        if isinstance(token, str):
            opened[-1].inside.append(token)
        elif not token.is_end:
            element = Element(token)
            opened[-1].inside.append(element)
            opened.append(element)
        elif len(opened) > 1:
            opened.pop()
    return root.inside
