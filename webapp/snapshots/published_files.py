"""The files of a snapshot: those its sealed manifest lists, and no other."""

from __future__ import annotations

from pathlib import Path

from carto.drawing.indicators.units import COMMUNE, Unit
from carto.said_back import said_back
from geodata.storage.manifest import MANIFEST
from geodata.storage.snapshot import Snapshot
from webapp.errors import UnknownResourceError
from webapp.links import snapshot_file


def published_path(snapshot: Snapshot, name: str) -> Path:
    """Path of a published file.

    Parameters
    ----------
    snapshot
        Verified; its tables are not read.
    name
        Path below the snapshot, as the manifest lists it.

    Raises
    ------
    UnknownResourceError
        When the manifest lists no such file, whatever lies in the folder.
    """
    if name not in _media_types(snapshot):
        raise UnknownResourceError(
            f"L'instantané {snapshot.id} ne publie pas de fichier « {said_back(name)} » ; "
            f"la liste est à {snapshot_file(snapshot.id, MANIFEST)}."
        )
    return snapshot.folder / name


def published_paths(snapshot: Snapshot) -> frozenset[str]:
    """Path of every published file, that of the manifest included."""
    return frozenset(_media_types(snapshot))


def media_type(snapshot: Snapshot, name: str) -> str:
    """Media type that the manifest gives a published file; the manifest itself is JSON."""
    return _media_types(snapshot)[name]


def _media_types(snapshot: Snapshot) -> dict[str, str]:
    """Media type of each published file, by path."""
    listed = {r["path"]: str(r["mediatype"]) for r in snapshot.manifest["resources"]}
    return {**listed, MANIFEST: "application/json"}


def map_name(type_: str, code: str, unit: Unit) -> str:
    """Name of the files of a map, without their folder.

    >>> from carto.drawing.indicators.units import EPCI
    >>> map_name("departement", "29", COMMUNE), map_name("region", "53", EPCI)
    ('departement-29', 'region-53.epci')
    """
    name = f"{type_}-{code}"
    return name if unit == COMMUNE else f"{name}.{unit.type}"
