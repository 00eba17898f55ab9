"""Places are settled in their commune, with what is doubtful about them said."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carto import flags
from carto.contracts import check
from carto.sites.settle import Settled, settle
from carto.tables.places import SITES
from carto.territories import Perimeter, Territories, join
from carto.verdict.parameters import Parameters
from tests.carto.sites.rows import settled as settled_rows
from tests.carto.sites.rows import site
from tests.mini_france.tables import sites, tables

YEARS = {"contours": 2026}


def territories(**changed: pd.DataFrame) -> Territories:
    given = {name: tables()[name] for name in ("contours", "mairies", "population", "epci")}
    return join(given | changed, YEARS, Perimeter(), 30.0)


FRANCE = territories()


def one(**changed: object) -> pd.DataFrame:
    return sites().iloc[[0]].assign(**changed).reset_index(drop=True)


def settled(table: pd.DataFrame, where: Territories = FRANCE) -> Settled:
    return settle(table, where, Parameters(), "2024-08-01")


def test_places_come_out_sorted_by_id() -> None:
    placed = settled(sites().iloc[::-1]).places
    assert placed["id"].tolist() == ["brest", "brule", "gourin", "ouessant", "poher", "queyras"]


def test_no_place_is_lost_between_placed_and_homeless() -> None:
    found = settled(sites())
    left_out = [row.key for row in found.left_out]
    assert sorted([*found.places["id"], *left_out]) == sorted(sites()["id"])


def test_a_place_far_from_its_commune_is_kept_and_flagged() -> None:
    placed = settled(one(longitude=-3.2, latitude=48.27)).places
    assert placed["flags"].tolist() == [flags.POSITION_HORS_COMMUNE]
    assert placed["longitude"].tolist() == [-3.2]


@pytest.mark.parametrize(("east_m", "flagged"), [(2900, False), (3100, True)])
def test_a_place_is_far_beyond_a_kilometre(east_m: float, flagged: bool) -> None:
    degrees = east_m / (111_320 * np.cos(np.radians(48.275726)))
    placed = settled(one(longitude=-3.574236 + degrees, latitude=48.275726)).places
    assert (flags.POSITION_HORS_COMMUNE in placed["flags"].iloc[0]) is flagged


def test_demand_is_unknown_where_the_commune_is_not_in_the_data() -> None:
    placed = settled(sites()).places
    known = placed.set_index("id")["is_demand_known"]
    assert not known["gourin"]
    assert known.drop("gourin").all()


def test_demand_is_unknown_where_the_population_of_the_commune_is() -> None:
    counted = tables()["population"]
    without = territories(population=counted[counted["code_insee"] != "29024"])
    placed = settled(one(), without).places
    assert placed["is_demand_known"].tolist() == [False]
    assert placed["is_in_scope"].tolist() == [True]


@settings(max_examples=30, deadline=None)
@given(st.floats(-180, 180), st.floats(-90, 90), st.sampled_from(["29024", "56066", "97411"]))
def test_every_placed_point_can_be_measured(longitude: float, latitude: float, code: str) -> None:
    found = settled(one(longitude=longitude, latitude=latitude, code_insee=code))
    assert len(found.places) + len(found.left_out) == 1
    placed = found.places
    assert np.isfinite(placed[["x_m", "y_m"]].to_numpy(dtype=float)).all()


def test_no_place_at_all_is_an_empty_table() -> None:
    found = settled(sites().iloc[:0])
    assert (len(found.places), found.left_out) == (0, ())


def test_an_outdated_code_gives_way_to_the_commune_that_contains_the_point() -> None:
    poher = sites().set_index("id", drop=False).loc["poher"]
    placed = settled(one(**(poher.to_dict() | {"code_insee": "29998"})), territories()).places
    assert placed["code_insee"].tolist() == ["29024"]
    assert placed["is_demand_known"].tolist() == [True]
    assert flags.CODE_CORRIGE in placed["flags"].iloc[0]


def test_a_place_beyond_the_known_contours_keeps_its_code() -> None:
    gourin = sites().set_index("id", drop=False).loc["gourin"]
    placed = settled(one(**gourin.to_dict()), territories()).places
    assert placed["code_insee"].tolist() == ["56066"]
    assert flags.CODE_CORRIGE not in placed["flags"].iloc[0]


CROWD = st.lists(
    st.fixed_dictionaries(
        {
            "source": st.sampled_from(["lieux", "lieux_29", "france_services", "aidants_connect"]),
            "record": st.sampled_from(["1", "France-Services_1", "aidants-connect_2", "2", "3"]),
            "nom": st.sampled_from(["Mairie", "Mairie de Carhaix", "France services", "La Poste"]),
            "east_m": st.sampled_from([None, 0, 30, 60, 90, 400, 5000]),
            "pivot": st.sampled_from([None, "1" * 14, "2" * 14]),
            "code_insee": st.sampled_from(["29024", None, "29152", "29998"]),
            "kind": st.sampled_from(["lieu", "point_de_service", "structure"]),
            "is_itinerant": st.booleans(),
            "date_maj": st.sampled_from([None, "2021-05-05", "2024-01-01"]),
            "adresse": st.sampled_from([None, "1 rue Haute"]),
        }
    ),
    max_size=12,
    unique_by=lambda row: (row["source"], row["record"]),
)


def crowd(given_rows: list[dict[str, Any]]) -> list[dict[str, object]]:
    return [
        site(f"{row['source']}:{row['record']}", row["east_m"], **own)
        for row in given_rows
        for own in [{k: v for k, v in row.items() if k not in ("record", "east_m", "source")}]
    ]


@settings(max_examples=15, deadline=None)
@given(CROWD)
def test_every_row_is_published_or_accounted_for(rows: list[dict[str, Any]]) -> None:
    found = settled_rows(*crowd(rows))
    published = found.places["id"].tolist()
    left_out = [row.key for row in found.left_out]
    assert sorted([*published, *left_out]) == sorted(row["id"] for row in crowd(rows))
    assert {row.into for row in found.left_out if row.into} <= set(published)
    named = [merged for text in found.places["merged_ids"].dropna() for merged in text.split("|")]
    assert sorted(named) == sorted(row.key for row in found.left_out if row.into)


@settings(max_examples=15, deadline=None)
@given(CROWD, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows: list[dict[str, Any]], chance: Random) -> None:
    given_rows = crowd(rows)
    once = settled_rows(*given_rows)
    chance.shuffle(given_rows)
    again = settled_rows(*given_rows)
    assert again.left_out == once.left_out
    pd.testing.assert_frame_equal(pd.DataFrame(again.places), pd.DataFrame(once.places))


@settings(max_examples=10, deadline=None)
@given(CROWD)
def test_published_places_meet_their_contract(rows: list[dict[str, Any]]) -> None:
    places = settled_rows(*crowd(rows)).places
    assert check(places[list(SITES.names)], SITES) == []
    assert places.loc[places["is_supply"], "hours_per_year"].notna().all()


def test_supply_and_what_is_not_are_told_apart_in_the_commune() -> None:
    """A place, a point of service held in it and an employer: one place, its hours once."""
    rows = (
        site("lieux:1", nom="Médiathèque", hours_per_year_declared=1040),
        site("conseillers_numeriques:2", 5, nom="Mairie", hours_per_year_declared=520),
        site("aidants_connect:3", None, nom="Association"),
    )
    places = settled_rows(*rows).places
    assert len(places) == 3
    assert places.loc[places["is_supply"], "hours_per_year"].sum() == 1040
