"""What surrounds the text: foot, properties, language, frozen figures."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from xml.etree import ElementTree
from zipfile import ZipFile

from docx.document import Document
from docx.oxml.ns import qn

from tests.webapp.dossier.document.conftest import EDITION
from tests.webapp.dossier.small_dossier import SMALL_DOSSIER
from webapp.dossier.editions.frozen_files import FROZEN_NAMESPACE


def test_the_foot_says_the_data_and_the_page(document: Document) -> None:
    foot, data = document.sections[0].footer.paragraphs
    assert foot.text == f"{SMALL_DOSSIER.territory}\tpage 1 sur 1"
    assert data.text == EDITION.data
    fields = [one.text.strip() for one in foot._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert document.sections[0].different_first_page_header_footer


def test_properties_name_the_dossier_and_nobody(document: Document) -> None:
    said = document.core_properties
    assert said.title == "Dossier d'inclusion numérique – Communauté de communes du Canton"
    assert (said.language, said.author, said.last_modified_by) == ("fr-FR", "", "")
    assert said.created == said.modified == datetime(2026, 7, 1, tzinfo=UTC)


def test_every_text_is_french(small_docx: bytes, document: Document) -> None:
    default = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    assert default is not None
    assert default.get(qn("w:val")) == "fr-FR"
    with ZipFile(io.BytesIO(small_docx)) as parts:
        assert all(b"en-US" not in parts.read(name) for name in parts.namelist())


def test_the_frozen_figures_are_inside_unharmed(small_docx: bytes) -> None:
    with ZipFile(io.BytesIO(small_docx)) as parts:
        item = ElementTree.fromstring(parts.read("customXml/item1.xml"))  # noqa: S314 - ours
    assert item.tag == f"{{{FROZEN_NAMESPACE}}}etat"
    assert item.text == EDITION.frozen
