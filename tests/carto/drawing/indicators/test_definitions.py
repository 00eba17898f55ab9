"""The words of the indicators, from the facts of a snapshot."""

from __future__ import annotations

import re

from carto.drawing.indicators.definitions import definitions
from carto.verdict.parameters import Alerts

FACTS = {
    "cog": 2026,
    "method": {"need_variant": "revenu"},
    "sources": [
        {"id": "contours", "producer": "IGN", "title": "ADMIN EXPRESS", "date": "2021-05-01"},
        {"id": "fibre", "producer": "ARCEP", "title": "Carte fibre", "date": "2026-06-30"},
        {"id": "filosofi", "producer": "INSEE", "title": "Filosofi", "date": "2019-12-31"},
    ],
}


def test_a_single_source_gives_its_date() -> None:
    fibre = definitions(FACTS, Alerts())["fibre"]
    assert fibre.period == "30 juin 2026"
    assert fibre.credit == (
        "Sources\xa0: ARCEP, Carte fibre (30 juin 2026)\xa0; IGN, ADMIN EXPRESS (1er mai 2021)"
        "\xa0; géographie au 1er janvier 2026."
    )


def test_a_source_in_two_files_is_credited_once() -> None:
    twice = [*FACTS["sources"], {**FACTS["sources"][1], "id": "fibre_2", "reader": "fibre"}]
    credit = definitions(FACTS | {"sources": twice}, Alerts())["fibre"].credit
    assert credit.count("Carte fibre") == 1


def test_several_sources_give_the_years_they_span() -> None:
    assert definitions(FACTS, Alerts())["verdict"].period == "données de 2019 à 2026"


def test_nothing_is_invented_without_facts() -> None:
    for definition in definitions({}, Alerts()).values():
        assert (definition.period, definition.credit) == ("", "")
        assert "20" not in definition.question.replace("20\xa0min", "")


def test_without_a_variant_the_need_is_not_called_an_income() -> None:
    assert "niveau de vie" not in definitions({"method": {}}, Alerts())["besoin"].question


def test_the_verdict_names_the_need_that_it_uses() -> None:
    facts = FACTS | {"sources": [{"id": "filosofi", "millesime": "2019"}]}
    question = definitions(facts, Alerts())["verdict"].question
    assert "besoin approché par le niveau de vie médian (INSEE 2019)" in question
    assert "niveau de vie" not in definitions({"method": {}}, Alerts())["verdict"].question


def test_a_demonstration_says_so_in_every_credit() -> None:
    for definition in definitions(FACTS | {"is_demo": True}, Alerts()).values():
        assert definition.credit.endswith("2026. Données de démonstration.")
    for definition in definitions(FACTS, Alerts()).values():
        assert "démonstration" not in definition.credit


def test_french_spaces_do_not_break() -> None:
    sources = [{"id": "fibre", "producer": "ARCEP", "title": "Fibre : état", "date": "2026-06-30"}]
    for definition in definitions({"sources": sources}, Alerts()).values():
        assert not re.search(r" [:;!?%]", definition.question + definition.credit)


def reference(*lists: str, vintage: str | None = "2026", is_alike: bool = True) -> str:
    """Read what is said of the reference of the supply."""
    fact = {"vintage": vintage, "lists": list(lists), "apl_ref": 0.57, "is_alike": is_alike}
    question = definitions({"reference": fact}, Alerts())["acces"].question
    return question.partition("alerte sous 0,285\xa0h. Référence ")[2].replace("\xa0", " ")


def test_the_reference_of_the_supply_says_what_it_is_the_median_of() -> None:
    assert reference("france_services") == (
        "0,57 h, médiane nationale des seules France services (calibrage 2026)."
    )
    assert reference("france_services", "lieux") == (
        "0,57 h, médiane nationale des mêmes listes de lieux (calibrage 2026)."
    )
    assert reference(vintage=None) == "choisie pour cette publication : 0,57 h."


def test_other_lists_of_places_are_said_not_to_be_like_the_reference() -> None:
    said = reference("france_services", "lieux", is_alike=False)
    assert "d'autres listes de lieux que celles comptées ici" in said
    assert "France services, lieux de la cartographie nationale" in said
    assert "comparaison est indicative" in said


def test_a_snapshot_that_says_nothing_of_its_reference_claims_nothing() -> None:
    assert "Référence 2\xa0h." in definitions({}, Alerts(apl_ref=2.0))["acces"].question
