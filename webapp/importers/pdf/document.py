"""PDFs: the text layer, its lines joined to paragraphs, without running heads."""

from pypdfium2 import PdfDocument, PdfiumError

from webapp.errors import InvalidInput
from webapp.importers.blocks import join_blocks
from webapp.importers.imported import Imported
from webapp.importers.pdf.lines import PdfLine, read_lines
from webapp.importers.pdf.paragraphs import join_hyphens, join_lines, without_running_heads

NAME = "pdf/1"

WRONG_PASSWORD = 4
TITLE_CHARS = 2_000
MAX_PAGES_NAMED = 20


def read(data: bytes, name: str) -> Imported:
    """Return the text of a PDF. Errors: InvalidInput if it has none, or cannot be opened."""
    try:
        document = PdfDocument(data)
        pages = [list(read_lines(page)) for page in document]
    except PdfiumError as error:
        if getattr(error, "err_code", None) == WRONG_PASSWORD:
            raise InvalidInput(f"{name} is protected by a password. Save it without one and try again.") from error
        raise InvalidInput(f"{name} is damaged or was cut off. Save it anew and try again.") from error
    if not any(pages):
        raise InvalidInput(f"{name} has no text layer: its pages are pictures. Have their text recognised, or type it.")
    warnings = [_untold(pages)] if not all(pages) else []
    lines, heads = without_running_heads(pages)
    blocks = [
        *join_lines(line for line in lines if not line.is_note),
        *join_lines(line for line in lines if line.is_note),
    ]
    text, broken = join_hyphens(join_blocks(blocks))
    if heads:
        warnings.append(f"{heads:,} lines that stand on several pages, such as page numbers, are left out.")
    if broken:
        warnings.append(f"{broken:,} words broken at line ends are joined: a hyphen of their own may be missing.")
    return Imported(text, NAME, title=_title(document, text), warnings=tuple(warnings))


def _untold(pages: list[list[PdfLine]]) -> str:
    empty = [f"{number:,}" for number, lines in enumerate(pages, 1) if not lines]
    shown = ", ".join(empty[:MAX_PAGES_NAMED]) + (" …" if len(empty) > MAX_PAGES_NAMED else "")
    return f"The text of pages without a text layer is missing: {shown}."


def _title(document: PdfDocument, text: str) -> str:
    """Return the title that the file names, if its text begins with it: most name a file or a template."""
    title = " ".join(str(document.get_metadata_value("Title")).split())
    return title if title and title in " ".join(text[:TITLE_CHARS].split()) else ""
