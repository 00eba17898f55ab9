"""Postcodes, as far as the addresses of places tell them."""

from __future__ import annotations

import pytest

from webapp.search.postcodes import departements_of, is_postcode, postcodes_of


def site(code_postal: str | None, code_insee: str | None, departement: str) -> dict[str, object]:
    return {"code_postal": code_postal, "code_insee": code_insee, "departement": departement}


def test_the_communes_of_a_postcode_are_those_of_the_places_that_have_it() -> None:
    sites = [
        site("29570", "29042", "29"),
        site("29570", "29238", "29"),
        site("29570", "29042", "29"),
        site("29200", "29019", "29"),
    ]
    assert postcodes_of(sites) == {"29200": ("29019",), "29570": ("29042", "29238")}


def test_a_mistaken_address_among_many_is_left_out() -> None:
    brest = [site("29200", "29019", "29")] * 9
    quimper = [site("29000", "29232", "29")] * 2
    mistaken = site("29200", "29232", "29")
    assert postcodes_of([*brest, *quimper, mistaken]) == {"29000": ("29232",), "29200": ("29019",)}


@pytest.mark.parametrize(
    "left_out",
    [
        site(None, "29019", "29"),
        site("29200", None, "29"),
        site("35000", "29019", "29"),
    ],
)
def test_an_address_that_proves_nothing_is_left_out(left_out: dict[str, object]) -> None:
    assert postcodes_of([left_out]) == {}


def test_corsica_and_overseas_have_their_own_beginnings() -> None:
    sites = [site("20200", "2B033", "2B"), site("97460", "97415", "974")]
    assert set(postcodes_of(sites)) == {"20200", "97460"}
    assert departements_of("97300") == ("973",)


@pytest.mark.parametrize("text", ["2900", "290000", "2A004", "29 00", "２９０００", ""])
def test_what_is_not_a_postcode(text: str) -> None:
    assert not is_postcode(text)
