"""The territories that have a map of their own, and what their maps colour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.assessment import Assessment
from carto.codes import DEPARTEMENTS, FRANCE_CODE, departement_name, departement_of
from carto.crs import LAMBERT_93, metric_crs
from carto.drawing.indicators.units import DEPARTEMENT, EPCI, Unit
from carto.drawing.projecting.unit_projection import UnitCut


@dataclass(frozen=True, eq=False)
class Territory:
    """A territory whose map colours communes: its type, code and name, and its communes.

    Attributes
    ----------
    communes
        Codes of those that its map shows, all of one metric projection, never empty.
    """

    type: str
    code: str
    nom: str
    communes: NDArray[np.str_]

    @property
    def name(self) -> str:
        """Name of its files."""
        return f"{self.type}-{self.code}"

    @property
    def epsg(self) -> int:
        """Metric projection of its map."""
        return metric_crs(departement_of(str(self.communes[0])))


@dataclass(frozen=True)
class UnitTerritory:
    """A territory whose map colours wider units than communes."""

    type: str
    code: str
    nom: str
    units: Unit
    cut: UnitCut

    @property
    def name(self) -> str:
        """Name of its files."""
        return f"{self.type}-{self.code}.{self.units.type}"

    @property
    def epsg(self) -> int:
        """Metric projection of its map; for France, that of the mainland."""
        return LAMBERT_93 if self.is_country else metric_crs(self.cut.departements[0])

    @property
    def is_country(self) -> bool:
        """Whether it is France, with its overseas beside the mainland."""
        return self.type == "france"


def territories(assessment: Assessment) -> list[Territory]:
    """List the territories whose map colours communes.

    Returns
    -------
    list of Territory
        Départements of the perimeter, then EPCI, EPT and groups made by hand. A group that lies in
        several projections is mapped in the one that has most of its communes.
    """
    communes = assessment.communes
    codes = communes["code_insee"].to_numpy(dtype=str)
    in_scope = communes["is_in_scope"].to_numpy(dtype=bool)
    of_departement = communes.groupby("departement").indices
    listed = []
    for code in assessment.departement["code_departement"]:
        rows = of_departement[code]
        mine = codes[rows[in_scope[rows]]]
        listed.append(Territory("departement", code, departement_name(code), mine))
    for type_, key in (("epci", "siren_epci"), ("ept", "siren_ept")):
        members = communes.groupby(key).indices
        table = getattr(assessment, type_)
        listed += [
            Territory(type_, siren, nom, codes[members[siren]])
            for siren, nom in table[[key, "nom"]].to_numpy()
        ]
    known = set(codes)
    for group in assessment.groups:
        mine = np.array([code for code in group.communes if code in known], dtype=str)
        listed.append(Territory("groupe", group.id, group.nom, _of_one_projection(mine)))
    return listed


def unit_territories(assessment: Assessment) -> list[UnitTerritory]:
    """List the territories whose map colours EPCI or départements.

    Returns
    -------
    list of UnitTerritory
        Départements by EPCI; régions and France by EPCI and by département. Nothing is mapped by
        EPCI where none is known.
    """
    with_epci = {code for listed in assessment.epci["departements"] for code in listed.split("|")}
    departements = assessment.departement[["code_departement", "nom", "region"]].to_numpy()
    listed = [
        UnitTerritory("departement", code, nom, EPCI, UnitCut("siren_epci", "departement", (code,)))
        for code, nom, _ in departements
    ]
    for region, nom in assessment.region[["code_region", "nom"]].to_numpy():
        members = tuple(code for code, _, of in departements if of == region)
        listed += _by_both("region", region, nom, members)
    if len(assessment.france) and set(DEPARTEMENTS) <= {code for code, *_ in departements}:
        listed += _by_both("france", FRANCE_CODE, "France", tuple(sorted(DEPARTEMENTS)))
    return [one for one in listed if one.units != EPCI or with_epci & {*one.cut.departements}]


def _by_both(type_: str, code: str, nom: str, departements: tuple[str, ...]) -> list[UnitTerritory]:
    """Map a territory by EPCI and by département, if it has several, under wider borders."""
    around = "departement" if type_ == "region" else "region"
    by_epci = UnitTerritory(type_, code, nom, EPCI, UnitCut("siren_epci", around, departements))
    if len(departements) == 1:
        return [by_epci]
    cut = UnitCut("departement", around, departements)
    return [by_epci, UnitTerritory(type_, code, nom, DEPARTEMENT, cut)]


def _of_one_projection(codes: NDArray[np.str_]) -> NDArray[np.str_]:
    """Keep the communes of the metric projection that has most of them."""
    epsg = np.array([metric_crs(departement_of(str(code))) for code in codes])
    zones, counts = np.unique(epsg, return_counts=True)
    return np.sort(codes[epsg == zones[np.argmax(counts)]])
