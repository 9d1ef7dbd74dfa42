"""Stories from addresses, with the evidence of how they were fetched."""

import dataclasses

from webapp.input.addresses import FetchedStory
from webapp.input.texts import shorten_line
from webapp.services.model import Paste


def paste_of_page(found: FetchedStory, field: str | None = None) -> Paste:
    """Return the story at an address, ready to be chosen or added. `field`: the form field of the address."""
    fetched = found.fetched
    evidence = {
        "address": fetched.address,
        "asked": fetched.asked,
        "status": fetched.status,
        "headers": {name: shorten_line(value) for name, value in fetched.headers.items()},
        "fetched_at": fetched.moment.isoformat(),
    }
    read = Paste.of_file(fetched.data, found.story, field)
    return dataclasses.replace(read, origin="url", evidence={**read.evidence, **evidence}, keep=True)
