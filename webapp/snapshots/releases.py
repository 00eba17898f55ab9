"""The releases that are published here: each snapshot by its manifest, without its tables.

A snapshot never changes: its manifest is read once by each process. Its files are verified when
one of them is asked for, not to be listed.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, current_app

from geodata.storage.data_dir import DataDir
from geodata.storage.errors import SnapshotError
from geodata.storage.integrity import read_manifest

_EXTENSION = "carto_releases"


@dataclass(frozen=True)
class Release:
    """A published snapshot, in short.

    Attributes
    ----------
    id
        Its identifier.
    title
        Name of what it covers.
    created
        When it was built, ISO 8601.
    is_demo
        Whether its data are those of the demonstration.
    scope
        Perimeter: its kind, and the codes of the territories.
    cog
        Year of the geography of its communes.
    method_version
        Version of the method.
    bytes
        Sum of the sizes of its files.
    """

    id: str
    title: str
    created: str
    is_demo: bool
    scope: Mapping[str, Any]
    cog: int
    method_version: str
    bytes: int


class Releases:
    """The published snapshots of a data folder.

    Parameters
    ----------
    data_dir
        Where snapshots are published.
    """

    def __init__(self, data_dir: DataDir) -> None:
        self._data_dir = data_dir
        self._lock = threading.Lock()
        self._read: dict[str, Release | None] = {}

    def all(self) -> list[Release]:
        """List the published snapshots, the newest first; one that cannot be read is left out."""
        published = self._data_dir.published_ids()
        with self._lock:
            self._read = {id_: self._read[id_] for id_ in published if id_ in self._read}
            found = [self._release(id_) for id_ in published]
        known = [release for release in found if release is not None]
        return sorted(known, key=lambda release: (release.created, release.id), reverse=True)

    def _release(self, snapshot_id: str) -> Release | None:
        """Read the manifest of a snapshot, once; under the lock."""
        if snapshot_id not in self._read:
            try:
                manifest = read_manifest(self._data_dir.snapshot(snapshot_id))
                self._read[snapshot_id] = _release(manifest)
            except (SnapshotError, OSError, KeyError, TypeError, ValueError):
                self._read[snapshot_id] = None
        return self._read[snapshot_id]


def _release(manifest: Mapping[str, Any]) -> Release:
    """Sum a manifest up."""
    facts = manifest["carto"]
    return Release(
        id=str(manifest["id"]),
        title=str(facts["title"]),
        created=str(facts["created"]),
        is_demo=bool(facts["is_demo"]),
        scope=facts["scope"],
        cog=int(facts["cog"]),
        method_version=str(facts["method"]["version"]),
        bytes=sum(int(resource["bytes"]) for resource in manifest["resources"]),
    )


def attach_releases(app: Flask, releases: Releases) -> None:
    """Give `app` the list of what is published."""
    app.extensions[_EXTENSION] = releases


def releases() -> list[Release]:
    """List what is published, the newest first."""
    return cast(Releases, current_app.extensions[_EXTENSION]).all()
