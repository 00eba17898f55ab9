"""The files of a dossier, made from a snapshot."""

from __future__ import annotations

import io
from zipfile import ZipFile

import docx
import pytest

from webapp.dossier.blocks import Dossier
from webapp.dossier.downloads.files import annexes_file, word_file
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


@pytest.mark.parametrize("write", [word_file, annexes_file])
def test_the_same_snapshot_is_always_the_same_bytes(
    loaded: LoadedSnapshot, dossier: Dossier, write: object
) -> None:
    assert callable(write)
    assert write(loaded, dossier) == write(loaded, dossier)


def test_the_document_is_of_the_date_of_its_data(loaded: LoadedSnapshot, dossier: Dossier) -> None:
    document = docx.Document(io.BytesIO(word_file(loaded, dossier)))
    created = document.core_properties.created
    assert created is not None
    assert created.isoformat()[:10] == loaded.facts["created"][:10]
    foot = document.sections[0].footer.paragraphs
    assert foot[0].text.startswith(dossier.territory)
    assert loaded.id[:8] in foot[1].text


def test_every_heading_and_every_slot_of_the_dossier_is_in_the_document(
    loaded: LoadedSnapshot, dossier: Dossier
) -> None:
    content = word_file(loaded, dossier)
    document = docx.Document(io.BytesIO(content))
    headings = [
        one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"
    ]
    assert headings == [section.title for section in dossier.sections if section.number]
    with ZipFile(io.BytesIO(content)) as parts:
        body = parts.read("word/document.xml").decode()
    assert body.count('w:val="a-completer"') >= len(dossier.to_complete)
