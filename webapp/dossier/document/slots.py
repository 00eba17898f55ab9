"""What is left to the territory: content controls marked « à compléter », and their list."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from carto.french import NBSP
from webapp.dossier.blocks import CheckItem, Slot, ToComplete
from webapp.dossier.document.wordml import bookmarked, element, link_to, paragraph, run, tabulation

MARK = "À compléter"
# What a cell that the territory fills says in the tables of a dossier.
BLANK = "à compléter"
_TAG = "a-completer"
_DONE, _OPEN = "☒", "☐"
_DONE_CODE, _OPEN_CODE, _SYMBOLS = "2612", "2610", "MS Gothic"


def bookmark_of(number: int) -> str:
    """Name the bookmark of a slot."""
    return f"a_completer_{number}"


def slot(asked: ToComplete, number: int, bookmark_id: int) -> Element:
    """Write a place to complete: one clicks on the hint and types over it.

    Parameters
    ----------
    asked
        What is expected.
    number
        Its place among those of the dossier, from 1.
    bookmark_id
        Unique in the document.
    """
    label = run(f"{MARK}{NBSP}– {asked.label}{NBSP}: ", "Strong")
    properties = element(
        "w:sdtPr",
        element("w:alias", val=asked.label[:60]),
        element("w:tag", val=_TAG),
        element("w:id", val=number),
        element("w:showingPlcHdr"),
    )
    content = element("w:sdtContent", run(f"[{asked.hint}]", "PlaceholderText"))
    control = element("w:sdt", properties, content)
    return paragraph("ToComplete", *bookmarked(bookmark_of(number), bookmark_id, label), control)


def blank() -> Element:
    """Write a cell to complete: one clicks on the words and types over them."""
    properties = element("w:sdtPr", element("w:tag", val=_TAG), element("w:showingPlcHdr"))
    return element("w:sdt", properties, element("w:sdtContent", run(BLANK, "PlaceholderText")))


def listed(asked: Slot, number: int) -> Element:
    """Write a slot in the list at the end: a box to tick, its part, and the way to it."""
    label = link_to(bookmark_of(number), run(asked.asked.label, "Hyperlink"))
    return paragraph("Commitment", box(False), tabulation(), run(f"{asked.section}{NBSP}: "), label)


def commitment(item: CheckItem) -> Element:
    """Write a commitment with its box."""
    return paragraph("Commitment", box(item.is_done), tabulation(), run(item.text))


def box(is_done: bool) -> Element:
    """Write a box that one ticks with a click."""
    checkbox = element(
        "w14:checkbox",
        element("w14:checked", val=int(is_done)),
        element("w14:checkedState", val=_DONE_CODE, font=_SYMBOLS),
        element("w14:uncheckedState", val=_OPEN_CODE, font=_SYMBOLS),
    )
    symbol = run(_DONE if is_done else _OPEN)
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia"), _SYMBOLS)
    symbol.insert(0, element("w:rPr", element("w:rFonts", **fonts)))
    return element("w:sdt", element("w:sdtPr", checkbox), element("w:sdtContent", symbol))
