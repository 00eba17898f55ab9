"""Activity: the example, what a mediator's spreadsheet holds, and the year of a real territory."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from carto.measures.activity import measure_activity
from carto.measures.relays import measure_relays
from carto.rollups.local import roll_up_local
from geodata.errors import SourceError
from geodata.source import ParsedTable
from geodata.sources import communes_relais
from geodata.sources.activite import parse
from tests.carto.rollups.sample import one_territory
from tests.geodata.raw_files import published_file, raw_file
from tests.rules.repository import ROOT

HEADER = "Date;Code INSEE;Lieu;Type;Durée;Séances;Nombre de participants;Médiateur\n"


def read(folder: Path, *lines: str, header: str = HEADER) -> ParsedTable:
    text = header + "".join(f"{line}\n" for line in lines)
    return parse(raw_file(folder, text, source="activite", date="2023-12-31"))


def test_the_documented_example() -> None:
    parsed = parse(published_file(ROOT / "docs/schemas/activite-exemple.csv", "activite"))
    assert (len(parsed.table), parsed.refused, parsed.merged, parsed.notices) == (5, (), (), ())
    assert measure_activity(parsed.table).to_dict("list") == {
        "code_insee": ["29103", "29156", "29180"],
        "ateliers_count": [0, 0, 2],
        "ateliers_heures": [0.0, 2.0, 8.0],
        "points_information_count": [0, 1, 0],
        "permanences_heures": [6.0, 0.0, 0.0],
        "participations_count": [8, None, 26],
        "seances_heures_par_an": [6.0, 2.0, 8.0],
    }


def test_a_spreadsheet_of_a_mediator(tmp_path: Path) -> None:
    parsed = read(
        tmp_path,
        "14/03/2023;29180;Mairie;Atelier éclair;2h30;;8;Mme Dupont",
        "2023-03-15;1001;;RDV;1 h;7;7;Mme Dupont",
        "16/03/2023;29180;Marché;Point d’information;120 min;;;Mme Dupont",
    )
    rows = parsed.table.sort_values("date").to_dict("records")
    assert [row["type"] for row in rows] == ["atelier", "rendez_vous", "point_information"]
    assert [row["duree"] for row in rows] == [2.5, 1.0, 2.0]
    assert [row["code_insee"] for row in rows] == ["29180", "01001", "29180"]
    assert [notice.code for notice in parsed.notices] == ["CODE_REPARE"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("14/03/2024;29180;;atelier;2h;;;", "DATE_FUTURE"),
        ("14/03/1903;29180;;atelier;2h;;;", "DATE_IMPROBABLE"),
        ("31/02/2023;29180;;atelier;2h;;;", "DATE_ILLISIBLE"),
        (";29180;;atelier;2h;;;", "DATE_ABSENTE"),
        ("14/03/2023;29800 Landerneau;;atelier;2h;;;", "CODE_INVALIDE"),
        ("14/03/2023;29180;;yoga;2h;;;", "TYPE_INCONNU"),
        ("14/03/2023;29180;;atelier;;;;", "DUREE_ABSENTE"),
        ("14/03/2023;29180;;atelier;matinée;;;", "DUREE_ILLISIBLE"),
        ("14/03/2023;29180;;atelier;2h;0;;", "AUCUNE_SEANCE"),
        ("14/03/2023;29180;;atelier;2h;;-3;", "NOMBRE_NEGATIF"),
        ("14/03/2023;29180;;atelier;2h;;1000000;", "NOMBRE_IMPROBABLE"),
        ("14/03/2023;29180;;atelier;2h;1001;;", "NOMBRE_IMPROBABLE"),
        ("14/03/2023;29180;;atelier", "NB_CELLULES"),
    ],
)
def test_a_bad_row_costs_itself_and_names_nobody(tmp_path: Path, line: str, code: str) -> None:
    good = "14/03/2023;29156;;atelier;2h;;5;"
    parsed = read(tmp_path, good, f"{line}Mme Dupont" if line.endswith(";") else line)
    (refused,) = parsed.refused
    assert (refused.line, refused.code, len(parsed.table)) == (3, code, 1)
    assert "Dupont" not in refused.raw + refused.reason
    assert all("Dupont" not in origin.raw for origin in parsed.origins)


def test_the_same_action_twice_is_one_and_the_hour_tells_two_apart(tmp_path: Path) -> None:
    line = "14/03/2023;29180;Mairie;atelier;2h;;8;"
    assert [row.code for row in read(tmp_path, line, line).merged] == ["DOUBLON"]
    timed = HEADER.replace("Date;", "Heure;Date;")
    parsed = read(tmp_path, f"9h30;{line}", f"14h;{line}", header=timed)
    assert parsed.table["heure"].to_list() == ["09:30", "14:00"]
    assert parsed.table["action"][0] == "2023-03-14 09:30 atelier Mairie"


def test_a_person_named_as_a_place_is_left_out(tmp_path: Path) -> None:
    parsed = read(tmp_path, "14/03/2023;29180;chez Mme Dupont;atelier;2h;;8;")
    assert parsed.table["lieu"].isna().all()
    assert [notice.code for notice in parsed.notices] == ["PERSONNE_RETIREE"]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"colonne duree\s: colonne absente"):
        read(tmp_path, "14/03/2023;29180;atelier", header="Date;Code INSEE;Type\n")


# The activity report of Landerneau-Daoulas for 2023: 243 appointments of about one hour; 12 courses
# of 2 or 3 sessions of 2 hours, 11 of them outside Landerneau; 15 short workshops, 13 outside; 4
# information points; 11 relay communes of 22. Which commune held what is not told: they are spread.
CENTRE = "29103"
OTHERS = (
    *("29043", "29045", "29056", "29078", "29080", "29086", "29116"),
    *("29137", "29140", "29144", "29156", "29180", "29181", "29237"),
    *("29245", "29246", "29268", "29270", "29286", "29294", "29295"),
)
FULL_TIME_HOURS = 1607


def landerneau(folder: Path, sessions: int) -> pd.DataFrame:
    """Read the year, courses having that many sessions, one row for each of the 22 communes."""
    stages = [CENTRE, *OTHERS[:11]]
    ateliers = [CENTRE, CENTRE, *OTHERS[:13]]
    parsed = read(
        folder,
        f"01/12/2023;{CENTRE};;RDV;1h;243;;",
        *(f"{day:02d}/02/2023;{code};;Stage;2h;{sessions};;" for day, code in enumerate(stages, 1)),
        *(
            f"{day:02d}/03/2023;{code};;Atelier éclair;2h;;;"
            for day, code in enumerate(ateliers, 1)
        ),
        *(f"{day:02d}/04/2023;{code};;Point info;2h;;;" for day, code in enumerate(OTHERS[:4], 1)),
    )
    assert parsed.refused == ()
    return measure_activity(parsed.table).set_index("code_insee").reindex([CENTRE, *OTHERS])


def territory(folder: Path, sessions: int) -> dict[str, float]:
    """Roll up the year and the list of relays."""
    year = landerneau(folder, sessions)
    listed = "".join(
        f"{code};{'17/01/2023' if 0 < i <= 11 else ''}\n"
        for i, code in enumerate([CENTRE, *OTHERS])
    )
    relays = communes_relais.parse(
        raw_file(folder, f"code_insee;date_convention\n{listed}", source="communes_relais")
    )
    is_relay = measure_relays(relays.table).set_index("code_insee")["is_commune_relais"]
    columns = {name: year[name].to_numpy(float, na_value=np.nan) for name in year}
    people = np.array([16_000.0] + [1500.0] * len(OTHERS))
    columns["is_commune_relais"] = is_relay.reindex(year.index).to_numpy(float)
    columns |= {"population": people, "mediateurs_etp": np.array([1.0] + [np.nan] * len(OTHERS))}
    rolled = roll_up_local(one_territory(columns), FULL_TIME_HOURS)
    return {name: float(value) for name, (value,) in rolled.items()}


def test_thirty_one_workshops(tmp_path: Path) -> None:
    year = landerneau(tmp_path, sessions=2)
    assert year["ateliers_count"].sum() + year["points_information_count"].sum() == 31


def test_nine_workshops_in_ten_outside_the_centre(tmp_path: Path) -> None:
    share = territory(tmp_path, sessions=2)["ateliers_outside_centre_share"]
    assert share == round(24 / 27, 6)
    assert f"{share:.1%}" == "88.9%"


def test_half_the_communes_are_relays(tmp_path: Path) -> None:
    relays = territory(tmp_path, sessions=2)["communes_relais_count"]
    assert (relays, 1 + len(OTHERS)) == (11, 22)


@pytest.mark.parametrize(("sessions", "hours"), [(2, 329), (3, 353)])
def test_sessions_take_a_fifth_of_a_full_time_job(
    tmp_path: Path, sessions: int, hours: float
) -> None:
    found = territory(tmp_path, sessions)
    spent = found["ateliers_heures"] + found["permanences_heures"]
    assert spent == hours
    assert 0.20 < spent / FULL_TIME_HOURS < 0.22
    assert found["seances_etp_share"] == round(hours / FULL_TIME_HOURS, 6)
