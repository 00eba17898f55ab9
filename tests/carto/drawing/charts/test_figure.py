"""A chart comes with its finding and its data; nothing of it is read as markup."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from carto.drawing.charts.figure import ChartTable, figure

TABLE = ChartTable("Par trimestre", ("Trimestre", "Ici"), [("T1 <b>", "12 %"), ("T2", "1 200 %")])


def test_the_finding_comes_first_and_the_data_can_be_opened() -> None:
    root = ET.fromstring(figure("<svg/>", "Deux sur trois : oui", TABLE, "ARCEP"))  # noqa: S314
    assert [part.tag for part in root] == ["figcaption", "svg", "p", "details"]
    assert root.findtext("figcaption/p") == "Deux sur trois\u00a0: oui"
    assert root.findtext("p") == "ARCEP"


def test_the_table_names_its_rows_and_columns() -> None:
    root = ET.fromstring(figure("<svg/>", "", TABLE))  # noqa: S314
    table = root.find(".//table")
    assert table is not None
    assert table.findtext("caption") == "Par trimestre"
    assert [head.attrib["scope"] for head in table.iter("th")] == ["col", "col", "row", "row"]
    assert [cell.text for cell in table.iter("td")] == ["12\u00a0%", "1\u202f200\u00a0%"]
    assert [part.tag for part in root] == ["figcaption", "svg", "details"]
    assert "T1 <b>" in [head.text for head in table.iter("th")]
