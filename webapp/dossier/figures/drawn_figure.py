"""The image of a figure, at the fineness of print."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from webapp.dossier.blocks import Figure
from webapp.printing.pdf_rendering import picture_of, render_pdf

DOTS_PER_INCH = 300

Draw: TypeAlias = Callable[[Figure], bytes]


def figure_png(figure: Figure) -> bytes:
    """Draw a figure as PNG of its true size.

    Raises
    ------
    PdfUnavailableError
        When Pango is not installed.
    """
    width, height = f"{figure.width_mm:.2f}mm", f"{figure.height_mm:.2f}mm"
    style = (
        f"@page {{ size: {width} {height}; margin: 0 }} body {{ margin: 0 }} "
        f"svg {{ display: block; width: {width}; height: {height} }}"
    )
    document = (
        f'<!doctype html><html lang="fr"><head><title>Figure</title><style>{style}</style></head>'
        f"<body>{figure.svg}</body></html>"
    )
    return picture_of(render_pdf(document), DOTS_PER_INCH)
