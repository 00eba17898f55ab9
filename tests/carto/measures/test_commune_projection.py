"""The projection of communes: a status, dates with bounds, or the reason why there are none."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from carto import flags
from carto.assessment import Assessment, assess
from carto.quarters import quarter_at, rank_of
from carto.territories import Perimeter
from tests.mini_france.tables import question, row, tables

LAST = rank_of("2026-T2")


def history(quarters: int = 24) -> pd.DataFrame:
    """Invent the past of mini France, and of fifty communes of elsewhere to learn errors from."""
    draw = np.random.Generator(np.random.PCG64(5))
    now = tables()["fibre"]
    rows = []
    for code, premises, connectable in zip(
        now["code_insee"], now["locaux"], now["locaux_raccordables"], strict=True
    ):
        for back in range(quarters):
            left = (premises - connectable) * 1.15**back
            rows.append((code, back, premises, premises - min(premises, round(left))))
    for rank in range(50):
        left = 3000
        for back in reversed(range(quarters)):
            rows.append((f"{40 + rank % 8}{rank:03d}", back, 6000, 6000 - left))
            left -= int(draw.binomial(left, 0.1))
    table = pd.DataFrame(rows, columns=["code_insee", "back", "locaux", "locaux_raccordables"])
    return table.assign(
        quarter=[quarter_at(LAST - back) for back in table["back"]],
        locaux_quarter="2026-T2",
        locaux_en_construction=pd.array([None] * len(table), dtype="Int64"),
        locaux_insee=pd.array([None] * len(table), dtype="Int64"),
        zone_fibre=None,
    ).drop(columns="back")


def assessed(
    quarters: int = 24, perimeter: Perimeter | None = None, **changes: pd.DataFrame
) -> Assessment:
    given = tables()
    past = history(quarters)
    mine = past["code_insee"].isin(given["fibre"]["code_insee"])
    elsewhere = past[~mine & (past["quarter"] == "2026-T2")]
    now = pd.concat([given["fibre"], elsewhere[list(given["fibre"].columns)]], ignore_index=True)
    return assess(given | {"fibre": now, "fibre_history": past} | changes, question(perimeter))


@pytest.fixture(scope="module")
def found() -> Assessment:
    return assessed()


def reasons(commune: dict[str, object]) -> dict[str, str]:
    return dict(json.loads(str(commune["reasons"])))


def test_a_commune_of_known_pace_has_dates_within_bounds(found: Assessment) -> None:
    douarnenez = row(found, "29044")
    assert douarnenez["projection_status"] == "estimee"
    early, said, late = (str(douarnenez[f"fibre_95_quarter{end}"]) for end in ("_low", "", "_high"))
    assert "2026-T3" <= early <= said <= late <= "2029-T2"


def test_what_is_reached_and_what_is_far_are_said(found: Assessment) -> None:
    brest = row(found, "29019")
    assert brest["projection_status"] == "estimee"
    assert reasons(brest)["fibre_95_quarter"] == flags.DEJA_ATTEINT
    assert reasons(brest)["fibre_95_quarter_high"] == flags.DEJA_ATTEINT
    carhaix = row(found, "29024")
    assert carhaix["projection_status"] == "atteinte"
    assert reasons(carhaix)["fibre_99_quarter"] == flags.DEJA_ATTEINT
    assert reasons(row(found, "29044"))["fibre_99_quarter"] == flags.AU_DELA_DE_L_HORIZON


def test_a_stopped_commune_has_no_date(found: Assessment) -> None:
    sein = row(found, "29083")
    assert sein["projection_status"] == flags.A_L_ARRET
    assert reasons(sein)["fibre_95_quarter"] == flags.A_L_ARRET


def test_one_quarter_tells_no_pace() -> None:
    alone = row(assess(tables(), question()), "29044")
    assert alone["projection_status"] == "NON_ESTIMABLE"
    assert reasons(alone)["fibre_95_quarter"] == flags.TRIMESTRES_INSUFFISANTS


def test_without_a_rate_the_reason_is_that_of_the_rate(found: Assessment) -> None:
    without = assess(tables("fibre"), question())
    for commune in (row(without, "29044"), row(found, "55039")):
        why = reasons(commune)
        names = ("projection_status", "fibre_95_quarter", "fibre_99_quarter")
        assert {why[name] for name in names} == {why["taux_couverture_ftth"]}


def test_a_short_history_has_no_band() -> None:
    short = row(assessed(quarters=5), "29044")
    why = reasons(short)
    assert short["projection_status"] == "estimee"
    assert why["fibre_95_quarter_low"] == flags.INTERVALLE_NON_CALIBRE
    assert not pd.isna(short["fibre_95_quarter"])


def test_an_older_history_is_not_taken_for_today() -> None:
    past = history()
    older = past[past["quarter"] < "2026-T2"].assign(locaux_quarter="2026-T1")
    assert row(assessed(fibre_history=older), "29044")["projection_status"] == "NON_ESTIMABLE"


def test_projections_are_those_of_the_communes_that_are_estimated(found: Assessment) -> None:
    projections = found.complements["projections"]
    status = found.communes.set_index("code_insee")["projection_status"]
    estimated = set(status.index[status == "estimee"])
    assert set(projections["code_insee"]) == estimated
    assert projections.groupby("code_insee").size().eq(12).all()
    mine = projections[projections["code_insee"] == "29044"].set_index("quarter")
    said = row(found, "29044")["fibre_95_quarter"]
    assert mine.loc[said, "rate"] >= 0.95
    assert mine["rate"].shift().loc[said] < 0.95
    assert mine["locaux_restants"].is_monotonic_decreasing


def test_what_is_said_of_a_commune_does_not_depend_on_the_perimeter(found: Assessment) -> None:
    names = [name for name in found.communes.columns if name.startswith("fibre_9")]
    alone = row(assessed(perimeter=Perimeter(departements=("29",))), "29044")
    assert [alone[name] for name in names[:3]] == [row(found, "29044")[name] for name in names[:3]]


def test_a_known_pace_lowers_what_is_left_when_copper_closes(found: Assessment) -> None:
    supposed = assess(tables(), question()).communes.set_index("code_insee")
    known = found.communes.set_index("code_insee")
    assert flags.RESTE_SUPPOSE_CONSTANT not in "|".join(known["flags"])
    assert supposed.loc["29155", "copper_class"] == known.loc["29155", "copper_class"] == "CU0"
