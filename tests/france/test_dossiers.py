"""The dossiers of five territories from the real files: every figure, and LibreOffice."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from tests.demo import Built
from tests.france.national_build import MAPPED
from tests.journeys.dossier_figures import check_figures
from tests.journeys.dossier_reading import pages_of, read_docx
from webapp.dossier.downloads.files import annexes_file, word_file
from webapp.dossier.trame import dossier_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

pytestmark = pytest.mark.france


@pytest.fixture(scope="module")
def loaded(built_france: Built) -> LoadedSnapshot:
    """Load the whole of France."""
    return load(built_france.snapshot)


@pytest.mark.parametrize("territory", MAPPED)
def test_every_figure_is_that_of_the_snapshot_and_libreoffice_opens_it(
    built_france: Built, loaded: LoadedSnapshot, territory: str, tmp_path: Path
) -> None:
    type_, _, code = territory.partition("-")
    dossier = dossier_of(loaded, type_, code)
    content = word_file(loaded, dossier)
    read = read_docx(content)
    check_figures(read, built_france.snapshot, type_, code)
    assert len(read.hints) == len(dossier.to_complete)
    printed = " ".join(" ".join(pages_of(content, tmp_path)).split())
    for _, words in read.headings:
        assert words in printed


@pytest.mark.parametrize("territory", MAPPED)
def test_the_annexes_hold_every_commune(loaded: LoadedSnapshot, territory: str) -> None:
    type_, _, code = territory.partition("-")
    archive = zipfile.ZipFile(io.BytesIO(annexes_file(loaded, dossier_of(loaded, type_, code))))
    table = archive.read("tables/communes.csv").decode("utf-8-sig").splitlines()
    listed = [row["Code de la commune"] for row in csv.DictReader(table, delimiter=";")]
    assert listed == sorted(row["code_insee"] for row in loaded.members(type_, code))
