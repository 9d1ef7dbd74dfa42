"""Boxes of teasers in the midst of a story.

Related stories               a heading, equal in both pages
Camel escapes from circus     the lines of the box
How to weigh a whale          the last one: a teaser, or a subhead of the story
It has a number on its shell, prose
"""

from webapp.engine.languages.language import Language
from webapp.engine.story.lines import is_title
from webapp.engine.text.document import Document


def box_below(document: Document, heading: int, language: Language) -> range:
    """Return the lines between the heading of a box and the next that is no title."""
    end = heading + 1
    while end < len(document.sentences) and is_title(document, end, language):
        end += 1
    return range(heading + 1, end)
