"""Reading a state of reference back from what was kept: baseline.json, annexes, or the dossier."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from webapp.dossier.editions.frozen import Frozen, frozen_of
from webapp.errors import ServiceError

BASELINE_NAME = "baseline.json"
# The root of the part of a DOCX that holds the state.
FROZEN_NAMESPACE = "urn:carto:dossier:etat-de-reference"
_ZIP_START = b"PK"
_LARGEST = 64 << 20


class UnusableReferenceError(ServiceError):
    """A file holds no state of reference that this dossier can be compared with."""


def read_frozen(content: bytes, name: str) -> Frozen:
    """Read the state of reference that a file holds.

    Parameters
    ----------
    content
        The file: `baseline.json`, the annexes of a dossier (`.zip`), or a dossier (`.docx`).
    name
        Its name, for the message.

    Raises
    ------
    UnusableReferenceError
        When it holds none, or one of another version.
    """
    try:
        text = _in_archive(content) if content.startswith(_ZIP_START) else content
        return frozen_of(json.loads(text))
    except (BadZipFile, ElementTree.ParseError, LookupError, TypeError, ValueError):
        raise UnusableReferenceError(
            f"« {name} » ne contient pas d'état de référence utilisable : donnez un fichier "
            "baseline.json, les annexes (.zip) ou un dossier (.docx) faits par cette version de "
            "Carto."
        ) from None


def require_same_territory(reference: Frozen, current: Frozen) -> None:
    """Refuse a state that cannot be compared with the current one.

    Raises
    ------
    UnusableReferenceError
        When it is that of another territory, or of later data.
    """
    old, new = reference.baseline, current.baseline
    if (old.type, _unnamed(old.code)) != (new.type, _unnamed(new.code)):
        raise UnusableReferenceError(
            f"L'état de référence est celui de « {old.territory} » ({old.type}:{old.code}), pas "
            f"de « {new.territory} » ({new.type}:{new.code}) : donnez celui d'un dossier du même "
            "territoire."
        )
    if reference.date > current.date:
        raise UnusableReferenceError(
            f"L'état de référence date du {reference.date}, après les données de ce dossier "
            f"({current.date}) : donnez celui d'une édition antérieure."
        )


def _unnamed(code: str) -> str:
    """Leave out the name that a group of communes may have been given after its code."""
    return code.partition("_")[0]


def _in_archive(content: bytes) -> bytes | str:
    """Find the state in the annexes or in a dossier."""
    with ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            if member.file_size > _LARGEST:
                continue
            if member.filename.rpartition("/")[2] == BASELINE_NAME:
                return archive.read(member)
            if member.filename.startswith("customXml/item") and member.filename.endswith(".xml"):
                # A dossier is the reader's own file; the parser of the standard library refuses
                # external entities, and the size is bounded.
                part = ElementTree.fromstring(archive.read(member))  # noqa: S314
                if part.tag == f"{{{FROZEN_NAMESPACE}}}etat":
                    return part.text or ""
    raise LookupError(BASELINE_NAME)
