"""The manifest of a snapshot: a Frictionless Data Package that lists and seals every file.

`datapackage.json` gives each file's size and sha256, each table's columns, the sources and the
facts of the build; `datapackage.json.sha256` seals `datapackage.json` itself (`sha256sum -c`
reads it). Columns of Parquet tables are described for information: generic validators check
these files by hash, and CSV files value by value.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from carto.contracts import Column, TableContract
from geodata.storage.snapshot_id import snapshot_id

MANIFEST = "datapackage.json"
SEAL = "datapackage.json.sha256"
PARQUET = "application/vnd.apache.parquet"
CSV = "text/csv"
QUARANTINE_PATH = "quarantine.csv"
FINDINGS_PATH = "constats.csv"
# Whole layers in other formats: they say the tables again, under the id of the snapshot.
LAYER_FILES = "couches/"
IDENTIFYING_FACTS = (
    *("title", "is_demo", "scope", "cog", "method", "missing_sources", "set_aside"),
)
# Snapshots of earlier versions do not have them, and keep their id.
FACTS_OF_LATER_VERSIONS = ("layer_files", "written_form")
IDENTIFYING_SOURCE_FACTS = (
    *("id", "producer", "title", "licence", "homepage", "url", "millesime", "date", "cog"),
    *("in", "out", "merged", "refused"),
)

_READ_SIZE = 1 << 20


@dataclass(frozen=True)
class Resource:
    """One file of a snapshot.

    Attributes
    ----------
    path
        Relative to the folder of the snapshot, with `/`.
    title
        French title for people.
    mediatype
        Media type of the file.
    bytes, sha256
        Size and fingerprint.
    contract
        Contract of the table it holds, None for another file.
    content_hash
        Fingerprint of the values of a table, None for another file.
    """

    path: str
    title: str
    mediatype: str
    bytes: int
    sha256: str
    contract: TableContract | None = None
    content_hash: str | None = None

    def describe(self) -> dict[str, object]:
        """Describe the file as a resource of a Data Package."""
        described: dict[str, object] = {
            "name": self.contract.name if self.contract else self.path.lower(),
            # Without a contract, a reader of tables would guess the types of the columns.
            "type": "table" if self.mediatype == CSV and self.contract else "file",
            "path": self.path,
            "title": self.title,
            "format": self.path.rsplit(".", 1)[-1],
            "mediatype": self.mediatype,
            "bytes": self.bytes,
            "hash": f"sha256:{self.sha256}",
        }
        if self.contract is not None:
            described["description"] = self.contract.description
            described["schema"] = describe_schema(self.contract)
        if self.content_hash is not None:
            described["contentHash"] = f"sha256:{self.content_hash}"
        return described


def describe_package(
    resources: Iterable[Resource], facts: Mapping[str, object]
) -> dict[str, object]:
    """Describe a snapshot as a Data Package.

    Parameters
    ----------
    resources
        Its files, the manifest and its seal excepted.
    facts
        What the build says of itself; kept whole under `carto`.

    Returns
    -------
    dict
        The Data Package descriptor; `id` names the snapshot.
    """
    described = [r.describe() for r in sorted(resources, key=lambda resource: resource.path)]
    found_id = package_id(described, facts)
    sources = facts.get("sources", [])
    return {
        "name": f"carto-{found_id}",
        "id": found_id,
        "title": facts.get("title", ""),
        "created": facts.get("created", ""),
        "sources": [_describe_source(source) for source in sources],  # type: ignore[attr-defined]
        "resources": described,
        "carto": dict(facts),
    }


def package_id(resources: Iterable[Mapping[str, object]], facts: Mapping[str, object]) -> str:
    """Id that a snapshot with these resources and facts must have.

    It follows what readers get: the values of the tables, the other files, the contracts, the
    method, the names, dates and counts of the sources, those out of date and since when, the rows
    set aside. It leaves out the clock, the snapshot served before (with which findings compare),
    and what changes when the rows of a source are merely shuffled: fingerprints of raw files and
    line numbers. Of the files that say the tables again, the list and the form count.
    """
    contents = {
        str(resource["path"]): {
            "content": resource.get("contentHash", resource["hash"]),
            "schema": resource.get("schema"),
        }
        for resource in resources
        if resource["path"] not in (QUARANTINE_PATH, FINDINGS_PATH)
        and not str(resource["path"]).startswith(LAYER_FILES)
    }
    said: dict[str, object] = {key: facts.get(key) for key in IDENTIFYING_FACTS}
    sources = facts.get("sources", [])
    said["sources"] = [
        {key: source.get(key) for key in IDENTIFYING_SOURCE_FACTS}
        for source in sources  # type: ignore[attr-defined]
    ]
    said |= {key: facts[key] for key in FACTS_OF_LATER_VERSIONS if key in facts}
    degraded = facts.get("degraded", [])
    if degraded:
        said["degraded"] = [
            [source["source"], source["since"]]
            for source in degraded  # type: ignore[attr-defined]
        ]
    return snapshot_id(contents, said)


def describe_schema(contract: TableContract) -> dict[str, object]:
    """Describe the columns of a contract as a Frictionless Table Schema."""
    schema: dict[str, object] = {"fields": describe_columns(contract.columns)}
    if contract.key:
        schema["primaryKey"] = list(contract.key)
    return schema


def describe_columns(columns: Iterable[Column]) -> list[dict[str, object]]:
    """Describe columns as fields of a Frictionless Table Schema."""
    return [_describe_field(column) for column in columns]


def seal(manifest: bytes) -> bytes:
    """Line that seals the manifest, in the format of `sha256sum`."""
    return f"{hashlib.sha256(manifest).hexdigest()}  {MANIFEST}\n".encode("ascii")


def measure(path: Path) -> tuple[int, str]:
    """Size in bytes and sha256 of a file, read piece by piece."""
    digest = hashlib.sha256()
    size = 0
    with path.open("rb") as file:
        while piece := file.read(_READ_SIZE):
            digest.update(piece)
            size += len(piece)
    return size, digest.hexdigest()


def _describe_field(column: Column) -> dict[str, object]:
    """Describe one column as a field of a Table Schema."""
    constraints: dict[str, object] = {"required": not column.nullable}
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    if column.pattern is not None:
        constraints["pattern"] = column.pattern
    if column.choices is not None:
        constraints["enum"] = list(column.choices)
    return {
        "name": column.name,
        "type": "any" if column.type == "geometry" else column.type,
        "title": column.label,
        "description": column.description,
        "unit": column.unit,
        "nullRule": column.null_rule,
        "constraints": constraints,
    }


def _describe_source(source: Mapping[str, object]) -> dict[str, object]:
    """Describe one source of the facts as a source of a Data Package."""
    described = {
        "title": f"{source.get('producer', '')} : {source.get('title', source.get('id', ''))}",
        "path": source.get("url") or source.get("homepage"),
        "license": source.get("licence"),
        "version": source.get("millesime"),
    }
    return {key: value for key, value in described.items() if value}
