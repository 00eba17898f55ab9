"""The empty document that a dossier is written in: its parts are readable files of `modele/`."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.document import Document

from webapp.dossier.fixed_zip import fixed_zip

_MODEL = Path(__file__).resolve().parent / "modele"
_FIRST = "[Content_Types].xml"


def blank_document() -> Document:
    """Make an empty document with the styles, numbers and page of a dossier."""
    paths = sorted(path for path in _MODEL.rglob("*") if path.is_file())
    members = {path.relative_to(_MODEL).as_posix(): path.read_bytes() for path in paths}
    ordered = {_FIRST: members.pop(_FIRST), **members}
    return docx.Document(io.BytesIO(fixed_zip(ordered)))
