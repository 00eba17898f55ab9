"""Tests of `webapp.maps.map_blocks`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from carto.drawing import palettes
from webapp.errors import UnknownResourceError
from webapp.maps.map_blocks import map_block, map_parts, standalone_map
from webapp.maps.map_units import communes_of
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.territories.serving_places import serving_places
from webapp.views.state import MapState


@pytest.fixture
def snapshot(app: Flask) -> Iterator[LoadedSnapshot]:
    """Return the published sample."""
    with app.test_request_context("/"):
        yield current()


def test_every_commune_is_drawn_and_counted(snapshot: LoadedSnapshot) -> None:
    block = map_block(snapshot, "departement", "29", MapState("besoin"))
    rows = communes_of(snapshot, "departement", "29")
    assert str(block.svg).count('href="/commune/') == len(rows)
    counted = (line.communes.split("\u00a0")[0] for line in block.legend)
    assert sum(int(count) for count in counted if not count.startswith("aucune")) == len(rows)


def test_the_selected_commune_is_outlined_last(snapshot: LoadedSnapshot) -> None:
    plain = str(map_block(snapshot, "departement", "29", MapState()).svg)
    chosen = str(map_block(snapshot, "departement", "29", MapState(selected="29042")).svg)
    path = snapshot.shapes("departement", "29").units["29042"]
    assert chosen.startswith(plain.removesuffix("</svg>"))
    added = chosen[len(plain) - len("</svg>") :]
    assert added.count(path) == 2
    assert palettes.INK in added


def test_an_unknown_territory_has_no_map(snapshot: LoadedSnapshot) -> None:
    with pytest.raises(UnknownResourceError):
        standalone_map(snapshot, "epci", "000000000", MapState(), "Carto")


def test_an_image_of_the_verdict_names_the_need_and_the_demonstration(
    snapshot: LoadedSnapshot,
) -> None:
    drawn = standalone_map(snapshot, "departement", "29", MapState(), "Carto")
    assert "besoin approché par le niveau de vie médian (INSEE 2019)" in drawn
    assert drawn.count("Données de démonstration") == 1


def test_the_outline_of_a_commune_follows_the_map_under_its_title(
    snapshot: LoadedSnapshot,
) -> None:
    outline = re.escape(f'd="{snapshot.shapes("departement", "29").units["29001"]}" fill="none"')
    state = MapState(selected="29001")
    drawn = standalone_map(snapshot, "departement", "29", state, "Carto")
    moved = re.search(r'transform="translate\(0 [0-9.]+\)"', drawn)[0]
    assert len(re.findall(f"{outline}[^>]*{re.escape(moved)}", drawn)) == 2
    plain = str(map_block(snapshot, "departement", "29", state).svg)
    assert re.search(outline, plain)
    assert moved not in plain


def test_an_image_says_its_field_and_its_edition(snapshot: LoadedSnapshot) -> None:
    drawn = standalone_map(snapshot, "departement", "29", MapState("fibre"), "Département X")
    for said in ("Champ", "Valeurs extrêmes", f"Département X, instantané {snapshot.id}"):
        assert said in drawn.replace("\xa0", " ")


def test_an_image_says_what_it_does_not_draw(snapshot: LoadedSnapshot) -> None:
    drawn = standalone_map(snapshot, "departement", "29", MapState(unit="epci"), "Carto")
    assert "sans intercommunalité" in drawn.replace("\xa0", " ")


def test_a_map_draws_the_places_of_its_list_and_counts_those_beyond_its_frame(
    snapshot: LoadedSnapshot,
) -> None:
    maps = [("departement", "29"), *(("epci", siren) for siren in snapshot.epci)]
    beyond = 0
    for type_, code in maps:
        parts = map_parts(snapshot, type_, code, MapState())
        listed = {site["id"] for site in serving_places(snapshot, snapshot.members(type_, code))}
        drawn = {site["id"] for site in parts.sites}
        assert drawn == listed & set(parts.shapes.sites)
        said = [words for words in parts.remarks if "au-delà du cadre" in words]
        if parts.shapes.sites and listed != drawn:
            assert said[0].startswith(f"{len(listed - drawn)}\u00a0lieu")
            beyond += 1
        else:
            assert not said
    assert beyond
