"""Places of a local file in any columns, put in those of the standard by a column map.

Several rows may describe one place (one for each of its services): when the map says which fields
make a place, they become one row with all their services, and the others are merged into it. The
working time of a mediator named in several rows is shared among them; the name is not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from carto.local_fields import ETP, MEDIATEUR, PUBLIC_RESTREINT
from carto.mediation_standard import LISTS
from carto.tables.parsed_sites import PARSED_SITES
from geodata.column_maps import ColumnMap, load_column_map
from geodata.errors import SettingsError
from geodata.ledger import Ledger, Row
from geodata.mapped_cells import mapped_cells
from geodata.reading.contents import first_bytes
from geodata.reading.header import WantedColumn
from geodata.reading.objects import is_json, read_objects
from geodata.reading.records import BrokenRecord, Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.staffing import mediator_key, share_mediators
from geodata.standard_places import Describing, enter_places, read_place
from geodata.values.personal_data import MASK
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="lieux",
    producer="Territoire",
    title="Lieux de médiation numérique d'un territoire (carte des colonnes)",
    licence="Celle du territoire",
    homepage="",
)

_SEVERAL = (*LISTS, "autres_formations_labels")
# Fields of the standard that have another name in the contract.
_COLUMNS = {"commune": "nom_commune"}
_HOURS = ("horaires_source", "horaires", "hours_per_year_declared")


def recognises(raw: RawFile) -> bool:
    """Whether the operator gave the map of its columns."""
    return raw.columns is not None


def parse(raw: RawFile) -> ParsedTable:
    """Read a local table (delimited text, workbook or JSON array) into the contract `sites`.

    Raises
    ------
    SettingsError
        When the column map is absent or cannot be used.
    SourceError
        When the file lacks a column of the map, cannot be read, or has no usable row.
    """
    if raw.columns is None:
        raise SettingsError(f"source {raw.source} : ajoutez colonnes = … (la carte des colonnes).")
    columns = load_column_map(raw.columns)
    describing = Describing(raw.source, raw.date, columns.kind, "longitude" in columns.fields)

    def row(record: Record, remark: Remark) -> Row:
        cells = mapped_cells(record.values, columns, remark)
        place = read_place(cells, describing, remark)
        return place | {MEDIATEUR: mediator_key(cells, raw.sha256)}

    wanted = [WantedColumn(name, (_literal(name),)) for name in columns.columns()]
    read = read_objects if is_json(first_bytes(raw)) else read_records
    ledger = Ledger(raw, PARSED_SITES)
    enter_places(ledger, _unnamed(read(raw, wanted), columns), row)
    share_mediators(ledger.rows())
    if columns.grouping:
        _group(ledger, columns)
    return ledger.close()


def _literal(name: str) -> str:
    """Write the name of a column for a reader that takes `?` and `*` for jokers."""
    return "".join(f"[{character}]" if character in "?*[" else character for character in name)


def _unnamed(
    records: Iterable[Record | BrokenRecord], columns: ColumnMap
) -> Iterator[Record | BrokenRecord]:
    """Hide the names of mediators in the text of rows, which reports quote."""
    rule = columns.fields.get(MEDIATEUR)
    if rule is None:
        yield from records
        return
    for record in records:
        quoted = record.raw if isinstance(record, Record) else MASK
        if isinstance(record, Record):
            for name in filter(None, (record[column] for column in rule.columns)):
                quoted = quoted.replace(name, MASK)
        yield replace(record, raw=quoted)


def _group(ledger: Ledger, columns: ColumnMap) -> None:
    """Make one place of the rows that say the same in the fields of the grouping."""
    places: dict[tuple[object, ...], list[Row]] = {}
    for row in sorted(ledger.rows(), key=lambda row: (len(str(row["id"])), str(row["id"]))):
        names = [_COLUMNS.get(name, name) for name in columns.grouping]
        places.setdefault(tuple(row[name] for name in names), []).append(row)
    for rows in places.values():
        if len(rows) > 1:
            whole = _together(rows)
            if len({row["horaires_source"] for row in rows} - {None}) > 1:
                said = "les lignes de ce lieu disent des horaires différents : non repris"
                ledger.note(rows[0], str(whole["id"]), "HORAIRES_DIVERGENTS", said)
            reason = f"autre ligne du lieu {whole['id']}"
            ledger.fold(rows, whole, reason, "MEME_LIEU")


def _together(rows: list[Row]) -> Row:
    """Say in one row what the rows of a place say: all values of lists, the first of the others.

    Hours are kept only when all rows that have some agree; working times add up; the public is
    restricted when all rows say so.
    """
    whole = dict(rows[0])
    for column in whole:
        said = list(dict.fromkeys(row[column] for row in rows if row[column] is not None))
        if column in _SEVERAL:
            values = dict.fromkeys(value for text in said for value in str(text).split("|"))
            whole[column] = "|".join(values) or None
        elif said:
            whole[column] = said[0]
    sources = {row["horaires_source"]: None for row in rows if row["horaires_source"] is not None}
    if len(sources) > 1:
        whole |= dict.fromkeys(_HOURS) | {"horaires_source": " ; ".join(map(str, sources))}
    if any(row[PUBLIC_RESTREINT] is not True for row in rows):
        is_open = any(row[PUBLIC_RESTREINT] is False for row in rows)
        whole[PUBLIC_RESTREINT] = False if is_open else None
    times = [float(str(row[ETP])) for row in rows if row[ETP] is not None]
    whole[ETP] = sum(times) if times else None
    return whole
