"""Contours of communes, in the layout of Etalab's contours-administratifs (IGN ADMIN EXPRESS).

One entity per commune; those of the arrondissements of Paris, Lyon and Marseille carry a property
`commune` and double the surface of their commune: they are counted as merged into it. Communes of
the collectivités d'outre-mer are kept.
"""

from __future__ import annotations

from functools import partial

from carto.tables.inputs import CONTOURS
from geodata.contour_rows import contour_row
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.geojson import Feature, read_features
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.geometry import read_polygons
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="contours",
    producer="IGN, diffusion Etalab",
    title="Contours des communes (ADMIN EXPRESS, contours-administratifs)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/datasets/contours-administratifs/",
)


def parse(raw: RawFile) -> ParsedTable:
    """Read a GeoJSON file of communes (gzipped or not) into the contract `contours`.

    Raises
    ------
    SourceError
        When the file is not GeoJSON in WGS 84, or has no usable commune.
    """
    ledger = Ledger(raw, CONTOURS)
    ledger.read_all(read_features(raw), _row)
    return ledger.close()


def _row(feature: Feature, remark: Remark) -> Row | MergedInto:
    """Make the row of one entity."""
    code = feature.text("code", "code_insee", "INSEE_COM", "insee")
    read_surface = partial(read_polygons, feature.geometry)
    return contour_row(
        code, feature.text("nom", "NOM"), feature.text("commune"), read_surface, remark
    )
