"""Tests of `webapp.dossier.actions.asked_sheets`."""

from __future__ import annotations

from tests.webapp.dossier.reading import plain, texts
from webapp.dossier.actions.asked_sheets import asked_sheets
from webapp.dossier.subject import Subject


def test_nothing_asked_writes_nothing(departement: Subject) -> None:
    asked = asked_sheets(departement.snapshot, "departement", "29", {})
    assert asked.sheets == ()
    assert asked.notices == ()


def test_a_scenario_is_told_before_and_after(departement: Subject) -> None:
    values = {"ajout": ["29001:7"], "sc": ["1"]}
    (sheet,) = asked_sheets(departement.snapshot, "departement", "29", values).sheets
    text = plain(" ".join(texts(sheet.blocks)))
    assert "Ajouter 7 h par semaine à Argol" in text
    assert "Mesures du territoire, avant et après le scénario" in text
    assert "estimation à vol d'oiseau corrigée" in text
    assert "jamais une recommandation de fermer un lieu" in text


def test_a_scenario_with_something_unusable_is_not_applied(departement: Subject) -> None:
    values = {"ajout": ["29001:7", "99999:7"]}
    asked = asked_sheets(departement.snapshot, "departement", "29", values)
    assert asked.sheets == ()
    assert "Aucun changement de ce scénario n'est appliqué." in asked.notices


def test_a_scenario_of_other_data_is_said_so(departement: Subject) -> None:
    values = {"ajout": ["29001:7"], "etat": ["00000000"]}
    (sheet,) = asked_sheets(departement.snapshot, "departement", "29", values).sheets
    assert "une autre édition des données" in plain(" ".join(texts(sheet.blocks)))


def test_a_proposal_names_communes_with_reasons(departement: Subject) -> None:
    values = {"demi_journees": ["2"]}
    (sheet,) = asked_sheets(departement.snapshot, "departement", "29", values).sheets
    text = plain(" ".join(texts(sheet.blocks)))
    assert "Où tenir 2 demi-journées par semaine" in text
    assert "pas une décision" in text


def test_a_number_of_half_days_that_makes_no_sense(departement: Subject) -> None:
    for text in ("0", "abc", "999", "-1"):
        asked = asked_sheets(departement.snapshot, "departement", "29", {"demi_journees": [text]})
        assert asked.sheets == ()
        assert "n'est pas compris" in plain(asked.notices[0])


def test_a_tour_tells_its_days_and_kilometres(departement: Subject) -> None:
    codes = [row["code_insee"] for row in departement.communes[:3]]
    values = {"tournee": [f"{codes[0]}:7:1:{codes[1]}-{codes[2]}"]}
    (sheet,) = asked_sheets(departement.snapshot, "departement", "29", values).sheets
    text = plain(" ".join(texts(sheet.blocks)))
    assert "au départ" in text
    assert "Route (km)" in text
    assert "estimés" in text


def test_a_tour_that_makes_no_sense_is_said(departement: Subject) -> None:
    values = {"tournee": ["29001:14:1:75056"]}
    asked = asked_sheets(departement.snapshot, "departement", "29", values)
    assert asked.sheets == ()
    assert "aucune tournée n'est jointe" in plain(asked.notices[0])
