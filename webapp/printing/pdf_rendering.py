"""Render sheets as PDF and PNG: one at a time, the latest ones kept in memory.

WeasyPrint writes a tagged PDF (PDF/UA) whose bytes only depend on the sheet; the PNG is a picture
of that PDF. Both libraries are loaded at the first sheet, so that a service that prints nothing
stays light. WeasyPrint needs Pango, a library of the system: without it the pages say so.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable

from webapp.errors import PdfUnavailableError
from webapp.long_answers import Kept, LongAnswers, Turns

_POINTS_PER_INCH = 72
_MOST_KEPT = 12
# Twelve archives of a département; a large poster as an image is not kept.
_MOST_BYTES = 48 * 1024 * 1024
_BUSY = "Trop de documents sont demandés en même temps : réessayez bientôt."


class Renderings:
    """Rendered sheets of one process.

    A map takes about half a second of one core, a dossier several: a few others wait for their
    turn, and a visitor is told to come back when the queue is too long.
    """

    def __init__(self, turns: Turns | None = None) -> None:
        kept: Kept[tuple[str, str], bytes] = Kept(_MOST_KEPT, _MOST_BYTES, len)
        self._answers = LongAnswers(turns or Turns(), kept, _BUSY)

    def pdf(self, document: str) -> bytes:
        """Render an HTML document as PDF.

        Raises
        ------
        PdfUnavailableError
            When Pango is not installed.
        BusyError
            When too many wait already, or for too long.
        """
        return self.once("pdf", document, lambda: render_pdf(document))

    def png(self, document: str, dots_per_inch: int) -> bytes:
        """Render the first page of an HTML document as PNG.

        Raises
        ------
        PdfUnavailableError
            When Pango is not installed.
        BusyError
            When too many wait already, or for too long.
        """
        return self.once(
            f"png {dots_per_inch}",
            document,
            lambda: picture_of(render_pdf(document), dots_per_inch),
        )

    def once(self, kind: str, document: str, render: Callable[[], bytes]) -> bytes:
        """Return what was rendered before, or render it in turn.

        Parameters
        ----------
        kind
            What file it is.
        document
            All that the file depends on.
        render
            Makes the file.

        Raises
        ------
        BusyError
            When too many wait already, or for too long.
        """
        key = (kind, hashlib.sha256(document.encode()).hexdigest())
        return self._answers.of(key, render)


def render_pdf(document: str) -> bytes:
    """Render an HTML document as a tagged PDF, always the same bytes.

    Parameters
    ----------
    document
        Complete and self-contained: nothing is fetched, from disk or elsewhere.

    Raises
    ------
    PdfUnavailableError
        When Pango is not installed.
    """
    try:
        # Loads Pango and takes half a second: only a service that prints pays for it.
        import weasyprint  # noqa: PLC0415
    except OSError as missing:
        raise PdfUnavailableError(
            "Ce serveur ne peut pas écrire de PDF : la bibliothèque Pango n'y est pas installée."
        ) from missing
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())
    rendered: bytes = weasyprint.HTML(string=document, url_fetcher=nothing).write_pdf(
        pdf_variant="pdf/ua-1",
        pdf_identifier=hashlib.sha256(document.encode()).digest()[:16],
    )
    return rendered


def picture_of(pdf: bytes, dots_per_inch: int) -> bytes:
    """Draw the first page of a PDF as PNG, whose size on paper is that of the page."""
    # A library of several megabytes, and an image library: as above.
    import pypdfium2  # noqa: PLC0415

    page = pypdfium2.PdfDocument(pdf)[0]
    image = page.render(scale=dots_per_inch / _POINTS_PER_INCH).to_pil().convert("RGB")
    written = io.BytesIO()
    image.save(written, "PNG", dpi=(dots_per_inch, dots_per_inch))
    return written.getvalue()
