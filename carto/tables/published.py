"""The published tables, by name."""

from __future__ import annotations

from carto.tables.communes import COMMUNES
from carto.tables.places import FIBRE, SITES
from carto.tables.rollups import DEPARTEMENT, EPCI

SNAPSHOT_TABLES = {
    contract.name: contract for contract in (COMMUNES, EPCI, DEPARTEMENT, SITES, FIBRE)
}
