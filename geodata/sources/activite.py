"""Activity of the mediators of a territory, in a layout of ours that a spreadsheet keeps.

One row per action held: `date;code_insee;type;duree` and, when known, `heure;lieu;seances;
participants`. Headers are read with or without accents; any other column (names, notes) is left
unread, and is not quoted when a row is refused.
"""

from __future__ import annotations

from carto import french
from carto.tables.local_inputs import (
    ACTION,
    ACTIVITE,
    ACTIVITY_KINDS,
    MOST_PARTICIPATIONS,
    MOST_SESSIONS,
)
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, Row
from geodata.local_records import read_local_records, read_past_date
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.action_kinds import read_action_kind
from geodata.values.codes import read_code_insee
from geodata.values.durations import read_hours, read_time
from geodata.values.free_text import read_label
from geodata.values.numbers import read_count
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="activite",
    producer="Territoire",
    title="Activité de médiation du territoire",
    licence="Fichier local, au choix de son territoire",
    homepage="",
)

WANTED = (
    WantedColumn("date", ("date",)),
    WantedColumn("code_insee", ("code_insee", "code insee", "insee", "code commune")),
    WantedColumn("type", ("type", "type d'action", "nature")),
    WantedColumn("duree", ("duree", "durée", "durée d'une séance", "duree_heures", "durée (h)")),
    WantedColumn("heure", ("heure", "heure de début", "heure de debut"), is_required=False),
    WantedColumn("lieu", ("lieu", "nom du lieu"), is_required=False),
    WantedColumn("seances", ("seances", "séances", "nombre de s?ances"), is_required=False),
    WantedColumn("participants", ("participants", "*participants"), is_required=False),
)
SHOWN = ("date", "code_insee", "duree")


def parse(raw: RawFile) -> ParsedTable:
    """Read the actions into the contract `activite`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, ACTIVITE)

    def row(record: Record, remark: Remark) -> Row:
        return _row(record, remark, raw)

    ledger.read_all(read_local_records(raw, WANTED, SHOWN), row)
    return ledger.close()


def _row(record: Record, remark: Remark, raw: RawFile) -> Row:
    """Make the row of one action."""
    date, hours = read_past_date(record["date"], raw), read_hours(record["duree"])
    if date is None:
        raise UnusableValueError("DATE_ABSENTE", "action sans date")
    if hours is None:
        raise UnusableValueError("DUREE_ABSENTE", f"action du {date} sans durée")
    code = read_code_insee(record["code_insee"], remark)
    sessions = _bounded(record["seances"], "séances", MOST_SESSIONS)
    if sessions == 0:
        raise UnusableValueError("AUCUNE_SEANCE", f"action du {date} de 0 séance")
    kind, time = read_action_kind(record["type"], ACTIVITY_KINDS), read_time(record["heure"])
    place = read_label(record["lieu"], "lieu", remark) or None
    return {
        ACTION: " ".join(filter(None, (date, time, kind, place))),
        "date": date,
        "heure": time,
        "code_insee": commune_of_arrondissement(code) or code,
        "lieu": place,
        "type": kind,
        "duree": hours,
        "seances": sessions,
        "participants": _bounded(record["participants"], "participants", MOST_PARTICIPATIONS),
    }


def _bounded(text: str, name: str, most: int) -> int | None:
    """Read a count of one action; None when missing, refused beyond what one action can hold."""
    count = read_count(text)
    if count is not None and count > most:
        reason = f"{french.number(count)} {name} pour une action : au plus {french.number(most)}"
        raise UnusableValueError("NOMBRE_IMPROBABLE", reason)
    return count
