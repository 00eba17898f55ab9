"""Answers with the rows that a page lists, in the format that the address asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Response

from carto.contracts import TableContract
from geodata.export_formats.layer_drawing import LayerDrawing
from geodata.row_request import RowRequest
from geodata.storage.manifest import describe_columns
from webapp.csv_answers import csv_answer
from webapp.downloads.file_process import row_files
from webapp.file_formats import CSV, FILE_FORMATS, FRENCH_CSV
from webapp.file_names import file_name
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

Field = Mapping[str, object]

# Of an address: one of the formats.
SUFFIX = "<any({}):suffix>".format(", ".join(f"'{suffix}'" for suffix in FILE_FORMATS))
_TEXTS = (CSV, FRENCH_CSV)


@dataclass(frozen=True, eq=False)
class ListedRows:
    """The rows that a page lists.

    Attributes
    ----------
    table
        Published table that they are of, which has their shapes.
    title
        What they are, in French.
    fields
        Descriptors of the columns of the file.
    values
        Of each row, in the order of the columns.
    drawing
        How the map beside them is coloured.
    notes
        What a reader of the file must know of them, each under its French label.
    """

    table: str
    title: str
    fields: Sequence[Field]
    values: list[list[Any]]
    drawing: LayerDrawing
    notes: tuple[tuple[str, str], ...]


def is_text(suffix: str) -> bool:
    """Whether a format is a text that the service writes by itself."""
    return suffix in _TEXTS


def published_fields(contract: TableContract, names: Iterable[str]) -> Sequence[Field]:
    """Describe some columns of a published table, in the order of `names`."""
    return describe_columns(contract.column(name) for name in names)


def text_answer(text: str, name: str, suffix: str, page: str) -> Response:
    """Answer with a CSV file.

    Parameters
    ----------
    text
        The whole file.
    name
        Its name, without its suffix.
    suffix
        `csv` or `fr.csv`.
    page
        Address of the page that lists the same rows.
    """
    return _linked(csv_answer(text, f"{name}.{suffix}"), page)


def file_answer(
    snapshot: LoadedSnapshot, listed: ListedRows, name: str, suffix: str, page: str
) -> Response:
    """Answer with a file that another process writes.

    Parameters
    ----------
    snapshot
        What the request is answered from.
    listed
        The rows.
    name, suffix, page
        As for `text_answer`; the suffix is that of any other format.

    Raises
    ------
    BusyError
        When too many files are asked at once, or when this one takes too long.
    """
    published = snapshot.snapshot.tables[listed.table]
    schema = {"fields": listed.fields, "primaryKey": published["schema"]["primaryKey"]}
    facts = {key: snapshot.facts[key] for key in ("title", "sources")}
    request = RowRequest(
        descriptor={"name": listed.table, "title": listed.title, "schema": schema},
        facts=facts,
        snapshot_id=snapshot.id,
        records=listed.values,
        shapes=str(snapshot.file(published["path"])),
        drawing=listed.drawing,
        notes=(*listed.notes, *_rule_notes(snapshot)),
    )
    content = row_files().written(request, suffix)
    answer = Response(content, mimetype=FILE_FORMATS[suffix].mimetype)
    saved = file_name(f"{name}.{suffix}")
    answer.headers["Content-Disposition"] = f'attachment; filename="{saved}"'
    return _linked(answer, page)


def _rule_notes(snapshot: LoadedSnapshot) -> tuple[tuple[str, str], ...]:
    """Say that verdicts are those of a rule that a reader changed."""
    ruling = snapshot.facts["method"].get("ruling")
    return () if ruling is None else (("Règle modifiée", ruling),)


def _linked(answer: Response, page: str) -> Response:
    """Name the page of the rows, what the columns mean and where the data come from."""
    answer.headers["Link"] = (
        f'<{page}>; rel="canonical", </donnees/dictionnaire>; rel="describedby", '
        '</sources>; rel="describedby"'
    )
    return answer
