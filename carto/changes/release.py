"""A release as its changes are told: published rows by key, and the rule they follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Release:
    """What a published snapshot says, as plain values.

    Attributes
    ----------
    id
        Identifier of the snapshot.
    cog
        Year of the Code officiel géographique of its codes.
    communes, sites
        Published rows by `code_insee` and by `id`; a missing value is None, `flags` and `reasons`
        are text.
    rule
        The method: its version, parameters and variant of the need, as nested plain values.
    """

    id: str
    cog: int
    communes: Mapping[str, Row]
    sites: Mapping[str, Row]
    rule: Mapping[str, Any]


def changed_rules(before: Release, after: Release) -> dict[str, tuple[object, object]]:
    """List the parameters of the method that differ.

    Returns
    -------
    dict
        Dotted name → value before and after, None where a release has no such parameter.

    Examples
    --------
    >>> one = Release("a", 2026, {}, {}, {"alerts": {"fibre_pct": 95.0, "need": 7.0}})
    >>> two = Release("b", 2026, {}, {}, {"alerts": {"fibre_pct": 90.0, "need": 7.0}})
    >>> changed_rules(one, two)
    {'alerts.fibre_pct': (95.0, 90.0)}
    """
    old, new = dict(dotted(before.rule)), dict(dotted(after.rule))
    return {
        name: (old.get(name), new.get(name))
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    }


def dotted(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield the values of nested tables under dotted names.

    >>> dict(dotted({"alerts": {"need": 7.0}, "version": "1"}))
    {'alerts.need': 7.0, 'version': '1'}
    """
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from dotted(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", tuple(value) if isinstance(value, list) else value
