"""Tests of PMTiles archives, read by decoders that nobody here wrote."""

import gzip
from collections import defaultdict
from pathlib import Path

import geopandas as gpd
import mapbox_vector_tile
import pytest
from pmtiles.reader import MemorySource, Reader, all_tiles

from geodata.storage.errors import StorageError
from geodata.storage.tiles import write_tiles

ZOOMS = range(4, 11)


@pytest.fixture(scope="module")
def communes() -> gpd.GeoDataFrame:
    root = Path(__file__).resolve().parents[3]
    return gpd.read_file(root / "geodata" / "demo" / "communes-50m.geojson")


@pytest.fixture(scope="module")
def archive(communes: gpd.GeoDataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tiles") / "communes.pmtiles"
    write_tiles(communes.geometry, said_of(communes), path, title="Communes")
    return path


def said_of(frame: gpd.GeoDataFrame, code: str = "code") -> list[dict[str, str]]:
    """Say nothing of the rows of a table but their code."""
    return [{"code": value} for value in frame[code]]


def codes_by_zoom(path: Path, layer: str) -> dict[int, list[str]]:
    """Codes in the tiles of each zoom; a feature on two tiles counts twice."""
    found = defaultdict(list)
    for (zoom, _, _), data in all_tiles(MemorySource(path.read_bytes())):
        decoded = mapbox_vector_tile.decode(gzip.decompress(data))
        for feature in decoded[layer]["features"]:
            assert list(feature["properties"]) == ["code"]
            found[zoom].append(feature["properties"]["code"])
    return dict(found)


def test_every_commune_is_there_at_every_zoom(communes: gpd.GeoDataFrame, archive: Path):
    found = codes_by_zoom(archive, "communes")
    assert sorted(found) == list(ZOOMS)
    assert all(set(codes) == set(communes["code"]) for codes in found.values())


def test_places_are_never_thinned_out_even_on_one_point(tmp_path: Path):
    places = gpd.GeoDataFrame(
        {"id": [f"fs-{number:04}" for number in range(600)]},
        geometry=gpd.points_from_xy([-4.5] * 300 + [-4.4] * 300, [48.4] * 600),
        crs=4326,
    )
    path = tmp_path / "tiles" / "lieux.pmtiles"
    write_tiles(places.geometry, said_of(places, "id"), path, title="Lieux")
    found = codes_by_zoom(path, "lieux")
    assert sorted(found) == list(ZOOMS)
    assert all(set(codes) == set(places["id"]) for codes in found.values())


def test_ids_are_the_ranks_of_the_codes(communes: gpd.GeoDataFrame, archive: Path):
    rank = {code: number for number, code in enumerate(sorted(communes["code"]), start=1)}
    for _, data in all_tiles(MemorySource(archive.read_bytes())):
        for feature in mapbox_vector_tile.decode(gzip.decompress(data))["communes"]["features"]:
            assert feature["id"] == rank[feature["properties"]["code"]]


def test_a_layer_begins_where_it_is_asked_to(tmp_path: Path):
    places = gpd.GeoDataFrame({"id": ["a"]}, geometry=gpd.points_from_xy([0], [45]), crs=4326)
    path = tmp_path / "lieux.pmtiles"
    write_tiles(places.geometry, said_of(places, "id"), path, title="Lieux", min_zoom=9)
    assert sorted(codes_by_zoom(path, "lieux")) == [9, 10]


def test_properties_keep_their_values_and_what_is_missing_is_absent(tmp_path: Path):
    said = [
        {"code": "b", "nom": "L'Île-d'Yeu \"é\"", "need": 7.33, "population": 4900, "vu": True},
        {"code": "a"},
    ]
    path = tmp_path / "communes.pmtiles"
    write_tiles(gpd.GeoSeries.from_xy([0, 0], [45, 45], crs=4326), said, path, title="Communes")
    for _, data in all_tiles(MemorySource(path.read_bytes())):
        features = mapbox_vector_tile.decode(gzip.decompress(data))["communes"]["features"]
        assert [feature["properties"] for feature in features] == said[::-1]


def test_the_same_rows_in_another_order_and_folder_give_the_same_bytes(
    communes: gpd.GeoDataFrame, archive: Path, tmp_path: Path
):
    again = tmp_path / "communes.pmtiles"
    backwards = communes.iloc[::-1]
    write_tiles(backwards.geometry, said_of(backwards), again, title="Communes")
    assert again.read_bytes() == archive.read_bytes()


def test_the_archive_says_its_layer_and_nothing_of_this_machine(archive: Path):
    metadata = Reader(MemorySource(archive.read_bytes())).metadata()
    assert metadata["name"] == "Communes"
    assert [layer["id"] for layer in metadata["vector_layers"]] == ["communes"]
    assert "/" not in metadata["generator_options"]


def test_a_failure_of_the_tiler_is_one_french_line(tmp_path: Path):
    (tmp_path / "communes.pmtiles").mkdir()
    places = gpd.GeoDataFrame({"id": ["a"]}, geometry=gpd.points_from_xy([0], [0]), crs=4326)
    with pytest.raises(StorageError, match=r"tuiles.*communes\.pmtiles") as refusal:
        write_tiles(places.geometry, said_of(places, "id"), tmp_path / "communes.pmtiles", title="")
    assert "\n" not in str(refusal.value)
