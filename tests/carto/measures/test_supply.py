"""Hours: declared, capped, by working time or imputed; never zero for want of knowing."""

from __future__ import annotations

import pandas as pd
import pytest

from carto import flags
from carto.measures.supply import measure_hours
from carto.verdict.parameters import Supply


def measured(declared: float | None, **own: object) -> pd.Series:
    usual = {
        "kind": "lieu",
        "sources": "france_services",
        "dispositif_programmes_nationaux": None,
        "is_itinerant": False,
        "is_supply": True,
        "is_equipment_only": False,
        "etp": None,
        "flags": "",
    }
    sites = pd.DataFrame(
        {"hours_per_year_declared": pd.Series([declared], dtype=float)} | {**usual, **own}
    )
    return measure_hours(sites, Supply()).iloc[0]


@pytest.mark.parametrize(
    ("declared", "hours", "source", "flag"),
    [
        (1820.0, 1820, "declarees", ""),
        (60 * 52.0, 3120, "declarees", ""),
        (60 * 52.0 + 1, 3120, "declarees", flags.HEURES_PLAFONNEES),
        (None, 29 * 52, "imputees", flags.HEURES_IMPUTEES),
        (0.0, 0, "declarees", ""),
    ],
)
def test_hours(declared: float | None, hours: float, source: str, flag: str) -> None:
    found = measured(declared)
    assert (found["hours_per_year"], found["hours_source"], found["flags"]) == (hours, source, flag)


def test_flags_add_to_those_of_the_position() -> None:
    found = measured(None, is_itinerant=True, flags=flags.POSITION_APPROCHEE)
    assert found["flags"].split("|") == [
        flags.POSITION_APPROCHEE,
        flags.HEURES_IMPUTEES,
        flags.ITINERANT_AU_POINT_PUBLIE,
    ]


@pytest.mark.parametrize(
    ("own", "weekly"),
    [
        ({"sources": "france_services|lieux"}, 29),
        ({"sources": "lieux", "dispositif_programmes_nationaux": "Aidants Connect"}, 20),
        ({"sources": "lieux", "dispositif_programmes_nationaux": "France Services"}, 29),
        ({"sources": "conseillers_numeriques", "kind": "point_de_service"}, 29.5),
    ],
)
def test_unknown_hours_are_the_median_of_the_kind(own: dict[str, str], weekly: float) -> None:
    assert measured(None, **own)["hours_per_year"] == weekly * 52


def test_hours_by_working_time_are_a_quarter_of_it() -> None:
    found = measured(None, etp=0.5)
    assert (found["hours_per_year"], found["hours_source"]) == (0.5 * 1607 * 0.25, "etp")
    assert found["flags"] == flags.HEURES_PAR_ETP


@pytest.mark.parametrize("declared", [52.0, 1820.0])
def test_declared_hours_win_whatever_the_working_time(declared: float) -> None:
    """Never the least nor the largest of both rules (methods.md 1.4)."""
    found = measured(declared, etp=1.0)
    assert (found["hours_per_year"], found["hours_source"]) == (declared, "declarees")


def test_a_place_without_staff_gives_no_hours() -> None:
    found = measured(None, etp=0.0)
    assert (found["hours_per_year"], found["hours_source"]) == (0, "etp")


def test_equipment_alone_opens_but_its_staff_gives_nothing() -> None:
    found = measured(None, is_supply=False, is_equipment_only=True, sources="lieux", etp=1.0)
    assert (found["hours_per_year"], found["hours_source"]) == (20 * 52, "imputees")


def test_what_is_no_supply_is_given_no_hours() -> None:
    found = measured(None, is_supply=False, kind="structure")
    assert pd.isna(found["hours_per_year"])
    assert pd.isna(found["hours_source"])
    assert found["flags"] == ""


def test_what_is_no_supply_keeps_the_hours_it_declares() -> None:
    found = measured(520.0, is_supply=False, kind="point_de_service")
    assert (found["hours_per_year"], found["hours_source"]) == (520, "declarees")


def test_a_stop_stands_where_it_is_published() -> None:
    found = measured(520.0, is_itinerant=True, kind="point_de_service")
    assert flags.ITINERANT_AU_POINT_PUBLIE not in found["flags"]


def test_what_was_declared_is_kept() -> None:
    assert measured(5000.0)["hours_per_year_declared"] == 5000
