"""PDFs written by hand: lines of text at given places."""

from collections.abc import Iterable, Sequence

Line = tuple[float, float, str] | tuple[float, float, str, float]
"""Place of the first sign in points from the lower left corner of the page, the text, and the size if not the usual."""

WIDTH, HEIGHT = 595, 842
SIZE = 12


def pdf_file(pages: Iterable[Sequence[Line]], *, title: str = "", trailer: str = "", kids: str = "") -> bytes:
    """Return a PDF with these pages."""
    drawn = list(pages)
    numbers = [4 + 2 * place for place in range(len(drawn))]
    references = kids or " ".join(f"{number} 0 R" for number in numbers)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{references}] /Count {len(drawn)} >>".encode(),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    }
    for number, lines in zip(numbers, drawn, strict=True):
        objects[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>"
        ).encode()
        content = b"\n".join(_draw(*line) for line in lines)
        objects[number + 1] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    info = max(objects) + 1
    objects[info] = f"<< /Title ({title}) >>".encode()
    return _assemble(objects, f"/Info {info} 0 R {trailer}")


def column(lines: Iterable[str], x: float = 72, top: float = 700, leading: float = 14) -> list[Line]:
    """Return lines one below the other; an empty one leaves half a line free."""
    placed, y = [], top
    for line in lines:
        if line:
            placed.append((x, y, line))
        y -= leading if line else leading / 2
    return placed


def _draw(x: float, y: float, text: str, size: float = SIZE) -> bytes:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return b"BT /F %d Tf %d %d Td (%s) Tj ET" % (size, x, y, escaped)


def _assemble(objects: dict[int, bytes], trailer: str) -> bytes:
    file = b"%PDF-1.7\n"
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(file)
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(file), max(objects) + 1
    file += b"xref\n0 %d\n0000000000 65535 f \n" % size
    file += b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, size))
    return file + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer.encode(), start)
