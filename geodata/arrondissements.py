"""Arrondissements of Paris, Lyon and Marseille, folded into their commune.

Publishers give the commune, its arrondissements, or both. The arrondissements make the commune when
all of them are there: some of them are never published as the whole. When the commune has its own
row, that row stays and the arrondissements leave their trace only: nothing is counted twice. A row
that cannot be the whole, because it counts less than its arrondissements or is given several times
(arrondissements that lost their own code), is not taken for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from carto.codes import ARRONDISSEMENTS
from geodata.ledger import Ledger, Row

Rule = Callable[[Sequence[object]], object]

_COMMUNE_OF = {code: commune for commune, codes in ARRONDISSEMENTS.items() for code in codes}
_INCOMPLETE = "ARRONDISSEMENTS_INCOMPLETS"
_PARTIAL = "COMMUNE_PARTIELLE"
REASON = "arrondissement compté dans sa commune"


def commune_of_arrondissement(code: str) -> str | None:
    """Code of the commune of an arrondissement, None when `code` is not one.

    >>> commune_of_arrondissement("75105"), commune_of_arrondissement("29019")
    ('75056', None)
    """
    return _COMMUNE_OF.get(code)


def arrondissements_of(commune: str) -> tuple[str, ...]:
    """Codes of the arrondissements of Paris, Lyon or Marseille, rising.

    >>> arrondissements_of("69123")[:2]
    ('69381', '69382')
    """
    return ARRONDISSEMENTS[commune]


def has_arrondissements(code: str) -> bool:
    """Whether `code` is that of Paris, Lyon or Marseille.

    >>> has_arrondissements("69123"), has_arrondissements("29019")
    (True, False)
    """
    return code in ARRONDISSEMENTS


def add_up(ledger: Ledger, counts: tuple[str, ...]) -> None:
    """Fold the arrondissements that a ledger keeps into their communes, adding their `counts`.

    A sum is missing when one of its parts is; see `fold_arrondissements`. The row of a commune that
    counts less than its arrondissements together, or that other rows contradict, is not the whole:
    it is refused as `COMMUNE_PARTIELLE` beside arrondissements, and its counts are unknown alone.
    """
    rows = {str(row["code_insee"]): row for row in ledger.rows()}
    for commune, codes in ARRONDISSEMENTS.items():
        if commune in rows:
            parts = [rows[code] for code in codes if code in rows]
            _doubt_whole(ledger, rows[commune], parts, counts)
    fold_arrondissements(ledger, dict.fromkeys(counts, total))


def fold_arrondissements(ledger: Ledger, rules: Mapping[str, Rule]) -> None:
    """Fold the arrondissements that a ledger keeps into one row for each commune.

    When some arrondissements of a commune are not there, and it has no row of its own, its values
    are unknown: missing, with a notice `ARRONDISSEMENTS_INCOMPLETS`, where the contract allows it;
    otherwise the arrondissements are refused under that code.

    Parameters
    ----------
    ledger
        Its rows have `code_insee`; columns without a rule are taken from the first arrondissement.
    rules
        Column to the rule that makes the value of the commune from those of its arrondissements.
    """
    rows = {str(row["code_insee"]): row for row in ledger.rows()}
    may_be_missing = all(ledger.contract.column(name).nullable for name in rules)
    for commune, codes in ARRONDISSEMENTS.items():
        parts = [rows[code] for code in codes if code in rows]
        if not parts:
            continue
        whole = parts[0] | {"code_insee": commune}
        if len(parts) == len(codes) or commune in rows:
            made = {name: rule([part[name] for part in parts]) for name, rule in rules.items()}
            ledger.fold(parts, whole | made, REASON)
            continue
        absent = ", ".join(code for code in codes if code not in rows)
        incomplete = f"commune {commune} incomplète, sans les arrondissements {absent}"
        if may_be_missing:
            ledger.note(parts[0], commune, _INCOMPLETE, f"{incomplete} : valeurs inconnues")
            ledger.fold(parts, whole | dict.fromkeys(rules), REASON)
        else:
            ledger.withdraw(parts, _INCOMPLETE, incomplete)


def _doubt_whole(ledger: Ledger, whole: Row, parts: Sequence[Row], counts: Sequence[str]) -> None:
    """Set aside the row of a commune that cannot be the whole of it."""
    is_disputed = ledger.is_disputed(whole)
    if not is_disputed and not any(_counts_less(whole, parts, name) for name in counts):
        return
    commune = str(whole["code_insee"])
    why = "d'autres la contredisent" if is_disputed else "elle compte moins que ses arrondissements"
    said = f"la ligne {commune} n'est pas celle de la commune entière : {why}"
    if parts or not all(ledger.contract.column(name).nullable for name in counts):
        ledger.withdraw([whole], _PARTIAL, said)
    else:
        ledger.note(whole, commune, _PARTIAL, f"{said} ; ses comptes sont inconnus")
        ledger.fold([whole], whole | dict.fromkeys(counts), REASON)


def _counts_less(whole: Row, parts: Sequence[Row], name: str) -> bool:
    """Whether a commune counts less than some of its arrondissements together."""
    own = whole[name]
    known = [value for part in parts if isinstance(value := part[name], (int, float))]
    return isinstance(own, (int, float)) and own < sum(known)


def total(values: Sequence[object]) -> int | float | None:
    """Sum of counts, None when one of them is missing."""
    known = [value for value in values if isinstance(value, (int, float))]
    return sum(known) if len(known) == len(values) else None


def earliest(values: Sequence[object]) -> str | None:
    """First of the ISO dates that are known, None when none is."""
    return min((value for value in values if isinstance(value, str)), default=None)


def latest(values: Sequence[object]) -> str | None:
    """Last of ISO dates, None when one of them is missing: it could come later."""
    known = [value for value in values if isinstance(value, str)]
    return max(known) if known and len(known) == len(values) else None
