"""What a territory may say of its places beyond the national standard: staff, visits, publics.

Its own table says them through a column map. `mediateur` only tells which rows share one person:
it is turned into an opaque key while the file is read, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping

ETP = "etp"
MEDIATEUR = "mediateur"
PUBLIC_RESTREINT = "public_restreint"
HEURES_PAR_PASSAGE = "heures_par_passage"
PASSAGES_PAR_AN = "passages_par_an"

LOCAL_FIELDS = (ETP, MEDIATEUR, PUBLIC_RESTREINT, HEURES_PAR_PASSAGE, PASSAGES_PAR_AN)
YES, NO = "Oui", "Non"
LOCAL_LISTS: Mapping[str, tuple[str, ...]] = {PUBLIC_RESTREINT: (YES, NO)}
