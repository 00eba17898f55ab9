"""The files that a territory keeps itself: their contracts, and the columns that people write."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.local_inputs import ACTION, ACTIVITE, COMMUNES_RELAIS, ENQUETE
from carto.tables.local_reports import (
    BILAN_ACTIVITE,
    LABELS_LIEUX,
    OUVERTURES_PREVUES,
    PLACE,
    SOURCE,
)
from carto.tables.travel_inputs import TEMPS_TRAJET

LOCAL_CONTRACTS = (
    *(ACTIVITE, BILAN_ACTIVITE, COMMUNES_RELAIS, ENQUETE),
    *(LABELS_LIEUX, OUVERTURES_PREVUES, TEMPS_TRAJET),
)
# Columns made when a file is read, by contract.
_MADE = {
    ACTIVITE.name: (ACTION,),
    BILAN_ACTIVITE.name: (SOURCE,),
    LABELS_LIEUX.name: (PLACE, SOURCE),
}


def columns_of(contract: TableContract) -> tuple[Column, ...]:
    """List the columns that a file has, without those that are made when it is read.

    >>> [column.name for column in columns_of(LABELS_LIEUX)]
    ['id', 'nom', 'code_insee', 'label', 'date']
    """
    made = _MADE.get(contract.name, ())
    return tuple(column for column in contract.columns if column.name not in made)
