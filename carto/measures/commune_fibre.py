"""The fibre of each commune: its latest counts and rates, or why they are missing."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd

from carto import flags
from carto.measures.denominators import CONSTRUCTION_SINCE
from carto.measures.fibre import latest_quarter
from carto.reasons import Reasons
from carto.vocabulary import RELEVE

COUNT_COLUMNS = (
    "locaux",
    "locaux_raccordables",
    "locaux_restants",
    "taux_couverture_ftth",
    "fibre_quarter",
    "locaux_en_construction",
)
BRACKET_COLUMNS = ("taux_hors_construction", "taux_low", "taux_high")


def join_fibre(
    table: gpd.GeoDataFrame, fibre: pd.DataFrame | None, reasons: Reasons
) -> gpd.GeoDataFrame:
    """Add the counts, rates and flags of the latest quarter to the communes.

    Parameters
    ----------
    table
        One row per commune, with `code_insee` and `flags`.
    fibre
        Measured fibre by commune, quarter and series; None without a source.
    reasons
        Told why each missing value is missing.
    """
    columns = [*COUNT_COLUMNS, *BRACKET_COLUMNS]
    if fibre is None or not (fibre["series"] == RELEVE).any():
        reasons.explain(columns, flags.SOURCE_ABSENTE)
        return table.assign(**{name: pd.Series(pd.NA, index=table.index) for name in columns})
    latest = latest_quarter(fibre).rename(columns={"quarter": "fibre_quarter", "flags": "doubts"})
    table = table.merge(latest[["code_insee", *columns, "doubts"]], on="code_insee", how="left")
    _explain_counts(table, fibre, reasons)
    _explain_brackets(table, reasons)
    joined = [
        "|".join(filter(None, pair))
        for pair in zip(table["flags"], table["doubts"].fillna(""), strict=True)
    ]
    return table.assign(flags=joined).drop(columns="doubts")


def _explain_counts(table: gpd.GeoDataFrame, fibre: pd.DataFrame, reasons: Reasons) -> None:
    """Say why a count, or the official rate, is missing."""
    quarter = table["fibre_quarter"]
    for column in COUNT_COLUMNS:
        reasons.explain([column], flags.VALEUR_NON_DIFFUSEE, table[column].isna())
    construction = ["locaux_en_construction"]
    untold = table["locaux_en_construction"].isna()
    told = fibre.loc[fibre["locaux_en_construction"].notna(), "quarter"]
    reasons.explain(construction, flags.INDICATEUR_ABSENT, untold & ~quarter.isin(told))
    is_early = (quarter < CONSTRUCTION_SINCE).fillna(False).astype(bool)
    reasons.explain(construction, flags.CONSTRUCTIONS_NON_PUBLIEES, untold & is_early)
    no_premises = (table["locaux"] == 0).fillna(False)
    reasons.explain(["taux_couverture_ftth"], flags.LOCAUX_NULS, no_premises)
    absent = quarter.isna()
    reasons.explain(COUNT_COLUMNS, flags.COMMUNE_ABSENTE, absent)
    is_older = table["code_insee"].isin(fibre["code_insee"])
    reasons.explain(COUNT_COLUMNS, flags.TRIMESTRE_ABSENT, absent & is_older)


def _explain_brackets(table: gpd.GeoDataFrame, reasons: Reasons) -> None:
    """Say why another rate is missing: a count that it needs, else no premises that are built."""
    unbuilt = table["taux_hors_construction"].isna()
    reasons.explain(["taux_hors_construction"], flags.LOCAUX_NULS, unbuilt)
    for rate in BRACKET_COLUMNS:
        reasons.repeat("taux_couverture_ftth", rate)
    reasons.repeat("locaux_en_construction", "taux_hors_construction")
