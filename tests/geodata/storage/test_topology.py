"""Tests of TopoJSON, decoded by the rules of its specification."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely.geometry import MultiPolygon, Polygon

from carto.cells import cut_cells
from carto.drawing.projecting.unit_projection import UnitCut
from geodata.storage.topology import OF_COUNTRY, OF_TERRITORY, unit_topologies, zone_topologies


@pytest.fixture(scope="module")
def communes() -> gpd.GeoDataFrame:
    """Communes of Finistère, with their EPCI."""
    root = Path(__file__).resolve().parents[3]
    read = gpd.read_file(root / "geodata" / "demo" / "communes-50m.geojson")
    return read.rename(columns={"code": "code_insee", "epci": "siren_epci"})


@pytest.fixture(scope="module")
def written(communes: gpd.GeoDataFrame) -> bytes:
    return topology_of(communes)


def topology_of(communes: gpd.GeoDataFrame) -> bytes:
    """Topology of one territory, that of all communes given."""
    zone = communes.to_crs(2154).sort_values("code_insee", ignore_index=True)
    ((name, data),) = zone_topologies(zone, {"whole": np.arange(len(zone))})
    assert name == "whole"
    return data


def decode(topology: dict[str, Any], name: str) -> dict[str, shapely.Geometry]:
    """Geometries of an object, by code."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [np.cumsum(arc, axis=0) * scale + translate for arc in topology["arcs"]]

    def ring(indices: list[int]) -> np.ndarray:
        parts = [arcs[index] if index >= 0 else arcs[~index][::-1] for index in indices]
        return np.vstack([part[1 if position else 0 :] for position, part in enumerate(parts)])

    def polygon(rings: list[list[int]]) -> Polygon:
        return Polygon(ring(rings[0]), [ring(hole) for hole in rings[1:]])

    return {
        geometry["properties"]["code"]: polygon(geometry["arcs"])
        if geometry["type"] == "Polygon"
        else MultiPolygon([polygon(part) for part in geometry["arcs"]])
        for geometry in topology["objects"][name]["geometries"]
    }


def arcs_of(topology: dict[str, Any], name: str) -> dict[str, set[int]]:
    """Arcs that each geometry of an object uses, whatever their direction."""

    def flat(value: Any) -> Iterator[int]:
        if isinstance(value, int):
            yield value if value >= 0 else ~value
        else:
            for item in value:
                yield from flat(item)

    return {
        geometry["properties"]["code"]: set(flat(geometry["arcs"]))
        for geometry in topology["objects"][name]["geometries"]
    }


def test_every_commune_and_epci_is_there_with_its_code_alone(
    communes: gpd.GeoDataFrame, written: bytes
):
    topology = json.loads(written)
    assert set(decode(topology, "units")) == set(communes["code_insee"])
    assert set(decode(topology, "borders")) == set(communes["siren_epci"].dropna())
    geometries = topology["objects"]["units"]["geometries"]
    assert {tuple(geometry["properties"]) for geometry in geometries} == {("code",)}
    assert len(written) < 200_000


def test_the_type_comes_first_and_the_bounds_frame_the_territory(
    communes: gpd.GeoDataFrame, written: bytes
):
    assert written.startswith(b'{"type":"Topology"')
    assert np.allclose(json.loads(written)["bbox"], communes.total_bounds, atol=0.01)


def test_polygons_are_valid_and_keep_their_area(communes: gpd.GeoDataFrame, written: bytes):
    decoded = decode(json.loads(written), "units")
    assert all(shape.is_valid for shape in decoded.values())
    shapes = gpd.GeoSeries(decoded, crs=4326).to_crs(2154)
    before = communes.set_index("code_insee").to_crs(2154).geometry
    assert shapes.area.sum() == pytest.approx(before.area.sum(), rel=1e-3)
    assert shapely.coverage_is_valid(gpd.GeoSeries(decoded).to_numpy())


def test_neighbours_share_the_arcs_of_their_border(communes: gpd.GeoDataFrame, written: bytes):
    arcs = arcs_of(json.loads(written), "units")
    shapes = communes.set_index("code_insee").geometry
    left, right = shapes.sindex.query(shapes, predicate="touches")
    neighbours = [
        (shapes.index[a], shapes.index[b])
        for a, b in zip(left, right, strict=True)
        if a < b and shapes.iloc[a].intersection(shapes.iloc[b]).length > 0
    ]
    assert len(neighbours) > 600
    assert all(arcs[a] & arcs[b] for a, b in neighbours)


