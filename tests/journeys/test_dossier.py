"""The dossier of Landerneau-Daoulas from the demonstration: every figure, then LibreOffice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.demo import Built
from tests.journeys.dossier_figures import check_figures
from tests.journeys.dossier_reading import ReadDossier, pages_of, read_docx
from webapp.dossier.blocks import Dossier
from webapp.dossier.downloads.files import word_file
from webapp.dossier.trame import dossier_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

# What a hole in a sentence leaves: a value of the program, two spaces, a repeated word.
EMPTY = re.compile(r"\bNone\b|\bnan\b|[{}]| ,|  |\( |\b(?:de de|le le|la la|à à)\b")
EPCI, LANDERNEAU = "epci", "242900801"


@pytest.fixture(scope="module")
def loaded(built_demo: Built) -> LoadedSnapshot:
    """Load the demonstration."""
    return load(built_demo.snapshot)


@pytest.fixture(scope="module")
def dossier(loaded: LoadedSnapshot) -> Dossier:
    """Write the dossier."""
    return dossier_of(loaded, EPCI, LANDERNEAU)


@pytest.fixture(scope="module")
def content(loaded: LoadedSnapshot, dossier: Dossier) -> bytes:
    """Write its file."""
    return word_file(loaded, dossier)


@pytest.fixture(scope="module")
def read(content: bytes) -> ReadDossier:
    """Read it back."""
    return read_docx(content)


def test_every_figure_is_that_of_the_snapshot(built_demo: Built, read: ReadDossier) -> None:
    check_figures(read, built_demo.snapshot, EPCI, LANDERNEAU)


def test_the_twelve_parts_are_there_in_order(read: ReadDossier, dossier: Dossier) -> None:
    first = [words for level, words in read.headings if level == 1]
    assert first[:2] == ["Identité et périmètre", "Synthèse"]
    assert len(first) == 13
    assert [section.number for section in dossier.sections] == [*range(1, 13), 0]


def test_no_sentence_has_an_empty_slot(read: ReadDossier) -> None:
    assert EMPTY.findall(read.text) == []


def test_the_activity_of_the_report_is_told(read: ReadDossier) -> None:
    for said in ("65 permanences", "243 personnes reçues", "24 des 27", "11 communes sur 22"):
        assert said in read.text


def test_no_place_to_complete_is_lost(read: ReadDossier, dossier: Dossier) -> None:
    assert len(read.hints) == len(dossier.to_complete) > 10
    for slot in dossier.to_complete:
        assert slot.asked.label.replace("\u00a0", " ") in read.text


def test_libreoffice_opens_it_whole(
    content: bytes, dossier: Dossier, read: ReadDossier, tmp_path: Path
) -> None:
    pages = pages_of(content, tmp_path)
    printed = " ".join(" ".join(pages).split())
    for _, words in read.headings:
        assert words in printed
    assert printed.count("À compléter –") == len(dossier.to_complete)
    assert f"page 2 sur {len(pages)}" in pages[1]
    assert "Erreur" not in printed
