"""Tests of `geodata.question`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from carto.reference import SupplyReference
from geodata.question import ask, replaced_defaults
from geodata.references import frozen_reference
from geodata.settings import BuildSettings, Scope
from geodata.source import RawFile

BOTH = ("france_services", "lieux")
REFERENCE = replace(
    frozen_reference(),
    supplies=(
        SupplyReference(("france_services",), 0.57, 0.58, 2800),
        SupplyReference(BOTH, 1.9, 1.9, 8000),
    ),
)


def settings(**overrides: object) -> BuildSettings:
    """Ask for the Finistère."""
    return BuildSettings("t", False, Scope("departements", ("29",)), (), None, overrides)


def raw(*sources: str) -> dict[str, RawFile]:
    """Describe files, without reading them; the first is of 2024, the next of 2025."""
    return {
        source: RawFile(source, Path("x"), "x", "0" * 64, 1, "2019", f"{2024 + n}-01-01", 2026)
        for n, source in enumerate(sources)
    }


@pytest.mark.parametrize(("sources", "found"), [(["france_services"], 0.57), (BOTH, 1.9)])
def test_the_threshold_follows_the_lists_of_places(sources: list[str], found: float) -> None:
    question = ask(settings(), raw(*sources), REFERENCE)
    assert question.parameters.alerts.apl_ref == found
    assert question.wording.alerts == question.parameters.alerts
    assert question.reference is REFERENCE


def test_the_operator_keeps_their_own() -> None:
    question = ask(settings(alerts={"apl_ref": 3.0, "need": 6}), raw(*BOTH), REFERENCE)
    assert (question.parameters.alerts.apl_ref, question.parameters.alerts.need) == (3.0, 6.0)


@pytest.mark.parametrize(
    ("overrides", "sources", "replaced"),
    [
        ({}, BOTH, {}),
        (
            {
                "alerts": {"fibre_pct": 90},
            },
            BOTH,
            {"alerts.fibre_pct": 95.0},
        ),
        ({"alerts": {"fibre_pct": 95, "apl_ref": 1.9}}, BOTH, {}),
        ({"alerts": {"apl_ref": 3.0}}, BOTH, {"alerts.apl_ref": 1.9}),
        ({"alerts": {"apl_ref": 3.0}}, BOTH[:1], {"alerts.apl_ref": 0.57}),
    ],
)
def test_replaced_parameters_are_listed_with_their_default(
    overrides: dict[str, object], sources: tuple[str, ...], replaced: dict[str, float]
) -> None:
    files = raw(*sources)
    assert replaced_defaults(files, ask(settings(**overrides), files, REFERENCE)) == replaced


def test_a_calibration_reads_none() -> None:
    question = ask(settings(), raw(*BOTH), None)
    assert (question.reference, question.parameters.alerts.apl_ref) == (None, 0.57)


def test_the_supply_is_dated_by_its_oldest_and_newest_lists() -> None:
    wording = ask(settings(), raw(*BOTH), REFERENCE).wording
    assert (wording.sites_since, wording.sites_date) == ("2024-01-01", "2025-01-01")


def test_the_territory_is_that_of_the_settings() -> None:
    assert ask(settings(), raw("lieux"), REFERENCE).perimeter.departements == ("29",)
