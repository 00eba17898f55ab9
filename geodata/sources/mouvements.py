"""Movements of communes since 1943 (INSEE): merges, splits, re-established communes, new codes.

Each row links a commune before an event to one after it, of the same or of another type: in a merge
a commune becomes part of the new one (COM → COM) and often a commune déléguée too (COM → COMD).
"""

from __future__ import annotations

import datetime

from carto.codes import is_code_insee
from carto.tables.geography import COMMUNE_TYPES, MOUVEMENTS, NO_COMMUNE
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="mouvements",
    producer="INSEE",
    title="Mouvements de communes depuis 1943",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/information/8740222",
)

WANTED = (
    WantedColumn("modalite", ("MOD",)),
    WantedColumn("date_effet", ("DATE_EFF",)),
    WantedColumn("type_avant", ("TYPECOM_AV",)),
    WantedColumn("code_avant", ("COM_AV",)),
    WantedColumn("nom_avant", ("LIBELLE_AV",)),
    WantedColumn("type_apres", ("TYPECOM_AP",)),
    WantedColumn("code_apres", ("COM_AP",)),
    WantedColumn("nom_apres", ("LIBELLE_AP",)),
)


def parse(raw: RawFile) -> ParsedTable:
    """Read the movements (`v_mvt_commune_AAAA.csv`) into the contract `mouvements`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, MOUVEMENTS)
    ledger.read_all(read_records(raw, WANTED), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one link; a side that is blank has the code of the other one."""
    modalite = record["modalite"]
    if not (len(modalite) == 2 and modalite.isascii() and modalite.isdigit()):
        raise UnusableValueError("MODALITE_INVALIDE", f"« {modalite} » n'est pas une modalité")
    if not (record["code_avant"] or record["code_apres"]):
        raise UnusableValueError("CODE_INVALIDE", "aucune commune, ni avant ni après")
    row: Row = {"modalite": modalite, "date_effet": _date(record["date_effet"])}
    for side, other in (("avant", "apres"), ("apres", "avant")):
        is_blank = not record[f"code_{side}"]
        there = other if is_blank else side
        row[f"type_{side}"] = NO_COMMUNE if is_blank else _type(record[f"type_{side}"])
        row[f"code_{side}"] = _code(record[f"code_{there}"], remark)
        row[f"nom_{side}"] = record[f"nom_{there}"]
        if not row[f"nom_{side}"]:
            raise UnusableValueError("NOM_ABSENT", f"commune {row[f'code_{side}']} sans nom")
    return row


def _date(text: str) -> str:
    """Read the day of an event, as ISO text."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        said = f"« {text} » n'est pas une date (AAAA-MM-JJ)"
        raise UnusableValueError("DATE_INVALIDE", said) from None


def _type(text: str) -> str:
    """Read the type of a commune."""
    if text not in COMMUNE_TYPES:
        raise UnusableValueError("TYPE_INCONNU", f"« {text} » n'est pas un type de commune")
    return text


def _code(text: str, remark: Remark) -> str:
    """Read a code, also one of a département that is no more (Corse 20, Seine 75)."""
    return text if text.isascii() and is_code_insee(text) else read_code_insee(text, remark)
