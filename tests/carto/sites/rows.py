"""Rows of places for the tests: around Carhaix, in mini France."""

from __future__ import annotations

import pandas as pd

from carto.sites.placing import place
from carto.sites.records import with_records
from carto.sites.settle import Settled, settle
from carto.tables.parsed_sites import PARSED_SITES
from carto.territories import Perimeter, Territories, join
from carto.verdict.parameters import Parameters
from tests.mini_france.tables import tables

CARHAIX = (-3.574878, 48.275293)
# Degrees of longitude of a metre eastwards, at Carhaix.
METRE = 1 / (111_320 * 0.6655)
FRANCE: Territories = join(
    {name: tables()[name] for name in ("contours", "mairies", "population", "epci")},
    {"contours": 2026},
    Perimeter(),
    30.0,
)


def site(site_id: str, east_m: float | None = 0, **own: object) -> dict[str, object]:
    """Make the row of a place of Carhaix, so many metres east of its mairie; None: no point."""
    longitude, latitude = CARHAIX
    usual: dict[str, object] = dict.fromkeys(PARSED_SITES.names) | {
        "id": site_id,
        "source": site_id.partition(":")[0],
        "kind": "lieu",
        "nom": "Médiathèque",
        "code_insee": "29024",
        "nom_commune": "Carhaix-Plouguer",
        "adresse": "1 rue des Martyrs",
        "code_postal": "29270",
        "longitude": None if east_m is None else longitude + east_m * METRE,
        "latitude": None if east_m is None else latitude,
        "format": "fixe",
        "is_itinerant": False,
    }
    return usual | own


def parsed(*rows: dict[str, object]) -> pd.DataFrame:
    """Make the parsed table of some rows."""
    numbers = dict.fromkeys(("longitude", "latitude", "hours_per_year_declared", "etp"), float)
    return pd.DataFrame(rows, columns=list(PARSED_SITES.names)).astype(numbers)


def placed(*rows: dict[str, object]) -> pd.DataFrame:
    """Make the placed table of some rows, as it reaches the merging of places."""
    known = with_records(parsed(*rows)).assign(flags="")
    return place(known, FRANCE, Parameters().sites).sites


def settled(*rows: dict[str, object], date: str = "2024-08-01") -> Settled:
    """Settle some rows."""
    return settle(parsed(*rows), FRANCE, Parameters(), date)


def fates(found: Settled) -> dict[str, tuple[str, str | None]]:
    """Code and home of each row left out."""
    return {row.key: (row.code, row.into) for row in found.left_out}
