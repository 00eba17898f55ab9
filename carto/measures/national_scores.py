"""The three scores of the need, recomputed from the figures of INSEE for the whole country.

    poverty   rate of poverty; under statistical secrecy, that of the EPCI
    age       people of 65 and more / people
    diploma   people without a diploma / people of 15 and more out of school

Each is the rank of the commune among the inhabitants of the country (`midrank`). A rank has no
meaning in a file of one département: files that leave out a part of mainland France are refused.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from carto.codes import DEPARTEMENTS, departement_of
from carto.errors import CartoError
from carto.measures.midrank import score_by_rank
from carto.measures.poverty import fill_by_epci

SCORES = ("poverty_score", "age_score", "diploma_score")
_OVERSEAS = "97"
_SOURCE_OF = {
    "poverty_score": "filosofi",
    "age_score": "structure_population",
    "diploma_score": "diplomes",
}


def score_nation(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Score every commune of the country.

    Parameters
    ----------
    tables
        Validated `structure_population`, `diplomes` and `filosofi` of the whole country; `epci`
        and `filosofi_epci` if supplied.

    Returns
    -------
    pandas.DataFrame
        Columns `code_insee`, the three `SCORES` (1 to 10, NaN where unknown) and `is_epci_rate`,
        sorted by code.

    Raises
    ------
    CartoError
        When a table leaves out a département of mainland France, or has no poverty rate.
    """
    communes = _joined(tables)
    rate, is_filled = fill_by_epci(communes, tables.get("filosofi_epci"))
    values = {
        "poverty_score": rate,
        "age_score": communes["people_65_count"] / _positive(communes["people_count"]),
        "diploma_score": communes["people_without_diploma_count"]
        / _positive(communes["people_out_of_school_count"]),
    }
    for name, value in values.items():
        _require_whole_country(communes["code_insee"][value.notna()], _SOURCE_OF[name])
    people = communes["people_count"]
    scores = {name: score_by_rank(value, people) for name, value in values.items()}
    return pd.DataFrame({"code_insee": communes["code_insee"], **scores, "is_epci_rate": is_filled})


def _joined(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Join the figures of each commune, and its EPCI."""
    filosofi = tables["filosofi"][["code_insee", "taux_pauvrete"]]
    if filosofi["taux_pauvrete"].isna().all():
        raise CartoError(
            "La source filosofi n'a aucun taux de pauvreté, que le besoin demande ; ajoutez la "
            "table DISP_PAUVRES de l'INSEE ([sources.filosofi_pauvres]), ou déclarez "
            '[need] variant = "revenu" dans carto.toml.'
        )
    joined = tables["structure_population"].merge(tables["diplomes"], on="code_insee", how="left")
    joined = joined.merge(filosofi, on="code_insee", how="left")
    if "epci" in tables:
        members = tables["epci"][["code_insee", "siren_epci"]]
        joined = joined.merge(members, on="code_insee", how="left")
    else:
        joined = joined.assign(siren_epci=None)
    return joined.sort_values("code_insee", ignore_index=True)


def _positive(whole: pd.Series) -> pd.Series:
    """Leave out empty wholes, of which there is no share."""
    return whole.where(whole > 0)


def _require_whole_country(codes: pd.Series, source: str) -> None:
    """Refuse figures that leave out a département of mainland France."""
    given = set(codes.map(departement_of))
    absent = [code for code in sorted(DEPARTEMENTS) if code not in given]
    absent = [code for code in absent if not code.startswith(_OVERSEAS)]
    if absent:
        listed = ", ".join(absent[:5]) + ("…" if len(absent) > 5 else "")
        raise CartoError(
            f"La source {source} ne couvre pas toute la France (rien pour {listed}) ; le besoin "
            "est un rang national : donnez le fichier de toute la France, ou déclarez une autre "
            "variante dans [need] de carto.toml."
        )
