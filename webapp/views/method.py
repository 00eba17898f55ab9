"""The method page: parameters of the snapshot and definitions of columns, in plain French."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.flags import MEANINGS
from carto.tables.communes import COMMUNES
from carto.verdict.parameter_labels import PARAMETER_LABELS, parameter_label, parameter_value
from webapp.views.provenance import Facts


@dataclass(frozen=True)
class Parameter:
    """A convention of the method and its value in this snapshot."""

    name: str
    label: str
    value: str


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
    for group, values in facts["method"]["parameters"].items():
        if not isinstance(values, Mapping):
            continue
        for key, value in values.items():
            name = f"{group}.{key}"
            found.append(Parameter(name, parameter_label(name), parameter_value(name, value)))
    order = list(PARAMETER_LABELS)
    return sorted(
        found, key=lambda p: (order.index(p.name) if p.name in order else len(order), p.name)
    )


def columns() -> list[Meaning]:
    """Define the columns of the published table of communes, from its contract."""
    return [
        Meaning(column.name, column.label, column.description, column.unit, column.null_rule)
        for column in COMMUNES.columns
    ]


def flags() -> list[Meaning]:
    """List the codes of flags and reasons with their meaning."""
    return [Meaning(code, code, text) for code, text in sorted(MEANINGS.items())]
