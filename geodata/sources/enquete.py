"""A local survey, in a layout of ours: counts of answers by commune, as they were given.

`code_insee;repondants` and, for each question asked, `en_difficulte`, `sans_equipement`,
`sans_connexion`. Small counts are read here and never published; rows that are refused are quoted
by their commune alone.
"""

from __future__ import annotations

from carto.tables.local_inputs import ENQUETE
from geodata.ledger import Ledger, Row
from geodata.local_records import read_local_records
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_count
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="enquete",
    producer="Territoire",
    title="Enquête locale sur les usages numériques",
    licence="Fichier local, au choix de son territoire",
    homepage="",
)

ANSWERS = ("en_difficulte", "sans_equipement", "sans_connexion")
WANTED = (
    WantedColumn("code_insee", ("code_insee", "code insee", "insee", "code commune")),
    WantedColumn("repondants", ("repondants", "répondants", "nombre de répondants")),
    WantedColumn("en_difficulte", ("en_difficulte", "en difficulté"), is_required=False),
    WantedColumn("sans_equipement", ("sans_equipement", "sans équipement"), is_required=False),
    WantedColumn("sans_connexion", ("sans_connexion", "sans connexion"), is_required=False),
)
SHOWN = ("code_insee",)


def parse(raw: RawFile) -> ParsedTable:
    """Read the counts into the contract `enquete`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, ENQUETE)
    ledger.read_all(read_local_records(raw, WANTED, SHOWN), _row)
    return ledger.close()


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    asked = read_count(record["repondants"])
    if asked is None:
        raise UnusableValueError("REPONDANTS_ABSENTS", f"commune {code} sans nombre de répondants")
    counts = {name: read_count(record[name]) for name in ANSWERS}
    if any(count is not None and count > asked for count in counts.values()):
        reason = f"commune {code} : plus de réponses que de répondants"
        raise UnusableValueError("PARTIE_TROP_GRANDE", reason)
    return {"code_insee": code, "repondants": asked, **counts}
