"""Facts: columns of other sources that communes carry as published, without any computation.

A fact joins one table by `code_insee`, and says why its columns are missing where they are. To
publish one more, declare its columns in the contract `communes` and add a `Fact` here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from carto import flags
from carto.reasons import Reasons


@dataclass(frozen=True)
class Fact:
    """Columns that communes take from one source.

    Attributes
    ----------
    source
        Id of the source: its table has `code_insee`, once each, and the columns.
    columns
        What is taken, under the same names.
    lists_all
        Whether every commune should have a row: one that has none is then reported.
    absent
        Reason (`carto.flags`) of the columns of a commune that has no row.
    unsaid
        Reason of a value that is missing in the row.
    reasons
        Column of the table that says, row by row, why its values are missing, `{}` standing for
        the name of the column; None when the table has none.
    separate
        Columns that some files of the source leave out, given by others: missing everywhere, they
        were not supplied.
    blank
        Columns that `unsaid` does not speak of: a missing value of theirs is an empty cell.
    """

    source: str
    columns: tuple[str, ...]
    lists_all: bool = True
    absent: str = flags.COMMUNE_ABSENTE
    unsaid: str = flags.VALEUR_NON_DIFFUSEE
    reasons: str | None = None
    separate: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()


# What only the workbook of Orange says of the closure of copper.
_TRAJECTORY = (
    *("cuivre_lot", "locaux_bloques"),
    *("prevision_completude", "prevision_completude_fin"),
)

FACTS = (
    Fact(
        "filosofi",
        ("niveau_vie_median", "taux_pauvrete"),
        absent=flags.VALEUR_NON_DIFFUSEE,
        separate=("niveau_vie_median", "taux_pauvrete"),
    ),
    Fact("fragilite", ("ifn_total", "ifn_indicateurs"), reasons="missing_reason"),
    Fact("structure_population", ("people_65_count",)),
    Fact("diplomes", ("people_without_diploma_count",)),
    Fact("frr", ("classement_frr",)),
    Fact("grille_densite", ("densite_classe",)),
    Fact("ept", ("siren_ept", "nom_ept"), unsaid=flags.SANS_EPT),
    Fact(
        "cuivre",
        (
            *("fermeture_commerciale", "fermeture_technique", "fermeture_technique_fin"),
            *_TRAJECTORY,
        ),
        lists_all=False,
        unsaid=flags.DATE_NON_FIXEE,
        separate=_TRAJECTORY,
        blank=("cuivre_lot", "locaux_bloques"),
    ),
    Fact(
        "activite",
        (
            *("ateliers_count", "ateliers_heures", "points_information_count"),
            *("permanences_heures", "participations_count", "seances_heures_par_an"),
        ),
        lists_all=False,
    ),
    Fact(
        "communes_relais",
        ("is_commune_relais", "relais_date"),
        lists_all=False,
        unsaid=flags.SANS_CONVENTION,
    ),
    Fact(
        "enquete",
        (
            *("enquete_repondants_count", "enquete_en_difficulte_count"),
            *("enquete_sans_equipement_count", "enquete_sans_connexion_count"),
        ),
        lists_all=False,
        reasons="{}_reason",
    ),
)


def supplied(tables: Mapping[str, pd.DataFrame]) -> Iterator[tuple[Fact, pd.DataFrame]]:
    """Yield the facts whose source is among `tables`, each with its table."""
    return ((fact, tables[fact.source]) for fact in FACTS if fact.source in tables)


def join_facts(
    communes: gpd.GeoDataFrame, tables: Mapping[str, pd.DataFrame], reasons: Reasons
) -> gpd.GeoDataFrame:
    """Add the columns of every fact to the communes.

    Parameters
    ----------
    communes
        One row per commune, with `code_insee`.
    tables
        Validated tables by source id; a fact whose source is not there is missing.
    reasons
        Told why each missing value is missing; its rows are those of `communes`.

    Returns
    -------
    geopandas.GeoDataFrame
        The same rows, in the same order, with one column more for each of the facts.
    """
    joined = communes.copy()
    for fact in FACTS:
        table = tables.get(fact.source)
        if table is None:
            reasons.explain(fact.columns, flags.SOURCE_ABSENTE)
            joined = joined.assign(**{name: _missing(joined) for name in fact.columns})
            continue
        place = pd.Index(table["code_insee"]).get_indexer(pd.Index(joined["code_insee"]))
        found = table.reset_index(drop=True).reindex(place)
        for name in fact.columns:
            joined[name] = found[name].array
            missing = found[name].isna()
            unsaid = flags.VALEUR_NON_DIFFUSEE if name in fact.blank else fact.unsaid
            reasons.explain([name], unsaid, missing)
            if fact.reasons is not None:
                said = found[fact.reasons.format(name)]
                for why in sorted(said.dropna().unique()):
                    reasons.explain([name], why, missing & (said == why))
        reasons.explain(fact.columns, fact.absent, place < 0)
        unsupplied = [name for name in fact.separate if table[name].isna().all()]
        reasons.explain(unsupplied, flags.SOURCE_ABSENTE)
    return joined


def _missing(communes: gpd.GeoDataFrame) -> pd.Series:
    """Make a column without any value."""
    return pd.Series(None, index=communes.index, dtype=object)
