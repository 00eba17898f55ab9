"""The dossier of an EPCI of the published sample."""

from __future__ import annotations

from pathlib import Path

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.dossier.blocks import Dossier
from webapp.dossier.trame import dossier_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

EPCI, SIREN = "epci", "200066868"


def sample_snapshot(data_dir: Path) -> LoadedSnapshot:
    """Load the published sample."""
    return load(*open_latest(DataDir(data_dir)))


def sample_dossier(snapshot: LoadedSnapshot) -> Dossier:
    """Write the dossier of one of its EPCI."""
    return dossier_of(snapshot, EPCI, SIREN)
