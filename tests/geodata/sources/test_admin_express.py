"""ADMIN EXPRESS gives the same communes in every format, version and coordinate system."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely import MultiPolygon, Point, Polygon, box

from geodata.errors import SourceError
from geodata.readers import reader_for
from geodata.source import ParsedTable
from geodata.sources import admin_express, contours
from geodata.sources.admin_express import parse
from tests.geodata.raw_files import published_file

V3 = {"code": "INSEE_COM", "nom": "NOM"}
V4 = {"code": "code_insee", "nom": "nom_officiel"}


@pytest.fixture
def communes(demo_data: Path) -> gpd.GeoDataFrame:
    """Communes of the demonstration, as a publisher would export them."""
    return gpd.read_file(demo_data / "communes-50m.geojson").assign(population=1)


def read(path: Path) -> ParsedTable:
    raw = published_file(path, "contours")
    assert reader_for(raw).parse is parse
    return parse(raw)


@pytest.mark.parametrize(
    ("layout", "columns", "epsg"),
    [
        ("v3.gpkg COMMUNE", V3, 2154),
        ("v4.gpkg commune", V4, 4326),
        ("v4.fgb whatever", V4, 2154),
        ("utm.fgb commune", V3, 32630),
    ],
)
def test_every_layout_gives_the_same_communes(
    demo_data: Path, tmp_path: Path, layout: str, columns: dict[str, str], epsg: int
) -> None:
    name, layer = layout.split()
    path = tmp_path / name
    communes = gpd.read_file(demo_data / "communes-50m.geojson").assign(population=1)
    communes.rename(columns=columns).to_crs(epsg).to_file(path, layer=layer)
    found = read(path)
    expected = contours.parse(published_file(demo_data / "communes-50m.geojson", "contours"))
    assert (found.rows_in, found.refused, found.merged) == (277, (), ())
    columns_kept = ["code_insee", "nom", "departement"]
    assert found.table[columns_kept].equals(expected.table[columns_kept])
    assert found.table.crs == 4326
    difference = shapely.symmetric_difference(
        found.table.geometry.to_numpy(), expected.table.geometry.to_numpy()
    )
    assert shapely.area(difference).max() < 1e-9


def test_the_layer_of_communes_is_taken_among_others(
    communes: gpd.GeoDataFrame, tmp_path: Path
) -> None:
    path = tmp_path / "admin.gpkg"
    communes.iloc[:1].to_file(path, layer="departement")
    communes.rename(columns=V4).to_file(path, layer="commune")
    assert len(read(path).table) == 277


def test_a_broken_entity_costs_itself_only(tmp_path: Path) -> None:
    bow_tie = Polygon([(-4, 48), (-3.9, 48.1), (-3.9, 48), (-4, 48.1)])
    frame = gpd.GeoDataFrame(
        {
            "INSEE_COM": ["29001", "29002", "29003", "1001", "75101", None],
            "NOM": ["Argol", None, "Audierne", "L'Abergement", "Paris 1er", "Sans code"],
        },
        geometry=[
            MultiPolygon([box(-4.1, 48, -4, 48.1)]),
            box(-4, 48, -3.9, 48.1),
            None,
            shapely.force_3d(box(4.9, 46.1, 5, 46.2), 12),
            box(2.3, 48.8, 2.4, 48.9),
            bow_tie,
        ],
        crs=4326,
    )
    frame.loc[6] = ["29004", "Bannalec", bow_tie]
    frame.loc[7] = ["29005", "Baye", Point(-4, 48)]
    frame.to_file(tmp_path / "communes.gpkg", layer="commune")
    parsed = read(tmp_path / "communes.gpkg")
    assert parsed.table["code_insee"].to_list() == ["01001", "29001", "29004"]
    assert not parsed.table.geometry.has_z.any()
    assert [(row.line, row.code) for row in parsed.refused] == [
        (2, "NOM_ABSENT"),
        (3, "GEOMETRIE_ABSENTE"),
        (6, "CODE_INVALIDE"),
        (8, "GEOMETRIE_INATTENDUE"),
    ]
    assert parsed.refused[0].raw == '{"INSEE_COM": "29002", "NOM": ""}'
    assert [row.into for row in parsed.merged] == ["75056"]
    assert [notice.code for notice in parsed.notices] == ["CODE_REPARE", "GEOMETRIE_REPAREE"]


@pytest.mark.parametrize(
    ("name", "layer", "columns", "said"),
    [
        ("a.gpkg", "commune", {"code": "x"}, "aucune colonne INSEE_COM ou code_insee.*x, nom"),
        ("a.gpkg", "epci", V3, "pas de couche « commune » parmi epci"),
    ],
)
def test_another_layer_is_refused_in_words(
    communes: gpd.GeoDataFrame,
    tmp_path: Path,
    name: str,
    layer: str,
    columns: dict[str, str],
    said: str,
) -> None:
    communes.rename(columns=columns).to_file(tmp_path / name, layer=layer)
    with pytest.raises(SourceError, match=said.replace("« ", "«\u00a0").replace(" »", "\u00a0»")):
        read(tmp_path / name)


@pytest.mark.parametrize("name", ["cut.gpkg", "cut.fgb"])
def test_a_cut_file_is_refused(communes: gpd.GeoDataFrame, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    communes.rename(columns=V3).to_file(path, layer="commune")
    path.write_bytes(path.read_bytes()[:30_000])
    with pytest.raises(SourceError, match=r"fichier abîmé ou tronqué.*téléchargez"):
        read(path)


def test_what_is_neither_format_is_left_to_the_other_reader(demo_data: Path) -> None:
    raw = published_file(demo_data / "communes-50m.geojson", "contours")
    assert not admin_express.recognises(raw)
    assert reader_for(raw).parse is contours.parse
