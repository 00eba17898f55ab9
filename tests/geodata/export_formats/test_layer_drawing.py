"""Tests of how the rows of a file are coloured."""

from geodata.export_formats.exported_table import ExportedTable
from geodata.export_formats.layer_drawing import draw_places, draw_table


def test_communes_have_the_classes_of_the_map(communes: ExportedTable) -> None:
    drawing = draw_table("communes", communes.facts, communes.records())
    assert drawing is not None
    labels = [one.label for one in drawing.classes]
    assert labels == ["non sous-desservie", "vigilance", "sous-desservie", "prioritaire"]
    verdicts = [record["verdict"] for record in communes.records()]
    assert [None if label is None else labels.index(label) for label in drawing.labels] == [
        int(verdict) if verdict.isdigit() else None for verdict in verdicts
    ]


def test_each_nature_of_place_has_its_colour() -> None:
    drawing = draw_places([{"kind": "lieu", "format": "bus"}, {"kind": "structure", "format": ""}])
    assert drawing.labels == ("bus itinérant", "structure")
    assert len({one.colour for one in drawing.classes}) == len(drawing.classes)


def test_a_table_that_no_map_shows_is_not_coloured(communes: ExportedTable) -> None:
    assert draw_table("robustness", communes.facts, []) is None
