"""Kinds of actions as people write them: whatever their accents, case and plural."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from carto.folding import without_accents
from geodata.values.verdicts import UnusableValueError

_SYNONYMS = {
    "rdv": "rendez_vous",
    "rendezvous": "rendez_vous",
    "atelier_eclair": "atelier",
    "atelier_collectif": "atelier",
    "point_info": "point_information",
    "point_d_info": "point_information",
    "point_d_information": "point_information",
}


def read_action_kind(
    text: str, accepted: Sequence[str], synonyms: Mapping[str, str] | None = None
) -> str:
    """Read the kind of an action.

    Parameters
    ----------
    text
        Cell as written.
    accepted
        The kinds that may be.
    synonyms
        Other words, beside those of every file, in small letters without accents.

    Raises
    ------
    UnusableValueError
        `TYPE_INCONNU`, naming those accepted.

    Examples
    --------
    >>> read_action_kind("Ateliers éclair", ("atelier", "rendez_vous"))
    'atelier'
    >>> read_action_kind("Rendez-vous", ("atelier", "rendez_vous"))
    'rendez_vous'
    """
    known = _SYNONYMS | dict(synonyms or {})
    plain = without_accents(text.casefold().replace("’", "'"))
    word = re.sub(r"[^a-z]+", "_", plain).strip("_")
    singular = re.sub(r"(?<=[^u])s(?=_|$)", "", word)
    for name in (word, singular):
        kind = known.get(name, name)
        if kind in accepted:
            return kind
    listed = ", ".join(accepted)
    raise UnusableValueError("TYPE_INCONNU", f"type d'action inconnu ; écrivez {listed}")
