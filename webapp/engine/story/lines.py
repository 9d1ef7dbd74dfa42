"""What kind of line a sentence is in, judged by its form and its first words.

China seeks to stop UN rights chief      a title
- two tents                              a list line
Image source, Getty                      a label of the page
Additional reporting by                  ends the story
Most read                                heads a section of the page
You have 3 free articles left.           a sentence of the page
"""

from collections.abc import Iterable

from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import label_openings
from webapp.engine.span import Span
from webapp.engine.text.document import Document
from webapp.patterns import lazy_pattern

# Each matches a few characters only: it is tried once for each sentence of a line.
_LIST_LINE = lazy_pattern(r"[-–—*•·▪►»](?:\s|$)")
AFTER_LABEL = lazy_pattern(r"\s{0,8}+($|[:|•·–—(]|\p{N})")

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

# Lines of a menu above the headline that are taken for one without a word of the table.
# Range: 2–8 lines
# Why: `test_a_menu_above_the_headline_is_furniture_in_any_language`; a headline has up to three short lines around it
# Cases: none
MIN_MENU_LINES = 4

# Letters behind the words that make a heading of a section.
# Range: 0–40 letters
# Why: Comments (12), Related to this story; but not a promotion: Read more: Five things to know about the harbour
# Cases: none
MAX_CHARS_BEHIND_HEADING = 16

_MARKUP_HEADING = lazy_pattern(r"#|=++$|-{3,}+$")


def is_boundary(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line may bound a story: prose does not continue across it."""
    return (
        is_list_line(document, sentence) or document.is_headline(sentence) or bounds_story(document, sentence, language)
    ) and not _MARKUP_HEADING.match(document.text, *document.line(sentence))


def is_list_line(document: Document, sentence: int) -> bool:
    """Return whether a line begins with a bullet."""
    return _LIST_LINE.match(document.text, *document.line(sentence)) is not None


def is_menu_line(document: Document, sentence: int) -> bool:
    """Return whether a line is as short as those of a menu."""
    start, end = document.line(sentence)
    is_short = end - start <= MAX_MENU_CHARS and document.is_headline(sentence)
    return is_short and document.count_words(sentence) <= MAX_MENU_WORDS


def has_menu(document: Document, lines: Iterable[int]) -> bool:
    """Return whether these lines hold a menu: very short ones, one below another."""
    row = 0
    for sentence in lines:
        row = row + 1 if is_menu_line(document, sentence) else 0
        if row == MIN_MENU_LINES:
            return True
    return False


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
    if is_of_page(document, sentence, language):
        return True
    return not document.ends_as_prose(sentence) and _opens_as_label(document, sentence, label_openings(language))


def is_of_page(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a sentence is in a paragraph of the page: "You have 3 free articles left this month."."""
    return bool(document.opening(sentence, language.page_sentences))


def bounds_story(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line follows stories or is a sentence of the page."""
    return ends_story(document, sentence, language) or is_of_page(document, sentence, language)


def is_promotion(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line points away from the story by several words: "Read more: Ten fish"."""
    is_label_of_page = ends_story(document, sentence, language) and is_label(document, sentence, language)
    return is_label_of_page and " " in document.opening(sentence, language.terminators)


def _opens_as_label(document: Document, sentence: int, words: frozenset[str]) -> bool:
    opening = document.opening(sentence, words)
    return bool(opening) and (
        " " in opening or AFTER_LABEL.match(document.text, *behind(document, sentence, opening)) is not None
    )


def behind(document: Document, sentence: int, opening: str) -> Span:
    """Return what a line holds behind the words that open it."""
    start, end = document.line(sentence)
    return Span(start + document.text[start:end].find(opening) + len(opening), end)


def heads_comments(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line heads what readers wrote: nothing of the story is below it."""
    return _is_heading(document, sentence, language.comment_headings)


def heads_section(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line heads a section of the page: words that follow stories, and no prose below them."""
    if not _is_heading(document, sentence, language.terminators):
        return False
    return sentence + 1 == len(document.sentences) or is_boundary(document, sentence + 1, language)


def _is_heading(document: Document, sentence: int, words: frozenset[str]) -> bool:
    opening = document.opening(sentence, words)
    start, end = document.line(sentence)
    if not opening or end - start > len(opening) + MAX_CHARS_BEHIND_HEADING or document.ends_as_prose(sentence):
        return False
    return ":" not in document.text[start : end - 1]  # "Source: Reuters" heads nothing
