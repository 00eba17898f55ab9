"""Cells that hold several values of a closed list of the national standard.

A value is known whatever its case, accents, apostrophes and spaces; one that the list does not
have is left out with a remark, never silently.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from carto.folding import without_accents
from carto.mediation_standard import LISTS
from geodata.values.numbers import is_missing
from geodata.values.verdicts import Remark

# Codes that the lists renamed.
_RENAMED = {"typologie": {"PE": "FT"}}
_SEPARATORS = re.compile(r"[|;]")


def read_listed(text: str, column: str, remark: Remark) -> str | None:
    """Read the values of a cell that the list of its column has.

    Parameters
    ----------
    text
        Values separated by `|` (`;` is read too: no value holds it).
    column
        Column of the standard, one of `carto.mediation_standard.LISTS`.
    remark
        Told `VALEUR_HORS_LISTE` for each value that the list does not have.

    Returns
    -------
    str or None
        Values as the list writes them, in the order of the cell, joined by `|`; None without any.

    Examples
    --------
    >>> read_listed("gratuit|Adhésion", "frais_a_charge", lambda code, said: print(code))
    VALEUR_HORS_LISTE
    'Gratuit'
    """
    if is_missing(text):
        return None
    known = _known(column)
    kept: dict[str, None] = {}
    for written in filter(None, map(str.strip, _SEPARATORS.split(text))):
        value = known.get(folded(written))
        if value is None:
            remark(
                "VALEUR_HORS_LISTE",
                f"{column} : « {written[:80]} » n'est pas dans la liste de la norme, non repris",
            )
        else:
            kept[value] = None
    return "|".join(kept) or None


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Reduce a value to its letters and digits, without case or accents.

    >>> folded("Étapes numériques(La Poste)") == folded("etapes numeriques (la poste)")
    True
    """
    letters = without_accents(text.casefold())
    return "".join(character for character in letters if character.isalnum())


@cache
def _known(column: str) -> Mapping[str, str]:
    """Values of a list by their folded form."""
    values = {folded(value): value for value in LISTS[column]}
    renamed = {folded(old): new for old, new in _RENAMED.get(column, {}).items()}
    return renamed | values
