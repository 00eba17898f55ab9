"""The snapshot of the demonstration before judges that nobody here wrote."""

from __future__ import annotations

import pytest

from geodata.storage.tiles import MAX_ZOOM, MIN_ZOOM
from tests.demo import Built
from tests.judges import geoparquet_outcomes, package_errors, tile_codes


def test_every_table_with_shapes_passes_the_tests_of_the_ogc(built_demo: Built) -> None:
    outcomes = geoparquet_outcomes(built_demo.snapshot.folder)
    with_shapes = {
        table["path"]
        for table in built_demo.snapshot.tables.values()
        if any(field["name"] == "geometry" for field in table["schema"]["fields"])
    }
    assert with_shapes >= {"communes.parquet", "epci.parquet", "sites.parquet"}
    assert set.union(*(outcomes[path] for path in with_shapes)) <= {"pass", "skip"}


def test_the_data_package_is_valid(built_demo: Built) -> None:
    assert package_errors(built_demo.snapshot) == []


@pytest.mark.parametrize("zoom", [MIN_ZOOM, MAX_ZOOM])
@pytest.mark.parametrize(
    ("layer", "key"), [("communes", "code_insee"), ("epci", "siren_epci"), ("sites", "id")]
)
def test_no_row_is_missing_from_the_tiles(
    built_demo: Built, layer: str, key: str, zoom: int
) -> None:
    archive = built_demo.snapshot.path(f"tiles/{layer}.pmtiles")
    assert tile_codes(archive, zoom) == sorted(row[key] for row in built_demo.snapshot.rows(layer))
