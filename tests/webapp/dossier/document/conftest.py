"""The small dossier as a document, opened again."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document

from tests.webapp.dossier.small_dossier import SMALL_DOSSIER
from webapp.dossier.blocks import Figure
from webapp.dossier.document.word_document import Edition, write_docx

# One pixel, white.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63f80f00010101001bb6ee560000000049454e44ae426082"
)
EDITION = Edition(
    "Données de 2026, instantané 01234567", datetime(2026, 7, 1, tzinfo=UTC), '{"a": "é<&"}'
)


def pixel(_: Figure) -> bytes:
    """Draw no figure."""
    return PIXEL


@pytest.fixture(scope="session")
def small_docx() -> bytes:
    """Write the small dossier."""
    return write_docx(SMALL_DOSSIER, EDITION, pixel)


@pytest.fixture
def document(small_docx: bytes) -> Document:
    """Open it again."""
    return docx.Document(io.BytesIO(small_docx))
