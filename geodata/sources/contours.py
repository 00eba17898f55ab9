"""Contours of communes, in the layout of Etalab's contours-administratifs (IGN ADMIN EXPRESS).

One entity per commune; those of the arrondissements of Paris, Lyon and Marseille carry a property
`commune` and double the surface of their commune: they are counted as merged into it. Communes of
the collectivités d'outre-mer are kept.
"""

from __future__ import annotations

from carto.codes import departement_of
from carto.tables.inputs import CONTOURS
from geodata.arrondissements import REASON, commune_of_arrondissement
from geodata.ledger import Ledger, MergedInto, Row
from geodata.reading.geojson import Feature, read_features
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.coordinates import lies_in_territory
from geodata.values.geometry import read_polygons
from geodata.values.verdicts import Remark, UnusableValueError

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
    code = read_code_insee(feature.text("code", "code_insee", "INSEE_COM", "insee"), remark)
    commune = feature.text("commune") or commune_of_arrondissement(code)
    if commune:
        return MergedInto(commune, "ARRONDISSEMENT", REASON)
    nom = feature.text("nom", "NOM")
    if not nom:
        raise UnusableValueError("NOM_ABSENT", f"commune {code} sans nom")
    geometry = read_polygons(feature.geometry, remark)
    departement = departement_of(code)
    if not lies_in_territory(departement, geometry.bounds):
        raise UnusableValueError(
            "CONTOUR_HORS_FRANCE",
            f"contour de {code} hors de son territoire : axes inversés, ou position d'un carton ?",
        )
    return {"code_insee": code, "nom": nom, "departement": departement, "geometry": geometry}
