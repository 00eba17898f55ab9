"""The rule of the verdicts as a reader changes it: thresholds and weights in the address.

`?temps_max=15&fibre_min=90&poids=acces:4,besoin:3,fibre:3`

Bounds are those of `carto.verdict.parameter_bounds`; a value equal to the published one changes
nothing, and is never written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from carto.drawing.wording import threshold
from carto.said_back import said_back
from carto.verdict.parameter_bounds import THRESHOLD_BOUNDS, WEIGHT_BOUNDS, Bounds
from carto.verdict.parameters import Parameters

# Parameter of an address → name of the threshold among those of the alerts.
THRESHOLDS = {
    "temps_max": "time_min",
    "acces_ratio": "apl_ratio",
    "besoin_min": "need",
    "fibre_min": "fibre_pct",
    "cuivre": "copper_class",
}
WEIGHTS = "poids"
# The three families of the score, in the order of its weights.
FAMILIES = ("acces", "besoin", "fibre")
RULE_PARAMETERS = (*THRESHOLDS, WEIGHTS)

_NUMBER = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")

Weights = tuple[int, int, int]


@dataclass(frozen=True)
class Rule:
    """Thresholds and weights that replace those of the published method; None keeps them.

    Attributes
    ----------
    temps_max
        Longest travel time to a place without an alert, minutes.
    acces_ratio
        Least accessibility, as a share of the national reference.
    besoin_min
        Need from which there is an alert, 1 to 10.
    fibre_min
        Least fibre coverage, percent.
    cuivre
        Class of the closure of copper from which there is an alert, 1 to 4.
    poids
        Weights of supply, need and fibre in the score, whole numbers from 0 to 10.
    """

    temps_max: float | None = None
    acces_ratio: float | None = None
    besoin_min: float | None = None
    fibre_min: float | None = None
    cuivre: int | None = None
    poids: Weights | None = None

    @property
    def is_published(self) -> bool:
        """Whether nothing is changed."""
        return self == Rule()

    @property
    def thresholds(self) -> dict[str, float]:
        """Changed thresholds by the parameter of an address."""
        found = {name: getattr(self, name) for name in THRESHOLDS}
        return {name: value for name, value in found.items() if value is not None}

    @property
    def moves_supply(self) -> bool:
        """Whether the alert on supply is decided otherwise."""
        return self.temps_max is not None or self.acces_ratio is not None

    def query(self) -> dict[str, str]:
        """Write the parameters of an address, those that change nothing left out.

        >>> Rule(fibre_min=90.0, poids=(4, 3, 3)).query()
        {'fibre_min': '90', 'poids': 'acces:4,besoin:3,fibre:3'}
        """
        written = {name: f"{value:g}" for name, value in self.thresholds.items()}
        if self.poids is not None:
            pairs = zip(FAMILIES, self.poids, strict=True)
            written[WEIGHTS] = ",".join(f"{family}:{weight}" for family, weight in pairs)
        return written

    def applied_to(self, parameters: Parameters) -> Parameters:
        """Put the thresholds and weights of this rule in place of those of a method.

        Weights are divided by their sum where the score is computed.
        """
        changed = {THRESHOLDS[name]: value for name, value in self.thresholds.items()}
        composite = parameters.composite
        if self.poids is not None:
            supply, need, fibre = map(float, self.poids)
            composite = replace(composite, weights=(supply, need, fibre))
        alerts = replace(parameters.alerts, **changed)  # type: ignore[arg-type]  # named by THRESHOLDS
        return replace(parameters, alerts=alerts, composite=composite)

    def departing_from(self, parameters: Parameters) -> Rule:
        """Return the same rule without what equals the published method.

        >>> Rule(fibre_min=95.0, besoin_min=8.0, poids=(5, 5, 5)).departing_from(Parameters())
        Rule(temps_max=None, acces_ratio=None, besoin_min=8.0, fibre_min=None, cuivre=None, \
poids=None)
        """
        kept: dict[str, float | Weights | None] = {
            name: value
            for name, value in self.thresholds.items()
            if value != getattr(parameters.alerts, THRESHOLDS[name])
        }
        if self.poids is not None and not _are_alike(self.poids, parameters.composite.weights):
            kept[WEIGHTS] = self.poids
        return Rule(**kept)  # type: ignore[arg-type]  # each under the name of its field


def read_rule(query: Mapping[str, str]) -> tuple[Rule, tuple[str, ...]]:
    """Read the rule of an address.

    Parameters
    ----------
    query
        Parameters of the address; an empty value is that of a form left as it was.

    Returns
    -------
    tuple
        A usable rule, and one French notice per value that was left at that of the method.
    """
    notices = []
    values: dict[str, float | Weights | None] = {}
    for name, parameter in THRESHOLDS.items():
        bounds, text = THRESHOLD_BOUNDS[f"alerts.{parameter}"], query.get(name, "")
        values[name] = _threshold(text, bounds, is_whole=name == "cuivre")
        if text and values[name] is None:
            expected = f"de {threshold(bounds.least)} à {threshold(bounds.most)}"
            notices.append(
                f"« {name}={said_back(text)} » n'est pas compris ({expected}) : le seuil publié "
                "est gardé."
            )
    text = query.get(WEIGHTS, "")
    values[WEIGHTS] = _weights(text)
    if text and values[WEIGHTS] is None:
        notices.append(
            f"« {WEIGHTS}={said_back(text)} » n'est pas compris (des entiers de 0 à 10, non tous "
            "nuls, comme acces:4,besoin:3,fibre:3) : les poids publiés sont gardés."
        )
    return Rule(**values), tuple(notices)  # type: ignore[arg-type]  # as named above


def _threshold(text: str, bounds: Bounds, *, is_whole: bool) -> float | None:
    """Read a threshold; None when it is not a number within its bounds."""
    if not text.isascii() or not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "."))
    if not bounds.hold(number) or (is_whole and not number.is_integer()):
        return None
    return int(number) if is_whole else number


def _weights(text: str) -> Weights | None:
    """Read the three weights, each named once, in any order; None when they cannot be used."""
    pairs = [pair.partition(":") for pair in text.split(",")]
    found = {family: weight for family, _, weight in pairs}
    if len(pairs) != len(FAMILIES) or set(found) != set(FAMILIES) or not text.isascii():
        return None
    if not all(weight.isdecimal() and len(weight) <= 2 for weight in found.values()):
        return None
    supply, need, fibre = (int(found[family]) for family in FAMILIES)
    weights = (supply, need, fibre)
    return weights if any(weights) and all(map(WEIGHT_BOUNDS.hold, weights)) else None


def _are_alike(weights: Weights, published: tuple[float, float, float]) -> bool:
    """Whether weights are the published ones, once both are divided by their sum."""
    total, published_total = sum(weights), sum(published)
    return all(
        abs(weight * published_total - other * total) < 1e-9 * total * published_total
        for weight, other in zip(weights, published, strict=True)
    )
