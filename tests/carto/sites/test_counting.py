"""One door counts once, with its hours."""

from __future__ import annotations

import pandas as pd
import pytest

from carto import flags
from tests.carto.sites.rows import settled, site

PLACE = site("france_services:1", nom="France services")


def service(east_m: float = 0, **own: object) -> dict[str, object]:
    return site("conseillers_numeriques:2", east_m, nom="Mairie", **own)


def rows(*given: dict[str, object]) -> pd.DataFrame:
    return settled(*given).places.set_index("id")


@pytest.mark.parametrize(("east_m", "held"), [(40, True), (60, False)])
def test_a_point_of_service_in_a_place_belongs_to_it(east_m: float, held: bool) -> None:
    found = rows(PLACE, service(east_m)).loc["conseillers_numeriques:2"]
    assert bool(found["is_supply"]) is not held
    assert (found["lieu_id"] == "france_services:1") is held
    assert (flags.TENU_DANS_UN_LIEU in found["flags"]) is held


def test_a_point_of_service_alone_is_a_place() -> None:
    found = rows(service()).iloc[0]
    assert bool(found["is_supply"])
    assert pd.isna(found["lieu_id"])


def test_the_nearest_place_holds_it() -> None:
    found = rows(PLACE, site("lieux:x", 30, nom="Bureau de poste"), service(20))
    assert found.loc["conseillers_numeriques:2", "lieu_id"] == "lieux:x"


def test_a_place_found_in_several_lists_holds_its_point_of_service_wherever() -> None:
    both = site("lieux:France-Services_1__conseiller-numerique_2", nom="France services")
    found = rows(both, service(900))
    assert found.loc["conseillers_numeriques:2", "lieu_id"] == both["id"]


def test_hours_of_one_door_are_not_added() -> None:
    hours = {"horaires_source": "x", "hours_per_year_declared": 520}
    found = rows(PLACE | hours, service(**hours))
    assert found.loc[found["is_supply"], "hours_per_year"].tolist() == [520]


def test_a_place_without_hours_takes_those_of_its_longest_point_of_service() -> None:
    other = site("conseillers_numeriques:3", 30, nom="Permanence", hours_per_year_declared=52)
    found = rows(PLACE, service(hours_per_year_declared=520), other).loc["france_services:1"]
    assert (found["hours_per_year"], found["hours_source"]) == (520, "declarees")
    assert flags.HEURES_DU_POINT_DE_SERVICE in found["flags"]


def test_a_bus_is_counted_at_its_stops_and_not_at_its_base() -> None:
    bus = site("lieux_29:bus", nom="Bus numérique", is_itinerant=True, format="bus")
    stop = {"kind": "point_de_service", "is_itinerant": True, "format": "itinerante"}
    stops = [
        site("lieux_29:s1", 2000, nom="Motreff", structure_parente="BUS NUMERIQUE", **stop),
        site("lieux_29:s2", -900, nom="Kergloff", structure_parente="Bus numérique", **stop),
    ]
    found = rows(bus, *stops)
    assert found["is_supply"].to_dict() == {
        "lieux_29:bus": False,
        "lieux_29:s1": True,
        "lieux_29:s2": True,
    }
    assert found.loc["lieux_29:s1", "lieu_id"] == "lieux_29:bus"
    assert flags.ETAPES_PUBLIEES in found.loc["lieux_29:bus", "flags"]
    assert flags.ITINERANT_AU_POINT_PUBLIE not in "".join(found["flags"])


def test_a_stop_beside_a_place_still_counts() -> None:
    stop = service(10, is_itinerant=True)
    assert rows(PLACE, stop)["is_supply"].all()


def test_a_structure_without_a_place_counts_for_nothing() -> None:
    found = rows(site("aidants_connect:9", None, nom="Association")).iloc[0]
    assert not found["is_supply"]
    assert found["flags"] == f"{flags.POSITION_APPROCHEE}|{flags.STRUCTURE_SANS_LIEU}"
    assert pd.isna(found["hours_per_year"])
