"""Tests of `webapp.catalogue.gis_addresses`."""

from __future__ import annotations

from webapp.catalogue.gis_addresses import tile_addresses
from webapp.catalogue.layers import published_layers
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_only_layers_with_tiles_have_addresses(snapshot: LoadedSnapshot) -> None:
    layers = published_layers(snapshot)
    found = tile_addresses("https://a.fr", snapshot.id, layers)
    assert [one.id for one in found] == [one.layer.name for one in layers if one.has_tiles]
    assert "fibre_history" not in [one.id for one in found]
    assert found[0].id == "communes"
    assert found[0].tiles == f"https://a.fr/tuiles/{snapshot.id}/communes/{{z}}/{{x}}/{{y}}.mvt"
    assert found[0].style == "https://a.fr/styles/communes.json"
    assert found[0].tile_json == "https://a.fr/tuiles/communes.json"
