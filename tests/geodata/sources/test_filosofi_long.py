"""Filosofi in the long layout: values, secrecy, arrondissements, the account."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SourceError
from geodata.sources.filosofi_long import parse, recognises
from tests.geodata.filosofi_lines import HEADER, line
from tests.geodata.raw_files import raw_file


def test_communes_are_read_with_both_measures(tmp_path: Path) -> None:
    text = (
        line("MED_SL", "29001", "23450")
        + line("PR_MD60", "29001", "5")
        + line("MED_SL", "1002", "21000")
        + line("PR_MD60", "1002", "", confidentiality="C")
        + line("PR_MD60", "75101", "12")
        + line("MED_SL", "29002", "beaucoup")
        + line("PR_MD60", "200000001", "12", geo_object="EPCI")
    )
    raw = raw_file(tmp_path, HEADER + text, source="filosofi")
    assert recognises(raw)
    parsed = parse(raw)
    assert parsed.table["code_insee"].to_list() == ["01002", "29001"]
    assert parsed.table["niveau_vie_median"].to_list() == [21000, 23450]
    assert parsed.table["taux_pauvrete"].fillna(-1).to_list() == [-1, 5]
    assert [row.code for row in parsed.refused] == ["NOMBRE_ILLISIBLE"]
    assert [row.into for row in parsed.merged] == ["75056"]
    assert [notice.code for notice in parsed.notices] == ["CODE_REPARE", "TAUX_PLANCHER"] or [
        notice.code for notice in parsed.notices
    ] == ["TAUX_PLANCHER", "CODE_REPARE"]


def test_a_commune_said_twice_is_kept_once(tmp_path: Path) -> None:
    text = line("MED_SL", "29001", "23450") + line("MED_SL", "29001", "9000")
    parsed = parse(raw_file(tmp_path, HEADER + text, source="filosofi"))
    assert [row.code for row in parsed.refused] == ["CLE_REPETEE"]


def test_a_wide_table_is_not_recognised_and_says_what_it_lacks(tmp_path: Path) -> None:
    raw = raw_file(tmp_path, "CODGEO;Q219\n29001;20120\n", source="filosofi")
    assert not recognises(raw)
    with pytest.raises(SourceError, match="FILOSOFI_MEASURE"):
        parse(raw)
