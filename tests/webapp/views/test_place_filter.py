"""Tests of `webapp.views.place_filter`."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.mediation_standard import PUBLICS, SERVICES
from carto.place_natures import SITE_NATURES
from tests.webapp.sample import Row
from webapp.views.place_filter import PLACE_PARAMETERS, PlaceFilter, read_place_filter

FILTERS = st.builds(
    PlaceFilter,
    st.none() | st.sampled_from(list(SITE_NATURES)),
    st.none() | st.sampled_from(SERVICES),
    st.none() | st.sampled_from(PUBLICS),
    *[st.booleans()] * 4,
)


@given(FILTERS)
def test_a_filter_survives_its_address(asked: PlaceFilter) -> None:
    assert read_place_filter(asked.query()) == (asked, ())


def test_nothing_is_asked_by_default(sites: dict[str, Row]) -> None:
    assert PlaceFilter().is_empty
    assert PlaceFilter().query() == {}
    assert all(PlaceFilter().keeps(site) for site in sites.values())


@pytest.mark.parametrize("name", PLACE_PARAMETERS)
def test_a_bad_value_shows_every_place_and_says_so(name: str) -> None:
    asked, notices = read_place_filter({name: "<script>" * 9})
    assert asked.is_empty
    assert len(notices) == 1
    assert name in notices[0]
    assert len(notices[0]) < 120


@pytest.mark.parametrize(
    ("asked", "own", "kept"),
    [
        ({"format": "bus"}, {"format": "bus", "is_itinerant": True}, True),
        ({"format": "fixe"}, {"kind": "point_de_service"}, False),
        ({"format": "point_de_service"}, {"kind": "point_de_service"}, True),
        ({"service": SERVICES[0]}, {"services": f"{SERVICES[1]}|{SERVICES[0]}"}, True),
        ({"service": SERVICES[0]}, {"services": SERVICES[1]}, False),
        ({"service": SERVICES[0]}, {"services": None}, None),
        ({"public": "Seniors"}, {"publics_specifiquement_adresses": "Jeunes|Seniors"}, True),
        ({"public": "Seniors"}, {"publics_specifiquement_adresses": None}, None),
        ({"is_free": True}, {"frais_a_charge": "Gratuit|Payant"}, True),
        ({"is_free": True}, {"frais_a_charge": "Gratuit sous condition"}, False),
        ({"is_free": True}, {"frais_a_charge": None}, None),
        ({"is_open_evening": True}, {"horaires": "Mo 16:00-19:00"}, True),
        ({"is_open_evening": True}, {"horaires": "Mo 16:00-18:00"}, False),
        ({"is_open_evening": True}, {"horaires": None}, None),
        ({"is_open_saturday": True}, {"horaires": "Mo-Sa 09:00-12:00"}, True),
        ({"is_open_saturday": True}, {"horaires": "sur rendez-vous"}, None),
        ({"is_itinerant": True}, {"is_itinerant": True}, True),
        ({"is_itinerant": True}, {"is_itinerant": False}, False),
    ],
)
def test_a_place_that_does_not_say_is_neither_kept_nor_refused(
    sites: dict[str, Row], asked: dict[str, Any], own: Row, kept: bool | None
) -> None:
    assert PlaceFilter(**asked).keeps({**sites["fs-173"], **own}) is kept


def test_a_refusal_counts_more_than_a_silence(sites: dict[str, Row]) -> None:
    site = {**sites["fs-173"], "frais_a_charge": None, "horaires": "Mo 09:00-12:00"}
    assert PlaceFilter(is_free=True, is_open_saturday=True).keeps(site) is False
