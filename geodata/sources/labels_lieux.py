"""Places that accept the Pass numérique or carry a local label, in a layout of ours.

`label` and what names the place: its published `id`, or its `nom` and `code_insee`. The place is
looked for among the published ones when they are known, not while reading.
"""

from __future__ import annotations

from carto.tables.local_reports import LABELS_LIEUX, PLACE, SOURCE
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, Row
from geodata.local_records import read_local_records, read_past_date
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.free_text import read_label
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="labels_lieux",
    producer="Territoire",
    title="Labels des lieux du territoire",
    licence="Fichier local, au choix de son territoire",
    homepage="",
)

WANTED = (
    WantedColumn("label", ("label", "labels")),
    WantedColumn("id", ("id", "identifiant"), is_required=False),
    WantedColumn("nom", ("nom", "nom du lieu", "lieu"), is_required=False),
    WantedColumn(
        "code_insee", ("code_insee", "code insee", "insee", "code commune"), is_required=False
    ),
    WantedColumn("date", ("date", "depuis", "date_label"), is_required=False),
)
SHOWN = ("id", "nom", "code_insee", "label", "date")


def parse(raw: RawFile) -> ParsedTable:
    """Read the labels into the contract `labels_lieux`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, LABELS_LIEUX)

    def row(record: Record, remark: Remark) -> Row:
        return _row(record, remark, raw)

    ledger.read_all(read_local_records(raw, WANTED, SHOWN), row)
    return ledger.close()


def _row(record: Record, remark: Remark, raw: RawFile) -> Row:
    """Make the row of one label of one place."""
    label = read_label(record["label"], "label", remark)
    if not label:
        raise UnusableValueError("LABEL_ABSENT", "lieu sans label")
    identifier = record["id"].strip() or None
    nom = read_label(record["nom"], "nom", remark) or None
    code = read_code_insee(record["code_insee"], remark) if record["code_insee"] else None
    if identifier is None and (nom is None or code is None):
        reason = "rien ne désigne le lieu ; écrivez son id, ou son nom et son code_insee"
        raise UnusableValueError("LIEU_NON_DESIGNE", reason)
    return {
        PLACE: identifier or f"{nom}, {code}",
        "id": identifier,
        "nom": nom,
        "code_insee": code and (commune_of_arrondissement(code) or code),
        "label": label,
        "date": read_past_date(record["date"], raw),
        SOURCE: raw.source,
    }
