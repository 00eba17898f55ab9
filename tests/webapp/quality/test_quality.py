"""Tests of `webapp.quality.quality`."""

from __future__ import annotations

import re

from carto.quality import doubts
from carto.quality.counts import Unknown, count_places
from carto.quality.doubts import FLAWS, Doubt
from tests.webapp.sample import Row
from webapp.quality import quality as view

DOUBTS = (
    Doubt(doubts.HEURES, "29001", (2, 3), True),
    Doubt(doubts.HEURES, "29019", (1,), False),
    Doubt(doubts.ITINERANT, "29001", (1, 3), True),
    Doubt(doubts.TAUX, "29042", (0, 1), True),
)


def test_every_flaw_is_named_and_explained() -> None:
    assert list(view.FLAW_LABELS) == list(view.FLAW_EXPLANATIONS) == list(FLAWS)
    assert all(text.endswith(".") for text in view.FLAW_EXPLANATIONS.values())


def test_a_flaw_counts_what_it_touches_and_what_it_opens(communes: dict[str, Row]) -> None:
    lines = {line.key: line for line in view.flaw_lines(DOUBTS, communes)}
    hours, itinerant = lines[doubts.HEURES], lines[doubts.ITINERANT]
    assert (hours.touched, hours.open, hours.people) == (2, 1, 1065)
    assert (hours.underserved_open, itinerant.underserved_open) == (0, 1)
    assert lines[doubts.FICHE].touched == 0


def test_the_finding_counts_a_commune_once(communes: dict[str, Row]) -> None:
    said = re.sub(r"[\u00a0\u202f]", " ", view.finding(DOUBTS, communes))
    assert said.startswith("2 communes sur 8 (8 564 habitants) ont une classe")
    assert "pour 1 d'entre elles" in said


def test_without_doubt_the_finding_says_so(communes: dict[str, Row]) -> None:
    assert view.finding((), communes).startswith("Aucun défaut connu")


def test_places_are_measured_with_their_share(sites: dict[str, Row]) -> None:
    counts = count_places(sites.values())
    measures = {one.code: one for one in view.place_measures(counts)}
    assert measures["horaires"].count == counts.with_hours
    assert measures["fiches_non_datees"].share == "100,0\u00a0%"
    assert measures["position_corrigee"].share == "0\u00a0%"
    assert str(counts.places) in view.hours_sentence(counts)


def test_places_that_do_not_help_everybody_are_told_apart(sites: dict[str, Row]) -> None:
    apart = {"is_supply": False, "hours_per_year": None}
    hostel = {**sites["fs-173"], **apart, "flags": ["PUBLIC_RESTREINT"]}
    counts = count_places([*sites.values(), hostel])
    said = view.hours_sentence(counts).replace("\u00a0", " ")
    assert "À part : 1 lieu réservé à un public, 0 lieu de matériel" in said
    assert "À part" not in view.hours_sentence(count_places(sites.values()))


def test_a_territory_without_place_says_so() -> None:
    nothing = count_places([])
    assert view.hours_sentence(nothing).startswith("Aucun lieu")
    assert {one.share for one in view.place_measures(nothing)} == {""}


def test_an_unknown_value_says_why() -> None:
    (line,) = view.unknown_lines([Unknown("need", "VALEUR_NON_DIFFUSEE", 2, 439)])
    assert (line.label, line.communes, line.people) == ("Besoin", 2, 439)
    assert line.reason.startswith("La valeur n'est pas diffusée")


def test_communes_in_doubt_list_every_class_they_may_have(communes: dict[str, Row]) -> None:
    argol, crozon = view.open_communes(DOUBTS, None, communes)
    assert (argol.nom, argol.possible) == ("Argol", "vigilance ou sous-desservie ou prioritaire")
    assert crozon.possible == "non sous-desservie ou vigilance"
    (only,) = view.open_communes(DOUBTS, doubts.TAUX, communes)
    assert only.nom == "Crozon"
