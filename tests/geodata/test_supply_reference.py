"""Tests of `geodata.supply_reference`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from carto.reference import SupplyReference
from geodata.references import frozen_reference
from geodata.source import RawFile
from geodata.supply_reference import (
    ChosenReference,
    choose_reference,
    lists_of,
    measure_warning,
    reference_warning,
)
from tests.demo import Built

ALONE, MAP = ("france_services",), ("france_services", "lieux")
ALL = ("aidants_connect", "conseillers_numeriques", *MAP)
REFERENCE = replace(
    frozen_reference(),
    supplies=(
        SupplyReference(ALONE, 0.57, 0.58, 2800),
        SupplyReference(MAP, 1.9, 1.9, 8000),
        SupplyReference(ALL, 2.0, 2.0, 9000),
    ),
)
DATES = {source.id: source.date for source in REFERENCE.sources}


def raw(source: str, columns: Path | None = None) -> RawFile:
    """Describe a file of a source, without reading it."""
    return RawFile(
        *(source, Path("x"), "x", "0" * 64, 1, "2026", "2026-01-01", 2026), None, columns=columns
    )


def test_lists_are_readers_and_a_local_one_is_not_a_national_one() -> None:
    files = [raw("fibre"), raw("lieux_23", Path("creuse.toml")), raw("france_services_outre_mer")]
    assert lists_of({file.source: file for file in files}) == ("france_services", "lieux_locaux")


@pytest.mark.parametrize(
    ("lists", "found"),
    [
        (ALONE, 0.57),
        (MAP, 1.9),
        (ALL, 2.0),
        (("lieux",), 1.9),
        (("aidants_connect", *MAP), 2.0),
        (("france_services", "lieux_locaux"), 0.57),
        (("lieux_locaux",), 0.57),
        ((), 0.57),
    ],
)
def test_the_reference_is_that_of_the_same_lists_or_of_the_closest(
    lists: tuple[str, ...], found: float
) -> None:
    assert choose_reference(lists, REFERENCE, {}).apl_ref == found


def test_what_the_operator_declares_wins() -> None:
    chosen = choose_reference(ALL, REFERENCE, {"alerts": {"apl_ref": 3}})
    assert chosen == ChosenReference(None, (), 3.0, is_alike=False, dates=DATES)
    assert reference_warning(ALL, chosen, ["alerts"]) == ""


def test_alike_needs_no_warning() -> None:
    for lists in (ALONE, MAP, ALL, ()):
        assert reference_warning(lists, choose_reference(lists, REFERENCE, {}), ["alerts"]) == ""


def test_lists_without_a_reference_are_warned_about() -> None:
    said = reference_warning(("lieux",), choose_reference(("lieux",), REFERENCE, {}), [])
    assert "vos listes de lieux (lieux)" in said
    assert "france_services, lieux (1,9" in said


def test_parameters_of_the_operator_are_warned_about() -> None:
    said = reference_warning(ALONE, choose_reference(ALONE, REFERENCE, {}), ["travel", "alerts"])
    assert "(travel)" in said


def test_the_fact_of_the_manifest_is_plain() -> None:
    fact = choose_reference(MAP, REFERENCE, {}).as_dict()
    lists = ["france_services", "lieux"]
    assert fact == {
        **{"vintage": "2026", "lists": lists, "apl_ref": 1.9, "is_alike": True},
        **{"median": 1.9, "dates": DATES},
    }
    assert DATES["fibre"] == "2023-12-31"


def test_a_snapshot_says_its_reference(built_demo: Built) -> None:
    facts = built_demo.snapshot.facts
    assert facts["reference"]["lists"] == ["france_services"]
    assert facts["reference"]["is_alike"]
    assert facts["reference"]["apl_ref"] == facts["method"]["parameters"]["alerts"]["apl_ref"]


@pytest.mark.parametrize(
    ("lists", "weighed", "times", "said"),
    [
        (ALONE, "none", "crow_fly", ""),
        (ALL, "need", "crow_fly", ""),
        (ALONE, "need", "crow_fly", "pèse autrement les habitants (le besoin)"),
        (ALL, "age", "crow_fly", "pèse autrement les habitants (l'âge)"),
        (ALL, "need", "matrix", "pas estimés à vol d'oiseau"),
    ],
)
def test_a_supply_measured_otherwise_is_warned_about(
    lists: tuple[str, ...], weighed: str, times: str, said: str
) -> None:
    warning = measure_warning(lists, choose_reference(lists, REFERENCE, {}), weighed, times)
    assert said in warning
    assert bool(said) == bool(warning)


def test_a_chosen_reference_or_no_place_needs_no_warning() -> None:
    own = choose_reference(ALL, REFERENCE, {"alerts": {"apl_ref": 3}})
    assert measure_warning(ALL, own, "age", "matrix") == ""
    assert measure_warning((), choose_reference((), REFERENCE, {}), "age", "matrix") == ""
