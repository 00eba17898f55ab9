"""Elements of WordprocessingML: runs, paragraphs, fields, links and bookmarks."""

from __future__ import annotations

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

_XML_SPACE = qn("xml:space")


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Make an element.

    Parameters
    ----------
    tag
        With its prefix, as `w:p`.
    *children
        In the order that the schema wants.
    **attributes
        Names in the namespace of the tag, or with another prefix as `r__id`.
    """
    made: Element = OxmlElement(tag)
    prefix = tag.partition(":")[0]
    for name, value in attributes.items():
        space, _, local = name.rpartition("__")
        made.set(qn(f"{space or prefix}:{local}"), str(value))
    made.extend(children)
    return made


def run(text: str, style: str = "") -> Element:
    """Write a run of text, in a character style if one is named."""
    words = element("w:t")
    words.text = text
    words.set(_XML_SPACE, "preserve")
    return element("w:r", *_run_style(style), words)


def tabulation() -> Element:
    """Write a run that holds a tabulation."""
    return element("w:r", element("w:tab"))


def paragraph(style: str, *runs: Element) -> Element:
    """Write a paragraph in a style."""
    return element("w:p", element("w:pPr", element("w:pStyle", val=style)), *runs)


def on_new_page(written: Element) -> Element:
    """Begin a new page with a paragraph."""
    written[0].append(element("w:pageBreakBefore"))
    return written


def field(instruction: str, result: Iterable[Element]) -> list[Element]:
    """Write a field with the result that a reader sees until it is updated."""
    return [*field_start(instruction), *result, field_end()]


def field_start(instruction: str) -> list[Element]:
    """Begin a field whose result goes on, maybe over several paragraphs."""
    code = element("w:instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    return [
        element("w:r", element("w:fldChar", fldCharType="begin")),
        element("w:r", code),
        element("w:r", element("w:fldChar", fldCharType="separate")),
    ]


def field_end() -> Element:
    """End a field."""
    return element("w:r", element("w:fldChar", fldCharType="end"))


def bookmarked(name: str, number: int, *content: Element) -> list[Element]:
    """Put a bookmark around some runs.

    Parameters
    ----------
    name
        40 characters at most, letters, digits and low lines.
    number
        Unique in the document.
    *content
        What it holds.
    """
    return [
        element("w:bookmarkStart", id=number, name=name),
        *content,
        element("w:bookmarkEnd", id=number),
    ]


def link_to(bookmark: str, *runs: Element) -> Element:
    """Lead to a bookmark of the document."""
    return element("w:hyperlink", *runs, anchor=bookmark, history=1)


def _run_style(style: str) -> list[Element]:
    """Write the properties of a run in a character style."""
    return [element("w:rPr", element("w:rStyle", val=style))] if style else []
