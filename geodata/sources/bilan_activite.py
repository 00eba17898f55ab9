"""Yearly totals of an activity report, in a layout of ours.

`territoire;annee;type;rapport` and what the report counts: `nombre`, `personnes`, `hors_centre`,
`sur`, and the `page`. It is for territories whose report has totals only.
"""

from __future__ import annotations

import re

from carto.codes import DEPARTEMENTS, SIREN_PATTERN
from carto.tables.local_reports import BILAN_ACTIVITE, RELAYS, REPORT_KINDS, SOURCE
from geodata.ledger import Ledger, Row
from geodata.local_records import read_local_records
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.action_kinds import read_action_kind
from geodata.values.free_text import read_label
from geodata.values.numbers import read_count
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="bilan_activite",
    producer="Territoire",
    title="Bilan annuel d'activité du territoire",
    licence="Fichier local, au choix de son territoire",
    homepage="",
)

WANTED = (
    WantedColumn("territoire", ("territoire", "siren", "siren_epci", "code_territoire")),
    WantedColumn("annee", ("annee", "année")),
    WantedColumn("type", ("type", "type d'action", "nature")),
    WantedColumn("rapport", ("rapport", "titre du rapport", "document")),
    WantedColumn("nombre", ("nombre",), is_required=False),
    WantedColumn("personnes", ("personnes", "participants"), is_required=False),
    WantedColumn("hors_centre", ("hors_centre", "hors ville-centre"), is_required=False),
    WantedColumn("sur", ("sur", "sur combien"), is_required=False),
    WantedColumn("page", ("page",), is_required=False),
)
SHOWN = ("territoire", "annee", "type", "nombre", "personnes", "hors_centre", "sur")
COUNTS = ("nombre", "personnes", "hors_centre", "sur")
_SYNONYMS = {"inscrit": "inscription", "relai": "commune_relais", "relais": "commune_relais"}
_FIRST_YEAR = 1990


def parse(raw: RawFile) -> ParsedTable:
    """Read the totals into the contract `bilan_activite`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, BILAN_ACTIVITE)

    def row(record: Record, remark: Remark) -> Row:
        return _row(record, remark, raw)

    ledger.read_all(read_local_records(raw, WANTED, SHOWN), row)
    return ledger.close()


def _row(record: Record, remark: Remark, raw: RawFile) -> Row:
    """Make the row of one total."""
    kind = read_action_kind(record["type"], REPORT_KINDS, _SYNONYMS)
    counts = {name: read_count(record[name]) for name in COUNTS}
    _require_consistent(kind, counts)
    report = read_label(record["rapport"], "rapport", remark)
    if not report:
        raise UnusableValueError("RAPPORT_ABSENT", "total sans titre de rapport")
    return {
        "territoire": _territory(record["territoire"]),
        "annee": _year(record["annee"], raw),
        "type": kind,
        **counts,
        "rapport": report,
        "page": read_label(record["page"], "page", remark) or None,
        SOURCE: raw.source,
    }


def _territory(text: str) -> str:
    """Read the SIREN of an EPCI, or the code of a département."""
    code = re.sub(r"\s", "", text).upper()
    code = code.zfill(2) if code.isdigit() and len(code) == 1 else code
    if re.fullmatch(SIREN_PATTERN, code) or code in DEPARTEMENTS:
        return code
    reason = f"territoire « {text[:40]} » inconnu ; écrivez le SIREN d'un EPCI ou 29, 2A, 974"
    raise UnusableValueError("TERRITOIRE_ILLISIBLE", reason)


def _year(text: str, raw: RawFile) -> int:
    """Read the year of a report, not after the date that the file describes."""
    year = read_count(text)
    if year is None or year < _FIRST_YEAR:
        raise UnusableValueError("ANNEE_ILLISIBLE", f"« {text} » n'est pas une année (2023)")
    if year > int(raw.date[:4]):
        reason = f"{year} est après le {raw.date}, date déclarée pour ce fichier"
        raise UnusableValueError("ANNEE_FUTURE", reason)
    return year


def _require_consistent(kind: str, counts: dict[str, int | None]) -> None:
    """Refuse a row that says nothing, or whose parts exceed their whole."""
    total, people, outside, among = (counts[name] for name in COUNTS)
    if total is None and people is None:
        raise UnusableValueError("TOTAL_ABSENT", "ni nombre, ni personnes")
    whole, part = (among, total) if kind == RELAYS else (total, among)
    if part is not None and whole is not None and part > whole:
        reason = f"« sur » ({among}) ne va pas avec « nombre » ({total})"
        raise UnusableValueError("PARTIE_TROP_GRANDE", reason)
    limit = total if among is None else among
    if outside is not None and (limit is None or outside > limit):
        reason = f"{outside} hors de la ville-centre, mais sur combien ?"
        if limit is not None:
            reason = f"{outside} hors de la ville-centre sur {limit}"
        raise UnusableValueError("PARTIE_TROP_GRANDE", reason)
