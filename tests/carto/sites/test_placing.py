"""Places stand where they say, at their mairie, or are left out and said to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from carto import flags
from carto.sites.placing import Placed, place
from carto.sites.records import with_records
from carto.territories import Perimeter, Territories, join
from carto.verdict.parameters import Sites
from tests.carto.sites.rows import CARHAIX, FRANCE, METRE, parsed, site
from tests.mini_france.tables import tables

SWAPPED = {"longitude": CARHAIX[1], "latitude": CARHAIX[0]}
MIRRORED = {"longitude": -CARHAIX[0]}
FINISTERE = join(
    {name: tables()[name] for name in ("contours", "mairies", "population", "epci")},
    {"contours": 2026},
    Perimeter(departements=("29",)),
    30.0,
)


def put(where: Territories = FRANCE, **own: object) -> Placed:
    rows = with_records(parsed(site("a", **own))).assign(flags="CODE_ANCIEN")
    return place(rows, where, Sites())


@pytest.mark.parametrize(
    ("own", "raised", "has_point"),
    [
        ({}, [], True),
        (SWAPPED, [flags.POSITION_CORRIGEE], True),
        (MIRRORED, [flags.POSITION_CORRIGEE], True),
        ({"longitude": CARHAIX[0] + 5000 * METRE}, [flags.POSITION_HORS_COMMUNE], True),
        ({"longitude": None}, [flags.POSITION_APPROCHEE], False),
    ],
    ids=["right", "swapped", "lost sign", "elsewhere", "none"],
)
def test_a_position(own: dict[str, object], raised: list[str], has_point: bool) -> None:
    found = put(**own).sites.iloc[0]
    assert found["flags"].split("|") == ["CODE_ANCIEN", *raised]
    assert bool(found["has_point"]) is has_point
    if has_point and flags.POSITION_HORS_COMMUNE not in raised:
        assert (found["longitude"], found["latitude"]) == CARHAIX


@pytest.mark.parametrize(
    ("own", "code"),
    [
        ({"code_insee": "29998", "longitude": None, "nom_commune": "?"}, "SANS_POSITION"),
        ({"code_insee": None, "longitude": None, "nom_commune": "?"}, "SANS_POSITION"),
        ({"code_insee": "75056", "longitude": None, "nom_commune": "?"}, "HORS_PERIMETRE"),
        ({"code_insee": None, "longitude": None, "code_postal": "75010"}, "HORS_PERIMETRE"),
        ({"code_insee": None, "longitude": 2.35, "latitude": 48.86}, "HORS_PERIMETRE"),
        (
            {"code_insee": "2A004", "longitude": 8.7369, "latitude": 41.9257},
            "HORS_PERIMETRE",
        ),
        ({"code_insee": "97411", "longitude": 55.44, "latitude": -20.9}, "HORS_PERIMETRE"),
        ({"code_insee": "56066", "longitude": -3.605221, "latitude": 48.140133}, None),
        ({"longitude": 8.7369, "latitude": 41.9257}, None),
    ],
    ids=[
        "no commune",
        "nothing",
        "a commune elsewhere, no point",
        "a postal code elsewhere, no point",
        "a point elsewhere, no commune",
        "Corsica",
        "another projection",
        "across the border",
        "of the perimeter, published far away",
    ],
)
def test_what_is_left_out_of_finistere(own: dict[str, object], code: str | None) -> None:
    found = put(FINISTERE, **own)
    assert [row.code for row in found.left_out] == ([code] if code else [])
    assert len(found.sites) + len(found.left_out) == 1


def test_a_known_commune_that_is_not_published_lies_beyond() -> None:
    # An EPCI carries the perimeter into a département of which most communes are not published.
    where = replace(FINISTERE, known=FINISTERE.known | {"29998"})
    (left_out,) = put(where, code_insee="29998", longitude=None, nom_commune="?").left_out
    assert left_out.code == "HORS_PERIMETRE"
