"""Cells of the standard become a row: what is repaired, left out, left to the join or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carto.mediation_standard import FIELDS
from carto.tables.parsed_sites import PARSED_SITES
from geodata.standard_places import Describing, read_commune_code, read_place, wanted_fields
from geodata.values.verdicts import UnusableValueError
from tests.geodata.sources.standard_rows import PLACE

DESCRIBING = Describing("lieux", "2024-08-01")


def read(describing: Describing = DESCRIBING, **cells: str) -> tuple[dict[str, object], list[str]]:
    said: list[str] = []
    return read_place(PLACE | cells, describing, lambda code, _: said.append(code)), said


def test_a_row_has_the_columns_of_the_contract() -> None:
    assert set(read()[0]) == set(PARSED_SITES.names)
    assert {column.name for column in wanted_fields()} == set(FIELDS)


@pytest.mark.parametrize(
    ("cells", "column", "value", "codes"),
    [
        ({"pivot": "00000000000000"}, "pivot", None, []),
        ({"code_insee": "13211"}, "code_insee", "13055", []),
        ({"code_insee": ""}, "code_insee", None, []),
        ({"code_insee": "1001"}, "code_insee", "01001", ["CODE_REPARE"]),
        ({"code_insee": "20004"}, "code_insee", None, ["CODE_ILLISIBLE"]),
        ({"commune": "MARSEILLE 11"}, "nom_commune", "MARSEILLE 11", []),
        ({"commune": "DIJON CEDEX 9"}, "nom_commune", "DIJON", []),
        ({"nom": "MÃ©diathÃ¨que"}, "nom", "Médiathèque", ["TEXTE_REPARE"]),
        ({"latitude": "48,24618"}, "latitude", 48.24618, []),
        ({"latitude": "48.24618 N"}, "latitude", 48.24618, []),
        ({"latitude": "-4.31788", "longitude": "48.24618"}, "latitude", 48.24618,
         ["COORDONNEES_INVERSEES"]),
        ({"latitude": "0", "longitude": "0"}, "latitude", None, ["COORDONNEES_NULLES"]),
        ({"complement_adresse": "Mairie"}, "adresse", "1 place de l'Église, Mairie", []),
        ({"itinerance": "Itinérant"}, "format", "itinerante", []),
        ({"itinerance": "Itinérant|Fixe"}, "format", "multisites", []),
        ({"itinerance": "", "typologie": "ENM"}, "format", "itinerante", []),
        ({"itinerance": "Péniche"}, "format", "fixe", ["VALEUR_HORS_LISTE"]),
        ({"services": "Troc"}, "services", None, ["VALEUR_HORS_LISTE"]),
        ({"telephone": "0612345678"}, "telephone", None, ["TELEPHONE_PERSONNEL"]),
        ({"site_web": "javascript:alert(1)"}, "site_web", None, ["URL_REFUSEE"]),
        ({"prise_rdv": "https://rdv.fr/x"}, "has_appointments", True, []),
        ({"modalites_acces": "Prendre un RDV en ligne"}, "has_appointments", True, []),
        ({"date_maj": "2099-01-01"}, "date_maj", None, ["DATE_ILLISIBLE"]),
        ({"presentation_resume": "a" * 300}, "presentation_resume", "a" * 279 + "…",
         ["RESUME_COUPE"]),
        ({"autres_formations_labels": "QPV|FRR|QPV"}, "autres_formations_labels", "QPV|FRR", []),
    ],
)  # fmt: skip
def test_one_cell(cells: dict[str, str], column: str, value: object, codes: list[str]) -> None:
    row, said = read(**cells)
    assert (row[column], said) == (value, codes)


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"id": ""}, "ID_ABSENT"),
        ({"id": "../../x"}, "ID_INVALIDE"),
        ({"id": "<script>"}, "ID_INVALIDE"),
        ({"id": "a__" * 800}, "ID_TROP_LONG"),
        ({"nom": "<br>"}, "NOM_ABSENT"),
        ({"commune": " "}, "COMMUNE_ABSENTE"),
        ({"code_insee": "", "latitude": "", "code_postal": ""}, "LOCALISATION_ABSENTE"),
    ],
)
def test_refused_places(cells: dict[str, str], code: str) -> None:
    with pytest.raises(UnusableValueError) as caught:
        read(**cells)
    assert caught.value.code == code


def test_a_source_without_coordinates_says_nothing_of_them() -> None:
    row, said = read(Describing("x", "2024-08-01", "structure", has_positions=False))
    assert (row["longitude"], row["kind"], row["id"], said) == (
        None,
        "structure",
        "x:structure-1",
        [],
    )


@pytest.mark.parametrize("text", ["", "nan", " "])
def test_no_code_is_left_to_the_join_without_a_remark(text: str) -> None:
    said: list[str] = []
    assert read_commune_code(text, lambda code, _: said.append(code)) is None
    assert said == []


@given(st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=20), max_size=6))
def test_any_cells_are_a_row_or_refused(cells: dict[str, str]) -> None:
    try:
        row, _ = read(**cells)
    except UnusableValueError:
        return
    assert set(row) == set(PARSED_SITES.names)
