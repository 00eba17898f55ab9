"""The parameters that change the rule of the verdicts, within the bounds they are read with."""

from __future__ import annotations

from carto.verdict.parameter_bounds import THRESHOLD_BOUNDS
from carto.verdict.parameter_labels import PARAMETER_LABELS
from webapp.api.description.operation import Parameter
from webapp.api.description.schema import number, text, whole
from webapp.rule.rule import FAMILIES, THRESHOLDS, WEIGHTS

_WEIGHT = rf"({'|'.join(FAMILIES)}):[0-9]{{1,2}}"
_EXAMPLES = {
    "temps_max": 15,
    "acces_ratio": 0.6,
    "besoin_min": 6,
    "fibre_min": 90,
    "cuivre": 3,
}


def _threshold(name: str, parameter: str) -> Parameter:
    """Describe a threshold of the rule."""
    key = f"alerts.{parameter}"
    label, unit = PARAMETER_LABELS[key]
    bounds = THRESHOLD_BOUNDS[key]
    kind = whole if name == "cuivre" else number
    in_unit = f" ({unit})" if unit else ""
    return Parameter(
        name,
        f"{label}{in_unit} ; par défaut, le seuil de la méthode publiée.",
        kind(minimum=bounds.least, maximum=bounds.most),
        _EXAMPLES[name],
    )


RULE = (
    *(_threshold(name, parameter) for name, parameter in THRESHOLDS.items()),
    Parameter(
        WEIGHTS,
        "Poids des trois familles dans le score, des entiers de 0 à 10, non tous nuls ; par "
        "défaut, ceux de la méthode publiée.",
        text(pattern=rf"^{_WEIGHT}(,{_WEIGHT}){{2}}$"),
        "acces:4,besoin:3,fibre:3",
    ),
)
