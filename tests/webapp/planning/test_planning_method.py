"""The method that plans go by is that of the snapshot, whatever it was."""

from __future__ import annotations

from dataclasses import replace

from carto.verdict.parameters import Catchment, Parameters, Travel
from webapp.planning.planning_method import catchment_of, has_listed_times, travel_of

OWN = replace(
    Parameters(),
    travel=Travel(speed_kmh=50.0),
    catchment=Catchment(breaks_min=(5.0, 30.0), weights=(1.0, 0.2), method="3sfca"),
)
FACTS = {"method": {"parameters": OWN.as_dict()}}


def test_parameters_are_read_back() -> None:
    assert travel_of(FACTS) == OWN.travel
    assert catchment_of(FACTS) == OWN.catchment


def test_a_routing_service_lists_times_too() -> None:
    for kind, is_listed in (("crow_fly", False), ("matrix", True), ("osrm", True)):
        assert has_listed_times({"method": {"travel_model": {"kind": kind}}}) is is_listed
