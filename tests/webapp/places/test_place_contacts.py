"""Tests of `webapp.places.place_contacts`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.webapp.sample import Row
from webapp.places.place_contacts import WebSite, contact_of, phone_in_words

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("+33467010793", "04 67 01 07 93"),
        ("+590590123456", "05 90 12 34 56"),
        ("0298001122", "02 98 00 11 22"),
        ("02 98 00 11 22", "02 98 00 11 22"),
        ("3646", "3646"),
        ("+32470123456", "+32470123456"),
        ("", ""),
    ],
)
def test_a_number_is_written_as_french_people_read_it(published: str, said: str) -> None:
    assert phone_in_words(published).replace(NBSP, " ") == said


def test_what_is_published_can_be_followed(sites: dict[str, Row]) -> None:
    contact = contact_of(
        sites["fs-173"]
        | {
            "telephone": "+33298001122",
            "courriels": "accueil@mairie.example|pas une adresse",
            "site_web": "https://www.mairie.example/aide|ftp://mairie.example",
        }
    )
    assert contact.dial == "+33298001122"
    assert contact.emails == ("accueil@mairie.example",)
    assert contact.sites == (WebSite("mairie.example", "https://www.mairie.example/aide"),)


def test_nothing_published_is_nothing_shown(sites: dict[str, Row]) -> None:
    contact = contact_of(sites["fs-173"])
    assert (contact.phone, contact.dial, contact.emails, contact.sites) == ("", "", (), ())


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "https://", "http://[", "x"]
)
def test_only_addresses_of_the_web_are_links(sites: dict[str, Row], address: str) -> None:
    assert contact_of(sites["fs-173"] | {"site_web": address}).sites == ()


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_text_breaks_it(phone: str, site: str) -> None:
    contact_of({"telephone": phone, "courriels": phone, "site_web": site})
