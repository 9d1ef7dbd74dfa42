"""What kind of line a sentence is in, judged by its form and its first words.

China seeks to stop UN rights chief      a title
- Download our app                       a list line
Image source, Getty                      a label of the page
Additional reporting by                  ends the story
"""

import regex

from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import label_openings
from webapp.engine.text.document import Document

# Each matches a few characters only: it is tried once for each sentence of a line.
_LIST_LINE = regex.compile(r"[-–—*•·▪►»](?:\s|$)")
_AFTER_LABEL = regex.compile(r"\s{0,8}+($|[:|•·–—]|\p{N})")

# Words of a line of a menu.
# Range: 1–4 words
# Why: Home, World news, Log in
# Cases: none
MAX_MENU_WORDS = 3

# Letters of a line of a menu.
# Range: 12–40 letters
# Why: three long words may be a headline
# Cases: none
MAX_MENU_CHARS = 24

_MARKUP_HEADING = regex.compile(r"#|=++$|-{3,}+$")


def is_boundary(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line may bound a story: prose does not continue across it."""
    return (
        is_list_line(document, sentence) or document.is_headline(sentence) or ends_story(document, sentence, language)
    ) and not _MARKUP_HEADING.match(document.text, *document.line(sentence))


def is_list_line(document: Document, sentence: int) -> bool:
    """Return whether a line begins with a bullet."""
    return _LIST_LINE.match(document.text, *document.line(sentence)) is not None


def is_menu_line(document: Document, sentence: int) -> bool:
    """Return whether a line is as short as those of a menu."""
    start, end = document.line(sentence)
    is_short = end - start <= MAX_MENU_CHARS and document.is_headline(sentence)
    return is_short and document.count_words(sentence) <= MAX_MENU_WORDS


def is_title(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line may be a headline or a subhead of the story."""
    return document.is_headline(sentence) and not ends_story(document, sentence, language)


def ends_story(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line opens with words that follow stories: "Source :", "Additional reporting".

    A single word of them may open a sentence as well: "More than 40 people were hurt."
    """
    opening = document.opening(sentence, language.terminators)
    return bool(opening) and (" " in opening or not document.ends_as_prose(sentence))


def is_label(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line is a label of the page: "Advertisement", "Image source, Getty". A headline is none.

    A single word is one only by itself or before a colon or a number: "Updated 3 May", but not "Updated forecast".
    """
    opening = document.opening(sentence, label_openings(language))
    if not opening or document.ends_as_prose(sentence):
        return False
    start, end = document.line(sentence)
    return " " in opening or _AFTER_LABEL.match(document.text, start + len(opening), end) is not None
