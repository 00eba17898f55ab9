"""Captions: « Tableau 3 », « Carte 2 », counted by fields that a word processor keeps right."""

from __future__ import annotations

from collections import Counter

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from carto.french import NBSP
from webapp.dossier.document.wordml import element, field, paragraph, run

TABLE, FIGURE = "Tableau", "Carte"


class Captions:
    """Numbers of the figures and tables of one document."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def next(self, kind: str, words: str) -> Element:
        """Write the next caption of a kind.

        Parameters
        ----------
        kind
            `TABLE`, whose caption stays with the table below it, or `FIGURE`.
        words
            What the figure or the table shows.
        """
        self._counts[kind] += 1
        number = field(f"SEQ {kind} \\* ARABIC", [run(str(self._counts[kind]))])
        written = paragraph("Caption", run(f"{kind}{NBSP}"), *number, run(f"{NBSP}– {words}"))
        if kind == TABLE:
            written[0].append(element("w:keepNext"))
        return written
