"""Carte fibre of ARCEP: premises and connectable premises of each commune, one quarter.

`Locaux` is ARCEP's best estimate of premises (homes and workplaces); `ftth` counts those where an
operator can sell a fibre access at once. The rate is not read: it is computed from its two parts.
A rate somewhat above 1 is real (the estimate lags behind); far above, the row is wrong. No premises
at all is a count like any other (0): the rate, not the count, is then missing.
"""

from __future__ import annotations

from carto.tables.inputs import FIBRE
from geodata.arrondissements import add_up, commune_of_arrondissement, has_arrondissements
from geodata.ledger import Ledger, Row
from geodata.reading.header import WantedColumn
from geodata.reading.records import Record, read_records
from geodata.source import ParsedTable, RawFile, SourceDescription
from geodata.values.codes import read_code_insee
from geodata.values.numbers import is_missing, read_count
from geodata.values.verdicts import Remark, UnusableValueError

DESCRIPTION = SourceDescription(
    id="fibre",
    producer="ARCEP",
    title="Carte fibre : déploiement de la fibre par commune",
    licence="Licence Ouverte 1.0",
    homepage=(
        "https://www.data.gouv.fr/fr/datasets/"
        "le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/"
    ),
)

WANTED = (
    WantedColumn("code_insee", ("INSEE_COM", "code_insee", "CODGEO", "insee")),
    WantedColumn("arrondissement", ("INSEE_AR", "INSEE_ARM"), is_required=False),
    WantedColumn("locaux", ("Locaux",)),
    WantedColumn("locaux_raccordables", ("ftth", "locaux_raccordables")),
)
HIGHEST_RATE = 1.5


def parse(raw: RawFile) -> ParsedTable:
    """Read one quarter of the Carte fibre into the contract `fibre`.

    The quarter is that of the date of the source (2026-06-30 → `2026-T2`). Rows of arrondissements
    are added up into Paris, Lyon and Marseille.

    Raises
    ------
    SourceError
        When the file is not such a table, or has no usable row.
    """
    quarter = quarter_of(raw.date)
    ledger = Ledger(raw, FIBRE)
    ledger.read_all(
        read_records(raw, WANTED),
        lambda record, remark: _row(record, remark) | {"quarter": quarter},
    )
    add_up(ledger, ("locaux", "locaux_raccordables"))
    return ledger.close()


def quarter_of(date: str) -> str:
    """Quarter of an ISO date.

    >>> quarter_of("2026-06-30")
    '2026-T2'
    """
    year, month, _ = date.split("-")
    return f"{year}-T{(int(month) + 2) // 3}"


def _row(record: Record, remark: Remark) -> Row:
    """Make the row of one commune, without its quarter."""
    arrondissement = record["arrondissement"]
    is_arrondissement = commune_of_arrondissement(arrondissement) is not None
    code = read_code_insee(arrondissement if is_arrondissement else record["code_insee"], remark)
    if has_arrondissements(code) and not (is_missing(arrondissement) or arrondissement == code):
        said = f"« {arrondissement} » n'est pas un arrondissement de la commune {code}"
        raise UnusableValueError("CODE_INVALIDE", said)
    locaux = read_count(record["locaux"], dash_is_zero=True)
    raccordables = read_count(record["locaux_raccordables"], dash_is_zero=True)
    if locaux is not None and raccordables is not None:
        _check_rate(locaux, raccordables, remark)
    return {
        "code_insee": code,
        "locaux": locaux,
        "locaux_raccordables": raccordables,
    }


def _check_rate(locaux: int, raccordables: int, remark: Remark) -> None:
    """Refuse a rate that cannot be, remark on one that is above 1 or has no denominator."""
    said = f"{raccordables} locaux raccordables sur {locaux}"
    if raccordables > HIGHEST_RATE * locaux:
        raise UnusableValueError("TAUX_IMPOSSIBLE", said)
    if locaux == 0:
        remark("LOCAUX_NULS", "nombre de locaux nul : taux absent")
    elif raccordables > locaux:
        remark("TAUX_SUPERIEUR_A_UN", f"{said} : l'estimation des locaux est en retard")
