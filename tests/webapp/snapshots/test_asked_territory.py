"""The territory of an address: published, of a type that makes sense there, or said shortly."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.snapshots.asked_territory import named_territory, territory_text, unknown_territory
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

TYPES = ("departement", "epci", "groupe")


@pytest.fixture(scope="module")
def sample(snapshot_dir: Path) -> LoadedSnapshot:
    return load(*open_latest(DataDir(snapshot_dir)))


@pytest.mark.parametrize("said", ["departement-29", "epci-242900314", "groupe-29001-29302"])
def test_what_is_published_is_read_and_written_alike(sample: LoadedSnapshot, said: str) -> None:
    found = named_territory(sample, said, TYPES)
    assert found is not None
    assert territory_text(found) == said


@pytest.mark.parametrize(
    "said", ["", "29", "departement", "departement-99", "france", "commune-29001", "groupe-29001-0"]
)
def test_anything_else_is_none(sample: LoadedSnapshot, said: str) -> None:
    assert named_territory(sample, said, TYPES) is None


def test_france_needs_no_code(sample: LoadedSnapshot) -> None:
    expected = ("france", "FR") if sample.france else None
    assert named_territory(sample, "france", ("france",)) == expected


def test_what_is_unknown_is_said_back_shortly() -> None:
    assert len(unknown_territory("x" * 300)) < 130
