"""Empty files to fill: their own reader knows their headers."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import ExportError, SourceError
from geodata.local_templates import template_of, write_template
from geodata.readers import READERS
from geodata.source_settings import LOCAL_READERS
from tests.geodata.raw_files import published_file


@pytest.mark.parametrize("kind", LOCAL_READERS)
def test_the_reader_of_its_kind_finds_every_column(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "modele.csv"
    write_template(kind, path)
    with pytest.raises(SourceError, match="aucune ligne utilisable"):
        READERS[kind][-1].parse(published_file(path, kind))


def test_a_file_that_exists_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "activite.csv"
    path.write_text("à moi")
    with pytest.raises(ExportError, match="existe déjà"):
        write_template("activite", path)
    assert path.read_text() == "à moi"


def test_a_french_spreadsheet_opens_it() -> None:
    assert template_of("activite").startswith("\ufeffdate;heure;code_insee;")
