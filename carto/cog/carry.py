"""Carry a table of communes from its year of the COG to another one.

Communes that nothing happened to keep their rows as they are. A commune that joined others becomes
part of the merged one (`merging`); one that was divided gives its rates and scores to each part,
and its counts in shares (`sharing`). What is estimated or cannot be known is said, commune by
commune. A row whose code no commune had in the declared year is used only where no other row speaks
of its territory: otherwise that would count twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from carto.cog.passage import Passage
from carto.cog.rows import Made, Maker, People, Row
from carto.contracts import TableContract
from carto.flags import MEANINGS
from carto.left_out import LeftOut
from carto.typography import typeset

REUNIE = "COMMUNE_REUNIE"
COG_DIFFERENT = "COG_DIFFERENT"


@dataclass(frozen=True, order=True)
class Doubt:
    """Values of a carried row that are estimated, or missing because of the passage.

    Attributes
    ----------
    source, table
        Id of the source, and name of the contract of its table.
    key
        Key of the row: `code_insee` first.
    flag
        Code of `carto.flags`.
    columns
        The columns concerned.
    """

    source: str
    table: str
    key: tuple[str, ...]
    flag: str
    columns: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Carried:
    """A table in the codes of another year.

    Attributes
    ----------
    table
        Meets the same contract, sorted by key.
    left_out
        Rows that are now part of another one, or of no commune of the declared year.
    doubts
        What is estimated or missing, sorted.
    """

    table: pd.DataFrame
    left_out: tuple[LeftOut, ...]
    doubts: tuple[Doubt, ...]


def speaks_of_communes(contract: TableContract) -> bool:
    """Whether each row speaks of a commune as a whole, if need be at one quarter.

    Other tables with a code speak of something that lies in a commune: a place, an event.
    """
    return "code_insee" in contract.key and {"code_insee", "quarter"} >= set(contract.key)


def carry(
    source: str, table: pd.DataFrame, contract: TableContract, passage: Passage, people: People
) -> Carried:
    """Carry a table keyed by commune.

    Parameters
    ----------
    source
        Its id, for the account.
    table
        Meets `contract`; codes are those of `passage.start`.
    contract
        Its rows speak of communes. Each column says how its values merge.
    passage
        From the year of the table to that asked for.
    people
        Weights of means (unknown: equal weights) and of shares (unknown: missing counts).
    """
    concerned = table["code_insee"].isin({*passage.heirs, *passage.strangers})
    if not concerned.any():
        return Carried(table, (), ())
    beside = [name for name in contract.key if name != "code_insee"]
    groups: defaultdict[tuple[str, ...], dict[str, Row]] = defaultdict(dict)
    moving = table[concerned].astype(object)
    for row in moving.where(moving.notna(), None).to_dict("records"):
        rest = tuple(str(row[name]) for name in beside)
        groups[rest][str(row["code_insee"])] = {str(name): row[name] for name in row}
    made: list[Row] = []
    account = _Account(source, contract.name, passage)
    for rest, rows in sorted(groups.items()):
        strangers = {code: row for code, row in rows.items() if code in passage.strangers}
        living = {code: row for code, row in rows.items() if code not in strangers}
        maker = Maker(contract, passage, people, living)
        found = {heir: maker.make(heir) for heir in maker.heirs()}
        newer = [code for code in strangers if passage.strangers[code] == (code,)]
        alone = [code for code in newer if code not in found]
        account.enter(rest, living, found)
        account.refuse(rest, set(strangers) - set(alone))
        made += [found[heir].row for heir in found if found[heir].is_whole]
        made += [strangers[code] for code in alone]
    moved = pd.DataFrame(made, columns=list(contract.names)).astype(table.dtypes.to_dict())
    whole = pd.concat([table[~concerned], moved], ignore_index=True)
    whole = whole.sort_values(list(contract.key), ignore_index=True)
    return Carried(whole, tuple(sorted(account.left_out)), tuple(sorted(account.doubts)))


@dataclass
class _Account:
    """What became of the rows that were carried."""

    source: str
    table: str
    passage: Passage
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def enter(self, rest: tuple[str, ...], codes: Iterable[str], found: Mapping[str, Made]) -> None:
        """Enter the rows of communes of the declared year, and the doubts of those made of them."""
        for heir, made in found.items():
            for flag, columns in made.said.items():
                self.doubts.append(Doubt(self.source, self.table, (heir, *rest), flag, columns))
        for code in codes:
            home = self.passage.main_heir(code)
            made = found[home]
            if not made.is_whole:
                why = min(made.said, default=REUNIE)
                reason = f"{code}, dans la commune {home} : {MEANINGS.get(why, 'ligne incomplète')}"
                self._leave(code, rest, why, reason, None)
            elif made.main != code:
                reason = f"commune {code} réunie à la commune {home}"
                self._leave(code, rest, REUNIE, reason, home)

    def refuse(self, rest: tuple[str, ...], codes: Iterable[str]) -> None:
        """Enter the rows whose code no commune had in the declared year."""
        start = self.passage.start
        for code in codes:
            heirs = ", ".join(self.passage.strangers[code])
            reason = (
                f"le code {code} n'est celui d'aucune commune au 1er janvier {start}, année de COG "
                f"déclarée pour cette source ; son territoire est dans {heirs}"
            )
            self._leave(code, rest, COG_DIFFERENT, reason, None)

    def _leave(
        self, code: str, rest: tuple[str, ...], why: str, reason: str, into: str | None
    ) -> None:
        """Leave one row out; the key of a table of several columns is joined as in its account."""
        key, home = ", ".join((code, *rest)), into and ", ".join((into, *rest))
        self.left_out.append(LeftOut(self.source, key, why, typeset(reason), home))
