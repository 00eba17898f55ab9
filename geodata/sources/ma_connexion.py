"""Ma connexion internet of ARCEP: premises of each commune, and those that fibre reaches.

Read are the quarterly files by commune (`commune_meilleure_techno_thd.csv`; `nbr` premises,
`elig_ftth` of them on fibre, lines `type=all`; the quarter is that of the column `date`), and a
copy whose columns a third party renamed (`nb_locaux`, `nb_locaux_fibre`, `pct_fibre`). In the copy
a count of zero is an empty cell: an empty count beside a share of 0 is zero, beside anything else
it is missing.

ARCEP counts premises here from other files than in the Carte fibre: a step between quarters of the
two is no progress of the network. Names of communes, damaged in old files, are not read.
"""

from __future__ import annotations

from carto.quarters import quarter_of
from carto.tables.inputs import FIBRE
from geodata.arrondissements import add_up
from geodata.ledger import Ledger, MergedInto, Row
from geodata.premises import require_possible
from geodata.reading.contents import first_bytes
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.dates import read_date
from geodata.values.numbers import read_count, read_number
from geodata.values.verdicts import Remark

DESCRIPTION = SourceDescription(
    id="fibre",
    producer="ARCEP",
    title="Ma connexion internet : locaux couverts par la fibre, par commune",
    licence="Licence Ouverte 2.0",
    homepage="https://www.data.gouv.fr/fr/datasets/ma-connexion-internet/",
)

WANTED = (
    WantedColumn("code_insee", ("code_insee", "INSEE_COM")),
    WantedColumn("type", ("type",), is_required=False),
    WantedColumn("date", ("date",), is_required=False),
    WantedColumn("locaux", ("nbr", "nb_locaux")),
    WantedColumn("raccordables", ("elig_ftth", "nb_locaux_fibre")),
    WantedColumn("pourcentage", ("pct_fibre",), is_required=False),
)
_WHOLE = "all"
_ROUNDING = 0.1


def recognises(raw: RawFile) -> bool:
    """Whether the first line names the counts of Ma connexion internet."""
    header = first_bytes(raw).partition(b"\n")[0].lower()
    return b"elig_ftth" in header or b"nb_locaux_fibre" in header


def parse(raw: RawFile) -> ParsedTable:
    """Read one quarter into the contract `fibre`.

    Without a column `date`, the quarter is that of the date of the source.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    ledger = Ledger(raw, FIBRE)
    ledger.read_all(
        read_records(raw, WANTED), lambda record, remark: _row(record, remark, raw.date)
    )
    add_up(ledger, ("locaux", "locaux_raccordables"))
    return ledger.close()


def _row(record: Record, remark: Remark, date: str) -> Row | MergedInto:
    """Make the row of one commune."""
    code = read_code_insee(record["code_insee"], remark)
    kind = record["type"].casefold()
    if kind not in ("", _WHOLE):
        return MergedInto(code, "SOUS_TOTAL", f"locaux de type « {kind} », comptés dans « all »")
    locaux = read_count(record["locaux"])
    raccordables = read_count(record["raccordables"])
    percent = read_number(record["pourcentage"])
    if raccordables is None and percent == 0:
        raccordables = 0
    if locaux and raccordables is not None and percent is not None:
        computed = 100 * raccordables / locaux
        if abs(computed - percent) > _ROUNDING:
            said = f"{percent:g} % publiés, {computed:.1f} % d'après les comptes, qui sont gardés"
            remark("TAUX_INCOHERENT", said)
    require_possible(locaux, raccordables, remark)
    return {
        "code_insee": code,
        "quarter": quarter_of(read_date(record["date"]) or date),
        "locaux": locaux,
        "locaux_raccordables": raccordables,
        "locaux_en_construction": None,
        "zone_fibre": None,
    }
