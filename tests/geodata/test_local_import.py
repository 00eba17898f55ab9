"""Importing a local file: read as a build reads it, then named in carto.toml, or nothing at all."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from carto.errors import CartoError
from geodata.errors import SourceError
from geodata.local_import import Wanted, apply_import, local_kind, prepare_import
from geodata.settings import load_settings

SETTINGS = """\
[territory]
scope = "29" # chez nous

[sources.contours]
file = "contours.geojson"
millesime = "2026"
date = "2026-01-01"
cog = 2026
"""
ACTIVITY = "date,code_insee,type,duree\n2023-03-14,29019,atelier,2\n2024-03-14,29019,atelier,2\n"


@pytest.fixture
def wanted(tmp_path: Path) -> Wanted:
    """Return an import that works, beside its settings."""
    (tmp_path / "carto.toml").write_text(SETTINGS)
    (tmp_path / "contours.geojson").write_text("{}")
    (tmp_path / "actions.csv").write_text(ACTIVITY)
    return Wanted("activite", tmp_path / "actions.csv", tmp_path / "carto.toml", date="31/12/2023")


def test_the_settings_name_the_file_and_a_build_reads_them(wanted: Wanted) -> None:
    made = prepare_import(wanted)
    assert (made.parsed.rows_in, len(made.parsed.table)) == (2, 1)
    assert [(row.line, row.code) for row in made.parsed.refused] == [(3, "DATE_FUTURE")]
    assert wanted.config.read_text() == SETTINGS

    copy = apply_import(wanted, made)
    assert copy.read_text() == SETTINGS
    assert wanted.config.read_text().startswith(SETTINGS)
    source = load_settings(wanted.config).sources[0]
    assert (source.id, source.file, source.date) == ("activite", wanted.file, "2023-12-31")
    assert (source.millesime, source.cog) == ("2023", 2026)


def test_the_same_again_changes_nothing(wanted: Wanted) -> None:
    apply_import(wanted, prepare_import(wanted))
    again = prepare_import(replace(wanted, date=None))
    assert not again.is_new


def test_a_file_elsewhere_is_named_by_its_whole_path(wanted: Wanted, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ailleurs"
    elsewhere.mkdir()
    wanted.config.rename(elsewhere / "carto.toml")
    made = prepare_import(replace(wanted, config=elsewhere / "carto.toml"))
    written = tomllib.loads(made.after.decode())["sources"]["activite"]["file"]
    assert written == wanted.file.resolve().as_posix()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"source": "population"}, "n'est pas un fichier local"),
        ({"source": "nimporte"}, "n'est pas un fichier local"),
        ({"date": None}, "date absente"),
        ({"date": "fin 2023"}, "« fin 2023 » n'est pas une date"),
        ({"date": "2022-12-31"}, "aucune ligne utilisable"),
        ({"encoding": "klingon"}, "encodage « klingon » inconnu ; écrivez --encoding"),
        ({"source": "enquete"}, "colonne absente"),
        ({"file": Path("absent.csv")}, "n'existe pas"),
        ({"config": Path("absent.toml")}, "introuvable"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(
    wanted: Wanted, changes: dict[str, object], said: str
) -> None:
    with pytest.raises(CartoError) as caught:
        prepare_import(replace(wanted, **changes))  # type: ignore[arg-type]
    message = str(caught.value).replace("\u00a0", " ")
    assert said in message
    assert "\n" not in message
    assert wanted.config.read_text() == SETTINGS


def test_another_encoding_is_asked_for_by_the_option_of_the_command(wanted: Wanted) -> None:
    written = ACTIVITY.replace("type,", "durée,", 1).replace(",duree", ",type")
    wanted.file.write_bytes(written.replace(",atelier,2", ",2,atelier").encode("cp1252"))
    with pytest.raises(SourceError, match="ajoutez --encoding cp1252") as caught:
        prepare_import(wanted)
    assert "carto.toml" not in str(caught.value)
    assert len(prepare_import(replace(wanted, encoding="cp1252")).parsed.table) == 1


def test_a_damaged_workbook_is_said_to_be_one(wanted: Wanted, tmp_path: Path) -> None:
    (tmp_path / "actions.xlsx").write_bytes(b"PK\x03\x04\x14\0\xa4")
    with pytest.raises(CartoError, match="classeur Excel illisible"):
        prepare_import(replace(wanted, file=tmp_path / "actions.xlsx"))


def test_no_earlier_copy_of_the_settings_is_lost(wanted: Wanted) -> None:
    first = apply_import(wanted, prepare_import(wanted))
    between = wanted.config.read_text()
    again = replace(wanted, date="2024-12-31")
    second = apply_import(again, prepare_import(again))
    assert (first.name, second.name) == ("carto.toml.bak", "carto.toml.bak2")
    assert (first.read_text(), second.read_text()) == (SETTINGS, between)
    wanted.config.write_text(SETTINGS)
    assert apply_import(wanted, prepare_import(wanted)) == first


def test_settings_without_contours_give_no_year_to_the_codes(wanted: Wanted) -> None:
    wanted.config.write_text('[territory]\nscope = "29"\n')
    with pytest.raises(CartoError, match=r"contours\.cog"):
        prepare_import(wanted)


def test_settings_that_cannot_be_written_stay(
    wanted: Wanted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("geodata.local_import.write_durably", full)
    made = prepare_import(wanted)
    with pytest.raises(CartoError, match="rien n'est changé"):
        apply_import(wanted, made)
    assert wanted.config.read_text() == SETTINGS


def test_a_kind_may_have_a_suffix() -> None:
    assert local_kind("activite_nord") == "activite"
    assert local_kind("bilan_activite") == "bilan_activite"
