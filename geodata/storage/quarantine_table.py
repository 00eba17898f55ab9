"""The quarantine of a snapshot: every row of a source that was refused, merged or repaired."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from carto.contracts import Column, TableContract
from geodata.storage.csv_table import CsvRow

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


def quarantine_rows(
    refused: Sequence[RefusedRow], merged: Sequence[MergedRow], notices: Sequence[Notice]
) -> list[CsvRow]:
    """Make the rows of the quarantine, in the columns of its contract."""
    return [
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
