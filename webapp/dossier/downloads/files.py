"""The files of a dossier: for a word processor, and its annexes."""

from __future__ import annotations

from datetime import datetime

from carto import french
from webapp.dossier.annexes.archive import annexes
from webapp.dossier.blocks import Dossier
from webapp.dossier.editions.frozen import Frozen, frozen_json, frozen_state
from webapp.dossier.figures.drawn_figure import figure_png
from webapp.dossier.subject import subject_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_file(snapshot: LoadedSnapshot, dossier: Dossier) -> bytes:
    """Write a dossier for Word or LibreOffice.

    Parameters
    ----------
    snapshot
        What the dossier was made of.
    dossier
        What to write.

    Raises
    ------
    PdfUnavailableError
        When Pango, which draws the maps, is not installed.
    """
    # python-docx and lxml take a tenth of a second: only a service that writes DOCX pays for them.
    from webapp.dossier.document.word_document import Edition, write_docx  # noqa: PLC0415

    created = str(snapshot.facts["created"])
    edition = Edition(
        data=f"Données du {french.date(created[:10])}, instantané {snapshot.id[:8]}",
        made_on=datetime.fromisoformat(created),
        frozen=frozen_json(state_of(snapshot, dossier)),
    )
    return write_docx(dossier, edition, figure_png)


def annexes_file(snapshot: LoadedSnapshot, dossier: Dossier) -> bytes:
    """Write the annexes of a dossier; see `word_file`."""
    subject = subject_of(snapshot, dossier.baseline.type, dossier.baseline.code)
    return annexes(subject, dossier, frozen_json(state_of(snapshot, dossier)), figure_png)


def state_of(snapshot: LoadedSnapshot, dossier: Dossier) -> Frozen:
    """Freeze the state that a dossier was made on."""
    baseline = dossier.baseline
    subject = subject_of(snapshot, baseline.type, baseline.code)
    return frozen_state(snapshot, baseline, subject.communes)
