"""What every format writes: rows of one table, the meaning of its columns, its provenance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from geodata.column_meanings import (
    column_meanings,
    named_meanings,
    shown_fields,
)
from geodata.export_formats.layer_drawing import LayerDrawing
from geodata.export_formats.told_columns import Field, ToldColumns

SOURCES_HEADER = (
    *("producteur", "titre", "licence", "millésime", "date", "adresse", "fichier", "sha256"),
)
_ROWS_AT_ONCE = 2048

Pair = tuple[str, str]


@dataclass(frozen=True, eq=False)
class ExportedTable:
    """Rows of a published table, chosen for export.

    Attributes
    ----------
    descriptor
        Descriptor of the table in the manifest: name, title, schema.
    facts
        Facts of the snapshot: title, sources.
    snapshot_id
        Id of the snapshot.
    rows
        Canonical table, rows in the order of the key or in that of the reader.
    drawing
        How a map of the rows is coloured; None when they are not to be drawn.
    notes
        What else must be said of the rows, each under its French label: a filter, a changed rule.
    place_names
        Names of places by identifier, for a table that names places by theirs.
    """

    descriptor: dict[str, Any]
    facts: dict[str, Any]
    snapshot_id: str
    rows: pa.Table
    drawing: LayerDrawing | None = None
    notes: tuple[Pair, ...] = ()
    place_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name of the table."""
        return str(self.descriptor["name"])

    @property
    def title(self) -> str:
        """French title of the table."""
        return str(self.descriptor["title"])

    @property
    def date(self) -> str:
        """ISO date of the newest source: files are dated by their data, not by a clock."""
        sources = self.facts.get("sources", [])
        return max((str(s["date"]) for s in sources), default="") or "1970-01-01"

    @property
    def fields(self) -> list[Field]:
        """Descriptors of the columns, the geometry excepted."""
        return shown_fields(self.descriptor["schema"]["fields"])

    def records(self) -> Iterator[dict[str, Any]]:
        """Read the rows as plain Python, without geometry; None where a value is missing."""
        names = [one["name"] for one in self.fields]
        for batch in self.rows.select(names).to_batches(max_chunksize=_ROWS_AT_ONCE):
            yield from batch.to_pylist()

    def keys(self) -> list[str]:
        """Stable identifier of each row: its key, joined by `/` when it has several columns."""
        key = self.rows.select(self.descriptor["schema"]["primaryKey"]).to_pylist()
        return ["/".join(str(value) for value in row.values()) for row in key]

    def dictionary(self, fields: Sequence[Field] | None = None) -> list[tuple[str, ...]]:
        """Meaning of each column, or of each of `fields`, in the order of `DICTIONARY_HEADER`."""
        return column_meanings(self.fields if fields is None else fields)

    def sources(self) -> list[tuple[str, ...]]:
        """Provenance of each source, in the order of `SOURCES_HEADER`."""
        properties = (
            *("producer", "title", "licence", "millesime", "date", "url", "name", "sha256"),
        )
        return [
            tuple(str(source.get(name) or "") for name in properties)
            for source in self.facts.get("sources", [])
        ]

    def for_people(self) -> ToldColumns:
        """Choose the columns that people read, in words."""
        return ToldColumns(self.fields, self.place_names)

    def said(self) -> tuple[Pair, ...]:
        """Say what the file is, label and value: snapshot, perimeter, date, notes."""
        return (
            ("Instantané", self.snapshot_id),
            ("Périmètre", str(self.facts.get("title", ""))),
            ("Données du", self.date),
            *self.notes,
        )

    def description(self) -> dict[str, object]:
        """Describe the rows for a program: what is said, the columns, the sources."""
        return {
            "title": self.title,
            "snapshot": self.snapshot_id,
            "said": dict(self.said()),
            "columns": named_meanings(self.fields),
            "sources": [dict(zip(SOURCES_HEADER, line, strict=True)) for line in self.sources()],
        }
