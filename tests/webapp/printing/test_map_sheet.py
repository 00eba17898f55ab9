"""Tests of `webapp.printing.map_sheet`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask

from carto.drawing.paper.sheets import Sheet
from webapp.maps.map_blocks import map_parts
from webapp.printing.map_sheet import MapSheet, map_sheet
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.place_filter import PlaceFilter
from webapp.views.state import MapState

A4 = Sheet("a4", "paysage")


@pytest.fixture
def snapshot(app: Flask) -> Iterator[LoadedSnapshot]:
    """Return the published sample."""
    with app.test_request_context("/"):
        yield current()


def sheet_of(snapshot: LoadedSnapshot, state: MapState) -> MapSheet:
    return map_sheet(map_parts(snapshot, "departement", "29", state), state, A4, snapshot)


def test_a_sheet_says_what_where_when_and_from_whom(snapshot: LoadedSnapshot) -> None:
    sheet = sheet_of(snapshot, MapState("fibre"))
    assert "Fibre par commune" in sheet.title
    assert sheet.legend_title == "Fibre, en %"
    field, credit, edition = sheet.foot
    assert "Champ" in field
    assert "Échelle" in field
    assert "Lambert-93" in field
    assert "Sources" in credit
    assert snapshot.id in edition
    assert sheet == sheet_of(snapshot, MapState("fibre"))


def test_what_sets_a_map_apart_is_said(snapshot: LoadedSnapshot) -> None:
    assert sheet_of(snapshot, MapState()).changes == ("Données de démonstration",)
    state = MapState(selected="29001", class_key="3", places=PlaceFilter(is_free=True))
    said = " ".join(sheet_of(snapshot, state).changes)
    for words in ("Classe gardée", "Entourée", "Lieux filtrés"):
        assert words in said


def test_places_are_counted_by_nature_and_may_be_left_out(snapshot: LoadedSnapshot) -> None:
    places = sheet_of(snapshot, MapState()).places
    assert places
    assert all(place.letter for place in places)
    assert sheet_of(snapshot, replace(MapState(), has_places=False)).places == ()
