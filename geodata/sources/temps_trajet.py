"""Tables of travel times: from a commune to a commune or to a place, in minutes.

`code_insee;destination;minutes;km`, the last column optional. A matrix of r5py names its columns
`from_id`, `to_id` and `travel_time`, in minutes; answers of OSRM are in seconds, to be divided by
60 first. An empty cell of minutes says that there is no way; a pair that is left out says only
that it is beyond the longest time that was computed.
"""

from __future__ import annotations

import re

from carto.tables.travel_inputs import LONGEST_MINUTES, TEMPS_TRAJET
from geodata.large_ledger import LargeLedger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, records_of
from geodata.reading.streamed_csv import stream_tables
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import read_number
from geodata.values.place_identity import read_place_id
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="temps_trajet",
    producer="Territoire",
    title="Temps de trajet entre communes et lieux",
    licence="Fichier local, au choix de son territoire",
    homepage="",
)

WANTED = (
    WantedColumn("code_insee", ("code_insee", "origine", "from_id")),
    WantedColumn("destination", ("destination", "to_id")),
    WantedColumn("minutes", ("minutes", "travel_time")),
    WantedColumn("km", ("km",), is_required=False),
)
# On trips of some length: nobody walks slower; no road or ferry is faster.
SPEEDS_KMH = (2.0, 150.0)
JUDGED_FROM_KM = 2.0

_MEMBER = re.compile(r"(?i)[^/]+\.(csv|tsv|txt)")
_MAYBE_CODE = re.compile(r"\d{4,5}|2[AaBb]\d{3}|\d{4,5}[.,]0+")


def parse(raw: RawFile) -> ParsedTable:
    """Read a table of times into the contract `temps_trajet`.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = LargeLedger(raw, TEMPS_TRAJET)
    ledger.read_all(records_of(raw, stream_tables(raw, _MEMBER), WANTED), _rows)
    return ledger.close()


def _rows(record: Record, remark: Remark) -> tuple[Row]:
    """Make the row of one pair."""
    minutes = _read_within(record["minutes"], "minutes", LONGEST_MINUTES)
    km = _read_within(record["km"], "km")
    if minutes is not None and km is not None:
        _judge(minutes, km)
    row = {
        "code_insee": read_code_insee(record["code_insee"], remark),
        "destination": _read_destination(record["destination"], remark),
        "minutes": minutes,
        "km": km,
    }
    return (row,)


def _read_destination(text: str, remark: Remark) -> str:
    """Read the code of a commune, or else the identifier of a place."""
    written = text.strip()
    return (
        read_code_insee(written, remark) if _MAYBE_CODE.fullmatch(written) else read_place_id(text)
    )


def _read_within(text: str, name: str, most: float = float("inf")) -> float | None:
    """Read a number from 0 to `most`; None when missing."""
    value = read_number(text)
    if value is not None and not 0 <= value <= most:
        raise UnusableValueError("NOMBRE_HORS_LIMITES", f"{name} : {value:g}, hors des limites")
    return value


def _judge(minutes: float, km: float) -> None:
    """Refuse a time that the distance belies: seconds or hours written for minutes."""
    slowest, fastest = SPEEDS_KMH
    speed = km * 60 / minutes if minutes else float("inf")
    if km >= JUDGED_FROM_KM and not slowest <= speed <= fastest:
        raise UnusableValueError(
            "VITESSE_INVRAISEMBLABLE",
            f"{km:g} km en {minutes:g} min ; donnez des minutes (ni secondes, ni heures)",
        )
