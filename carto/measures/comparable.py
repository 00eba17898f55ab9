"""Which territories may be projected from a quarter, and why the others may not.

A pace needs quarters that compare: enough of them in a row, divided by one definition of the
premises, whose count hardly changes, and without a revision of the connectable ones.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from carto import flags
from carto.measures.denominators import UNKNOWN
from carto.measures.revisions import revised
from carto.measures.rollout import Rollout
from carto.verdict.parameters import Projection

Codes = NDArray[np.object_]


def why_not_comparable(rollout: Rollout, at: int, projection: Projection) -> Codes:
    """Say why the quarters that end at column `at` do not compare.

    Parameters
    ----------
    rollout
        Counts of n territories.
    at
        Column of the last quarter.
    projection
        Quarters needed, and what a revision is.

    Returns
    -------
    numpy.ndarray
        Reason of each territory (`carto.flags`), (n,); an empty text when they compare.
    """
    first = at - projection.min_quarters + 1
    why = np.full(len(rollout.premises), "", dtype=object)
    if first < 0:
        why[:] = flags.TRIMESTRES_INSUFFISANTS
        return why
    window = slice(first, at + 1)
    premises, connectable = rollout.premises[:, window], rollout.connectable[:, window]
    known = (~np.isnan(rollout.rate[:, window])).all(axis=1)
    is_revised = revised(connectable[:, :-1], connectable[:, 1:], projection).any(axis=1)
    spread = premises.max(axis=1) - premises.min(axis=1)
    changed = spread > projection.max_denominator_change * premises[:, -1]
    definitions = set(rollout.denominators[window].tolist())
    why[is_revised] = flags.REVISION
    why[changed] = flags.LOCAUX_REVUS
    if len(definitions) > 1 or UNKNOWN in definitions:
        why[:] = flags.RUPTURE_DE_DENOMINATEUR
    why[~known] = flags.TRIMESTRES_INSUFFISANTS
    return why
