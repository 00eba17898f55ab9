"""Rows that describe one place: found, joined, and what became of each one said.

Two rows are one place when they are the same record of a publisher; or when they have the same
pivot, or similar names, and their positions agree. The pivot alone says little: many publishers
write that of the employer at all the places it sends people to, kilometres apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from carto import french
from carto.left_out import LeftOut
from carto.sites.candidates import comparable, distances, equal, near_pairs, pairs_without_point
from carto.sites.merging import by_preference, merge, stars
from carto.sites.names import Floats, Names, Rows, address_similarity, words_of
from carto.verdict.parameters import Sites

MEME_FICHE = "MEME_FICHE"
MEME_PIVOT = "MEME_PIVOT"
MEME_LIEU = "MEME_LIEU"
MEME_ADRESSE = "MEME_ADRESSE"


@dataclass(frozen=True, eq=False)
class Deduplicated:
    """Places after merging.

    Attributes
    ----------
    sites
        One row per place, with `merged_ids` and `sources`, sorted by preference.
    left_out
        One entry per row merged into another; `into` may itself have been merged later.
    """

    sites: pd.DataFrame
    left_out: tuple[LeftOut, ...]


def merge_records(sites: pd.DataFrame) -> Deduplicated:
    """Merge the rows of one nature that are one record, seen through several lists.

    Parameters
    ----------
    sites
        Rows with the columns of `carto.sites.records.with_records`, `merged_ids` and `sources`.
    """
    sites = by_preference(sites)
    named = sites["record_keys"].explode().dropna()
    if named.empty:
        return Deduplicated(sites, ())
    named = sites["kind"].reindex(named.index) + " " + named
    number, names = pd.factorize(named)
    size = len(sites) + len(names)
    links = coo_array((np.ones(len(named)), (named.index, len(sites) + number)), (size, size))
    group = connected_components(links, directed=False)[1][: len(sites)]
    _, first, place = np.unique(group, return_index=True, return_inverse=True)
    why = dict.fromkeys(range(len(sites)), (MEME_FICHE, "même fiche de son éditeur"))
    return _merged(sites, first[place], why)


def merge_places(sites: pd.DataFrame, rules: Sites) -> Deduplicated:
    """Merge the rows that describe one place, until no two of them do.

    Parameters
    ----------
    sites
        Placed rows: those of `merge_records` with `x_m`, `y_m`, `departement`, `has_point` (a
        position of its own, not that of its commune) and `declared_code` (missing when the
        commune was deduced).
    rules
        Distances and similarities.

    Returns
    -------
    Deduplicated
        A merged row joins one that it resembles itself, never one that only resembles a third.
    """
    left_out: tuple[LeftOut, ...] = ()
    while True:
        sites = by_preference(sites)
        found = _matches(sites, rules)
        into = stars(len(sites), found)
        why = {row: found[best, row] for row, best in enumerate(into.tolist()) if row != best}
        if not why:
            return Deduplicated(sites, left_out)
        merged = _merged(sites, into, why)
        sites, left_out = merged.sites, left_out + merged.left_out


def _merged(sites: pd.DataFrame, into: Rows, why: Mapping[int, tuple[str, str]]) -> Deduplicated:
    """Merge, and say where each merged row went."""
    ids, sources, names = (sites[name].to_numpy() for name in ("id", "source", "nom"))
    left_out = [
        LeftOut(
            source=sources[row],
            key=ids[row],
            code=why[row][0],
            reason=f"{names[row]} : {why[row][1]} que {names[best]} ({ids[best]})",
            into=ids[best],
        )
        for row, best in enumerate(into.tolist())
        if row != best
    ]
    return Deduplicated(merge(sites, into), tuple(left_out))


def _matches(sites: pd.DataFrame, rules: Sites) -> dict[tuple[int, int], tuple[str, str]]:
    """Pairs of rows that are one place, the preferred first: code and words of why."""
    names = Names(sites)
    described = sites.assign(
        name=names.whole, address=sites["adresse"].map(words_of, na_action="ignore")
    )
    near = near_pairs(sites, rules.same_pivot_m)
    near = near[equal(sites["pivot"], near) | (distances(sites, near) <= rules.near_m)]
    pairs = np.concatenate(
        [
            near,
            pairs_without_point(sites, "pivot"),
            pairs_without_point(described, "name", "address"),
        ]
    )
    pairs = pairs[comparable(sites, pairs)]
    metres = distances(sites, pairs)
    same_pivot = equal(sites["pivot"], pairs)
    here, placed = metres <= rules.near_m, ~np.isnan(metres)
    similar = _similarity(sites, names, pairs) >= rules.name_similarity
    similar &= placed | names.within(*pairs.T)
    elsewhere = address_similarity(sites, *pairs.T) < rules.name_similarity
    codes = np.select(
        [~placed & elsewhere, same_pivot & (here | similar), here & similar, ~placed & ~same_pivot],
        ["", MEME_PIVOT, MEME_LIEU, MEME_ADRESSE],
        "",
    )
    return {
        (int(first), int(second)): (str(code), _words(str(code), float(away)))
        for (first, second), code, away in zip(pairs, codes, metres, strict=True)
        if code
    }


def _similarity(sites: pd.DataFrame, names: Names, pairs: Rows) -> Floats:
    """Similarity of the names of each pair; whole names for two records of one curated list."""
    first, second = pairs[:, 0], pairs[:, 1]
    curated = equal(sites["curator"], pairs)
    similarity = names.similarity(first, second)
    similarity[curated] = names.whole_closeness(first[curated], second[curated])
    return similarity


def _words(code: str, metres: float) -> str:
    """Say why two rows are one place, in French."""
    where = "dans la même commune" if np.isnan(metres) else f"à {french.number(metres, 0, 'm')}"
    return {
        MEME_PIVOT: f"même identifiant pivot, {where},",
        MEME_LIEU: f"nom semblable, {where},",
        MEME_ADRESSE: "même nom et même adresse",
    }[code]
