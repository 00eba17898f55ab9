"""A dossier as DOCX: the same blocks as its page, in the styles of a word processor.

Real headings, counted by their style; a table of contents that holds its entries; captions counted
by fields; tables with a header row; pictures with their words; places to complete that one clicks
on. Nothing depends on the clock: the same dossier is always the same bytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from carto.typography import typeset
from webapp.dossier.blocks import Dossier
from webapp.dossier.document.blank_document import blank_document
from webapp.dossier.document.body import Body
from webapp.dossier.document.contents import table_of_contents
from webapp.dossier.document.frame import freeze_inside, write_foot, write_properties
from webapp.dossier.document.slots import listed
from webapp.dossier.document.wordml import on_new_page, paragraph, run
from webapp.dossier.figures.drawn_figure import Draw
from webapp.dossier.fixed_zip import refixed

# The part that lists what is left: here each line also leads to its place.
TO_COMPLETE_ID = "a-completer"
TO_COMPLETE = "Ce qui reste à compléter"
_HOW_TO_COMPLETE = (
    "Ces lignes mènent aux emplacements signalés « À compléter » : cliquez sur le texte entre "
    "crochets et écrivez à sa place, puis cochez la case ici. Pour finir, mettez le sommaire à "
    "jour (clic droit, « Mettre à jour ») : les numéros de page s'y ajoutent."
)


@dataclass(frozen=True)
class Edition:
    """What a file says of the data it was made of.

    Attributes
    ----------
    data
        Words at the foot of every page: date and identifier of the data.
    made_on
        When the data were published, which is the date of the file.
    frozen
        Text of `baseline.json`.
    """

    data: str
    made_on: datetime
    frozen: str


def write_docx(dossier: Dossier, edition: Edition, draw: Draw) -> bytes:
    """Write a dossier.

    Parameters
    ----------
    dossier
        What to write.
    edition
        What its data are.
    draw
        Makes the image of a figure.
    """
    document = blank_document()
    body = Body(document, draw)
    written = [section for section in dossier.sections if section.id != TO_COMPLETE_ID]
    parts = [element for section in written for element in body.section(section)]
    on_new_page(parts[0])
    parts.extend(_to_complete(dossier, body))
    page = document.element.body
    for block in (*_cover(dossier), table_of_contents(body.entries), *parts):
        page.insert(len(page) - 1, block)
    write_foot(document, dossier.territory, edition.data)
    write_properties(document, dossier, edition.made_on)
    freeze_inside(document, edition.frozen)
    saved = io.BytesIO()
    document.save(saved)
    return refixed(saved.getvalue())


def _cover(dossier: Dossier) -> list[Element]:
    """Write the cover."""
    return [
        paragraph("Title", run(dossier.title)),
        paragraph("Territory", run(dossier.territory)),
        paragraph("Subtitle", run(dossier.subtitle)),
        *(paragraph("Edition", run(line)) for line in dossier.edition),
    ]


def _to_complete(dossier: Dossier, body: Body) -> list[Element]:
    """List the places to complete, if there are any."""
    if not dossier.to_complete:
        return []
    return [
        on_new_page(body.heading(1, "", TO_COMPLETE)),
        paragraph("Normal", run(typeset(_HOW_TO_COMPLETE))),
        *(listed(one, number) for number, one in enumerate(dossier.to_complete, 1)),
    ]
