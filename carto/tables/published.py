"""The published tables, by name: the main ones, and the complements beside them."""

from __future__ import annotations

from collections.abc import Mapping

from carto.contracts import TableContract
from carto.tables.accessibility_variants import ACCESSIBILITY_VARIANTS
from carto.tables.appraisal import ROBUSTNESS, SENSITIVITY
from carto.tables.clusters import CLUSTERS
from carto.tables.communes import COMMUNES
from carto.tables.comparisons import REFERENCE_QUANTILES, TWIN_GAPS, TWINS
from carto.tables.contributions import CONTRIBUTIONS
from carto.tables.ground import GROUND_COMMUNES, GROUND_PLACES
from carto.tables.local_published import (
    ACTIVITY_REPORTS,
    ACTIVITY_YEARS,
    PLACE_LABELS,
    PLANNED_OPENINGS,
)
from carto.tables.places import FIBRE, SITES
from carto.tables.projections import PROJECTIONS
from carto.tables.rollups import DEPARTEMENT, EPCI, EPT, FRANCE, GROUPE, REGION
from carto.tables.territory_fibre import TERRITORY_FIBRE

SNAPSHOT_TABLES = {
    contract.name: contract
    for contract in (COMMUNES, EPCI, DEPARTEMENT, REGION, FRANCE, EPT, GROUPE, SITES, FIBRE)
}

_COMPLEMENTS: tuple[TableContract, ...] = (
    CONTRIBUTIONS,
    ACCESSIBILITY_VARIANTS,
    CLUSTERS,
    ROBUSTNESS,
    SENSITIVITY,
    TWINS,
    TWIN_GAPS,
    REFERENCE_QUANTILES,
    PROJECTIONS,
    TERRITORY_FIBRE,
    GROUND_COMMUNES,
    GROUND_PLACES,
    ACTIVITY_YEARS,
    ACTIVITY_REPORTS,
    PLACE_LABELS,
    PLANNED_OPENINGS,
)

# Plain tables without a geometry, see `carto.complements`.
COMPLEMENTS: Mapping[str, TableContract] = {contract.name: contract for contract in _COMPLEMENTS}
