"""Web pages in a zip archive with what belongs to them, as SingleFile saves them."""

from webapp.errors import InvalidInput
from webapp.importers.imported import Imported
from webapp.importers.office.packages import Package
from webapp.importers.pages import page


def read(data: bytes, name: str) -> Imported:
    """Return the text of the page. Errors: InvalidInput, TooLarge."""
    found = Package(data, name).part("index.html")
    if found is None:
        raise InvalidInput(f"{name} holds no page. Save it anew and try again.")
    return page.read(found, name)
