"""The long layout of Filosofi since 2023: one line per territory and measure.

`FILOSOFI_MEASURE;GEO;GEO_OBJECT;UNIT_MEASURE;CONF_STATUS;OBS_STATUS;UNIT_MULT;TIME_PERIOD;OBS_VALUE`.
A measure is what a column is elsewhere: two of them are read, the others left as unread columns
are, and the lines of one territory make one record. A value under statistical secrecy is blank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from geodata.errors import SourceError
from geodata.reading.archives import is_archive, member_names
from geodata.reading.contents import first_bytes
from geodata.reading.gathering import gather
from geodata.reading.header import WantedColumn
from geodata.reading.records import BrokenRecord, Record, read_records
from geodata.source import RawFile

MEASURES = {"MED_SL": "niveau_vie_median", "PR_MD60": "taux_pauvrete"}

_WANTED = (
    WantedColumn("measure", ("FILOSOFI_MEASURE",)),
    WantedColumn("geo", ("GEO",)),
    WantedColumn("geo_object", ("GEO_OBJECT",)),
    WantedColumn("confidentiality", ("CONF_STATUS",), is_required=False),
    WantedColumn("status", ("OBS_STATUS",), is_required=False),
    WantedColumn("multiplier", ("UNIT_MULT",), is_required=False),
    WantedColumn("period", ("TIME_PERIOD",)),
    WantedColumn("value", ("OBS_VALUE",)),
)
_DATA_TABLE = re.compile(r"(?!.*metadata)(?:DS_)?FILOSOFI_CC.*\.csv", re.IGNORECASE)
_FREE = ("", "F")
_MISSING = ("L", "M", "O", "Q")


def is_long(raw: RawFile) -> bool:
    """Whether a file has the long layout: by its header, or the names in its archive."""
    with suppress(SourceError, OSError):
        if is_archive(raw.path):
            return any("FILOSOFI_CC" in name.upper() for name in member_names(raw))
        return b"FILOSOFI_MEASURE" in first_bytes(raw)
    return False


def read_territories(raw: RawFile, geo_object: str) -> Iterator[Record | BrokenRecord]:
    """Read the territories of one kind, for the latest period of the file.

    Parameters
    ----------
    raw
        The file, or its archive.
    geo_object
        `COM` or `EPCI`.

    Yields
    ------
    Record or BrokenRecord
        Values `geo`, `niveau_vie_median` and `taux_pauvrete`, "" when not published.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no line of that kind.
    """
    broken, found = [], []
    for record in read_records(raw, _WANTED, _DATA_TABLE):
        if isinstance(record, BrokenRecord):
            broken.append(record)
        elif record["geo_object"] == geo_object and record["measure"] in MEASURES:
            found.append(record)
    if not found:
        reason = f"aucune ligne GEO_OBJECT = {geo_object} pour les mesures {', '.join(MEASURES)}"
        raise SourceError(raw.name, reason, "prenez le fichier complet de Filosofi")
    latest = max(record["period"] for record in found)
    territories = (_territory(record) for record in found if record["period"] == latest)
    yield from broken
    yield from gather(territories, "geo")


def _territory(record: Record) -> Record | BrokenRecord:
    """Say in our names what one line says of its territory."""
    if record["multiplier"] not in ("", "0"):
        reason = f"unité multipliée (UNIT_MULT = {record['multiplier'][:20]}), non prévue"
        return BrokenRecord(record.line, record.raw, "UNITE_INATTENDUE", reason)
    is_secret = record["confidentiality"] not in _FREE or record["status"] in _MISSING
    value = "" if is_secret else record["value"]
    values = {"geo": record["geo"].rpartition("-")[2], **dict.fromkeys(MEASURES.values(), "")}
    values[MEASURES[record["measure"]]] = value
    return Record(record.line, record.raw, values)
