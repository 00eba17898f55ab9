"""Tests of published snapshots as the web reads them."""

import math
import subprocess
import sys

import pytest

from geodata.storage import geoparquet
from geodata.storage.data_dir import DataDir
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot, list_snapshots, open_latest
from tests.geodata.storage import sample_snapshot

READ = """
import sys
from pathlib import Path
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import list_snapshots, open_latest

data_dir = DataDir(Path(sys.argv[1]))
snapshot, _ = open_latest(data_dir)
assert len(snapshot.rows("communes")) == 4
assert len(list_snapshots(data_dir)) == 1
print(sorted({"pandas", "geopandas", "shapely", "numba", "scipy"} & set(sys.modules)))
"""


def damage(snapshot: Snapshot, name: str = "communes.parquet") -> None:
    """Flip one bit of one file."""
    path = snapshot.path(name)
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_rows_are_plain_python_in_the_order_of_the_key(snapshot: Snapshot):
    rows = snapshot.rows("communes")
    assert [row["code_insee"] for row in rows] == ["22050", "29001", "29019", "29155"]
    argol = rows[1]
    assert argol["locaux_raccordables"] == 0
    assert argol["taux_couverture_ftth"] == 0.0
    assert argol["is_in_scope"] is True
    assert "geometry" not in argol
    assert "bbox" not in argol
    kinds = {type(value) for row in rows for value in row.values()}
    assert kinds <= {str, int, float, bool, type(None)}


def test_missing_is_none_never_zero_or_nan(snapshot: Snapshot):
    ouessant = snapshot.rows("communes")[3]
    assert ouessant["nom"] == "Ouessant"
    assert ouessant["locaux"] is None
    assert ouessant["taux_couverture_ftth"] is None
    values = [value for row in snapshot.rows("fibre") for value in row.values()]
    assert not any(isinstance(value, float) and math.isnan(value) for value in values)


def test_every_published_table_can_be_read(snapshot: Snapshot):
    counts = {name: len(snapshot.rows(name)) for name in snapshot.tables}
    empty = {"region": 0, "france": 0, "ept": 0}
    assert counts == empty | {
        **{"communes": 4, "departement": 1, "epci": 3, "groupe": 1},
        **{"fibre": 4, "sites": 3},
    }


@pytest.mark.parametrize("code", ["22050", "29001", "29155", "00000", "29002", "99999"])
def test_the_rows_of_a_key_are_those_of_the_whole_table(snapshot: Snapshot, code: str):
    expected = [row for row in snapshot.rows("fibre") if row["code_insee"] == code]
    assert snapshot.rows_of("fibre", code) == expected


def test_the_rows_of_a_longer_key(snapshot: Snapshot):
    (row, *_) = snapshot.rows("fibre")
    assert snapshot.rows_of("fibre", row["code_insee"], row["quarter"], row["series"]) == [row]
    assert snapshot.rows_of("fibre", row["code_insee"], "1999-T1") == []


def test_the_rows_of_a_key_are_found_in_any_group_of_rows(data_dir: DataDir, monkeypatch):
    monkeypatch.setattr(geoparquet, "ROWS_PER_GROUP", 2)
    snapshot = sample_snapshot.publish(data_dir)
    for row in snapshot.rows("communes"):
        assert snapshot.rows_of("communes", row["code_insee"]) == [row]


@pytest.mark.parametrize("codes", [["29019"], ["22050", "29155"], ["00000"], []])
def test_some_columns_of_some_codes_are_found_in_any_group_of_rows(
    data_dir: DataDir, monkeypatch, codes: list[str]
):
    monkeypatch.setattr(geoparquet, "ROWS_PER_GROUP", 2)
    snapshot = sample_snapshot.publish(data_dir)
    rows = [row for row in snapshot.rows("communes") if row["code_insee"] in codes]
    found = snapshot.columns_of("communes", ["nom", "taux_couverture_ftth"], {"code_insee": codes})
    assert found == {name: [row[name] for row in rows] for name in found}
    assert list(found) == ["nom", "taux_couverture_ftth"]
    nowhere = {"code_insee": codes, "departement": ["99"]}
    assert snapshot.columns_of("communes", ["nom"], nowhere) == {"nom": []}


