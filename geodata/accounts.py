"""Accounts: what became of every row of every source, up to the published tables.

Rows read = rows published + rows beyond the perimeter + rows merged + rows refused. What a
computation leaves out (`LeftOut`) is entered with its file, line and text, like what was refused
while reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from carto.assessment import Assessment
from carto.codes import departement_of
from carto.left_out import HORS_PERIMETRE, LeftOut
from geodata.setting_aside import Fate, set_aside
from geodata.source import ParsedTable

SANS_COMMUNE = "SANS_COMMUNE"
# What the others are joined by is used whole: it is not itself joined to the contours.
_REFERENCES = ("cog", "mouvements")


@dataclass(frozen=True)
class Account:
    """What became of the rows of one source.

    Attributes
    ----------
    parsed
        Its table without the rows that were left out, which its account now holds.
    beyond
        Rows kept that lie beyond the perimeter: used around it, or not at all.
    """

    parsed: ParsedTable
    beyond: int

    @property
    def published(self) -> int:
        """Rows that are published."""
        return len(self.parsed.table) - self.beyond


def settle_accounts(
    parsed: Mapping[str, ParsedTable], assessment: Assessment
) -> dict[str, Account]:
    """Enter what the computation left out into the account of each source.

    Parameters
    ----------
    parsed
        Source id → what was read.
    assessment
        What is published, and what was left out.

    Returns
    -------
    dict
        Source id → account; rows read equal rows published, beyond, merged and refused.

    Raises
    ------
    ValueError
        When a row left out is no row of its source, or a place is neither published nor left out.
    """
    left: dict[str, list[LeftOut]] = {}
    for row in assessment.left_out:
        left.setdefault(row.source, []).append(row)
    communes = _Communes(assessment)
    return {
        source: _account(one, left.get(source, ()), communes, assessment)
        for source, one in parsed.items()
    }


def _account(
    parsed: ParsedTable, left: Iterable[LeftOut], communes: _Communes, assessment: Assessment
) -> Account:
    """Close the account of one source."""
    keys = pd.Index(_keys(parsed))
    fates: list[Fate] = []
    beyond: set[int] = set()
    for row in left:
        place = keys.get_indexer(pd.Index([row.key]))[0]
        if place < 0:
            raise ValueError(f"{parsed.source}: no row {row.key} to leave out")
        if row.code == HORS_PERIMETRE:
            beyond.add(int(place))
        else:
            fates.append(Fate(int(place), row.code, row.reason, row.into))
    settled = {*beyond, *(fate.row for fate in fates)}
    if parsed.contract.name == "sites":
        beyond |= _sites_beyond(parsed, settled, assessment)
    elif "code_insee" in parsed.contract.key and parsed.contract.name not in _REFERENCES:
        codes = parsed.table["code_insee"]
        unpublished = {code for code in codes.unique() if not communes.publish(code)}
        for place in codes.index[codes.isin(unpublished)]:
            if place in settled:
                continue
            if communes.should_have(codes[place]):
                reason = f"la commune {codes[place]} n'a pas de contour dans les données"
                fates.append(Fate(int(place), SANS_COMMUNE, reason))
            else:
                beyond.add(int(place))
    return Account(set_aside(parsed, fates), len(beyond))


def _keys(parsed: ParsedTable) -> list[str]:
    """Key of each row as text, as those who leave a row out name it."""
    columns = [parsed.table[name].astype(str) for name in parsed.contract.key]
    if not columns:
        return [str(row) for row in range(len(parsed.table))]
    return [", ".join(values) for values in zip(*columns, strict=True)]


def _sites_beyond(parsed: ParsedTable, settled: set[int], assessment: Assessment) -> set[int]:
    """Rows of places that are published as lying beyond the perimeter."""
    in_scope = dict(
        zip(assessment.sites["id"], assessment.sites["is_in_scope"].astype(bool), strict=True)
    )
    beyond = set()
    for place, name in enumerate(parsed.table["id"]):
        if place in settled:
            continue
        if name not in in_scope:
            raise ValueError(f"{parsed.source}: place {name} is neither published nor left out")
        if not in_scope[name]:
            beyond.add(place)
    return beyond


class _Communes:
    """Which codes, of whatever year, are published communes."""

    def __init__(self, assessment: Assessment) -> None:
        communes = assessment.communes
        self._published = frozenset(communes["code_insee"])
        self._known = assessment.territories.known
        self._departements = frozenset(communes["departement"])
        self._former = frozenset(
            assessment.passages["code_ancien"] if len(assessment.passages) else ()
        )

    def publish(self, code: str) -> bool:
        """Whether the values of this code are those of a published commune."""
        return code in self._published or code in self._former

    def should_have(self, code: str) -> bool:
        """Whether a code of the published départements is no commune's."""
        return code not in self._known and departement_of(code) in self._departements
