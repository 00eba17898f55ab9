"""The tables of the annexes for a spreadsheet set to French, and what their columns mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from carto.changes.release import dotted
from carto.contracts import TableContract
from carto.folding import folded
from carto.tables.published import SNAPSHOT_TABLES
from carto.verdict.parameter_labels import parameter_label, parameter_value
from geodata.csv_text import csv_text
from geodata.export_formats.french_words import headers
from webapp.dossier.blocks import Dossier, Table, flat
from webapp.dossier.subject import Subject
from webapp.snapshots.loaded_snapshot import Row
from webapp.tables.table_csv import published_csv, told_columns
from webapp.views.provenance import layer_of

_DICTIONARY = ("fichier", "colonne", "identifiant", "unité", "définition", "valeur absente")
_SOURCES = (
    *("donnée", "producteur", "titre", "licence", "millésime", "date", "adresse", "fichier"),
    "sha256",
)
_OF_A_SOURCE = ("producer", "title", "licence", "millesime", "date", "url", "name", "sha256")
_PARAMETERS = ("paramètre", "valeur", "identifiant")
_LONGEST_SLUG = 50


def published_sheets(subject: Subject) -> dict[str, bytes]:
    """Write the published rows of a territory, and what each column means."""
    sheets: Mapping[str, tuple[str, Sequence[Row]]] = {
        "communes.csv": ("communes", sorted(subject.communes, key=lambda row: row["code_insee"])),
        "territoire.csv": (subject.type, [subject.row]),
        "lieux.csv": ("sites", subject.places),
    }
    written = {}
    meanings: list[tuple[str, ...]] = []
    for name, (table, rows) in sheets.items():
        contract = SNAPSHOT_TABLES[table]
        columns = _columns(contract)
        told = [_told(row) for row in rows]
        written[name] = published_csv(told, columns, contract, french=True).encode()
        meanings.extend(_meanings(name, contract, columns))
    written["dictionnaire.csv"] = _sheet(_DICTIONARY, meanings)
    return written


def tables_as_read(dossier: Dossier) -> dict[str, bytes]:
    """Write every table of a dossier as its reader sees it, numbered as its caption."""
    found = [
        block
        for section in dossier.sections
        for block in flat(section.blocks)
        if isinstance(block, Table)
    ]
    return {
        f"tableau-{number:02d}-{slug(table.caption)}.csv": _sheet(
            [column.title for column in table.columns], table.rows
        )
        for number, table in enumerate(found, 1)
    }


def sources_sheet(subject: Subject) -> bytes:
    """List the files that the data come from."""
    return _sheet(
        _SOURCES,
        (
            (layer_of(source), *(str(source.get(name) or "") for name in _OF_A_SOURCE))
            for source in subject.facts["sources"]
        ),
    )


def parameters_sheet(subject: Subject) -> bytes:
    """List every parameter of the method with its value in this dossier."""
    parameters = dotted(subject.facts["method"]["parameters"])
    return _sheet(
        _PARAMETERS,
        ((parameter_label(name), parameter_value(name, value), name) for name, value in parameters),
    )


def slug(words: str) -> str:
    """Make a name of a file of some words.

    >>> slug("Les communes sous-desservies, et pourquoi")
    'les-communes-sous-desservies-et-pourquoi'
    """
    letters = "".join(letter if letter.isalnum() else " " for letter in folded(words))
    written = "-".join(letters.split())
    if len(written) <= _LONGEST_SLUG:
        return written
    return written[: _LONGEST_SLUG + 1].rpartition("-")[0]


def _columns(contract: TableContract) -> list[str]:
    """Name the columns that a spreadsheet can show."""
    return [column.name for column in contract.columns if column.type != "geometry"]


def _told(row: Row) -> Row:
    """Read a row as text and numbers: lists are joined, the reasons of absences left out."""
    flags = row.get("flags")
    said = "|".join(flags) if isinstance(flags, list | tuple) else flags
    return {**row, "flags": said, "reasons": None}


def _meanings(
    file: str, contract: TableContract, columns: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    """Say what the columns of a file mean."""
    fields = told_columns(columns, contract).fields
    properties = ("name", "unit", "description", "nullRule")
    for title, field in zip(headers(fields), fields, strict=True):
        yield (file, title, *(str(field[name]) for name in properties))


def _sheet(header: Iterable[str], lines: Iterable[Iterable[object]]) -> bytes:
    """Write a sheet that a French spreadsheet opens with a double click."""
    return csv_text(header, lines, french=True).encode()
