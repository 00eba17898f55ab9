"""The need of communes by each variant: the mean of three scores, or nothing, with its reason."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd

from carto import flags
from carto.measures.commune_need import measure_need
from carto.measures.national_scores import SCORES
from carto.reasons import Reasons
from carto.verdict.parameters import Need
from tests.carto.measures.nation import nation

V3 = "no_thd_coverage_rate|no_4g_coverage_rate|poverty_rate|older_65_rate|nscol15p_rate"
CODES = ["01001", "27058", "55039", "75056", "01002", "99999"]
# Invented scores.
IFN = pd.DataFrame(
    {
        "code_insee": CODES[:5],
        "ifn_total": [6.4, np.nan, np.nan, np.nan, 5.0],
        "ifn_indicateurs": [V3, V3, V3, V3, "no_4g_coverage_rate|poverty_rate|older_65_rate"],
        "poverty_score": [9.0, np.nan, np.nan, np.nan, 4.0],
        "age_score": [8.0, np.nan, np.nan, np.nan, 5.0],
        "diploma_score": [6.0, np.nan, np.nan, np.nan, np.nan],
        "missing_reason": [
            None,
            flags.VALEUR_NON_DIFFUSEE,
            flags.SANS_HABITANT,
            flags.ARRONDISSEMENTS_SEULS,
            None,
        ],
    }
)


def communes(codes: list[str]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({"code_insee": codes, "flags": "", "niveau_vie_median": 18_000.0})


def measured(
    codes: list[str], tables: dict[str, pd.DataFrame], variant: str | None
) -> tuple[pd.DataFrame, list[dict[str, str]]]:
    reasons = Reasons(len(codes))
    found = measure_need(communes(codes), tables, variant, Need(), reasons)
    return found, reasons.by_row


def test_the_need_is_the_mean_of_three_scores_without_those_of_networks() -> None:
    found, reasons = measured(["01001"], {"fragilite": IFN}, "ifn")
    assert found["need"].to_list() == [7.67]
    assert reasons == [{}]


def test_scores_are_published_with_the_decimals_that_the_need_is_the_mean_of() -> None:
    raw = IFN.iloc[:1].assign(poverty_score=7.12745, age_score=3.33333, diploma_score=5.0)
    found, _ = measured(["01001"], {"fragilite": raw}, "ifn")
    assert found[list(SCORES)].iloc[0].to_list() == [7.13, 3.33, 5.0]
    assert found["need"].to_list() == [5.15]


def test_a_missing_score_makes_the_need_missing_and_says_why() -> None:
    found, reasons = measured(CODES, {"fragilite": IFN}, "ifn")
    assert found["need"].isna().to_list() == [False, True, True, True, True, True]
    assert [row.get("need") for row in reasons] == [
        None,
        flags.VALEUR_NON_DIFFUSEE,
        flags.SANS_HABITANT,
        flags.ARRONDISSEMENTS_SEULS,
        flags.INDICATEUR_ABSENT,
        flags.COMMUNE_ABSENTE,
    ]
    assert "poverty_score" not in reasons[4]
    assert found["poverty_score"][4] == 4


def test_the_need_is_recomputed_from_insee_and_flags_the_epci() -> None:
    found, reasons = measured(["29001", "29002", "97101"], nation(), "insee")
    assert found["need"][0] == found[list(SCORES)].iloc[0].mean().round(2)
    assert found["flags"].to_list() == ["", flags.REPLI_EPCI, ""]
    assert reasons[2]["need"] == flags.COMMUNE_ABSENTE


def test_the_income_gives_no_score() -> None:
    found, reasons = measured(["01001"], {}, "revenu")
    assert found["need"].to_list() == [10.0]
    assert found[list(SCORES)].isna().all(axis=None)
    assert set(reasons[0].values()) == {flags.AUTRE_VARIANTE}


def test_without_a_variant_nothing_is_measured() -> None:
    found, reasons = measured(["01001"], {"fragilite": IFN}, None)
    assert found[[*SCORES, "need"]].isna().all(axis=None)
    assert set(reasons[0].values()) == {flags.VARIANTE_NON_DECLAREE}
