"""The rule of the verdicts as a reader changes it: thresholds and weights in the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

RULE_PARAMETERS = ("temps_max", "acces_ratio", "besoin_min", "fibre_min", "cuivre", "poids")
_BOUNDS = {
    "temps_max": (5.0, 60.0),
    "acces_ratio": (0.05, 2.0),
    "besoin_min": (1.0, 10.0),
    "fibre_min": (50.0, 100.0),
    "cuivre": (1.0, 4.0),
}
_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")
_WEIGHTS = re.compile(r"(10|[0-9]),(10|[0-9]),(10|[0-9])")


@dataclass(frozen=True)
class Rule:
    """Thresholds that replace those of the published method; None keeps the published one.

    Attributes
    ----------
    temps_max
        Longest travel time to a place, minutes.
    acces_ratio
        Least accessibility, as a share of the national reference.
    besoin_min
        Need from which there is an alert, 1 to 10.
    fibre_min
        Least fibre coverage, percent.
    cuivre
        Class of the closure of copper from which there is an alert, 1 to 4.
    poids
        Weights of supply, need and network in the score, whole numbers from 0 to 10.
    """

    temps_max: float | None = None
    acces_ratio: float | None = None
    besoin_min: float | None = None
    fibre_min: float | None = None
    cuivre: int | None = None
    poids: tuple[int, int, int] | None = None

    @property
    def is_published(self) -> bool:
        """Whether nothing is changed."""
        return self == Rule()

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, those that change nothing left out.

        >>> Rule(fibre_min=90.0, poids=(4, 3, 3)).query()
        {'fibre_min': '90', 'poids': '4,3,3'}
        """
        values = {name: getattr(self, name) for name in _BOUNDS}
        written = {name: f"{value:g}" for name, value in values.items() if value is not None}
        return written | ({"poids": ",".join(map(str, self.poids))} if self.poids else {})


def read_rule(query: Mapping[str, str]) -> tuple[Rule, tuple[str, ...]]:
    """Read the rule of an address.

    Returns
    -------
    tuple
        A usable rule, and one French notice per value that was left at that of the method.
    """
    notices = []
    values: dict[str, float | None] = {}
    for name, (least, most) in _BOUNDS.items():
        text = query.get(name, "")
        number = float(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None
        is_usable = number is not None and least <= number <= most
        if text and not is_usable:
            notices.append(
                f"« {name}={text[:20]} » n'est pas compris (de {least:g} à {most:g}) : "
                "le seuil publié est gardé."
            )
        values[name] = number if is_usable else None
    weights, text = None, query.get("poids", "")
    found = _WEIGHTS.fullmatch(text)
    if found and any(map(int, found.groups())):
        weights = (int(found[1]), int(found[2]), int(found[3]))
    elif text:
        notices.append(
            f"« poids={text[:20]} » n'est pas compris (trois entiers de 0 à 10, comme 4,3,3) : "
            "les poids publiés sont gardés."
        )
    copper = values.pop("cuivre")
    rule = Rule(**values, cuivre=None if copper is None else int(copper), poids=weights)
    return rule, tuple(notices)
