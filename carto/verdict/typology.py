"""Typology: the three alerts crossed, network × help × need, as eight types with French names.

    type                     offre   besoin   connectivité
    pourvue                    –       –          –
    fibree_sans_aide           O       –          –
    fibre_inachevee            –       –          C
    double_peine               O       –          C
    besoin_accompagne          –       B          –
    besoin_sans_aide           O       B          –
    besoin_fibre_inachevee     –       B          C
    cumul                      O       B          C

A class says how much attention a commune calls for; a type says which kind. Both come from the same
alerts, so a class is a union of types: `cumul` is class 3, and class 2 is the two other types where
O meets B or C. A commune with an unknown alert has no type. The words are in `carto.vocabulary`.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from carto.verdict.alerts import Bools
from carto.verdict.judgement import Judgement
from carto.vocabulary import TERRITORY_TYPES

SANS_OBJET = "sans_objet"

# Alerts (offre, besoin, connectivité) → type, from the least to the most.
TYPE_OF_ALERTS: Mapping[tuple[bool, bool, bool], str] = {
    (False, False, False): "pourvue",
    (True, False, False): "fibree_sans_aide",
    (False, False, True): "fibre_inachevee",
    (True, False, True): "double_peine",
    (False, True, False): "besoin_accompagne",
    (True, True, False): "besoin_sans_aide",
    (False, True, True): "besoin_fibre_inachevee",
    (True, True, True): "cumul",
}

# The types in order of presentation; `typology` holds one of them, or `SANS_OBJET`.
TYPES: tuple[str, ...] = tuple(TERRITORY_TYPES)


def type_of(judgement: Judgement, is_empty: Bools) -> NDArray[np.object_]:
    """Type of each commune.

    Parameters
    ----------
    judgement
        The three alerts of n communes.
    is_empty
        Communes without inhabitants.

    Returns
    -------
    numpy.ndarray of object, shape (n,)
        A member of `TYPES`, `SANS_OBJET` without inhabitants, None where an alert is unknown.

    Examples
    --------
    >>> from carto.verdict.alerts import Alert
    >>> sure, no = Alert(*2 * (np.array([True]),)), Alert(*2 * (np.array([False]),))
    >>> type_of(Judgement(sure, no, no), np.array([False])).tolist()
    ['fibree_sans_aide']
    """
    alerts = (judgement.offre, judgement.besoin, judgement.connectivite)
    known = np.logical_and.reduce([alert.known for alert in alerts])
    types = np.full(len(known), None, dtype=object)
    for truths, name in TYPE_OF_ALERTS.items():
        is_so = [alert.low == truth for alert, truth in zip(alerts, truths, strict=True)]
        types[known & np.logical_and.reduce(is_so)] = name
    types[is_empty] = SANS_OBJET
    return types
