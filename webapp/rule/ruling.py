"""What a reader changed of the rule of the verdicts, in words, and what is then left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from carto.drawing.wording import threshold
from carto.french import NBSP
from carto.typography import typeset
from carto.verdict.parameters import Alerts, Parameters
from webapp.rule.rule import THRESHOLDS, Rule

# Parameter of an address → how a value of it is said: « fibre sous 90 % ».
_SAID: Mapping[str, Callable[[float], str]] = {
    "temps_max": lambda value: f"temps d'accès au-delà de {threshold(value)}{NBSP}min",
    "acces_ratio": lambda value: f"offre accessible sous {threshold(value)} fois la médiane",
    "besoin_min": lambda value: f"besoin à partir de {threshold(value)}{NBSP}sur 10",
    "fibre_min": lambda value: f"fibre sous {threshold(value)} %",
    "cuivre": lambda value: f"fermeture du cuivre à partir de la classe {threshold(value)}",
}


@dataclass(frozen=True)
class Ruling:
    """A rule that is not the published one, as pages say it.

    Attributes
    ----------
    changes
        « fibre sous 90 % (au lieu de 95 %) », one for each value that differs.
    left_out
        What is not computed again under this rule, and why.
    query
        Parameters of an address that carry the rule.
    """

    changes: tuple[str, ...]
    left_out: str
    query: Mapping[str, str]

    @property
    def sentence(self) -> str:
        """The whole in one sentence, for a drawing or a file."""
        return typeset(f"Règle modifiée par le lecteur : {' ; '.join(self.changes)}.")


def ruling_of(rule: Rule, method: Parameters, *, by_squares: bool = False) -> Ruling:
    """Put a rule in words.

    Parameters
    ----------
    rule
        What differs from the published method.
    method
        The published method.
    by_squares
        Whether people far from a place were counted square by square.
    """
    changes = [
        f"{_SAID[name](value)} (au lieu de {_before(name, method.alerts)})"
        for name, value in rule.thresholds.items()
    ]
    if rule.poids is not None:
        changes.append(
            f"poids de l'accès, du besoin et de la fibre dans le score : {_listed(rule.poids)} "
            f"(au lieu de {_listed(method.composite.weights)})"
        )
    return Ruling(
        tuple(map(typeset, changes)), typeset(_left_out(rule, by_squares=by_squares)), rule.query()
    )


def _before(name: str, alerts: Alerts) -> str:
    """Write the published value of a threshold, with the unit that follows the changed one."""
    value = float(getattr(alerts, THRESHOLDS[name]))
    units = {"temps_max": f"{NBSP}min", "fibre_min": f"{NBSP}%"}
    return f"{threshold(value)}{units.get(name, '')}"


def _listed(weights: tuple[float, float, float]) -> str:
    """Write three weights.

    >>> _listed((4, 3, 3))
    '4, 3 et 3'
    """
    first, second, third = map(threshold, map(float, weights))
    return f"{first}, {second} et {third}"


def _left_out(rule: Rule, *, by_squares: bool) -> str:
    """Say what needs draws that are made once, at publication, and is not shown here."""
    hidden = []
    if rule.thresholds:
        hidden.append("la solidité des verdicts")
    if rule.poids is not None:
        hidden.append("les rangs")
    if rule.temps_max is not None and by_squares:
        hidden.append("la part des habitants loin d'un lieu, comptée par carreau")
    if not hidden:
        return ""
    return f"Masqué ici, car calculé à la publication pour la règle publiée : {', '.join(hidden)}."
