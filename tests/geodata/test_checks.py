"""Checks: each finds what was put wrong, and nothing in what is right."""

from __future__ import annotations

from dataclasses import replace

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from carto.assessment import Assessment, Question, assess
from carto.territories import Perimeter
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording
from geodata.checks import CheckResult, Item, run_checks
from geodata.readers import title_of
from geodata.source import Notice, ParsedTable, RefusedRow
from tests.demo import Built
from tests.geodata.demo_tables import parse_demo

IDS = (
    *("lignes_refusees", "valeurs_reparees", "communes_absentes"),
    *("sources_incompletes", "lieux_disparus"),
    *("appariements", "mairies_hors_commune"),
    *("lieux_hors_commune", "lieux_sans_position", "heures", "fibre_plus_de_100", "contours"),
)


@pytest.fixture(scope="module")
def parsed() -> dict[str, ParsedTable]:
    """Parse the demonstration."""
    return parse_demo()


def assess_tables(parsed: dict[str, ParsedTable], **changed: pd.DataFrame) -> Assessment:
    """Assess the demonstration, with some tables changed."""
    tables = {name: one.table for name, one in parsed.items()}
    tables["sites"] = tables.pop("france_services")
    tables |= changed
    parameters = Parameters()
    question = Question(
        perimeter=Perimeter(("29",)),
        cog_years=dict.fromkeys(tables, 2026),
        parameters=parameters,
        need_variant="revenu",
        wording=Wording(parameters.alerts, "2026-06-30", "2024-08-01", "besoin"),
    )
    return assess(tables, question)


def find(checks: tuple[CheckResult, ...], check_id: str) -> CheckResult:
    """Pick a check by its id."""
    (found,) = (check for check in checks if check.id == check_id)
    return found


def subjects(check: CheckResult) -> list[str]:
    """List about what a check found something."""
    return [item.subject for item in check.items]


def test_the_order_and_the_ids_are_stable(built_demo: Built) -> None:
    assert tuple(check["id"] for check in built_demo.snapshot.facts["checks"]) == IDS


def test_mairies_of_the_demonstration(built_demo: Built) -> None:
    communes = built_demo.by_code()
    (check,) = (c for c in built_demo.snapshot.facts["checks"] if c["id"] == "mairies_hors_commune")
    assert (check["looked_at"], check["found"], check["blocks"]) == (277, 7, False)
    by_source = {
        source: sorted(row["nom"] for row in communes.values() if row["point_source"] == source)
        for source in ("mairie_corrigee", "point_representatif")
    }
    assert by_source == {
        "mairie_corrigee": ["Dinéault"],
        "point_representatif": [
            *("Ergué-Gabéric", "Garlan", "Guengat", "Plogoff", "Saint-Derrien", "Treffiagat"),
        ],
    }
    dineault = next(item for item in check["items"] if item["nom"] == "Dinéault")
    assert "614,1\u00a0km de son contour" in dineault["message"]
    assert "corrigée" in dineault["message"]
    assert communes["29044"]["longitude"] < 0


def test_what_is_right_raises_nothing(built_demo: Built) -> None:
    found = {check["id"]: check["found"] for check in built_demo.snapshot.facts["checks"]}
    assert found == {
        **dict.fromkeys(IDS, 0),
        "appariements": 4,
        "mairies_hors_commune": 7,
        "heures": 2,
    }


def test_both_sides_of_a_join_are_listed(parsed: dict[str, ParsedTable]) -> None:
    fibre = parsed["fibre"].table
    stranger = fibre[:1].assign(code_insee="29999")
    changed = pd.concat([fibre[1:], stranger], ignore_index=True)
    checks = run_checks(assess_tables(parsed, fibre=changed), parsed)
    items = find(checks, "appariements").items
    title = title_of("fibre")
    missing = f"{title}\u00a0: commune sans ligne dans cette source"
    assert Item("29001", "Argol", missing) in items
    assert Item("29999", "", f"{title}\u00a0: ligne sans commune au contour connu") in items


