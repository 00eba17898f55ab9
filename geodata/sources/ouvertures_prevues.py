"""Openings to come, in a layout of ours: `date;nom;code_insee;heures_semaine;type`.

What is planned is shown and can be simulated; it never counts in the supply. A date that the file
already describes is no longer a plan: such a place belongs in the list of places.
"""

from __future__ import annotations

from carto.tables.local_reports import OPENING_KINDS, OUVERTURES_PREVUES
from geodata.arrondissements import commune_of_arrondissement
from geodata.ledger import Ledger, Row
from geodata.local_records import read_local_records
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.action_kinds import read_action_kind
from geodata.values.codes import read_code_insee
from geodata.values.dates import read_date
from geodata.values.free_text import read_label
from geodata.values.numbers import read_number
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="ouvertures_prevues",
    producer="Territoire",
    title="Ouvertures prévues dans le territoire",
    licence="Fichier local, au choix de son territoire",
    homepage="",
)

WANTED = (
    WantedColumn("date", ("date", "date d'ouverture", "ouverture")),
    WantedColumn("nom", ("nom", "nom du lieu", "lieu")),
    WantedColumn("code_insee", ("code_insee", "code insee", "insee", "code commune")),
    WantedColumn("heures_semaine", ("heures_semaine", "heures par semaine", "heures")),
    WantedColumn("type", ("type", "nature"), is_required=False),
)
SHOWN = ("date", "nom", "code_insee", "heures_semaine", "type")
LEAST_HOURS, MOST_HOURS = 0.5, 60.0
LAST_YEAR_AFTER = 10
_SYNONYMS = {"nouveau_lieu": "lieu", "passage": "itinerant", "itinerante": "itinerant"}


def parse(raw: RawFile) -> ParsedTable:
    """Read the openings into the contract `ouvertures_prevues`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, OUVERTURES_PREVUES)

    def row(record: Record, remark: Remark) -> Row:
        return _row(record, remark, raw)

    ledger.read_all(read_local_records(raw, WANTED, SHOWN), row)
    return ledger.close()


def _row(record: Record, remark: Remark, raw: RawFile) -> Row:
    """Make the row of one opening."""
    nom = read_label(record["nom"], "nom", remark)
    if not nom:
        raise UnusableValueError("NOM_ABSENT", "ouverture sans nom")
    code = read_code_insee(record["code_insee"], remark)
    hours = read_number(record["heures_semaine"])
    if hours is None or not LEAST_HOURS <= hours <= MOST_HOURS:
        reason = f"« {record['heures_semaine']} » : écrivez les heures par semaine, de 0,5 à 60"
        raise UnusableValueError("HEURES_ILLISIBLES", reason)
    kind = record["type"] or OPENING_KINDS[0]
    return {
        "date": _coming_date(record["date"], raw),
        "nom": nom,
        "code_insee": commune_of_arrondissement(code) or code,
        "heures_semaine": round(hours, 2),
        "type": read_action_kind(kind, OPENING_KINDS, _SYNONYMS),
    }


def _coming_date(text: str, raw: RawFile) -> str:
    """Read a day after the date that the file describes, and not ten years after it."""
    date = read_date(text)
    if date is None:
        raise UnusableValueError("DATE_ABSENTE", "ouverture sans date")
    if date <= raw.date:
        reason = (
            f"{date} n'est pas après le {raw.date}, date déclarée pour ce fichier ; si le lieu est "
            "ouvert, mettez-le dans votre liste de lieux"
        )
        raise UnusableValueError("DATE_PASSEE", reason)
    if int(date[:4]) > int(raw.date[:4]) + LAST_YEAR_AFTER:
        raise UnusableValueError("DATE_IMPROBABLE", f"{date} est dans plus de dix ans")
    return date
