"""The files of a dossier to download: DOCX, and the archive of its annexes."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from flask import Blueprint, Response

from webapp.dossier.blocks import Dossier
from webapp.dossier.downloads.files import DOCX_TYPE, annexes_file, word_file
from webapp.dossier.page.dossier_pages import BEFORE, asked_dossier
from webapp.dossier.subject import KINDS
from webapp.page_state import current_view, require_usable
from webapp.printing.print_pages import renderings
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.territories.territory_routes import for_every_territory

blueprint = Blueprint("dossier_files", __name__)

Write = Callable[[LoadedSnapshot, Dossier], bytes]


@for_every_territory(blueprint, after=".docx", before=BEFORE, levels=tuple(KINDS))
def docx(type_: str, code: str) -> Response:
    """Write the dossier for a word processor."""
    return _file(type_, code, "docx", word_file)


@for_every_territory(blueprint, after=".zip", before=BEFORE, levels=tuple(KINDS))
def annexes(type_: str, code: str) -> Response:
    """Write the annexes of the dossier."""
    return _file(type_, code, "zip", annexes_file)


def _file(type_: str, code: str, suffix: str, write: Write) -> Response:
    """Answer with a file to save, made once for each dossier."""
    snapshot = current_view()
    dossier, read = asked_dossier(snapshot, type_, code)
    require_usable(snapshot, read.notices)
    written_for = f"{snapshot.id} {dossier!r}"
    content = renderings().once(suffix, written_for, lambda: write(snapshot, dossier))
    response = Response(content, mimetype=DOCX_TYPE if suffix == "docx" else "application/zip")
    kept = "dossier" if suffix == "docx" else "annexes"
    name = f"{kept}-{type_}-{code}.{suffix}"
    # The code of a group may hold a name, with any letter (RFC 6266).
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return response
