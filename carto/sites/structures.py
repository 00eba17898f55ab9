"""Employers without a position, joined to the place of their commune that they certainly run.

A structure of Aidants Connect is an employer that has trained helpers: it does not always receive
the public, and its record has no coordinates. Its label belongs to the place it runs, when one
place of its commune has its pivot and its address, or its name; never to one of several that
would do.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto.left_out import LeftOut
from carto.sites.candidates import Bools, Rows, equal, pairs_without_point
from carto.sites.duplicates import Deduplicated
from carto.sites.merging import merge
from carto.sites.names import Names, address_similarity
from carto.verdict.parameters import Sites

STRUCTURE = "structure"
STRUCTURE_DU_LIEU = "STRUCTURE_DU_LIEU"


def join_structures(sites: pd.DataFrame, rules: Sites) -> Deduplicated:
    """Merge structures into their places.

    Parameters
    ----------
    sites
        Rows of `carto.sites.counting.with_supply`, one per place, point of service or structure.
    rules
        Similarity of names.

    Returns
    -------
    Deduplicated
        A structure without a certain place stays a row of its own. The place takes its labels and
        what it does not say itself, but not its date, which is not that of the place.
    """
    is_structure = (sites["kind"] == STRUCTURE).to_numpy()
    order = np.argsort(is_structure, kind="stable")
    sites = sites.iloc[order].reset_index(drop=True)
    is_structure = is_structure[order]
    pairs = pairs_without_point(sites.assign(has_point=~is_structure))
    is_home = sites["is_supply"].to_numpy(dtype=bool)
    pairs = pairs[is_home[pairs[:, 0]] & is_structure[pairs[:, 1]]]
    into = _homes(len(sites), pairs, _proofs(sites, pairs, rules))
    ids, names, sources = (sites[name].to_numpy() for name in ("id", "nom", "source"))
    left_out = tuple(
        LeftOut(
            source=sources[row],
            key=ids[row],
            code=STRUCTURE_DU_LIEU,
            reason=f"{names[row]} : structure qui tient {names[home]} ({ids[home]})",
            into=ids[home],
        )
        for row, home in enumerate(into.tolist())
        if row != home
    )
    is_joined = into != np.arange(len(into))
    dateless = sites.assign(date_maj=sites["date_maj"].where(~is_joined, None))
    return Deduplicated(merge(dateless, into), left_out)


def _proofs(sites: pd.DataFrame, pairs: Rows, rules: Sites) -> tuple[Bools, ...]:
    """Whether each pair is proved, from the strongest proof to the weakest."""
    names = Names(sites)
    first, second = pairs[:, 0], pairs[:, 1]
    keys = sites["record_keys"].to_numpy()
    record = np.array(
        [not set(a).isdisjoint(b) for a, b in zip(keys[first], keys[second], strict=True)],
        dtype=bool,
    )
    pivot = equal(sites["pivot"], pairs)
    similar = names.similarity(first, second) >= rules.name_similarity
    same_name = names.closeness(first, second) >= rules.structure_similarity
    same_address = address_similarity(sites, first, second) >= rules.name_similarity
    return record, pivot & similar, pivot & same_address, same_name


def _homes(size: int, pairs: Rows, proofs: tuple[Bools, ...]) -> Rows:
    """Place of each structure: the only one that its strongest proof finds; else itself."""
    into = np.arange(size)
    decided = np.zeros(size, dtype=bool)
    for proof in proofs:
        proved = pairs[proof & ~decided[pairs[:, 1]]]
        rows, first, times = np.unique(proved[:, 1], return_index=True, return_counts=True)
        decided[rows] = True
        into[rows[times == 1]] = proved[first[times == 1], 0]
    return into
