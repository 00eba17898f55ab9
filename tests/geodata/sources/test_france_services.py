"""France Services: the demo, formats, hours, positions, and what breaks them."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from geodata.source import ParsedTable
from geodata.sources.france_services import parse
from tests.geodata.raw_files import published_file, raw_file
from tests.geodata.sources.damage import (
    DemoFile,
    check_empty,
    check_missing_column,
    check_nothing_set_aside,
    check_wrong_encoding,
)

PLACE = {
    "id_fs": "7",
    "insee_dep": "29",
    "lib_fs": "France services d'Argol",
    "adresse": "1 place de l'Église",
    "complement_adresse": "Mairie",
    "insee_com": "29001",
    "code_postal": "29560",
    "lib_com": "Argol",
    "latitude": "48.24618",
    "longitude": "-4.31788",
    "mail": "",
    "telephone": "02 98 44 00 00",
    "h_lundi": "09:00 - 12:00 / 14:00 - 17:00",
    "h_mardi": "",
    "h_mercredi": "",
    "h_jeudi": "",
    "h_vendredi": "",
    "h_samedi": "",
    "prise_rdv": "Oui",
    "commentaire": "Demander Mme X",
    "type_fs": "Principal",
    "format_fs": "Fixe",
    "groupe_fs": "",
    "labellisation_fs": "",
}


def parse_places(folder: Path, *places: dict[str, str], delimiter: str = ";") -> ParsedTable:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(PLACE), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(PLACE | place for place in places)
    return parse(raw_file(folder, text.getvalue(), source="france_services"))


def parse_place(folder: Path, **cells: str) -> tuple[pd.Series, list[str]]:
    parsed = parse_places(folder, cells)
    assert not parsed.refused
    return parsed.table.iloc[0], [notice.code for notice in parsed.notices]


@pytest.fixture
def demo(demo_data: Path) -> DemoFile:
    path = demo_data / "france-services-20240801.csv"
    return DemoFile(path, "france_services", parse, "lib_com")


def test_the_demo(demo: DemoFile) -> None:
    parsed = parse(published_file(demo.path, "france_services"))
    table = parsed.table
    assert (parsed.rows_in, len(table)) == (99, 99)
    check_nothing_set_aside(parsed)
    home = table[table["code_insee"].str.startswith("29")]
    assert len(home) == 33
    assert home.groupby("format").size()[["bus", "itinerante"]].to_list() == [2, 5]
    assert home["is_itinerant"].sum() == 7
    assert table["horaires"].isna().sum() == 2
    assert table["hours_per_year_declared"].isna().sum() == 2
    assert (table["hours_per_year_declared"].dropna() > 0).all()
    assert table["hours_per_year_declared"].median() / 52 == 29


def test_broken_files(demo: DemoFile, tmp_path: Path) -> None:
    check_empty(demo, tmp_path)
    check_wrong_encoding(demo, tmp_path)
    check_missing_column(demo, tmp_path)


def test_a_broken_row_costs_itself_only(demo: DemoFile, tmp_path: Path) -> None:
    parsed = demo.read(tmp_path, demo.replaced("135,22,France services Le Mené,", "135,22,,"))
    (refused,) = parsed.refused
    assert (refused.file, refused.line, refused.code) == (demo.path.name, 4, "NOM_ABSENT")
    assert refused.raw.startswith("135,22,,")
    assert len(parsed.table) == 98


@pytest.mark.parametrize("delimiter", [";", ","])
def test_one_place(tmp_path: Path, delimiter: str) -> None:
    parsed = parse_places(tmp_path, {}, delimiter=delimiter)
    said = parsed.table.iloc[0].dropna().to_dict()
    assert said == {
        "id": "france_services:7",
        "source": "france_services",
        "kind": "lieu",
        "nom": "France services d'Argol",
        "code_insee": "29001",
        "nom_commune": "Argol",
        "adresse": "1 place de l'Église, Mairie",
        "code_postal": "29560",
        "longitude": -4.31788,
        "latitude": 48.24618,
        "format": "fixe",
        "is_itinerant": False,
        "horaires_source": "lundi : 09:00 - 12:00 / 14:00 - 17:00",
        "horaires": "Mo 09:00-12:00,14:00-17:00",
        "hours_per_year_declared": 312.0,
        "has_appointments": True,
        "typologie": "RFS",
        "services": "Aide aux démarches administratives",
        "frais_a_charge": "Gratuit",
        "dispositif_programmes_nationaux": "France Services",
        "modalites_acces": "Téléphoner|Contacter par mail",
        "telephone": "+33298440000",
    }


def test_persons_are_never_published(tmp_path: Path) -> None:
    personal = {"mail": "prenom.nom@example.org", "telephone": "06 00 00 00 00"}
    parsed = parse_places(tmp_path, personal, personal | {"id_fs": "8", "lib_fs": ""})
    published = parsed.table.to_csv() + str((parsed.origins, parsed.refused, parsed.notices))
    for text in ("prenom.nom", "06 00", "Mme X"):
        assert text not in published
    assert [notice.code for notice in parsed.notices] == [
        "TELEPHONE_PERSONNEL",
        "COURRIEL_PERSONNEL",
    ]


def test_mailboxes_of_the_network_are_published(tmp_path: Path) -> None:
    row, _ = parse_place(tmp_path, mail="argol@france-services.gouv.fr")
    assert row["courriels"] == "argol@france-services.gouv.fr"


@pytest.mark.parametrize(
    ("format_fs", "type_fs", "expected", "is_itinerant"),
    [
        ("Fixe", "Principal", "fixe", False),
        ("Fixe", "Antenne", "antenne", False),
        ("Fixe_antenne(s)", "Principal", "antenne", False),
        ("Multisites", "Principal", "multisites", False),
        ("Itinérante", "Principal", "itinerante", True),
        ("Bus_équivalent", "Principal", "bus", True),
        ("Bus_équivalent", "Antenne", "bus", True),
    ],
)
def test_formats_stay_apart(
    tmp_path: Path, format_fs: str, type_fs: str, expected: str, is_itinerant: bool
) -> None:
    row, notices = parse_place(tmp_path, format_fs=format_fs, type_fs=type_fs)
    assert (row["format"], row["is_itinerant"], notices) == (expected, is_itinerant, [])


def test_an_unknown_format_is_noticed(tmp_path: Path) -> None:
    row, notices = parse_place(tmp_path, format_fs="Péniche")
    assert (row["format"], notices) == ("fixe", ["FORMAT_INCONNU"])


def test_free_text_is_missing_hours_never_zero(tmp_path: Path) -> None:
    row, notices = parse_place(tmp_path, h_mardi="sur rendez-vous")
    assert pd.isna(row["horaires"])
    assert pd.isna(row["hours_per_year_declared"])
    assert "sur rendez-vous" in row["horaires_source"]
    assert notices == ["HORAIRES_ILLISIBLES"]


def test_no_hours_at_all_are_missing(tmp_path: Path) -> None:
    row, notices = parse_place(tmp_path, h_lundi="")
    assert row[["horaires_source", "horaires", "hours_per_year_declared"]].isna().all()
    assert notices == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "notices"),
    [
        ("48,24618", "-4,31788", []),
        ("-4.31788", "48.24618", ["COORDONNEES_INVERSEES"]),
        ("0", "0", ["COORDONNEES_NULLES"]),
        ("", "", ["COORDONNEES_ABSENTES"]),
    ],
)
def test_a_place_is_kept_whatever_its_position(
    tmp_path: Path, latitude: str, longitude: str, notices: list[str]
) -> None:
    row, said = parse_place(tmp_path, latitude=latitude, longitude=longitude)
    assert said == notices
    is_placed = not {"COORDONNEES_NULLES", "COORDONNEES_ABSENTES"} & set(notices)
    assert (row["longitude"] == -4.31788) == is_placed
    assert row[["longitude", "latitude"]].isna().all() != is_placed


def test_a_place_of_an_arrondissement_is_in_its_commune(tmp_path: Path) -> None:
    row, notices = parse_place(tmp_path, insee_com="75118", latitude="48.89", longitude="2.35")
    assert (row["code_insee"], notices) == ("75056", [])


def test_lost_zeros_of_codes_are_restored(tmp_path: Path) -> None:
    row, notices = parse_place(tmp_path, insee_com="1001", code_postal="1400")
    assert (row["code_insee"], row["code_postal"]) == ("01001", "01400")
    assert notices == ["CODE_REPARE", "CODE_REPARE"]
    row, notices = parse_place(tmp_path, code_postal="29560 CEDEX")
    assert (row["code_postal"], notices) == ("29560", ["CODE_REPARE"])


@pytest.mark.parametrize("code", ["0null", "20004", "Argol"])
def test_a_code_that_cannot_be_read_is_left_to_the_join(tmp_path: Path, code: str) -> None:
    row, notices = parse_place(tmp_path, insee_com=code)
    assert pd.isna(row["code_insee"])
    assert notices == ["CODE_ILLISIBLE"]


def test_the_list_of_2022(tmp_path: Path) -> None:
    text = (
        "id_fs,lib_fs,adresse,insee_com,code_postal,commune,format_fs,itinerance,groupe,"
        "labellisation,h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi\n"
        "3,Bus de Guise,6 rue Godin,0null,02120,Guise,Fixe,Oui,,2020,9h-12h,,,,,\n"
    )
    parsed = parse(raw_file(tmp_path, text, source="france_services"))
    row = parsed.table.iloc[0]
    assert (row["format"], row["is_itinerant"], row["nom_commune"]) == ("itinerante", True, "Guise")
    assert row[["code_insee", "longitude", "has_appointments", "modalites_acces"]].isna().all()
    assert {notice.code for notice in parsed.notices} == {"CODE_ILLISIBLE", "COORDONNEES_ABSENTES"}


def test_one_place_twice(tmp_path: Path) -> None:
    parsed = parse_places(tmp_path, {}, {}, {"lib_fs": "Un autre nom"})
    assert len(parsed.table) == 1
    assert [(row.line, row.into) for row in parsed.merged] == [(3, "france_services:7")]
    assert [(row.line, row.code) for row in parsed.refused] == [(4, "CLE_REPETEE")]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"id_fs": ""}, "ID_ABSENT"),
        ({"id_fs": "../../x"}, "ID_INVALIDE"),
        ({"lib_fs": " "}, "NOM_ABSENT"),
        ({"lib_com": ""}, "COMMUNE_ABSENTE"),
        (
            {"insee_com": "0null", "code_postal": "", "latitude": "", "longitude": ""},
            "LOCALISATION_ABSENTE",
        ),
        ({"lib_fs": "France\u202eservices"}, "CARACTERE_INTERDIT"),
    ],
)
def test_refused_places(tmp_path: Path, cells: dict[str, str], code: str) -> None:
    parsed = parse_places(tmp_path, {"id_fs": "8"}, cells)
    assert [(row.line, row.code) for row in parsed.refused] == [(3, code)]


@pytest.mark.france
def test_the_whole_of_france(france_data: Path) -> None:
    path = france_data / "lieux" / "france-services-20240801.csv"
    parsed = parse(published_file(path, "france_services"))
    assert (parsed.rows_in, len(parsed.table), len(parsed.refused)) == (2845, 2845, 0)
    assert Counter(notice.code for notice in parsed.notices) == {"TELEPHONE_PERSONNEL": 238}
    weekly = parsed.table["hours_per_year_declared"] / 52
    assert weekly.isna().sum() == 48
    assert weekly.max() <= 60


@pytest.mark.france
def test_hours_of_france_services_are_those_of_the_list_before(france_data: Path) -> None:
    """methods.md 1.4, H1: 2,626 of 2,707 read; median 29, quartiles 24.5 and 33.5, p5 20, p95 39.

    The list at hand has 138 places more: half an hour is what they may move a quantile by.
    """
    path = france_data / "lieux" / "france-services-20240801.csv"
    weekly = parse(published_file(path, "france_services")).table["hours_per_year_declared"] / 52
    read = weekly.dropna()
    assert len(read) == 2797
    assert len(read) / len(weekly) > 2626 / 2707
    quantiles = read.quantile([0.05, 0.25, 0.5, 0.75, 0.95]).round(1).to_list()
    assert quantiles == [20, 24.5, 29, 33, 38.8]
    assert quantiles == pytest.approx([20, 24.5, 29, 33.5, 39], abs=0.5)
