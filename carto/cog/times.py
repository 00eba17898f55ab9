"""A table of travel times carried to another year of the COG.

A time goes from the point of a commune: when communes merged, it is the times of the one whose code
remains, else of the first by code, that stand for the new one; when one was divided, its times stay
with the part that stands for the whole. Places keep their identifier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from carto.cog.carry import REUNIE, Carried
from carto.cog.passage import Passage
from carto.left_out import LeftOut
from carto.typography import typeset


def carry_times(source: str, table: pd.DataFrame, passage: Passage) -> Carried:
    """Carry a table of times.

    Parameters
    ----------
    source
        Its id, for the account.
    table
        Meets the contract `temps_trajet`, in the codes of `passage.start`.
    passage
        To the year asked for.

    Returns
    -------
    Carried
        The same table in the new codes, sorted by key; times of communes that others stand for are
        left out.
    """
    homes = {name: _homes(table[name].unique(), passage) for name in ("code_insee", "destination")}
    new = {name: table[name].map(home) for name, home in homes.items()}
    kept = new["code_insee"].notna() & new["destination"].notna()
    moved = table[kept].assign(**{name: codes[kept] for name, codes in new.items()})
    left_out = [
        _left_out(source, origin, destination, passage)
        for origin, destination in table.loc[~kept, ["code_insee", "destination"]].itertuples(
            index=False, name=None
        )
    ]
    moved = moved.sort_values(["code_insee", "destination"], ignore_index=True)
    return Carried(moved.astype(table.dtypes.to_dict()), tuple(sorted(left_out)), ())


def _homes(codes: Iterable[str], passage: Passage) -> Mapping[str, str | None]:
    """Give each code the one it stands for, None when another code stands for that one."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for code in codes:
        parts[passage.main_heir(code)].append(code)
    homes: dict[str, str | None] = {}
    for home, merged in parts.items():
        first = min(merged, key=lambda code: (code != home, code))
        homes |= {code: home if code == first else None for code in merged}
    return homes


def _left_out(source: str, origin: str, destination: str, passage: Passage) -> LeftOut:
    """Account for a row whose commune, or whose destination, another one stands for."""
    homes = ", ".join(passage.main_heir(code) for code in (origin, destination))
    reason = f"commune réunie : le trajet est compté de {homes.replace(', ', ' à ')}"
    return LeftOut(source, f"{origin}, {destination}", REUNIE, typeset(reason), homes)
