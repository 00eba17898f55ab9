"""Tests of `webapp.dossier.editions.baseline_values`."""

from __future__ import annotations

from pathlib import Path

from tests.webapp.activity.local_rows import LOCAL_ROWS, SIREN, total
from tests.webapp.dossier.reading import plain, without_sources
from tests.webapp.published import publish
from tests.webapp.sample import TABLES
from webapp.dossier.editions.baseline_values import freeze
from webapp.dossier.subject import Subject, subject_of
from webapp.snapshots.loaded_snapshot import EPCI, load


def test_values_are_those_of_the_snapshot(departement: Subject) -> None:
    values = {value.id: value for value in freeze(departement).values}
    row = departement.row
    assert values["communes_underserved"].value == row["communes_underserved"]
    assert values["taux_couverture_ftth"].value == round(100 * row["taux_couverture_ftth"], 4)
    assert values["taux_couverture_ftth"].unit == "%"
    assert values["population"].date == "INSEE, 1er janvier 2023"


def test_what_is_unknown_is_not_zero(departement: Subject) -> None:
    values = {value.id: value for value in freeze(departement).values}
    assert values["accessibility"].value is None
    assert values["accessibility"].text == "donnée absente"


def test_the_digest_is_that_of_the_method(departement: Subject) -> None:
    same, other = freeze(departement), freeze(without_sources(departement, need_variant=None))
    assert same.parameters_sha256 == freeze(departement).parameters_sha256
    assert same.parameters_sha256 != other.parameters_sha256


def test_relays_that_only_a_report_counts_are_frozen_with_its_source(
    subject: Subject, tmp_path: Path
) -> None:
    """The report counts the relays without naming them: no list of conventions is joined."""
    absent = {value.id: value for value in freeze(subject).values}["communes_relais_count"]
    assert (absent.value, absent.text) == (None, "donnée absente")
    reports = [*LOCAL_ROWS["activity_reports"], total("commune_relais", nombre=4, sur=10)]
    snapshot = load(publish(tmp_path, {**TABLES, **LOCAL_ROWS, "activity_reports": reports}))
    told = freeze(subject_of(snapshot, EPCI, SIREN)).values[-1]
    assert (told.id, told.value, told.text) == ("communes_relais_count", 4.0, "4")
    assert "Rapport d'essai, p. 14" in plain(told.date)
