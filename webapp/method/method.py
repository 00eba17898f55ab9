"""The method page: parameters of the snapshot and definitions of columns, in plain French."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from carto.flags import MEANINGS
from carto.tables.communes import COMMUNES
from carto.typography import typeset
from carto.verdict.parameter_labels import PARAMETER_LABELS, parameter_label, parameter_value
from webapp.method.sheet import in_type
from webapp.views.provenance import Facts


@dataclass(frozen=True)
class Parameter:
    """A convention of the method and its value in this snapshot.

    `default_value` is the one that the editor of the site replaced; empty when it is kept.
    """

    name: str
    label: str
    value: str
    default_value: str = ""

    @property
    def pieces(self) -> tuple[str, ...]:
        """The name in pieces, between which a line may break: after `.` and `_`.

        >>> Parameter("alerts.time_min", "", "").pieces
        ('alerts.', 'time_', 'min')
        """
        return tuple(re.findall(r"[^._]+[._]?", self.name))


@dataclass(frozen=True)
class Meaning:
    """A code or a column, and what it means."""

    name: str
    label: str
    text: str
    unit: str = ""
    when_missing: str = ""


def parameters(facts: Facts) -> list[Parameter]:
    """List the parameters this snapshot was made with; one without a label keeps its name."""
    found = []
    replaced = _replaced(facts)
    for group, values in facts["method"]["parameters"].items():
        if not isinstance(values, Mapping):
            continue
        for key, value in values.items():
            name = f"{group}.{key}"
            default = parameter_value(name, replaced[name]) if name in replaced else ""
            said = parameter_value(name, value)
            found.append(Parameter(name, *map(in_type, (parameter_label(name), said, default))))
    order = list(PARAMETER_LABELS)
    return sorted(
        found, key=lambda p: (order.index(p.name) if p.name in order else len(order), p.name)
    )


def replaced_thresholds(facts: Facts) -> str:
    """Say which thresholds of alert the editor of the site replaced; empty when none is."""
    said = [
        f"{item.label} : {item.value} (défaut : {item.default_value})"
        for item in parameters(facts)
        if item.default_value and item.name.startswith("alerts.")
    ]
    if not said:
        return ""
    return typeset(f"Seuils remplacés par l'éditeur de ce site : {' ; '.join(said)}.")


def _replaced(facts: Facts) -> Mapping[str, object]:
    """Dotted name of each replaced parameter → its default."""
    replaced: Mapping[str, object] = facts["method"].get("replaced", {})
    return replaced


def columns() -> list[Meaning]:
    """Define the columns of the published table of communes, from its contract."""
    return [
        Meaning(
            column.name,
            *map(in_type, (column.label, column.description, column.unit, column.null_rule)),
        )
        for column in COMMUNES.columns
    ]


def flags() -> list[Meaning]:
    """List the codes of flags and reasons with their meaning."""
    return [Meaning(code, code, text) for code, text in sorted(MEANINGS.items())]
