"""Tests of `webapp.catalogue.dcat_terms`."""

from __future__ import annotations

from webapp.catalogue.dcat_terms import contact, distribution, licence
from webapp.house.site_settings import SiteSettings


def source(title: str, licence: str) -> dict[str, str]:
    """Return the facts of a source."""
    return {"title": title, "producer": "Producteur", "licence": licence}


def test_the_open_licence_has_its_address_and_others_are_told() -> None:
    fibre, places = source("Fibre", "Licence Ouverte 1.0"), source("Lieux", "Licence Ouverte 2.0")
    terms = licence([fibre, places])
    assert "etalab" in terms["dct:license"]["@id"]
    assert "Fibre (Producteur) : Licence Ouverte 1.0" in terms["dct:rights"]["rdfs:label"]["@value"]
    told = licence([places, source("Bilan", "À confirmer")])
    assert "dct:license" not in told
    lines = told["dct:rights"]["rdfs:label"]["@value"].splitlines()
    assert lines[1:] == [
        "Lieux (Producteur) : Licence Ouverte 2.0",
        "Bilan (Producteur) : À confirmer",
    ]


def test_a_contact_is_a_mail_or_a_page() -> None:
    assert "vcard:hasEmail" in contact(SiteSettings(contact="mailto:a@exemple.fr"))
    assert "vcard:hasURL" in contact(SiteSettings(contact="https://exemple.fr/ecrire"))


def test_a_media_type_that_the_authority_does_not_list_has_no_file_type() -> None:
    named, said = ("https://a.fr/x", "x"), ("x", "y")
    file = distribution(named, said, "application/vnd.pmtiles", (1, "00"), {})
    assert "dct:format" not in file
    listed = distribution(named, said, "text/csv", (1, "00"), {})
    assert listed["dct:format"]["@id"].endswith("/CSV")
