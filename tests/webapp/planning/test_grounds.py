"""Grounds are cut once, a few of them, out of the snapshot that is asked about."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from carto.planning.grounds import cut_ground
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from webapp.errors import NotOfferedError, UnknownResourceError, UnusableAddressError
from webapp.planning import grounds
from webapp.planning.grounds import MOST_KEPT, Grounds, ground_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


def loaded(folder: Path) -> LoadedSnapshot:
    return load(open_latest(DataDir(folder))[0])


def test_a_ground_has_the_communes_of_its_territory_and_those_around(
    sample: LoadedSnapshot,
) -> None:
    ground = Grounds().of(sample, "epci", "200066868")
    inside = [row["code_insee"] for row in sample.members("epci", "200066868")]
    assert ground.codes[ground.is_inside].tolist() == inside
    assert set(inside) < set(ground.codes.tolist()) <= {*sample.communes, "22207"}
    assert set(ground.place_ids.tolist()) <= set(sample.sites)


def test_the_same_ground_is_given_again_and_the_oldest_one_dropped(
    sample: LoadedSnapshot,
) -> None:
    kept = Grounds()
    first = kept.of(sample, "departement", "29")
    assert kept.of(sample, "departement", "29") is first
    for siren in list(sample.epci)[:MOST_KEPT]:
        kept.of(sample, "epci", siren)
    assert kept.of(sample, "departement", "29") is not first


def test_another_snapshot_has_its_own(sample: LoadedSnapshot, tmp_path: Path) -> None:
    kept = Grounds()
    first = kept.of(sample, "departement", "29")
    publish(tmp_path, title="Autre")
    assert kept.of(loaded(tmp_path), "departement", "29") is not first


def test_too_large_a_territory_is_refused(
    sample: LoadedSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grounds, "MOST_COMMUNES", 7)
    with pytest.raises(UnusableAddressError, match=r"8 communes.*choisissez un département"):
        Grounds().of(sample, "departement", "29")


def test_too_scattered_a_territory_is_refused(
    sample: LoadedSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cut_ground, "MOST_TIMES", 63)
    with pytest.raises(UnusableAddressError, match=r"trop dispersé.*plus proches"):
        Grounds().of(sample, "departement", "29")


def test_grounds_are_kept_within_a_weight(
    sample: LoadedSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grounds, "MOST_BYTES", 1)
    kept = Grounds()
    assert kept.of(sample, "departement", "29") is not kept.of(sample, "departement", "29")


def test_an_unknown_territory_is_refused(sample: LoadedSnapshot) -> None:
    with pytest.raises(UnknownResourceError):
        ground_of(sample, "departement", "75")


def test_without_any_place_there_is_nothing_to_plan(tmp_path: Path) -> None:
    publish(tmp_path, {**TABLES, "sites": [], "ground_places": []})
    with pytest.raises(NotOfferedError, match="aucun lieu"):
        Grounds().of(loaded(tmp_path), "departement", "29")


def test_listed_times_are_read(sample: LoadedSnapshot, tmp_path: Path) -> None:
    method = sample.facts["method"] | {"travel_model": {"kind": "matrix", "date": "2026-01-01"}}
    publish(tmp_path, method=method)
    ground = Grounds().of(loaded(tmp_path), "departement", "29")
    brest, place = ground.codes.tolist().index("29019"), ground.place_ids.tolist().index("fs-173")
    assert ground.has_listed_times
    assert ground.minutes[brest, place] == 5.6
    assert replace(ground).minutes.shape == (len(ground.codes), len(ground.place_ids))