def test_places_out_of_place(parsed: dict[str, ParsedTable]) -> None:
    sites = parsed["france_services"].table.copy()
    mine = sites.index[sites["code_insee"].str.startswith("29")]
    moved, mirrored, bare, lost = mine[:4]
    sites.loc[moved, "latitude"] += 0.3
    sites.loc[mirrored, "longitude"] *= -1
    sites.loc[[bare, lost], ["longitude", "latitude"]] = None
    sites.loc[lost, "code_insee"] = "29999"
    checks = run_checks(assess_tables(parsed, sites=sites), parsed)
    outside = find(checks, "lieux_hors_commune")
    ids = sites["id"]
    assert sorted(subjects(outside)) == sorted([ids[moved], ids[mirrored], ids[bare]])
    said = {item.subject: item.message for item in outside.items}
    assert "sa position est gardée" in said[ids[moved]]
    assert "corrigé" in said[ids[mirrored]]
    assert "placé au point de sa commune" in said[ids[bare]]
    homeless = find(checks, "lieux_sans_position")
    assert (subjects(homeless), homeless.looked_at) == ([ids[lost]], 99)


def test_hours_estimated_or_capped(parsed: dict[str, ParsedTable]) -> None:
    sites = parsed["france_services"].table.sort_values("id", ignore_index=True)
    declared = sites.index[sites["hours_per_year_declared"].notna()]
    sites.loc[declared[0], "hours_per_year_declared"] = None
    sites.loc[declared[1], "hours_per_year_declared"] = 100 * 52
    check = find(run_checks(assess_tables(parsed, sites=sites), parsed), "heures")
    assert len(check.items) == 4
    assert {sites["id"][declared[0]], sites["id"][declared[1]]} <= set(subjects(check))


def test_rates_above_one(parsed: dict[str, ParsedTable]) -> None:
    fibre = parsed["fibre"].table.copy()
    fibre.loc[fibre["code_insee"] == "29001", "locaux_raccordables"] = 800
    fibre.loc[fibre["code_insee"] == "29002", "locaux_raccordables"] = 1100
    check = find(run_checks(assess_tables(parsed, fibre=fibre), parsed), "fibre_plus_de_100")
    assert [item.nom for item in check.items] == ["Argol", "Arzano"]
    assert "au plus 5\u00a0%" in check.items[0].message
    assert "plus de 5\u00a0%" in check.items[1].message


def test_contours_that_overlap(parsed: dict[str, ParsedTable]) -> None:
    contours = gpd.GeoDataFrame(parsed["contours"].table, geometry="geometry", crs=4326)
    place = contours.index[contours["code_insee"] == "29001"][0]
    contours.loc[place, "geometry"] = shapely.buffer(contours.geometry[place], 0.01)
    check = find(run_checks(assess_tables(parsed, contours=contours), parsed), "contours")
    assert "29001" in subjects(check)
    assert len(check.items) > 1
    assert not check.blocks


@pytest.mark.parametrize(
    ("rows_in", "refused", "blocks"), [(100, 5, False), (100, 6, True), (19, 18, False)]
)
def test_too_many_refused_rows_block(
    parsed: dict[str, ParsedTable], rows_in: int, refused: int, blocks: bool
) -> None:
    population = parsed["population"]
    row = RefusedRow("population", "population.csv", 7, "x", "CODE_INVALIDE", "code illisible")
    damaged = replace(
        population,
        table=population.table[: rows_in - refused],
        rows_in=rows_in,
        origins=population.origins[: rows_in - refused],
        refused=(row,) * refused,
    )
    checks = run_checks(assess_tables(parsed), parsed | {"population": damaged})
    check = find(checks, "lignes_refusees")
    assert check.blocks is blocks
    assert len(check.items) == refused
    assert check.items[0].nom == "population.csv, ligne 7"


def test_notices_are_listed_with_their_line(parsed: dict[str, ParsedTable]) -> None:
    notice = Notice("fibre", "fibre.csv", 4, "29003", "TAUX_SUPERIEUR_A_UN", "en retard")
    changed = parsed | {"fibre": replace(parsed["fibre"], notices=(notice,))}
    check = find(run_checks(assess_tables(parsed), changed), "valeurs_reparees")
    assert check.items == (Item("29003", "fibre.csv, ligne 4", "en retard"),)


def test_a_check_becomes_plain_values() -> None:
    check = CheckResult("essai", "Essai", 3, (Item("29003", "Audierne", "constat"),))
    assert check.as_dict() == {
        "id": "essai",
        "title": "Essai",
        "looked_at": 3,
        "found": 1,
        "items": [{"subject": "29003", "nom": "Audierne", "message": "constat"}],
        "blocks": False,
    }
