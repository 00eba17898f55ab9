"""Arrondissements of Paris, Lyon and Marseille, folded into their commune.

Publishers give the commune, its arrondissements, or both. Counts are added; when the commune has
its own row, that row stays and the arrondissements leave their trace only.
"""

from __future__ import annotations

from collections import defaultdict

from geodata.ledger import Ledger, Row

_COMMUNES = {
    "75056": range(75101, 75121),
    "69123": range(69381, 69390),
    "13055": range(13201, 13217),
}
_COMMUNE_OF = {str(code): commune for commune, codes in _COMMUNES.items() for code in codes}
REASON = "arrondissement compté dans sa commune"


def commune_of_arrondissement(code: str) -> str | None:
    """Code of the commune of an arrondissement, None when `code` is not one.

    >>> commune_of_arrondissement("75105"), commune_of_arrondissement("29019")
    ('75056', None)
    """
    return _COMMUNE_OF.get(code)


def add_up(ledger: Ledger, counts: tuple[str, ...]) -> None:
    """Fold the arrondissements that a ledger keeps into one row for each commune.

    Parameters
    ----------
    ledger
        Its rows have `code_insee`; all other columns than `counts` are taken from the first
        arrondissement.
    counts
        Columns to add; the sum is missing when one of the parts is.
    """
    parts_of: dict[str, list[Row]] = defaultdict(list)
    for row in ledger.rows():
        commune = commune_of_arrondissement(str(row["code_insee"]))
        if commune is not None:
            parts_of[commune].append(row)
    for commune, parts in parts_of.items():
        whole = parts[0] | {"code_insee": commune}
        for name in counts:
            known = [value for part in parts if isinstance(value := part[name], int)]
            whole[name] = sum(known) if len(known) == len(parts) else None
        ledger.fold(parts, whole, REASON)
