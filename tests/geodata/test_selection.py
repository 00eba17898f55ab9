"""Tests of the choice of rows for a territory."""

from pathlib import Path

import pytest

from geodata.errors import ExportError
from geodata.selection import selector
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import Snapshot
from tests.geodata.storage import sample_snapshot


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("selection")
    return sample_snapshot.publish(DataDir(folder))


def keys(snapshot: Snapshot, table: str, territory: str) -> list[str]:
    """Keys of the rows chosen."""
    belongs = selector(snapshot, table, territory)
    (key, *_) = snapshot.tables[table]["schema"]["primaryKey"]
    return [row[key] for row in snapshot.rows(table) if belongs(row)]


@pytest.mark.parametrize(
    ("table", "territory", "expected"),
    [
        ("communes", "29", ["29001", "29019", "29155"]),
        ("communes", "242900314", ["29019"]),
        ("communes", "epci:242900314", ["29019"]),
        ("communes", "29155", ["29155"]),
        ("communes", "epci:200068989", ["22050"]),
        ("epci", "29", ["200066868", "242900314"]),
        ("epci", "29019", ["242900314"]),
        ("epci", "29155", []),
        ("departement", "29", ["29"]),
        ("departement", "29155", ["29"]),
        ("groupe", "29155", ["rade"]),
        ("groupe", "22050", []),
        ("region", "29", []),
        ("sites", "29", ["fs-1", "fs-2"]),
        ("sites", "epci:200066868", ["fs-2"]),
        ("sites", "29155", []),
        ("fibre", "29", ["29001", "29019", "29155"]),
        ("communes", "groupe:29155-29001", ["29001", "29155"]),
        ("communes", "groupe:29155-29001_Deux_pointes", ["29001", "29155"]),
        ("epci", "groupe:29155-29019", ["242900314"]),
    ],
)
def test_rows_of_a_territory(snapshot: Snapshot, table: str, territory: str, expected: list[str]):
    assert keys(snapshot, table, territory) == expected


@pytest.mark.parametrize(
    "territory",
    ["22", "75", "29999", "groupe:29001-29999", "groupe:x", "epci:29019", "123456789", "", "../x"],
)
def test_an_unknown_territory_is_refused_with_those_that_exist(snapshot: Snapshot, territory: str):
    with pytest.raises(ExportError) as refusal:
        selector(snapshot, "communes", territory)
    message = str(refusal.value)
    assert f"«\xa0{territory}\xa0» inconnu" in message
    assert "département (29)" in message
    assert "3 EPCI (par exemple epci:200066868)" in message
    assert "4 communes" in message
