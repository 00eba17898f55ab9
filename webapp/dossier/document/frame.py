"""What surrounds the text: the foot of the pages, the properties, the figures frozen inside."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from webapp.dossier.blocks import Dossier
from webapp.dossier.document.wordml import field, paragraph, run, tabulation
from webapp.dossier.editions.frozen_files import FROZEN_NAMESPACE

LANGUAGE = "fr-FR"
_PROPERTIES_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def write_foot(document: Document, territory: str, data: str) -> None:
    """Write the foot of every page but the cover: the territory and the page, then the data."""
    page, pages = field("PAGE", [run("1")]), field("NUMPAGES", [run("1")])
    runs = [run(territory), tabulation(), run("page "), *page, run(" sur "), *pages]
    foot = document.sections[0].footer
    for empty in foot.paragraphs:
        foot._element.remove(empty._element)
    foot._element.append(paragraph("Footer", *runs))
    foot._element.append(paragraph("Footer", run(data)))


def write_properties(document: Document, dossier: Dossier, made_on: datetime) -> None:
    """Write what file managers and screen readers say of the document; no author is named."""
    properties = document.core_properties
    properties.title = f"{dossier.title} – {dossier.territory}"
    properties.subject = dossier.subtitle
    properties.language = LANGUAGE
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = made_on
    properties.revision = 1


def freeze_inside(document: Document, frozen: str) -> None:
    """Put the frozen figures in a part that nobody sees and that editing keeps.

    Parameters
    ----------
    document
        The document.
    frozen
        Text of `baseline.json`.
    """
    identifier = uuid.UUID(bytes=hashlib.sha256(frozen.encode()).digest()[:16])
    item = f'<carto:etat xmlns:carto="{FROZEN_NAMESPACE}">{escape(frozen)}</carto:etat>'
    properties = (
        f'<ds:datastoreItem ds:itemID="{{{str(identifier).upper()}}}" '
        f'xmlns:ds="{_PROPERTIES_NAMESPACE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{FROZEN_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    package = document.part.package
    held = Part(PackURI("/customXml/item1.xml"), CONTENT_TYPE.XML, item.encode(), package)
    described = Part(
        PackURI("/customXml/itemProps1.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        properties.encode(),
        package,
    )
    held.relate_to(described, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(held, RELATIONSHIP_TYPE.CUSTOM_XML)
