"""Tests of `webapp.dossier.baseline_values`."""

from __future__ import annotations

from tests.webapp.dossier.reading import without_sources
from webapp.dossier.baseline_values import freeze
from webapp.dossier.subject import Subject


def test_values_are_those_of_the_snapshot(departement: Subject) -> None:
    values = {value.id: value for value in freeze(departement).values}
    row = departement.row
    assert values["communes_underserved"].value == row["communes_underserved"]
    assert values["taux_couverture_ftth"].value == round(100 * row["taux_couverture_ftth"], 4)
    assert values["taux_couverture_ftth"].unit == "%"
    assert values["population"].date == "INSEE, 1er janvier 2026"


def test_what_is_unknown_is_not_zero(departement: Subject) -> None:
    values = {value.id: value for value in freeze(departement).values}
    assert values["accessibility"].value is None
    assert values["accessibility"].text == "donnée absente"


def test_the_digest_is_that_of_the_method(departement: Subject) -> None:
    same, other = freeze(departement), freeze(without_sources(departement, need_variant=None))
    assert same.parameters_sha256 == freeze(departement).parameters_sha256
    assert same.parameters_sha256 != other.parameters_sha256
