"""A row in its own columns becomes a row in the fields of the standard."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.column_maps import ColumnMap, load_column_map
from geodata.mapped_cells import mapped_cells
from geodata.values.verdicts import UnusableValueError

MAP = """
[champs]
nom = "Lieu"
commune = "Ville"
code_postal = { colonne = "Adresse", motif = '\\b(\\d{5})\\b' }
adresse = ["N°", "Rue"]
longitude = "x"
latitude = "y"
date_maj = { colonne = "MAJ", format = "jj/mm/aaaa" }
typologie = { constante = "BIB" }
services = { cases = { Wifi = "Accès internet et matériel informatique" } }
[champs.frais_a_charge]
colonne = "Tarif"
separateur = " / "
valeurs = { "gratuit pour tous" = "Gratuit", "rien" = "" }
[exclure]
Etat = ["fermé"]
"""
ROW = {
    "Lieu": "Médiathèque",
    "Ville": "Argol",
    "Adresse": "Bourg 29560 Argol",
    "N°": "1",
    "Rue": "place de l'Église",
    "x": "-4.3",
    "y": "48.2",
    "MAJ": "02/04/2024",
    "Wifi": "Oui",
    "Tarif": "Gratuit pour tous / payant / RIEN / -",
    "Etat": "",
}


def columns_of(folder: Path, text: str) -> ColumnMap:
    path = folder / "carte.toml"
    path.write_text(text, encoding="utf-8")
    return load_column_map(path)


def cells(columns: ColumnMap, **changes: str) -> dict[str, str]:
    said: list[str] = []
    read = mapped_cells(ROW | changes, columns, lambda code, _: said.append(code))
    assert said == []
    return read


def test_a_row(tmp_path: Path) -> None:
    assert cells(columns_of(tmp_path, MAP)) == {
        "id": "mediatheque-argol",
        "nom": "Médiathèque",
        "commune": "Argol",
        "code_postal": "29560",
        "adresse": "1 place de l'Église",
        "longitude": "-4.3",
        "latitude": "48.2",
        "date_maj": "2024-04-02",
        "typologie": "BIB",
        "services": "Accès internet et matériel informatique",
        "frais_a_charge": "Gratuit|payant",
    }


@pytest.mark.parametrize("cell", ["Non", "", "-", "?"])
def test_a_box_that_is_not_ticked_says_nothing(tmp_path: Path, cell: str) -> None:
    assert cells(columns_of(tmp_path, MAP), Wifi=cell)["services"] == ""


def test_a_date_in_another_format_stays_as_it_is(tmp_path: Path) -> None:
    assert cells(columns_of(tmp_path, MAP), MAJ="hier")["date_maj"] == "hier"


def test_swapped_axes(tmp_path: Path) -> None:
    swapped = cells(columns_of(tmp_path, "axes_inverses = true\n" + MAP))
    assert (swapped["longitude"], swapped["latitude"]) == ("48.2", "-4.3")


def test_a_projection(tmp_path: Path) -> None:
    columns = columns_of(tmp_path, 'projection = "EPSG:2154"\n' + MAP)
    degrees = cells(columns, x="475198,121680863", y="6692424,50691385")
    assert float(degrees["longitude"]) == pytest.approx(0.026, abs=0.01)
    assert float(degrees["latitude"]) == pytest.approx(47.3, abs=0.05)
    assert cells(columns, x="?")["longitude"] == "?"
    assert cells(columns, x="")["longitude"] == ""


def test_an_excluded_row(tmp_path: Path) -> None:
    with pytest.raises(UnusableValueError, match="LIEU_EXCLU"):
        cells(columns_of(tmp_path, MAP), Etat="fermé")


def test_another_departement(tmp_path: Path) -> None:
    text = 'departement = "29"\n' + MAP.replace("[champs]", '[champs]\ncode_insee = "INSEE"', 1)
    columns = columns_of(tmp_path, text)
    said: list[str] = []

    def moved(insee: str, address: str) -> dict[str, str]:
        row = ROW | {"INSEE": insee, "Adresse": address}
        return mapped_cells(row, columns, lambda code, _: said.append(code))

    assert moved("29001", "29560 Argol")["code_insee"] == "29001"
    assert moved("56121", "56100 Lorient")["longitude"] == "-4.3"
    assert said == []
    away = moved("43048", "29560 Argol")
    assert (away["code_insee"], away["longitude"], said) == ("", "", ["HORS_DEPARTEMENT"])
    with pytest.raises(UnusableValueError, match="HORS_DEPARTEMENT"):
        moved("43048", "Argol")
