"""Two tables of one kind and of two COG years: the newer one speaks, where both do."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from carto.cog.carry import Carried
from carto.cog.passage import Passage
from carto.contracts import TableContract
from carto.left_out import DEJA_DONNEE, LeftOut
from carto.typography import typeset


def without_known(
    source: str,
    table: pd.DataFrame,
    contract: TableContract,
    passage: Passage,
    newer: Sequence[pd.DataFrame],
) -> Carried:
    """Leave out the rows whose territory newer tables speak of, before carrying the others.

    Parameters
    ----------
    source
        Its id, for the account.
    table
        Meets `contract`, in the codes of `passage.start`.
    contract
        Its rows speak of communes, if need be at one quarter.
    passage
        Passage to the year of the newer tables.
    newer
        Tables of the same contract, in the codes of `passage.end`.

    Returns
    -------
    Carried
        The other rows, still in the codes of `passage.start`.
    """
    beside = [name for name in contract.key if name != "code_insee"]
    known = {
        key
        for other in newer
        for key in other[["code_insee", *beside]].itertuples(index=False, name=None)
    }
    if not known:
        return Carried(table, (), ())
    left_out = []
    keys = list(table[["code_insee", *beside]].itertuples(index=False, name=None))
    for code, *rest in keys:
        homes = [heir for heir in passage.became(code) if (heir, *rest) in known]
        if homes:
            reason = (
                f"une source plus récente décrit {', '.join(homes)}, où est le territoire de {code}"
            )
            key = ", ".join(map(str, (code, *rest)))
            left_out.append(LeftOut(source, key, DEJA_DONNEE, typeset(reason)))
    gone = {row.key for row in left_out}
    stays = np.array([", ".join(map(str, key)) not in gone for key in keys], dtype=bool)
    return Carried(table[stays].reset_index(drop=True), tuple(left_out), ())
