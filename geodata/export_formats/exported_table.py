"""What every format writes: rows of one table, the meaning of its columns, its provenance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pyarrow as pa

DICTIONARY_HEADER = ("colonne", "libellé", "unité", "description", "valeur absente")
SOURCES_HEADER = (
    *("producteur", "titre", "licence", "millésime", "date", "adresse", "fichier", "sha256"),
)


@dataclass(frozen=True, eq=False)
class ExportedTable:
    """Rows of a published table, chosen for export.

    Attributes
    ----------
    descriptor
        Descriptor of the table in the manifest: name, title, schema.
    facts
        Facts of the snapshot: sources, date of the build.
    snapshot_id
        Id of the snapshot.
    rows
        Canonical table, rows in the order of the key.
    """

    descriptor: dict[str, Any]
    facts: dict[str, Any]
    snapshot_id: str
    rows: pa.Table

    @property
    def name(self) -> str:
        """Name of the table."""
        return str(self.descriptor["name"])

    @property
    def title(self) -> str:
        """French title of the table."""
        return str(self.descriptor["title"])

    @property
    def fields(self) -> list[dict[str, Any]]:
        """Descriptors of the columns, the geometry excepted."""
        fields = self.descriptor["schema"]["fields"]
        return [field for field in fields if field["type"] != "any"]

    def records(self) -> list[dict[str, Any]]:
        """Rows as plain Python, without geometry; None where a value is missing."""
        names = [field["name"] for field in self.fields]
        records: list[dict[str, Any]] = self.rows.select(names).to_pylist()
        return records

    def keys(self) -> list[str]:
        """Stable identifier of each row: its key, joined by `/` when it has several columns."""
        key = self.rows.select(self.descriptor["schema"]["primaryKey"]).to_pylist()
        return ["/".join(str(value) for value in row.values()) for row in key]

    def dictionary(self) -> list[tuple[str, ...]]:
        """Meaning of each column, in the order of `DICTIONARY_HEADER`."""
        properties = ("name", "title", "unit", "description", "nullRule")
        return [tuple(str(field[name]) for name in properties) for field in self.fields]

    def sources(self) -> list[tuple[str, ...]]:
        """Provenance of each source, in the order of `SOURCES_HEADER`."""
        properties = (
            *("producer", "title", "licence", "millesime", "date", "url", "name", "sha256"),
        )
        return [
            tuple(str(source.get(name) or "") for name in properties)
            for source in self.facts.get("sources", [])
        ]
