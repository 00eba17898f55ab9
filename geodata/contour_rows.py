"""The row of a contour, whatever the file format it was read from."""

from __future__ import annotations

from collections.abc import Callable

from shapely import MultiPolygon, Polygon

from carto.codes import departement_of
from geodata.arrondissements import REASON, commune_of_arrondissement
from geodata.ledger import MergedInto, Row
from geodata.values.codes import read_code_insee
from geodata.values.coordinates import lies_in_territory
from geodata.values.verdicts import Remark, UnusableValueError


def contour_row(
    code: str,
    nom: str,
    whole: str,
    read_surface: Callable[[Remark], Polygon | MultiPolygon],
    remark: Remark,
) -> Row | MergedInto:
    """Make the row of one commune.

    Parameters
    ----------
    code, nom
        Its code and name as published.
    whole
        Code of the commune of which it is an arrondissement, if the file says so; else empty.
    read_surface
        Reads its surface in WGS 84, once it is known to be needed.
    remark
        Told what was repaired.

    Raises
    ------
    UnusableValueError
        `CODE_INVALIDE`, `NOM_ABSENT`, `CONTOUR_HORS_FRANCE`, or what `read_surface` raises.
    """
    code_insee = read_code_insee(code, remark)
    commune = whole or commune_of_arrondissement(code_insee)
    if commune:
        return MergedInto(commune, "ARRONDISSEMENT", REASON)
    if not nom:
        raise UnusableValueError("NOM_ABSENT", f"commune {code_insee} sans nom")
    geometry = read_surface(remark)
    departement = departement_of(code_insee)
    if not lies_in_territory(departement, geometry.bounds):
        raise UnusableValueError(
            "CONTOUR_HORS_FRANCE",
            f"contour de {code_insee} hors de son territoire : axes inversés, ou position d'un "
            "carton ?",
        )
    return {
        "code_insee": code_insee,
        "nom": nom,
        "departement": departement,
        "geometry": geometry,
    }
