"""What a process that writes files is asked: rows, their columns, where their shapes are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import orjson

from carto.drawing.indicators.indicator import MapClass
from geodata.export_formats.layer_drawing import LayerDrawing


@dataclass(frozen=True, eq=False)
class RowRequest:
    """Rows to write.

    Attributes
    ----------
    descriptor
        Descriptor of the table in the manifest, with the columns of the rows only.
    facts
        Facts of the snapshot that a file tells: its title and its sources.
    snapshot_id
        Id of the snapshot.
    records
        Values of each row, in the order of the columns; those of the key are among them.
    shapes
        Path of the published table that has the geometries of the rows.
    drawing
        How a map of them is coloured.
    notes
        What else must be said of them, each under its French label.
    """

    descriptor: Mapping[str, Any]
    facts: Mapping[str, Any]
    snapshot_id: str
    records: list[list[Any]]
    shapes: str
    drawing: LayerDrawing
    notes: tuple[tuple[str, str], ...]

    def to_json(self) -> bytes:
        """Write the request for another process; the same request gives the same bytes."""
        said = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return orjson.dumps(said | {"drawing": asdict(self.drawing)})

    @classmethod
    def from_json(cls, data: bytes) -> RowRequest:
        """Read what `to_json` wrote."""
        said = orjson.loads(data)
        drawing = said["drawing"]
        classes = tuple(MapClass(**one) for one in drawing["classes"])
        labels = tuple(drawing["labels"])
        said["drawing"] = LayerDrawing(**drawing | {"classes": classes, "labels": labels})
        said["notes"] = tuple((label, value) for label, value in said["notes"])
        return cls(**said)
