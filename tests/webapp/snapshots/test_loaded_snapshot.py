"""A snapshot in memory: rows by code, members of territories, files of the manifest."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.errors import UnknownResourceError
from webapp.search.search import search
from webapp.search.search_index import ORDER
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

CROZON = "200066868"


@pytest.fixture(scope="module")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    return load(*open_latest(DataDir(snapshot_dir)))


def test_rows_are_found_by_code_in_the_order_of_the_key(loaded: LoadedSnapshot):
    assert list(loaded.communes) == sorted(loaded.communes)
    assert loaded.communes["29083"]["nom"] == "Île-de-Sein"
    assert loaded.departements["29"]["nom"] == "Finistère"
    assert loaded.sites["fs-2046"]["is_itinerant"] is True


def test_flags_and_reasons_are_parsed_and_missing_is_none(loaded: LoadedSnapshot):
    row = loaded.communes["29067"]
    assert row["flags"] == ["DEMANDE_TRONQUEE"]
    assert row["reasons"]["accessibility"] == "DEMANDE_TRONQUEE"
    assert row["accessibility"] is None
    assert loaded.communes["29232"]["flags"] == []


def test_equal_values_are_held_once(loaded: LoadedSnapshot) -> None:
    plain = [row for row in loaded.communes.values() if not row["flags"]]
    for column in ("flags", "nom_epci", "taux_couverture_ftth", "sentence"):
        first: dict[str, object] = {}
        assert all(first.setdefault(str(row[column]), row[column]) is row[column] for row in plain)
    reasons: dict[str, object] = {}
    for row in loaded.communes.values():
        assert reasons.setdefault(str(row["reasons"]), row["reasons"]) is row["reasons"]


def test_every_territory_can_be_searched(loaded: LoadedSnapshot) -> None:
    found = search("ile de sein", loaded.names).groups[0].places
    assert [place.path for place in found] == ["/commune/29083"]
    pages = sum(len(loaded.level(type_)) for type_ in ORDER) + len(loaded.former)
    assert len(loaded.names.places) == len(loaded.names.names) == pages


def test_a_part_of_france_has_no_map_of_france(loaded: LoadedSnapshot) -> None:
    assert loaded.country is None


def test_members_are_those_of_the_territory(loaded: LoadedSnapshot):
    assert [row["code_insee"] for row in loaded.members("epci", CROZON)] == [
        "29001",
        "29042",
        "29302",
    ]
    assert len(loaded.members("departement", "29")) == len(loaded.communes)
    assert loaded.members("commune", "29001") == [loaded.communes["29001"]]


@pytest.mark.parametrize(
    ("type_", "code"),
    [("commune", "99999"), ("epci", "29001"), ("departement", "22"), ("region", "53"), ("x", "y")],
)
def test_an_unknown_territory_is_refused(loaded: LoadedSnapshot, type_: str, code: str):
    with pytest.raises(UnknownResourceError, match=code):
        loaded.members(type_, code)


def test_communes_without_epci_are_no_territory(loaded: LoadedSnapshot):
    with pytest.raises(UnknownResourceError):
        loaded.members("epci", "None")


def test_shapes_are_read_once(loaded: LoadedSnapshot) -> None:
    shapes = loaded.shapes("departement", "29")
    assert set(shapes.units) == set(loaded.communes)
    assert loaded.shapes("departement", "29") is shapes


@pytest.mark.parametrize("name", ["../latest", "/etc/passwd", "communes.parquet\0", "", "maps"])
def test_only_files_of_the_manifest_are_reached(loaded: LoadedSnapshot, name: str):
    with pytest.raises(UnknownResourceError):
        loaded.file(name)


def test_published_files_are_reached(loaded: LoadedSnapshot):
    for name in ("datapackage.json", "quarantine.csv", "communes.parquet"):
        assert loaded.file(name).is_file()