def test_an_unknown_table_or_file_is_refused_with_those_that_exist(snapshot: Snapshot):
    tables = "communes, departement, epci, ept, fibre, france, groupe, region, sites"
    with pytest.raises(SnapshotError, match=rf"Tables.* {tables}"):
        snapshot.rows("regions")
    with pytest.raises(SnapshotError, match="n'a pas de fichier"):
        snapshot.path("../../latest")


def test_facts_and_id_come_from_the_manifest(snapshot: Snapshot):
    assert snapshot.facts == sample_snapshot.FACTS
    assert snapshot.id == snapshot.folder.name


@pytest.mark.usefixtures("snapshot")
def test_a_snapshot_is_read_without_pandas(data_dir: DataDir):
    found = subprocess.run(
        [sys.executable, "-c", READ, str(data_dir.path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == "[]"


def test_the_latest_whole_snapshot_is_opened(data_dir: DataDir):
    sample_snapshot.publish(data_dir)
    second = sample_snapshot.publish(data_dir, method={"version": "2"})
    assert open_latest(data_dir) == (second, ())


def test_the_previous_snapshot_is_served_when_the_new_one_is_bad(data_dir: DataDir):
    first = sample_snapshot.publish(data_dir)
    second = sample_snapshot.publish(data_dir, method={"version": "2"})
    damage(second)
    with pytest.raises(SnapshotError, match=r"communes\.parquet"):
        second.verify()
    served, warnings = open_latest(data_dir)
    assert served == first
    assert "communes.parquet" in warnings[0]
    assert f"«\xa0{first.id}\xa0» est servi à la place" in warnings[1]


def test_a_whole_snapshot_is_served_even_when_latest_is_lost_or_garbled(data_dir: DataDir):
    sample_snapshot.publish(data_dir, method={"version": "2"}, created="2026-01-01T00:00:00Z")
    newest = sample_snapshot.publish(data_dir)
    data_dir.latest.unlink()
    served, warnings = open_latest(data_dir)
    assert served == newest
    assert "ne désigne aucun instantané utilisable" in warnings[0]
    data_dir.latest.write_bytes(b"\x00\xff")
    assert open_latest(data_dir)[0] == newest


def test_without_any_whole_snapshot_the_message_says_how_to_make_one(data_dir: DataDir):
    with pytest.raises(SnapshotError, match="lancez `carto build --demo`"):
        open_latest(data_dir)
    damage(sample_snapshot.publish(data_dir), "quarantine.csv")
    with pytest.raises(SnapshotError, match=r"`carto build --demo`.*quarantine\.csv"):
        open_latest(data_dir)


def test_snapshots_are_listed_newest_first(data_dir: DataDir):
    assert list_snapshots(data_dir) == []
    old = sample_snapshot.publish(data_dir, created="2026-01-01T00:00:00Z", title="Ancien")
    new = sample_snapshot.publish(data_dir, method={"version": "2"})
    first, second = list_snapshots(data_dir)
    assert (first.id, first.is_current) == (new.id, True)
    assert (second.id, second.title, second.created, second.is_current) == (
        old.id,
        "Ancien",
        "2026-01-01T00:00:00Z",
        False,
    )
    files = sample_snapshot.files(old.folder)
    assert second.bytes == sum(path.stat().st_size for path in files)


def test_a_snapshot_whose_manifest_is_damaged_is_still_listed(data_dir: DataDir):
    snapshot = sample_snapshot.publish(data_dir)
    manifest = snapshot.folder / "datapackage.json"
    manifest.chmod(0o644)
    manifest.write_bytes(b"{}")
    (summary,) = list_snapshots(data_dir)
    assert (summary.id, summary.title, summary.is_current) == (snapshot.id, None, True)
