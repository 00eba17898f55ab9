"""The layouts of ARCEP's observatory workbook: where premises are, and where the quarters are.

Since 2020 the sheet `Communes` has everything: premises, and one column of connectable premises per
quarter (`T4 2017`, `T1 2018`…). Before, the quarters were in a second sheet, `FttH par Communes`,
on two lines per commune, of which the class of rate (`Catégorie`) is left aside. Exported to CSV,
the two sheets are two files, to be put in one zip. Columns are known by the pattern of their
labels, which change from one edition to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from geodata.errors import SourceError
from geodata.premises import UNDER_CONSTRUCTION
from geodata.reading.archives import is_archive, member_names, read_member
from geodata.reading.contents import is_workbook, read_bytes
from geodata.reading.header import WantedColumn, find_header
from geodata.reading.lines import Table
from geodata.reading.records import BrokenRecord, Record, records_of, tables_in
from geodata.source import RawFile

_CODE = WantedColumn("code_insee", ("Code commune", "code_insee"))
_FIELD = WantedColumn("champ", ("Champ",))
_BEST = WantedColumn("meilleure_estimation", ("Meilleure estimation*",))
_HOMES = WantedColumn("logements", ("Logements",))
_WORKPLACES = WantedColumn("etablissements", ("Établissements", "Etablissements"))
# What the sheet of premises may say besides; the zone is marked by 1 or an operator's code.
_BESIDE = (
    UNDER_CONSTRUCTION,
    WantedColumn("zone_tres_dense", ("Zones très denses",), is_required=False),
    WantedColumn("engagement_prive", ("Engagements L. 33-13*",), is_required=False),
    WantedColumn("intention_privee", ("Intentions privées*",), is_required=False),
)
_ONE_QUARTER = WantedColumn("ma_connexion", ("elig_ftth", "nb_locaux_fibre"))
_QUARTER = re.compile(r"T([1-4]) (\d{4})")

Lines = Iterable[Record | BrokenRecord]


@dataclass(frozen=True)
class Observatory:
    """A workbook: its lines, its quarters in time, and the quarter of its estimate of premises.

    Each record has `code_insee`, `meilleure_estimation`, `logements`, `etablissements`,
    `locaux_en_construction`, `zone_tres_dense`, `engagement_prive`, `intention_privee` (empty when
    the workbook does not give them) and the connectable premises of each quarter (`2018-T1`).
    """

    records: Lines
    quarters: tuple[str, ...]
    locaux_quarter: str


def read_observatory(raw: RawFile) -> Observatory:
    """Find the sheets of a workbook and bring them into one layout.

    Raises
    ------
    SourceError
        When the file is not such a workbook, or has no quarter.
    """
    tables = _open(raw)
    if _names(raw, tables, (_ONE_QUARTER,)):
        raise SourceError(
            raw.name,
            "c'est un fichier de Ma connexion internet : un seul trimestre, sans historique",
            "donnez-le dans [sources.fibre], et le classeur de l'observatoire ici",
        )
    find_header(raw, tables, (_CODE,))
    premises, names = _premises(raw, tables)
    quarters = _quarters(names)
    if quarters:
        lines: Lines = records_of(raw, tables, (_CODE, *premises, *quarters))
    else:
        quarters = _quarters(_names(raw, tables, (_CODE, _FIELD)))
        if not quarters:
            raise SourceError(
                raw.name,
                "aucune colonne de trimestre (« T1 2018 », « T2 2018 »…)",
                "donnez le classeur entier, ou un zip de ses feuilles Communes et FttH par "
                "Communes en CSV",
            )
        counts = list(_counts_only(list(records_of(raw, tables, (_CODE, _FIELD, *quarters)))))
        sheet = records_of(raw, tables, (_CODE, *premises)) if premises else ()
        lines = _beside(counts, sheet)
    order = tuple(column.name for column in quarters)
    return Observatory(_filled(lines), order, _estimated(names) or max(order))


def _open(raw: RawFile) -> Sequence[Table]:
    """Open the sheets of the workbook, or the CSV files of its export."""
    data = read_bytes(raw)
    if is_workbook(data) or not is_archive(raw.path):
        return tables_in(raw, data)
    files = [PurePosixPath(name).name for name in member_names(raw)]
    return [
        table
        for name in files
        if name.casefold().endswith(".csv")
        for table in tables_in(raw, read_member(raw, re.compile(re.escape(name))))
    ]


def _premises(
    raw: RawFile, tables: Sequence[Table]
) -> tuple[tuple[WantedColumn, ...], tuple[str, ...]]:
    """Columns that give the premises, best first, and the names of their sheet; none if absent."""
    homes = tuple(replace(column, is_required=False) for column in (_HOMES, _WORKPLACES))
    for premises in ((_BEST, *homes), (_HOMES, _WORKPLACES)):
        if names := _names(raw, tables, (_CODE, *premises)):
            return (*premises, *_BESIDE), names
    return (), ()


def _names(
    raw: RawFile, tables: Sequence[Table], wanted: Sequence[WantedColumn]
) -> tuple[str, ...]:
    """Names of the columns of the table that has the wanted ones; none when there is none."""
    try:
        return find_header(raw, tables, wanted)[0].names
    except SourceError:
        return ()


def _quarters(names: Sequence[str]) -> list[WantedColumn]:
    """Columns of quarters, in time."""
    found = {_written(match): name for name in names if (match := _QUARTER.fullmatch(name))}
    return [WantedColumn(quarter, (name,)) for quarter, name in sorted(found.items())]


def _estimated(names: Sequence[str]) -> str | None:
    """Quarter that the label of the best estimate names."""
    position = _BEST.find(names)
    label = None if position is None else _QUARTER.search(names[position])
    return _written(label) if label else None


def _written(match: re.Match[str]) -> str:
    """Write a quarter: `T1 2018` is `2018-T1`."""
    return f"{match[2]}-T{match[1]}"


def _counts_only(lines: Sequence[Record | BrokenRecord]) -> Iterator[Record | BrokenRecord]:
    """Yield the lines of counts; a line of class belongs to the one of its commune."""
    counted = {
        line["code_insee"]
        for line in lines
        if isinstance(line, Record) and line["champ"].casefold() == "locaux raccordables"
    }
    for line in lines:
        if isinstance(line, BrokenRecord) or line["champ"].casefold() == "locaux raccordables":
            yield line
        elif line["champ"].casefold() != "catégorie" or line["code_insee"] not in counted:
            reason = f"« {line['champ']} » sans ligne de locaux raccordables"
            yield BrokenRecord(line.line, line.raw, "LIGNE_ISOLEE", reason)


def _beside(counts: Sequence[Record | BrokenRecord], premises: Lines) -> Lines:
    """Put the premises of each commune beside its counts; those that meet none are broken."""
    sheet: dict[str, Record] = {}
    counted = {line["code_insee"] for line in counts if isinstance(line, Record)}
    for line in premises:
        if isinstance(line, BrokenRecord):
            yield line
        elif line["code_insee"] not in counted:
            reason = "commune sans ligne dans la feuille des trimestres"
            yield BrokenRecord(line.line, line.raw, "COMMUNE_SANS_TRIMESTRE", reason)
        elif sheet.setdefault(line["code_insee"], line).values != line.values:
            reason = f"autres locaux que ligne {sheet[line['code_insee']].line}"
            yield BrokenRecord(line.line, line.raw, "CLE_REPETEE", reason)
    for line in counts:
        found = sheet.get(line["code_insee"]) if isinstance(line, Record) else None
        if isinstance(line, BrokenRecord) or found is None:
            yield line
        else:
            yield Record(line.line, line.raw, {**line.values, **found.values})


def _filled(lines: Lines) -> Iterator[Record | BrokenRecord]:
    """Give every record all the values of premises."""
    columns = (_BEST, _HOMES, _WORKPLACES, *_BESIDE)
    empty = dict.fromkeys((column.name for column in columns), "")
    for line in lines:
        if isinstance(line, BrokenRecord):
            yield line
        else:
            yield Record(line.line, line.raw, {**empty, **line.values})
