"""Lists: with bullets, or with numbers that start again at 1 in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from webapp.dossier.document.wordml import element, paragraph, run

# The numbered list of the model, and the first number free for those of a document.
_MODEL, _FIRST_FREE = 3, 10


class NumberedLists:
    """Writes the lists of one document.

    Parameters
    ----------
    document
        Where the numbers of each list are kept.
    """

    def __init__(self, document: Document) -> None:
        self._numbering = document.part.numbering_part.element
        self._next = _FIRST_FREE

    def write(self, items: Sequence[str], *, is_numbered: bool) -> Iterator[Element]:
        """Write the items of a list."""
        if not is_numbered:
            yield from (paragraph("ListBullet", run(item)) for item in items)
            return
        number = self._start()
        for item in items:
            written = paragraph("ListNumber", run(item))
            level = element("w:ilvl", val=0)
            written[0].append(element("w:numPr", level, element("w:numId", val=number)))
            yield written

    def _start(self) -> int:
        """Begin a list that counts from 1."""
        number = self._next
        self._next += 1
        restart = element("w:lvlOverride", element("w:startOverride", val=1), ilvl=0)
        model = element("w:abstractNumId", val=_MODEL)
        self._numbering.append(element("w:num", model, restart, numId=number))
        return number
