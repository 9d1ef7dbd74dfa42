"""A page as its elements: enough of HTML to say what is on it and what is not."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "img", "input", "link", "meta", "wbr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    text: str = field(default="")


class Elements(HTMLParser):
    """All elements of a page in their order, each with the text that stands in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self._path())
        self.found.append(element)
        if tag not in VOID:
            self._open.append(element)

    def _path(self) -> tuple[str, ...]:
        return tuple(element.tag for element in self._open)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data


def elements(page: str, tag: str = "", **attributes: str) -> list[Element]:
    """Return the elements of a page with this tag and these attributes (`class_` for class)."""
    wanted = {name.rstrip("_"): value for name, value in attributes.items()}
    return [
        element
        for element in Elements(page).found
        if tag in {"", element.tag} and wanted.items() <= element.attributes.items()
    ]


def roots(page: str) -> list[Element]:
    """Return the elements that stand in no other."""
    return [element for element in Elements(page).found if not element.parents]


def value_of(page: str, name: str) -> str:
    """Return what is filled in under a name: in an input, or in a text area (whose first line break is not text)."""
    (box,) = elements(page, name=name)
    return box.text.removeprefix("\n") if box.tag == "textarea" else box.attributes["value"]
