"""Tests of `webapp.dossier.subject`."""

from __future__ import annotations

import pytest

from carto.folding import folded
from webapp.dossier.subject import Subject, full_name, said_name, subject_of
from webapp.errors import UnknownResourceError
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.territories.references import Reference


def test_communes_come_by_name_and_the_under_served_by_attention(departement: Subject) -> None:
    names = [row["nom"] for row in departement.communes]
    assert names == sorted(names, key=folded)
    assert names.index("Île-de-Sein") < names.index("Ouessant")
    assert departement.underserved[0]["nom"] == "Argol"
    assert all(row["is_underserved"] for row in departement.underserved)


@pytest.mark.parametrize(("type_", "code"), [("region", "53"), ("france", "FR"), ("epci", "1")])
def test_other_territories_have_no_dossier(loaded: LoadedSnapshot, type_: str, code: str) -> None:
    with pytest.raises(UnknownResourceError):
        subject_of(loaded, type_, code)


def test_a_name_says_its_nature_once() -> None:
    assert full_name("CC du Pays d'Iroise") == "Communauté de communes du Pays d'Iroise"
    assert full_name("CA Morlaix Communauté") == "Morlaix Communauté"
    assert full_name("Finistère") == "Finistère"


def test_a_median_is_not_named_as_a_territory() -> None:
    assert said_name(Reference("Finistère", {}, "o", "departement", "29")) == "Finistère"
    median = Reference("Comparables (médiane)", {}, "o")
    assert said_name(median) == "médiane des territoires comparables"
