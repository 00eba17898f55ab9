"""SVG text is escaped."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from carto.drawing import svg

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")))


@given(PRINTABLE, PRINTABLE)
def test_any_text_survives_as_content_and_attribute(words, value) -> None:
    parsed = ET.fromstring(svg.element("a", svg.text(words), href=value))  # noqa: S314 - our own text
    assert ((parsed.text or ""), parsed.get("href")) == (words, value)


def test_none_leaves_an_attribute_out() -> None:
    assert svg.element("g", fill=None, data_classe="") == '<g data-classe=""/>'
