"""The join keeps one row per commune, and reports what either side lacks."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.errors import CartoError, MixedVintagesError
from carto.territories import Perimeter, Territories, join, report_unmatched
from tests.mini_france.communes import COMMUNES, POHER
from tests.mini_france.tables import tables

JOINED = ("contours", "mairies", "population", "epci")
YEARS = dict.fromkeys(JOINED, 2026)
FINISTERE = Perimeter(departements=("29",))


def joined(perimeter: Perimeter, *without: str, buffer_km: float = 30.0) -> Territories:
    kept = {name: table for name, table in tables(*without).items() if name in JOINED}
    return join(kept, YEARS, perimeter, buffer_km)


def codes(territories: Territories, where: str | None = None) -> set[str]:
    table = territories.table
    return set(table["code_insee"] if where is None else table.loc[table[where], "code_insee"])


def test_one_row_per_commune_sorted_whatever_the_order_of_inputs() -> None:
    given = {name: table for name, table in tables().items() if name in JOINED}
    backwards = {name: table.iloc[::-1] for name, table in given.items()}
    one = join(given, YEARS, Perimeter(), 30.0).table
    other = join(backwards, YEARS, Perimeter(), 30.0).table
    assert one["code_insee"].tolist() == sorted(c.code for c in COMMUNES)
    pd.testing.assert_frame_equal(one.drop(columns="geometry"), other.drop(columns="geometry"))


def test_a_perimeter_publishes_whole_epci_and_keeps_a_buffer() -> None:
    finistere = joined(FINISTERE)
    assert codes(finistere, "is_in_scope") == {c.code for c in COMMUNES if c.departement == "29"}
    assert codes(finistere, "is_published") - codes(finistere, "is_in_scope") == {"22157"}
    assert "05082" not in codes(finistere)


def test_the_buffer_is_computed_with_and_not_published() -> None:
    carhaix = Perimeter(epci=(POHER,))
    near = joined(carhaix, buffer_km=60.0)
    assert "29044" in codes(near)
    assert codes(near, "is_published") == {"29024", "29152", "29227", "22157"}
    assert "29044" not in codes(joined(carhaix, buffer_km=30.0))


def test_an_empty_perimeter_is_france() -> None:
    assert codes(joined(Perimeter()), "is_in_scope") == {c.code for c in COMMUNES}


def test_perimeters_of_both_kinds_add_up() -> None:
    both = Perimeter(departements=("2A",), epci=(POHER,))
    assert codes(joined(both), "is_in_scope") == {"2A004", "29024", "29152", "29227", "22157"}


def test_a_perimeter_with_no_commune_is_refused() -> None:
    with pytest.raises(CartoError, match=r"75, 200000000.*scope"):
        joined(Perimeter(departements=("75",), epci=("200000000",)))


def test_mixed_years_are_refused() -> None:
    kept = {name: table for name, table in tables().items() if name in JOINED}
    with pytest.raises(MixedVintagesError):
        join(kept, YEARS | {"fibre": 2025}, FINISTERE, 30.0)


def test_both_sides_of_a_join_are_reported() -> None:
    given = {name: table for name, table in tables().items() if name in JOINED}
    counted = given["population"]
    stranger = pd.DataFrame({"code_insee": ["29999", "75056"], "population": [1, 1]})
    known = counted[counted["code_insee"] != "29019"]
    given["population"] = pd.concat([known, stranger], ignore_index=True)
    territories = join(given, YEARS, Perimeter(), 30.0)
    found = [
        (gap.code_insee, gap.nom, gap.problem)
        for gap in territories.unmatched
        if gap.source == "population"
    ]
    assert found == [
        ("29019", "Brest", "commune sans ligne dans cette source"),
        ("29999", "", "ligne sans commune au contour connu"),
    ]
    brest = territories.table.set_index("code_insee").loc["29019"]
    assert pd.isna(brest["population"])


def test_a_commune_beyond_the_buffer_is_not_called_unknown() -> None:
    poher = joined(Perimeter(epci=(POHER,)))
    assert "29019" not in codes(poher)
    assert report_unmatched("fibre", poher, tables()["fibre"]) == []


def test_points_are_in_metres_of_the_legal_projection() -> None:
    table = joined(Perimeter()).table.set_index("code_insee")
    assert table.loc["29019", "x_m"] == pytest.approx(146_000, abs=1_000)
    assert table.loc["29019", "y_m"] == pytest.approx(6_837_000, abs=3_000)
    assert table.loc["97411", "x_m"] == pytest.approx(338_800, abs=1_000)
    assert table.loc["29024", "superficie_km2"] == pytest.approx(16, rel=1e-3)


def test_without_mairies_every_point_lies_inside_its_contour() -> None:
    table = joined(Perimeter(), "mairies").table
    assert set(table["point_source"]) == {"point_representatif"}
    points = table.set_geometry(
        pd.Series(
            [f"POINT ({x} {y})" for x, y in zip(table["longitude"], table["latitude"], strict=True)]
        ).pipe(lambda wkt: type(table.geometry).from_wkt(wkt, crs=4326))
    )
    assert table.geometry.covers(points.geometry).all()


def test_without_epci_nobody_is_a_member() -> None:
    assert joined(FINISTERE, "epci").table["siren_epci"].isna().all()


def test_names_are_the_official_ones_when_the_cog_is_supplied() -> None:
    given = {name: table for name, table in tables().items() if name in JOINED}
    contours = given["contours"]
    damaged = contours.assign(nom=contours["nom"].str.replace("é", "Ã©"))
    listed = tables()["cog"]
    unlisted = listed[listed["code_insee"] != "29155"]
    found = join(given | {"contours": damaged, "cog": unlisted}, YEARS, Perimeter(), 30.0)
    names = found.table.set_index("code_insee")["nom"]
    assert names["29044"] == "Dinéault"
    assert names["29155"] == "Ouessant"
    gaps = [(gap.code_insee, gap.problem) for gap in found.unmatched if gap.source == "cog"]
    assert gaps == [
        ("29155", "commune sans ligne dans cette source"),
        ("29250", "ligne sans commune au contour connu"),
    ]
