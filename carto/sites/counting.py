"""What counts as supply: help for everybody, each place once; stops rather than the vehicle.

A place and a point of service that is held in it are two rows, and one door that opens: the place
counts, with its own hours, or when they are unknown with those of its point of service that is open
longest. Hours of two descriptions of one door are never added. A place of equipment alone, or of a
restricted public, is no general supply; a permanence that is held there is, by itself.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from carto import flags
from carto.sites.candidates import Rows, distances, near_pairs
from carto.sites.names import name_of_place
from carto.sites.offer import equipment_only, restricted
from carto.sites.structures import STRUCTURE
from carto.verdict.parameters import Sites


def with_supply(sites: pd.DataFrame, rules: Sites) -> pd.DataFrame:
    """Say which rows are supply, and which place each point of service belongs to.

    Parameters
    ----------
    sites
        Rows of `merge_places`, sorted by preference.
    rules
        How near is the same door.

    Returns
    -------
    pandas.DataFrame
        The rows with `lieu_id` (the place where a point of service is held, or the vehicle whose
        stop it is; None without one), `is_supply`, `is_restricted`, `is_equipment_only`, completed
        `flags`, and the hours and working time of a place that has none of its own.
    """
    is_restricted, is_equipment = restricted(sites), equipment_only(sites)
    is_general = ~(is_restricted | is_equipment).to_numpy(dtype=bool)
    homes = _held(sites, rules)
    held = {service: home for service, home in homes.items() if is_general[home]}
    stops = _stops(sites)
    ids = sites["id"].to_numpy(dtype=object)
    lieu_id = pd.Series(None, index=sites.index, dtype=object)
    lieu_id.iloc[list(homes)] = ids[list(homes.values())]
    lieu_id.iloc[list(stops)] = ids[list(stops.values())]
    is_held = sites.index.isin(list(held))
    has_stops = sites.index.isin(list(stops.values()))
    is_structure = sites["kind"] == STRUCTURE
    counts = ~is_held & ~has_stops & ~is_structure.to_numpy(dtype=bool)
    is_equipment &= counts & ~is_restricted
    sites, is_lent = _with_lent_hours(sites, held)
    raised = {
        flags.TENU_DANS_UN_LIEU: pd.Series(is_held, index=sites.index),
        flags.ETAPES_PUBLIEES: pd.Series(has_stops, index=sites.index),
        flags.HEURES_DU_POINT_DE_SERVICE: is_lent,
        flags.STRUCTURE_SANS_LIEU: is_structure,
        flags.PUBLIC_RESTREINT: is_restricted & counts,
        flags.EQUIPEMENT_SEUL: is_equipment,
    }
    return sites.assign(
        lieu_id=lieu_id,
        is_supply=counts & ~is_restricted & ~is_equipment,
        is_restricted=is_restricted,
        is_equipment_only=is_equipment,
        flags=flags.raised(raised, before=sites["flags"]),
    )


def _held(sites: pd.DataFrame, rules: Sites) -> dict[int, int]:
    """Point of service → the fixed place at its door: of the same record, else the nearest."""
    is_mobile = sites["is_itinerant"].to_numpy(dtype=bool)
    kind = sites["kind"].to_numpy()
    is_place = (kind == "lieu") & ~is_mobile
    is_service = (kind == "point_de_service") & ~is_mobile
    pairs = near_pairs(sites, rules.near_m)
    pairs = np.concatenate([pairs, pairs[:, ::-1], _of_one_record(sites)])
    pairs = pairs[is_service[pairs[:, 0]] & is_place[pairs[:, 1]]]
    metres = np.nan_to_num(distances(sites, pairs))
    order = np.lexsort((pairs[:, 1], metres, pairs[:, 0]))
    service, first = np.unique(pairs[order, 0], return_index=True)
    return dict(zip(service.tolist(), pairs[order][first, 1].tolist(), strict=True))


def _of_one_record(sites: pd.DataFrame) -> Rows:
    """Pairs of rows, in both orders, whose lists name one record."""
    keys = sites["record_keys"].explode().dropna().rename("key")
    named = pd.DataFrame({"key": keys, "row": keys.index})
    pairs = named.merge(named, on="key")[["row_x", "row_y"]].to_numpy(dtype=np.intp)
    return np.asarray(pairs[pairs[:, 0] != pairs[:, 1]])


def _stops(sites: pd.DataFrame) -> dict[int, int]:
    """Stop → its vehicle: a mobile place that the stop names as its parent, in the same list."""
    is_mobile = sites["is_itinerant"].to_numpy(dtype=bool)
    is_vehicle = (sites["kind"] == "lieu").to_numpy() & is_mobile
    vehicles: dict[tuple[str, str], int] = {}
    for row in np.flatnonzero(is_vehicle).tolist():
        site = sites.iloc[row]
        vehicles.setdefault((site["source"], name_of_place(site["nom"])), row)
    is_stop = (sites["kind"] == "point_de_service").to_numpy() & is_mobile
    parents = sites["structure_parente"]
    found = {
        row: vehicles.get((sites["source"].iloc[row], name_of_place(parents.iloc[row])))
        for row in np.flatnonzero(is_stop & parents.notna().to_numpy()).tolist()
    }
    return {row: vehicle for row, vehicle in found.items() if vehicle is not None}


def _with_lent_hours(sites: pd.DataFrame, held: dict[int, int]) -> tuple[pd.DataFrame, pd.Series]:
    """Give a place without hours those of its longest point of service; and say which ones.

    Its working time is, likewise, that of its points of service: people add up, hours of one door
    do not.
    """
    services, homes = list(held), list(held.values())
    own, etp = (sites[name].astype(float) for name in ("hours_per_year_declared", "etp"))
    lent = own.iloc[services].groupby(homes).max()
    hours = own.fillna(lent)
    staff = etp.fillna(etp.iloc[services].groupby(homes).sum(min_count=1))
    return sites.assign(hours_per_year_declared=hours, etp=staff), own.isna() & hours.notna()
