"""Tests of `webapp.territories.territory`."""

from __future__ import annotations

from carto.drawing.indicators.units import DEPARTEMENT
from tests.webapp.sample import TABLES, Row
from webapp.territories.territory import first_communes, parts


def test_the_worst_communes_come_first(communes: dict[str, Row]) -> None:
    order = [row["nom"] for row in first_communes(communes.values())]
    assert order[:2] == ["Argol", "Pont-de-Buis-lès-Quimerch"]
    assert order[-1] == "Quimper"


def test_parts_with_most_underserved_communes_come_first() -> None:
    found = parts(TABLES["epci"])
    assert found[0].underserved == "2"
    assert {part.path for part in found} == {f"/epci/{row['siren_epci']}" for row in TABLES["epci"]}


def test_parts_may_be_departements() -> None:
    (part,) = parts(TABLES["departement"], DEPARTEMENT)
    assert (part.path, part.nom) == ("/departement/29", "Finistère")
