"""A tour in words: days, kilometres, hours, who is then near."""

from __future__ import annotations

from dataclasses import replace

from carto.planning.grounds.ground import Ground
from webapp.siting.plan import Plan
from webapp.siting.tour_plan import tour_plan
from webapp.siting.tour_question import AskedTour
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

WAYS = ("sous-desservies", "choix")


def plan_of(sample: LoadedSnapshot, ground: Ground, *stops: str, hours: float = 14.0) -> Plan:
    asked = AskedTour(hours, 1, "29019", "choix", WAYS, stops, 0)
    return tour_plan(sample, ("departement", "29"), ground, asked)


def test_a_day_names_its_communes_and_its_road(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, "29001", "29302", hours=7.0)
    days = plan.table("jours")
    assert days is not None
    assert [cell.text for cell in days.rows[0][:3]] == [
        "Jour 1",
        "Argol",
        "Pont-de-Buis-lès-Quimerch",
    ]
    assert "au départ de Brest" in plan.finding
    assert [one.where.commune for one in plan.scenario.additions] == ["29001", "29302"]
    assert [one.hours_week for one in plan.scenario.additions] == [3.5, 3.5]


def test_hours_without_a_stop_are_said(sample: LoadedSnapshot, finistere: Ground) -> None:
    cautions = " ".join(plan_of(sample, finistere, "29001", "29302").cautions)
    assert "7\u00a0h par semaine restent sans arrêt\u00a0: il n'y a plus d'arrêt" in cautions


def test_a_stop_that_no_road_leads_to_is_named(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, "29001", "29155")
    assert "Ouessant n'est pas sur la tournée" in " ".join(plan.cautions)
    assert len(plan.scenario.additions) == 1


def test_without_a_stop_there_is_no_day(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere)
    assert "cochez" in plan.finding
    assert plan.figures == ()
    assert plan.scenario.is_empty


def test_several_weeks_are_said(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, "29001", "29302", hours=3.5)
    assert "sur 2\u00a0semaines" in plan.finding
    assert plan.scenario.additions[0].hours_week == 1.75
    days = plan.table("jours")
    assert days is not None
    assert days.rows[0][0].text == "Semaine 1, jour 1"


def test_the_map_has_the_rounds_and_the_stops(sample: LoadedSnapshot, finistere: Ground) -> None:
    plan = plan_of(sample, finistere, "29001")
    assert plan.map is not None
    assert 'class="tournees"' in plan.map.svg
    assert "Départ" in plan.map.svg


def test_the_detour_of_the_roads_is_that_of_the_ground(
    sample: LoadedSnapshot, finistere: Ground
) -> None:
    winding = replace(finistere, travel=replace(finistere.travel, detour=1.42))
    plan = plan_of(sample, winding, "29001")
    days = plan.table("jours")
    assert days is not None
    assert "×\u00a01,42" in days.note
    assert "multipliée par 1,42" in " ".join(plan.method)


def test_one_commune_left_out_is_said_in_the_singular(
    sample: LoadedSnapshot, finistere: Ground
) -> None:
    asked = AskedTour(3.5, 1, "29019", "sous-desservies", (), ("29001",), 1)
    plan = tour_plan(sample, ("departement", "29"), finistere, asked)
    assert "1\u00a0autre commune sous-desservie ne tient pas" in " ".join(plan.cautions)


def test_a_start_that_is_underserved_is_said(sample: LoadedSnapshot, finistere: Ground) -> None:
    asked = AskedTour(14.0, 1, "29001", "choix", WAYS, ("29302",), 0, is_base_underserved=True)
    plan = tour_plan(sample, ("departement", "29"), finistere, asked)
    assert plan.cautions[0].startswith("Argol, d'où part la tournée, est elle-même")
    assert not any("elle-même" in one for one in plan_of(sample, finistere, "29302").cautions)
