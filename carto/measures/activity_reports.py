"""Totals of activity reports, given to the published territories they are of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from carto.left_out import HORS_PERIMETRE, LeftOut
from carto.tables.local_published import ACTIVITY_REPORTS
from carto.tables.local_reports import BILAN_ACTIVITE

_SIREN_DIGITS = 9


@dataclass(frozen=True, eq=False)
class MatchedReports:
    """Totals of published territories (contract `activity_reports`), and those of no one."""

    rows: pd.DataFrame
    left_out: tuple[LeftOut, ...]


def match_reports(
    reports: pd.DataFrame, published: Mapping[str, Collection[str]]
) -> MatchedReports:
    """Keep the totals of published territories.

    Parameters
    ----------
    reports
        Meets the contract `bilan_activite`.
    published
        `epci` and `departement` → codes that are published.
    """
    is_epci = reports["territoire"].str.len() == _SIREN_DIGITS
    kind = is_epci.map({True: "epci", False: "departement"})
    known = pd.Series(
        [code in published[type_] for type_, code in zip(kind, reports["territoire"], strict=True)],
        index=reports.index,
        dtype=bool,
    )
    rows = reports.rename(columns={"territoire": "code_territoire"}).assign(type_territoire=kind)
    kept = rows.loc[known, list(ACTIVITY_REPORTS.names)].sort_values(
        list(ACTIVITY_REPORTS.key), ignore_index=True
    )
    return MatchedReports(kept, tuple(sorted(_beyond(reports[~known]))))


def _beyond(reports: pd.DataFrame) -> list[LeftOut]:
    """Say of each total that its territory is not published."""
    keys = reports[list(BILAN_ACTIVITE.key)].astype(str).to_numpy().tolist()
    return [
        LeftOut(source, ", ".join(key), HORS_PERIMETRE, f"le territoire {key[0]} n'est pas publié")
        for source, key in zip(reports["source"], keys, strict=True)
    ]
