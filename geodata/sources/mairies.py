"""Points of the mairies, one per commune, in the layout of Etalab's contours-administratifs.

Positions are kept as published, but for what needs no contour to be proved (latitude and longitude
swapped, metres). Some lie outside their commune: a check with the contours finds them later.
"""

from __future__ import annotations

from carto.tables.inputs import MAIRIES
from geodata.arrondissements import REASON, commune_of_arrondissement
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.geojson import Feature, read_features
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.coordinates import settle_point
from geodata.values.geometry import read_position
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="mairies",
    producer="DILA, diffusion Etalab",
    title="Mairies (annuaire de l'administration)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/datasets/contours-administratifs/",
)


def parse(raw: RawFile) -> ParsedTable:
    """Read a GeoJSON file of points into the contract `mairies`.

    Raises
    ------
    SourceError
        When the file is not GeoJSON in WGS 84, or has no usable point.
    """
    ledger = Ledger(raw, MAIRIES)
    ledger.read_all(read_features(raw), _row)
    return ledger.close()


def _row(feature: Feature, remark: Remark) -> Row | MergedInto:
    """Make the row of one point."""
    code = read_code_insee(feature.text("commune", "code_insee", "code", "INSEE_COM"), remark)
    if commune := commune_of_arrondissement(code):
        return MergedInto(commune, "ARRONDISSEMENT", REASON)
    point = settle_point(*read_position(feature.geometry), remark)
    if point is None:
        raise UnusableValueError("COORDONNEES_ILLISIBLES", f"mairie de {code} sans position")
    return {"code_insee": code, "longitude": point[0], "latitude": point[1]}
