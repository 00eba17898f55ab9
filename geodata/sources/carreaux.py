"""Population by square of 200 m or 1 km (INSEE, Filosofi): where people live in each commune.

`idcar_200m` or `idcar_1km` gives the projection, the side and the south-west corner of a square:
`CRS3035RES200mN2850600E4038400`. `lcog_geo` gives the codes of all the communes that it touches,
one after the other: its people are shared among them in equal parts, since nothing says where in
the square they live. `ind` is an estimate, with decimals. The archive of INSEE has one table for
each territory; Guadeloupe, Guyane and Mayotte have none.
"""

from __future__ import annotations

import re
import sys

from carto.tables.travel_inputs import CARREAUX
from geodata.large_ledger import LargeLedger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, records_of
from geodata.reading.streamed_csv import stream_tables
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_number
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="carreaux",
    producer="INSEE",
    title="Population par carreau (Filosofi)",
    licence="Licence Ouverte 2.0",
    homepage="https://www.insee.fr/fr/statistiques/8735162",
)

WANTED = (
    WantedColumn("id", ("idcar_200m", "idcar_1km")),
    WantedColumn("communes", ("lcog_geo",)),
    WantedColumn("people", ("ind",)),
)

_MEMBER = re.compile(r"(?i)carreaux_(200m|1km)_met\.csv")
_SQUARE = re.compile(r"CRS(3035|5490|2975)RES(200|1000)mN(\d{6,7})E(\d{6,7})")
_CODE_LENGTH = 5


def parse(raw: RawFile) -> ParsedTable:
    """Read squares, alone or in their archive, into the contract `carreaux`.

    A row is a square and a commune; a line that is refused counts once.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = LargeLedger(raw, CARREAUX)
    ledger.read_all(records_of(raw, stream_tables(raw, _MEMBER), WANTED), _rows)
    return ledger.close()


def _rows(record: Record, remark: Remark) -> list[Row]:
    """Make the rows of one square, one for each commune."""
    square = _SQUARE.fullmatch(record["id"])
    if square is None:
        reason = f"« {record['id'][:40]} » n'est pas l'identifiant d'un carreau de 200 m ou 1 km"
        raise UnusableValueError("CARREAU_INVALIDE", reason)
    people = read_number(record["people"])
    if people is None or people < 0:
        raise UnusableValueError("POPULATION_ABSENTE", f"« {record['people']} » habitants")
    epsg, side, north, east = map(int, square.groups())
    communes = _read_communes(record["communes"], remark)
    placed = {
        "id": record["id"],
        "people": people / len(communes),
        "epsg": epsg,
        "x_m": east + side / 2,
        "y_m": north + side / 2,
        "size_m": side,
    }
    return [{"code_insee": code, **placed} for code in communes]


def _read_communes(text: str, remark: Remark) -> list[str]:
    """Read the codes of communes written one after the other, each once."""
    length = len(text)
    if length > _CODE_LENGTH and length % _CODE_LENGTH:
        raise UnusableValueError("CODE_INVALIDE", f"« {text[:40]} » n'est pas une suite de codes")
    starts = range(0, max(length, 1), _CODE_LENGTH)
    codes = [read_code_insee(text[start : start + _CODE_LENGTH], remark) for start in starts]
    return list(dict.fromkeys(map(sys.intern, codes)))
