"""Tests of the choice of rows for a territory."""

from pathlib import Path

import pytest

from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
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


@pytest.mark.parametrize("table", [*SNAPSHOT_TABLES, *COMPLEMENTS])
def test_every_published_table_can_be_chosen_from(snapshot: Snapshot, table: str):
    contract = {**SNAPSHOT_TABLES, **COMPLEMENTS}[table]
    row = dict.fromkeys(contract.names, "29019")
    assert selector(snapshot, table, "29")(row) in (True, False)


def test_what_is_known_by_a_place_follows_its_commune(snapshot: Snapshot):
    site = next(row for row in snapshot.rows("sites") if row["code_insee"] == "29019")
    for table in ("ground_places", "place_labels"):
        assert selector(snapshot, table, "29")({"id": site["id"]})
        assert selector(snapshot, table, "epci:242900314")({"id": site["id"]})
        assert not selector(snapshot, table, "29155")({"id": site["id"]})


def test_a_report_goes_to_the_communes_of_its_territory(snapshot: Snapshot):
    report = {"type_territoire": "epci", "code_territoire": "242900314"}
    assert selector(snapshot, "activity_reports", "29")(report)
    assert selector(snapshot, "activity_reports", "29019")(report)
    assert not selector(snapshot, "activity_reports", "29155")(report)
