"""The dossier of the sample, and the state that it freezes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.webapp.activity.local_rows import LOCAL_ROWS
from tests.webapp.dossier.sample_dossier import EPCI, SIREN, sample_dossier, sample_snapshot
from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from webapp.dossier.blocks import Dossier
from webapp.dossier.downloads.files import state_of
from webapp.dossier.editions.frozen import Frozen
from webapp.dossier.subject import Subject, subject_of
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, LoadedSnapshot, load


@pytest.fixture(scope="session")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    """Load the published sample."""
    return sample_snapshot(snapshot_dir)


@pytest.fixture
def dossier(loaded: LoadedSnapshot) -> Dossier:
    """Write the dossier of an EPCI of the sample."""
    return sample_dossier(loaded)


@pytest.fixture
def subject(loaded: LoadedSnapshot) -> Subject:
    """Choose the same EPCI."""
    return subject_of(loaded, EPCI, SIREN)


@pytest.fixture
def departement(loaded: LoadedSnapshot) -> Subject:
    """Choose the département of the sample."""
    return subject_of(loaded, DEPARTEMENT, "29")


@pytest.fixture
def frozen(loaded: LoadedSnapshot, dossier: Dossier) -> Frozen:
    """Freeze the state of the dossier."""
    return state_of(loaded, dossier)


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Subject:
    """Choose the same EPCI in data that have its local files."""
    folder = tmp_path_factory.mktemp("dossier-local")
    return subject_of(load(publish(folder, {**TABLES, **LOCAL_ROWS})), EPCI, SIREN)
