"""The form that changes a rule: each threshold, its meaning, its bounds, its published value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.drawing.wording import threshold
from carto.french import NBSP
from carto.typography import typeset
from carto.verdict.parameter_bounds import THRESHOLD_BOUNDS, WEIGHT_BOUNDS, Bounds
from carto.verdict.parameter_labels import PARAMETER_LABELS, parameter_label
from carto.verdict.parameters import Parameters
from webapp.rule.rule import FAMILIES, THRESHOLDS, WEIGHTS, Rule

# What a threshold is about, in a line that needs no other.
_MEANINGS: Mapping[str, str] = {
    "temps_max": "Trajet vers le lieu d'aide le plus proche. Plus bas : plus de communes en alerte "
    "sur l'offre d'aide.",
    "acces_ratio": "Heures d'aide à portée, partagées entre les habitants ; 1 est la médiane des "
    "habitants de France. Plus haut : plus d'alertes sur l'offre d'aide.",
    "besoin_min": "Note du besoin d'aide, de 1 (faible) à 10 (fort). Plus bas : plus d'alertes sur "
    "le besoin.",
    "fibre_min": "Part des locaux où la fibre peut être commandée. Plus haut : plus d'alertes sur "
    "la connectivité.",
    "cuivre": "1 : plus rien n'est vendu sur le cuivre ; 2 : il ferme dans les deux ans, avant la "
    "fibre ; 3 : dans l'année ; 4 : il est fermé. Plus bas : plus d'alertes.",
}
_FAMILY_LABELS = {
    "acces": "Accès à l'aide",
    "besoin": "Besoin",
    "fibre": "Fibre",
}
COPPER = "cuivre"
_UNITS = {"alerts.apl_ratio": "fois la médiane", "alerts.copper_class": ""}


@dataclass(frozen=True)
class NumberField:
    """A number of the form; its values are written as an `<input type="number">` reads them.

    Attributes
    ----------
    name
        Parameter of the form.
    published
        The published value as a reader reads it.
    is_changed
        Whether the value is not the published one.
    """

    name: str
    label: str
    meaning: str
    unit: str
    value: str
    published: str
    published_value: str
    least: str
    most: str
    step: str
    is_changed: bool


@dataclass(frozen=True)
class RuleForm:
    """The thresholds, then the weights of the score."""

    thresholds: tuple[NumberField, ...]
    weights: tuple[NumberField, ...]


def rule_form(rule: Rule, method: Parameters, *, has_copper: bool = True) -> RuleForm:
    """Write the form of a rule.

    Parameters
    ----------
    rule
        What is changed, and shown as the present values.
    method
        The published method.
    has_copper
        Whether the data say when copper closes; without them its threshold decides nothing.
    """
    names = [name for name in THRESHOLDS if has_copper or name != COPPER]
    thresholds = [_threshold(name, rule, method) for name in names]
    published = _whole_weights(method.composite.weights)
    now = rule.poids or published
    weights = [
        _field(
            (f"{WEIGHTS}_{family}", _FAMILY_LABELS[family], "", ""),
            (float(value), float(before)),
            WEIGHT_BOUNDS,
        )
        for family, value, before in zip(FAMILIES, now, published, strict=True)
    ]
    return RuleForm(tuple(thresholds), tuple(weights))


def written_weights(query: Mapping[str, str]) -> dict[str, str]:
    """Gather the three fields of the weights into the one parameter of an address.

    >>> written_weights({"poids_acces": "4", "poids_besoin": "3", "poids_fibre": "3"})
    {'poids': 'acces:4,besoin:3,fibre:3'}
    """
    found = {family: query.get(f"{WEIGHTS}_{family}") for family in FAMILIES}
    if None in found.values():
        return {}
    return {WEIGHTS: ",".join(f"{family}:{weight}" for family, weight in found.items())}


WEIGHT_FIELDS = tuple(f"{WEIGHTS}_{family}" for family in FAMILIES)


def _threshold(name: str, rule: Rule, method: Parameters) -> NumberField:
    """Write the field of a threshold."""
    parameter = f"alerts.{THRESHOLDS[name]}"
    published = float(getattr(method.alerts, THRESHOLDS[name]))
    value = rule.thresholds.get(name, published)
    unit = _UNITS.get(parameter, PARAMETER_LABELS[parameter][1])
    words = (name, parameter_label(parameter), _MEANINGS[name], unit)
    return _field(words, (value, published), THRESHOLD_BOUNDS[parameter])


def _field(
    words: tuple[str, str, str, str], values: tuple[float, float], bounds: Bounds
) -> NumberField:
    """Write a field; bounds are widened to hold a published value that lies beyond them."""
    name, label, meaning, unit = words
    value, published = values
    is_on_step = ((published - bounds.least) / bounds.step) % 1 == 0
    return NumberField(
        name=name,
        label=typeset(label),
        meaning=typeset(meaning),
        unit=unit,
        value=f"{value:g}",
        published=f"{threshold(published)}{NBSP}{unit}" if unit else threshold(published),
        published_value=f"{published:g}",
        least=f"{min(bounds.least, published):g}",
        most=f"{max(bounds.most, published):g}",
        step=f"{bounds.step:g}" if is_on_step else "any",
        is_changed=value != published,
    )


def _whole_weights(weights: tuple[float, float, float]) -> tuple[int, int, int]:
    """Write weights as whole numbers within bounds, in nearly the same proportions.

    >>> _whole_weights((1.0, 1.0, 1.0)), _whole_weights((0.5, 0.25, 0.25))
    ((1, 1, 1), (10, 5, 5))
    """
    most = max(weights)
    is_whole = all(weight.is_integer() for weight in weights) and most <= WEIGHT_BOUNDS.most
    scale = 1.0 if is_whole else WEIGHT_BOUNDS.most / most
    first, second, third = (round(weight * scale) for weight in weights)
    return first, second, third