def test_outlines_of_epci_are_arcs_of_communes_and_cover_their_members(
    communes: gpd.GeoDataFrame, written: bytes
):
    topology = json.loads(written)
    of_communes = set().union(*arcs_of(topology, "units").values())
    of_epci = set().union(*arcs_of(topology, "borders").values())
    assert of_epci < of_communes
    decoded = decode(topology, "units")
    outlines = decode(topology, "borders")
    for siren, members in communes.groupby("siren_epci")["code_insee"]:
        union = shapely.coverage_union_all([decoded[code] for code in members])
        assert outlines[str(siren)].symmetric_difference(union).area < 1e-9


def test_the_same_communes_in_another_order_give_the_same_bytes(
    communes: gpd.GeoDataFrame, written: bytes
):
    shuffled = communes.sample(frac=1, random_state=7)
    turned = shuffled.set_geometry(shuffled.geometry.reverse())
    assert topology_of(turned) == written


def test_a_commune_without_epci_stands_alone(communes: gpd.GeoDataFrame):
    ouessant = communes[communes["code_insee"] == "29155"]
    topology = json.loads(topology_of(ouessant))
    assert list(decode(topology, "units")) == ["29155"]
    assert topology["objects"]["borders"] == {"type": "GeometryCollection", "geometries": []}


def test_the_map_of_a_part_has_the_arcs_of_the_whole(communes: gpd.GeoDataFrame):
    zone = communes.to_crs(2154).sort_values("code_insee", ignore_index=True)
    groups = zone.groupby("siren_epci").indices
    territories = {"all": np.arange(len(zone)), **{str(code): groups[code] for code in groups}}
    written = {name: json.loads(data) for name, data in zone_topologies(zone, territories)}
    whole = decode(written["all"], "units")
    for siren in groups:
        part = decode(written[siren], "units")
        assert set(part) == set(zone["code_insee"].iloc[groups[siren]])
        assert all(shape.equals(whole[code]) for code, shape in part.items())
        assert set(decode(written[siren], "borders")) == {siren}


@pytest.fixture(scope="module")
def by_epci(communes: gpd.GeoDataFrame) -> dict[str, bytes]:
    """Finistère by EPCI, coarse and fine; some communes stand for another département."""
    table = communes.to_crs(2154).assign(departement="29")
    table.loc[table["code_insee"] < "29100", "departement"] = "22"
    cells = cut_cells(table)
    cuts = {"29": UnitCut("siren_epci", "departement", ("29",))}
    cuts |= {"all": UnitCut("siren_epci", "departement", ("22", "29"))}
    fine = dict(unit_topologies([cells], cuts, OF_TERRITORY))
    return fine | {"coarse": dict(unit_topologies([cells], cuts, OF_COUNTRY))["all"]}


def test_units_borders_and_outline_share_their_arcs(by_epci: dict[str, bytes]):
    topology = json.loads(by_epci["all"])
    of_units = set().union(*arcs_of(topology, "units").values())
    assert set().union(*arcs_of(topology, "outline").values()) <= of_units | set().union(
        *arcs_of(topology, "borders").values()
    )
    assert list(decode(topology, "borders")) == ["22", "29"]
    assert all(shape.is_valid for shape in decode(topology, "units").values())


def test_a_unit_that_crosses_the_border_is_whole_and_the_outline_is_that_of_the_territory(
    by_epci: dict[str, bytes],
):
    part, whole = (json.loads(by_epci[name]) for name in ("29", "all"))
    units, every = decode(part, "units"), decode(whole, "units")
    assert set(units) <= set(every)
    assert all(units[code].equals(every[code]) for code in units)
    outline, borders = decode(part, "outline")["29"], decode(whole, "borders")
    assert outline.equals(borders["29"])
    assert not outline.covers(shapely.union_all(list(units.values())))


def test_a_country_is_lighter_than_its_territories(by_epci: dict[str, bytes]):
    assert len(by_epci["coarse"]) < len(by_epci["all"]) / 2
    assert json.loads(by_epci["coarse"])["transform"]["scale"] == [1e-3, 1e-3]
    assert set(decode(json.loads(by_epci["coarse"]), "units")) == set(
        decode(json.loads(by_epci["all"]), "units")
    )
