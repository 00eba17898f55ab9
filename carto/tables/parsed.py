"""Every table that sources are read into."""

from __future__ import annotations

from carto.tables.inputs import CONTOURS, EPCI_MEMBERS, FIBRE, FILOSOFI, MAIRIES, POPULATION
from carto.tables.parsed_sites import PARSED_SITES

INPUT_TABLES = (
    *(CONTOURS, MAIRIES, POPULATION, EPCI_MEMBERS, FIBRE, FILOSOFI),
    PARSED_SITES,
)
