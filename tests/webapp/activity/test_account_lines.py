"""The yearly table in words."""

from __future__ import annotations

from dataclasses import replace

from tests.webapp.activity.local_rows import LOCAL_ROWS
from webapp.activity.account_lines import (
    account_lines,
    column_title,
    latest_summary,
    source_words,
    summary,
)
from webapp.activity.yearly_account import ACTIONS, Part, YearlyAccount, accounts_of_reports

NBSP, NARROW = "\u00a0", "\u202f"
(REPORT,) = accounts_of_reports(LOCAL_ROWS["activity_reports"])


def cells(account: YearlyAccount, population: int | None = 10_000) -> dict[str, tuple[str, str]]:
    lines = account_lines([account], population)
    return {
        line.label.replace(NBSP, " "): (
            line.cells[0].text.replace(NBSP, " "),
            line.cells[0].beside.replace(NBSP, " ").replace(NARROW, " "),
        )
        for line in lines
    }


def test_each_measure_has_its_rate() -> None:
    found = cells(REPORT)
    assert found["Permanences"] == ("65", "6,5 pour 1 000 hab.")
    assert found["dont points d'information"] == ("4", "0,40 pour 1 000 hab.")
    assert found["Hors de la ville-centre"] == ("88,9 %", "24 sur 27 ateliers et stages")


def test_what_is_not_told_is_said_to_be_missing() -> None:
    found = cells(REPORT)
    assert found["Rendez-vous"] == ("donnée absente", "")
    assert found["Communes relais"] == ("donnée absente", "")
    assert "Heures de toutes ces actions" not in found


def test_relays_of_a_report_are_counted_not_placed() -> None:
    found = cells(replace(REPORT, relays=Part(11, 22)))
    assert found["Communes relais"] == ("11 sur 22", "50,0 %")
    assert found["Habitants en commune relais"][0].endswith("le rapport ne dit pas lesquelles")


def test_relays_of_a_partial_list_are_not_a_share() -> None:
    listed = replace(REPORT, origin=ACTIONS, relays=Part(2, 3, unknown=19))
    found = cells(listed)
    assert found["Communes relais"] == ("2", "sur 3 communes renseignées, 22 en tout")
    assert found["Habitants en commune relais"] == ("donnée absente", "")
    assert "relais" not in summary(listed)


def test_a_rate_never_reads_zero_for_something() -> None:
    assert cells(REPORT, 933_455)["dont stages"][1] == "0,01 pour 1 000 hab."
    assert cells(REPORT, 933_455)["dont points d'information"][1].startswith("moins de 0,01")
    assert cells(REPORT, None)["Permanences"] == ("65", "")


def test_a_year_in_a_sentence() -> None:
    said = summary(replace(REPORT, relays=Part(11, 22))).replace(NBSP, " ")
    assert said == (
        "En 2023 : 65 permanences (243 personnes reçues) et 31 ateliers, stages et points "
        "d'information. 24 des 27 ateliers et stages ont eu lieu hors de la ville-centre ; "
        "11 communes sur 22 sont relais."
    )


def test_two_sources_of_one_year_are_told_each_by_its_name() -> None:
    actions = replace(REPORT, origin=ACTIONS, counts={"atelier": 1}, received=None, outside=None)
    older = replace(REPORT, year=2022)
    assert latest_summary([older, REPORT]) == summary(REPORT)
    assert latest_summary([older, actions, REPORT]).replace(NBSP, " ") == (
        "En 2023, selon le rapport « Rapport d'essai » : 65 permanences (243 personnes reçues) et "
        "31 ateliers, stages et points d'information. 24 des 27 ateliers et stages ont eu lieu "
        "hors de la ville-centre. "
        "En 2023, selon les actions saisies une à une : 1 atelier, stage ou point d'information."
    )
    assert latest_summary([]) == ""


def test_participations_are_a_line_of_their_own_when_a_source_tells_them() -> None:
    assert "Participations aux ateliers et stages" not in cells(REPORT)
    found = cells(replace(REPORT, enrolled=None, attended=120))
    assert found["Personnes inscrites aux ateliers"] == ("donnée absente", "")
    assert found["Participations aux ateliers et stages"] == ("120", "12,0 pour 1 000 hab.")


def test_a_column_and_its_source_are_named() -> None:
    assert column_title(REPORT) == "2023, rapport"
    said = source_words(REPORT, "fichier du territoire").replace(NBSP, " ")
    assert said == "2023, rapport : Rapport d'essai, p. 14 (fichier du territoire)."


def test_a_single_workshop_is_singular() -> None:
    found = cells(replace(REPORT, outside=Part(0, 1, kinds=("atelier",))))
    assert found["Hors de la ville-centre"] == ("0,0 %", "0 sur 1 atelier")
