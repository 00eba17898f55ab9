"""Tests of what a process that writes files is asked."""

from carto.drawing.indicators.indicator import MapClass
from geodata.export_formats.layer_drawing import LayerDrawing
from geodata.row_request import RowRequest

DRAWING = LayerDrawing(
    "Verdict",
    (MapClass("0", "bon", "#ffffff"), MapClass("1", "pire", "#000000", is_worst=True)),
    "?",
    ("pire", None),
)


def test_a_request_is_read_back_as_it_was() -> None:
    request = RowRequest(
        descriptor={"name": "communes", "schema": {"fields": []}},
        facts={"title": "Finistère"},
        snapshot_id="0" * 16,
        records=[["29019", 0.5, None], ["29155", None, True]],
        shapes="/data/communes.parquet",
        drawing=DRAWING,
        notes=(("Lignes", "2"),),
    )
    read = RowRequest.from_json(request.to_json())
    assert read.drawing == DRAWING
    assert (read.records, read.notes) == (request.records, request.notes)
    assert read.to_json() == request.to_json()
