"""What a local list says of those who help: working time, visits of a tour, publics received.

A mediator is named in some lists. The name serves one purpose, to find the rows of one person; it
becomes a key that only the file itself could undo, lives in the rows while the file is read, and no
contract has a column for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from carto import french
from carto.local_fields import ETP, HEURES_PAR_PASSAGE, MEDIATEUR, PASSAGES_PAR_AN, PUBLIC_RESTREINT
from carto.measures.staffing import shares_of_time
from geodata.ledger import Row
from geodata.values.durations import read_hours as read_duration
from geodata.values.listed_values import folded
from geodata.values.numbers import is_missing, read_count, read_number
from geodata.values.verdicts import Remark, UnusableValueError

MOST_ETP = 50.0
MOST_VISITS = 366
_YES_OR_NO = {**dict.fromkeys(("oui", "o", "x", "1", "vrai", "true"), True)} | {
    **dict.fromkeys(("non", "n", "0", "faux", "false"), False)
}


def read_staff(cells: Mapping[str, str], remark: Remark) -> Row:
    """Read the working time at a place and whether its public is restricted.

    Parameters
    ----------
    cells
        Fields of the standard and of `carto.local_fields` to text.
    remark
        Told `ETP_ILLISIBLE` or `PUBLIC_RESTREINT_ILLISIBLE`; the value is then missing.

    Returns
    -------
    dict
        `etp` (full-time equivalents) and `public_restreint`, None when missing.

    Examples
    --------
    >>> read_staff({"etp": "0,5", "public_restreint": "non"}, lambda code, said: None)
    {'etp': 0.5, 'public_restreint': False}
    """
    said = cells.get(PUBLIC_RESTREINT, "")
    is_restricted = None if is_missing(said) else _YES_OR_NO.get(folded(said))
    if is_restricted is None and not is_missing(said):
        reason = f"public restreint : « {said[:40]} » n'est ni oui ni non, non repris"
        remark("PUBLIC_RESTREINT_ILLISIBLE", reason)
    return {ETP: _etp(cells.get(ETP, ""), remark), PUBLIC_RESTREINT: is_restricted}


def read_visits(cells: Mapping[str, str], remark: Remark) -> Row:
    """Read the hours of a stop that is given as visits: so many a year, of so many hours.

    Parameters
    ----------
    cells
        As for `read_staff`.
    remark
        Told `PASSAGES_ILLISIBLES`, when one of the two is missing or cannot be read.

    Returns
    -------
    dict
        `horaires_source` and `hours_per_year_declared`; empty without visits.

    Examples
    --------
    >>> cells = {"heures_par_passage": "2h30", "passages_par_an": "12"}
    >>> read_visits(cells, lambda code, said: None)["hours_per_year_declared"]
    30.0
    """
    length, times = (cells.get(name, "") for name in (HEURES_PAR_PASSAGE, PASSAGES_PAR_AN))
    if is_missing(length) and is_missing(times):
        return {}
    try:
        hours, visits = read_duration(length), read_count(times)
    except UnusableValueError as error:
        remark("PASSAGES_ILLISIBLES", f"passages illisibles : {error.reason}")
        return {}
    if hours is None or not visits or visits > MOST_VISITS:
        reason = f"il faut une durée et un nombre de passages par an, de 1 à {MOST_VISITS}"
        remark("PASSAGES_ILLISIBLES", f"passages illisibles : {reason}")
        return {}
    text = f"{french.plural(visits, 'passage')} par an de {french.number(hours, 2, 'h')}"
    return {"horaires_source": text, "hours_per_year_declared": hours * visits}


def mediator_key(cells: Mapping[str, str], fingerprint: str) -> str | None:
    """Turn the name of a mediator into an opaque key, the same in all rows of one file.

    Parameters
    ----------
    cells
        As for `read_staff`.
    fingerprint
        SHA-256 of the file, in hexadecimal: without the file, whoever guesses a name cannot try it.

    Returns
    -------
    str or None
        The same for `DUPONT Anne` and `Anne Dupont`; None when no mediator is named.
    """
    name = cells.get(MEDIATEUR, "")
    words = sorted(filter(None, map(folded, name.replace("-", " ").split())))
    if is_missing(name) or not words:
        return None
    key = bytes.fromhex(fingerprint)
    return hashlib.blake2b(" ".join(words).encode(), key=key, digest_size=16).hexdigest()


def share_mediators(rows: Sequence[Row]) -> None:
    """Give each row its share of the working time of its mediator, instead of the whole.

    Parameters
    ----------
    rows
        Rows of places with `etp`, `hours_per_year_declared` and the key of their mediator under
        `mediateur` (None without one); changed in place. The working time of a mediator is the
        largest that one of their rows gives.
    """
    places: dict[str, list[Row]] = {}
    for row in rows:
        if row[MEDIATEUR] is not None:
            places.setdefault(str(row[MEDIATEUR]), []).append(row)
    for of_one in places.values():
        times = [_number(row[ETP]) for row in of_one if row[ETP] is not None]
        hours = [_or_none(row["hours_per_year_declared"]) for row in of_one]
        for row, share in zip(of_one, shares_of_time(hours), strict=True):
            row[ETP] = round(max(times) * share, 6) if times else None


def _etp(text: str, remark: Remark) -> float | None:
    """Read a number of full-time equivalents."""
    try:
        etp = read_number(text)
    except UnusableValueError as error:
        remark("ETP_ILLISIBLE", f"temps de travail illisible : {error.reason}")
        return None
    if etp is not None and not 0 <= etp <= MOST_ETP:
        reason = f"{french.number(etp, 2)} équivalents temps plein : improbable, non repris"
        remark("ETP_ILLISIBLE", reason)
        return None
    return etp


def _number(value: object) -> float:
    """Read a cell of a row that is a number."""
    return float(str(value))


def _or_none(value: object) -> float | None:
    """Read a cell of a row that is a number or missing."""
    return None if value is None else _number(value)
