"""Every table that sources are read into."""

from __future__ import annotations

from carto.tables.geography import COG, MOUVEMENTS
from carto.tables.inputs import (
    CONTOURS,
    EPCI_MEMBERS,
    FIBRE,
    FIBRE_HISTORY,
    MAIRIES,
    POPULATION,
)
from carto.tables.local_inputs import ACTIVITE, COMMUNES_RELAIS, ENQUETE
from carto.tables.local_reports import BILAN_ACTIVITE, LABELS_LIEUX, OUVERTURES_PREVUES
from carto.tables.need_inputs import (
    DIPLOMES,
    FILOSOFI,
    FILOSOFI_EPCI,
    FRAGILITE,
    STRUCTURE_POPULATION,
)
from carto.tables.parsed_sites import PARSED_SITES
from carto.tables.travel_inputs import CARREAUX, TEMPS_TRAJET
from carto.tables.zoning import CUIVRE, EPT, FRR, GRILLE_DENSITE

INPUT_TABLES = (
    *(CONTOURS, MAIRIES, COG, MOUVEMENTS),
    *(POPULATION, EPCI_MEMBERS, FIBRE, FIBRE_HISTORY),
    *(FILOSOFI, FILOSOFI_EPCI, FRAGILITE, STRUCTURE_POPULATION, DIPLOMES),
    *(FRR, GRILLE_DENSITE, EPT, CUIVRE),
    *(ACTIVITE, COMMUNES_RELAIS, ENQUETE),
    *(BILAN_ACTIVITE, LABELS_LIEUX, OUVERTURES_PREVUES),
    *(TEMPS_TRAJET, CARREAUX),
    PARSED_SITES,
)
