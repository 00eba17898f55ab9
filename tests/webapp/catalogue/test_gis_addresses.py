"""Tests of `webapp.catalogue.gis_addresses`."""

from __future__ import annotations

from webapp.catalogue.gis_addresses import tile_addresses
from webapp.catalogue.layers import published_layers
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_only_layers_with_tiles_have_addresses(snapshot: LoadedSnapshot) -> None:
    found = tile_addresses("https://a.fr", snapshot.id, published_layers(snapshot))
    assert [one.id for one in found] == ["communes"], "the sample has one archive"
    assert found[0].tiles == f"https://a.fr/tuiles/{snapshot.id}/communes/{{z}}/{{x}}/{{y}}.mvt"
    assert found[0].style == "https://a.fr/styles/communes.json"
    assert found[0].tile_json == "https://a.fr/tuiles/communes.json"
