"""Tests of `webapp.views.state`."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.views.state import MapState, read_state

INDICATORS = ("verdict", "fibre", "temps", "acces", "besoin")
COMMUNES = ("29001", "29019", "2A004")


@given(
    st.builds(
        MapState,
        st.sampled_from(INDICATORS),
        st.none() | st.sampled_from(COMMUNES),
        st.booleans(),
    )
)
def test_a_state_survives_its_address(state: MapState) -> None:
    query = dict(parse_qsl(urlsplit(state.url("/departement/29")).query))
    read = read_state(query, INDICATORS, COMMUNES)
    assert read.state == state
    assert read.notices == ()


def test_the_default_state_leaves_the_address_bare() -> None:
    assert MapState().url("/epci/200066868") == "/epci/200066868"


@pytest.mark.parametrize(
    ("name", "said"), [("ind", "indicateur"), ("sel", "commune"), ("lieux", "lieux=")]
)
def test_a_bad_value_gives_the_default_and_a_notice(name: str, said: str) -> None:
    read = read_state({name: "<script>" * 9}, INDICATORS, COMMUNES)
    assert read.state == MapState()
    assert len(read.notices) == 1
    assert said in read.notices[0]
    assert len(read.notices[0]) < 140


def test_unknown_parameters_are_named() -> None:
    query = {"indicateur": "temps", "ind": "fibre", "tri": "nom"}
    read = read_state(query, INDICATORS, COMMUNES, ("tri", "ordre"))
    assert read.state == MapState("fibre")
    assert len(read.notices) == 1
    assert "«\u00a0indicateur\u00a0»" in read.notices[0]
    assert "tri" not in read.notices[0]


def test_many_unknown_parameters_are_one_short_notice() -> None:
    read = read_state(dict.fromkeys(map("{:0>50}".format, range(99)), "x"), INDICATORS, COMMUNES)
    assert len(read.notices) == 1
    assert read.notices[0].endswith("….")
    assert len(read.notices[0]) < 300


def test_a_selection_can_be_dropped() -> None:
    assert MapState("temps", "29001", False).selecting(None) == MapState("temps", None, False)
