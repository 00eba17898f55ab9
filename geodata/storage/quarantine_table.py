"""The quarantine of a snapshot: every row of a source that was refused, merged or repaired.

Spreadsheets run cells that begin like a formula, and these rows come from anywhere: such cells
are escaped with an apostrophe, and a NUL character is shown as `␀`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from carto.contracts import Column, TableContract
from geodata.spreadsheet_cells import escape_formula

if TYPE_CHECKING:
    from geodata.source import MergedRow, Notice, RefusedRow

_NONE = "Sans objet."

QUARANTINE = TableContract(
    "quarantine",
    "Lignes refusées, fusionnées ou signalées",
    "Ce que la construction n'a pas repris tel quel des fichiers des producteurs.",
    (),
    (
        Column(
            "kind",
            "string",
            "Sort de la ligne",
            "Refusée, fusionnée dans une autre, ou gardée avec un signalement.",
            choices=("refused", "merged", "notice"),
        ),
        Column("source", "string", "Source", "Identifiant de la source."),
        Column("file", "string", "Fichier", "Nom du fichier du producteur."),
        Column("line", "integer", "Ligne", "Numéro de ligne dans le fichier.", minimum=0),
        Column("raw", "string", "Texte", "La ligne telle que lue.", "", True, _NONE),
        Column("code", "string", "Code", "Code stable de la raison."),
        Column("reason", "string", "Raison", "La raison, en français."),
        Column("into", "string", "Fusionnée dans", "La ligne gardée.", "", True, _NONE),
        Column("subject", "string", "Sujet", "Commune ou lieu concerné.", "", True, _NONE),
    ),
)


def quarantine_csv(
    refused: Sequence[RefusedRow], merged: Sequence[MergedRow], notices: Sequence[Notice]
) -> bytes:
    """Write the quarantine as RFC 4180 CSV in UTF-8, sorted, the same bytes for the same rows."""
    rows: list[tuple[str, str, str, int, str, str, str, str, str]] = [
        *(("refused", r.source, r.file, r.line, r.raw, r.code, r.reason, "", "") for r in refused),
        *(
            ("merged", m.source, m.file, m.line, m.raw, m.code, m.reason, m.into, "")
            for m in merged
        ),
        *(
            ("notice", n.source, n.file, n.line, "", n.code, n.message, "", n.subject)
            for n in notices
        ),
    ]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(QUARANTINE.names)
    for row in sorted(rows):
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: str | int) -> str | int:
    """Make a cell safe to open."""
    return escape_formula(value.replace("\0", "␀")) if isinstance(value, str) else value
