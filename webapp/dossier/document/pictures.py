"""Figures as pictures of 300 dots per inch, of their true size, with their words for the blind."""

from __future__ import annotations

import io

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Mm

from webapp.dossier.blocks import Figure
from webapp.dossier.document.wordml import element

# Widest picture between the margins of the page, and the tallest with its caption and source.
WIDEST_MM, TALLEST_MM = 170.0, 215.0


def picture(document: Document, figure: Figure, png: bytes, number: int) -> Element:
    """Write the run that holds a picture.

    Parameters
    ----------
    document
        It keeps the image.
    figure
        Its size on paper and its words.
    png
        The image.
    number
        Unique among the pictures of the document.
    """
    part = document.part
    inline = part.new_pic_inline(io.BytesIO(png), *_size(figure))
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    properties = inline.docPr
    properties.set("id", str(number))
    properties.set("name", f"Carte {number}")
    properties.set("descr", figure.alt)
    properties.set("title", figure.caption)
    return element("w:r", element("w:drawing", inline))


def _size(figure: Figure) -> tuple[Mm, Mm]:
    """Size on the page, made smaller where the figure would not hold."""
    shrink = min(1.0, WIDEST_MM / figure.width_mm, TALLEST_MM / figure.height_mm)
    return Mm(shrink * figure.width_mm), Mm(shrink * figure.height_mm)
