"""The rules of a contour, whatever file it comes from."""

from __future__ import annotations

import pytest
from shapely import box

from geodata.contour_rows import contour_row
from geodata.ledger import MergedInto
from geodata.values.verdicts import UnusableValueError

FINISTERE = box(-4.1, 48, -4, 48.1)


def row(code: str, nom: str = "Argol", whole: str = "", surface: object = FINISTERE) -> object:
    return contour_row(code, nom, whole, lambda _: surface, lambda *_: None)  # type: ignore[arg-type, return-value]


def test_a_commune_is_kept_and_an_arrondissement_merged() -> None:
    assert row("29001") == {
        "code_insee": "29001",
        "nom": "Argol",
        "departement": "29",
        "geometry": FINISTERE,
    }
    for merged, into in ((row("75101"), "75056"), (row("29002", whole="29001"), "29001")):
        assert isinstance(merged, MergedInto)
        assert merged.into == into


@pytest.mark.parametrize(
    ("code", "nom", "surface", "reason"),
    [
        ("29", "Argol", FINISTERE, "CODE_INVALIDE"),
        ("29001", "", FINISTERE, "NOM_ABSENT"),
        ("29001", "Argol", box(48, -4.1, 48.1, -4), "CONTOUR_HORS_FRANCE"),
        ("97411", "Saint-Denis", FINISTERE, "CONTOUR_HORS_FRANCE"),
    ],
)
def test_refused(code: str, nom: str, surface: object, reason: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        row(code, nom, surface=surface)
    assert caught.value.code == reason
