"""The territories that have a map of their own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from carto.assessment import Assessment
from carto.codes import departement_name, departement_of
from carto.crs import metric_crs


@dataclass(frozen=True, eq=False)
class Territory:
    """A territory: its type, code and name, and the codes of its communes, never empty."""

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


def territories(assessment: Assessment) -> list[Territory]:
    """List the territories that have a map: départements of the perimeter, then EPCI."""
    communes = assessment.communes
    codes = communes["code_insee"].to_numpy(dtype=str)
    in_scope = communes["is_in_scope"].to_numpy(dtype=bool)
    of_departement = communes.groupby("departement").indices
    of_epci = communes.groupby("siren_epci").indices
    listed = []
    for code in assessment.departement["code_departement"]:
        rows = of_departement[code]
        mine = codes[rows[in_scope[rows]]]
        listed.append(Territory("departement", code, departement_name(code), mine))
    for siren, nom in assessment.epci[["siren_epci", "nom"]].to_numpy():
        listed.append(Territory("epci", siren, nom, codes[of_epci[siren]]))
    return listed
