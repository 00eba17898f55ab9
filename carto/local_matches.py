"""Local files about published places and territories, matched to them once they are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from carto.left_out import LeftOut
from carto.measures.activity_reports import match_reports
from carto.measures.place_labels import match_labels
from carto.tables.local_published import ACTIVITY_REPORTS, PLACE_LABELS

_NO_PLACE = ("id", "nom", "code_insee", "merged_ids")


@dataclass(frozen=True, eq=False)
class LocalMatches:
    """Complements made of local files by name, and the rows of these files that matched nothing."""

    tables: Mapping[str, pd.DataFrame]
    left_out: tuple[LeftOut, ...]


def match_local(
    tables: Mapping[str, pd.DataFrame],
    places: pd.DataFrame | None,
    territories: Mapping[str, pd.DataFrame],
) -> LocalMatches:
    """Match the reports to territories, and the labels to places.

    Parameters
    ----------
    tables
        Validated tables by source id.
    places
        All settled places; None without a source of places.
    territories
        The published tables of territories, by level.

    Returns
    -------
    LocalMatches
        `activity_reports` and `place_labels`, empty without a source.
    """
    found = {
        contract.name: pd.DataFrame(columns=list(contract.names))
        for contract in (ACTIVITY_REPORTS, PLACE_LABELS)
    }
    left_out: tuple[LeftOut, ...] = ()
    if "bilan_activite" in tables:
        published = {
            "epci": frozenset(territories["epci"]["siren_epci"]),
            "departement": frozenset(territories["departement"]["code_departement"]),
        }
        reports = match_reports(tables["bilan_activite"], published)
        found["activity_reports"], left_out = reports.rows, reports.left_out
    if "labels_lieux" in tables:
        known = pd.DataFrame(columns=list(_NO_PLACE)) if places is None else places
        labels = match_labels(tables["labels_lieux"], known)
        found["place_labels"] = labels.rows
        left_out = (*left_out, *labels.left_out)
    return LocalMatches(found, left_out)
