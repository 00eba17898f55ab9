"""The long layout of Filosofi: one record a territory, secrecy blank, other measures unread."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.reading.filosofi_long import is_long, read_territories
from geodata.reading.records import BrokenRecord, Record
from tests.geodata.filosofi_lines import HEADER, line
from tests.geodata.raw_files import raw_file
from tests.geodata.zip_files import zip_of


def territories(folder: Path, text: str, kind: str = "COM") -> list[Record | BrokenRecord]:
    return list(read_territories(raw_file(folder, HEADER + text), kind))


def values(record: Record | BrokenRecord) -> dict[str, str]:
    assert isinstance(record, Record)
    return dict(record.values)


def test_the_two_measures_of_a_territory_are_one_record(tmp_path: Path) -> None:
    text = (
        line("MED_SL", "29001", "23450")
        + line("D9", "29001", "1")
        + line("PR_MD60", "29001", "8.2")
    )
    (found,) = territories(tmp_path, text)
    assert values(found) == {"geo": "29001", "niveau_vie_median": "23450", "taux_pauvrete": "8.2"}


def test_only_territories_of_the_kind_are_read(tmp_path: Path) -> None:
    text = line("MED_SL", "29001", "1") + line("PR_MD60", "200000001", "12", geo_object="EPCI")
    (found,) = territories(tmp_path, text, "EPCI")
    assert values(found)["geo"] == "200000001"


def test_an_identifier_with_its_year_and_kind_is_cut(tmp_path: Path) -> None:
    (found,) = territories(tmp_path, line("MED_SL", "2025-COM-29001", "1"))
    assert values(found)["geo"] == "29001"


@pytest.mark.parametrize(
    "changed",
    [{"confidentiality": "C"}, {"confidentiality": "S"}, {"status": "Q"}, {"status": "M"}],
)
def test_secrecy_is_blank_whatever_the_value(tmp_path: Path, changed: dict[str, str]) -> None:
    (found,) = territories(tmp_path, line("PR_MD60", "29001", "0", **changed))
    assert values(found)["taux_pauvrete"] == ""


def test_the_latest_period_is_read(tmp_path: Path) -> None:
    text = line("MED_SL", "29001", "2", period="2022") + line("MED_SL", "29001", "3")
    (found,) = territories(tmp_path, text)
    assert values(found)["niveau_vie_median"] == "3"


def test_a_multiplied_unit_is_not_guessed_at(tmp_path: Path) -> None:
    (found,) = territories(tmp_path, line("MED_SL", "29001", "23", multiplier="3"))
    assert isinstance(found, BrokenRecord)
    assert found.code == "UNITE_INATTENDUE"


def test_a_file_without_the_territories_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="GEO_OBJECT = EPCI"):
        territories(tmp_path, line("MED_SL", "29001", "1"), "EPCI")


def test_the_layout_is_known_by_its_header_or_its_archive(tmp_path: Path) -> None:
    text = HEADER + line("MED_SL", "29001", "1")
    assert is_long(raw_file(tmp_path, text))
    archive = zip_of(
        {"DS_FILOSOFI_CC_2023_data.csv": text, "DS_FILOSOFI_CC_2023_metadata.csv": "x"}
    )
    raw = raw_file(tmp_path, archive, name="FILOSOFI_CC_csv.zip")
    assert is_long(raw)
    assert len(list(read_territories(raw, "COM"))) == 1
    assert not is_long(raw_file(tmp_path, "CODGEO;Q219\n29001;1\n"))
    assert not is_long(raw_file(tmp_path, b"PK\x03\x04 damaged"))
    assert not is_long(raw_file(tmp_path, b""))
