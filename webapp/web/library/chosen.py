"""A file that is chosen to be added. It is held for its session from the first look on, so that it is chosen once."""

from contextlib import closing
from dataclasses import replace

from flask import request

from webapp.errors import InvalidInput, NotFound
from webapp.services import Paste
from webapp.web.library.form import AddForm
from webapp.web.shell.current import services
from webapp.web.shell.fields import read_id
from webapp.web.shell.held import hold

FIELD = "file"


def story_of(form: AddForm) -> Paste:
    """Return the story in what was filled in, chosen now, or chosen before and held since.

    Errors: those of reading a file or an address; InvalidInput if a text and a file are given, or the file is gone.
    """
    sent = request.files.get(FIELD)
    if sent and sent.filename:
        if form.text.strip():
            raise InvalidInput("Give a text or a file, not both. Empty the text, or choose no file.", "text")
        with closing(sent):
            data = sent.read()
        return services().read_upload(data, sent.filename, FIELD, form.encoding)
    if form.held:
        data, name = _file(form.held)
        return services().read_upload(data, name, FIELD, form.encoding)
    return services().read_address(form.text, "text") if form.is_address else Paste(form.text, field="text")


def hold_file(story: Paste) -> str:
    """Hold the file of a story for this session, and return the version that has it."""
    version_id = services().hold_file(story)
    hold([version_id])
    return str(version_id)


def with_file(form: AddForm, story: Paste | None = None) -> AddForm:
    """Return a form to be shown again: with the name of the file that is held for it, without one that is gone.

    story  what was read from a file that may be chosen just now; it is held
    """
    if story and story.origin == "upload" and not form.held:
        form = replace(form, held=hold_file(story))
    try:
        return replace(form, file=_file(form.held)[1]) if form.held else form
    except InvalidInput:
        return replace(form, held="")


def _file(version_id: str) -> tuple[bytes, str]:
    try:
        file = services().received(read_id({FIELD: version_id}, FIELD))
    except (InvalidInput, NotFound) as error:
        raise InvalidInput("The file is not held any more. Choose it again.", FIELD) from error
    return file.data, file.name
