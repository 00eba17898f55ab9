"""Labels that a territory gives to places, matched to the published ones.

A row names its place by its id, current or of a record merged into it, else by its name and its
commune. A row that finds no place, or several, is left out and said to be: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from carto.folding import folded
from carto.left_out import LeftOut
from carto.tables.local_published import PLACE_LABELS

LIEU_INCONNU, LIEUX_HOMONYMES, LABEL_REPETE = "LIEU_INCONNU", "LIEUX_HOMONYMES", "LABEL_REPETE"


@dataclass(frozen=True, eq=False)
class MatchedLabels:
    """Labels of published places (contract `place_labels`), and the rows that found none."""

    rows: pd.DataFrame
    left_out: tuple[LeftOut, ...]


def match_labels(labels: pd.DataFrame, places: pd.DataFrame) -> MatchedLabels:
    """Find the place of each label.

    Parameters
    ----------
    labels
        Meets the contract `labels_lieux`.
    places
        The settled places: `id`, `nom`, `code_insee` and `merged_ids` (joined by `|`).
    """
    ids = _ids(places)
    names = _names(places)
    found: dict[tuple[str, str], dict[str, object]] = {}
    left_out: list[LeftOut] = []
    for row in labels.astype(object).where(labels.notna(), None).to_dict("records"):
        is_by_id = row["id"] is not None
        matches = (
            ids.get(row["id"], ())
            if is_by_id
            else names.get((folded(row["nom"]), row["code_insee"]), ())
        )
        key = (matches[0] if matches else "", row["label"])
        if len(matches) == 1 and key not in found:
            by = "id" if is_by_id else "nom"
            found[key] = {"id": key[0], "label": key[1], "date": row["date"], "found_by": by}
        else:
            left_out.append(_left_out(row, matches))
    rows = pd.DataFrame([found[key] for key in sorted(found)], columns=list(PLACE_LABELS.names))
    return MatchedLabels(rows, tuple(sorted(left_out)))


def _ids(places: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """List the published id by every id that leads to it."""
    led = {
        old: (identifier,)
        for identifier, merged in zip(places["id"], places["merged_ids"], strict=True)
        for old in _parts(merged)
    }
    return led | {identifier: (identifier,) for identifier in places["id"]}


def _parts(merged: object) -> Iterator[str]:
    """Part joined ids; a missing text has none."""
    if isinstance(merged, str):
        yield from filter(None, merged.split("|"))


def _names(places: pd.DataFrame) -> dict[tuple[str, str], tuple[str, ...]]:
    """List the published ids by folded name and commune."""
    named: dict[tuple[str, str], tuple[str, ...]] = {}
    for identifier, nom, code in zip(
        places["id"], places["nom"], places["code_insee"], strict=True
    ):
        if isinstance(nom, str) and isinstance(code, str):
            key = (folded(nom), code)
            named[key] = (*named.get(key, ()), identifier)
    return named


def _left_out(row: Mapping[Hashable, object], matches: tuple[str, ...]) -> LeftOut:
    """Say why a label is given to no place, or is already."""
    place, label = str(row["lieu"]), str(row["label"])
    key = f"{place}, {label}"
    if not matches:
        code, reason = LIEU_INCONNU, f"« {place} » n'est aucun lieu publié ; corrigez son id"
        if row["id"] is None:
            reason = (
                f"« {place} » n'est aucun lieu publié ; écrivez son nom tel que publié, ou son id"
            )
    elif len(matches) > 1:
        code = LIEUX_HOMONYMES
        reason = f"« {place} » est le nom de {len(matches)} lieux ; écrivez l'id du bon"
    else:
        reason = f"« {place} » a déjà le label « {label} », donné par une autre ligne"
        return LeftOut(str(row["source"]), key, LABEL_REPETE, reason, matches[0])
    return LeftOut(str(row["source"]), key, code, reason)
