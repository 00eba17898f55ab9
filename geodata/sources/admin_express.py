"""Contours of communes, in the layout of IGN's ADMIN EXPRESS: GeoPackage or FlatGeobuf.

Versions 3 and 4 name columns differently; WGS 84, Lambert-93 and overseas systems are read alike.
"""

from __future__ import annotations

from functools import partial

from carto.tables.inputs import CONTOURS
from geodata.contour_rows import contour_row
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.vector_layer import Entity, is_vector_layer, read_entities
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.geometry import settle_surface
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="contours",
    producer="IGN",
    title="Contours des communes (ADMIN EXPRESS)",
    licence="Licence Ouverte 2.0",
    homepage="https://geoservices.ign.fr/adminexpress",
)

_LAYER = "commune"
_COLUMNS = {
    "code": ("INSEE_COM", "code_insee", "code_insee_de_la_commune", "insee"),
    "nom": ("NOM", "nom_officiel", "nom_commune", "NOM_COM"),
}


def recognises(raw: RawFile) -> bool:
    """Whether the file is a GeoPackage or FlatGeobuf."""
    return is_vector_layer(raw)


def parse(raw: RawFile) -> ParsedTable:
    """Read the layer of communes into the contract `contours`.

    Raises
    ------
    SourceError
        When the file is broken, has no such layer, or has no usable commune.
    """
    ledger = Ledger(raw, CONTOURS)
    ledger.read_all(read_entities(raw, _LAYER, _COLUMNS), _row)
    return ledger.close()


def _row(entity: Entity, remark: Remark) -> Row | MergedInto:
    """Make the row of one entity."""
    read_surface = partial(settle_surface, entity.geometry)
    return contour_row(entity.values["code"], entity.values["nom"], "", read_surface, remark)
