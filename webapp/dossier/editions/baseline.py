"""The figures that a dossier freezes, so that next year's can say what changed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BaselineValue:
    """An indicator as it stands.

    Attributes
    ----------
    id
        Column of the published territories, the same in every edition.
    label
        French name.
    value
        The number, in `unit`; None when it is unknown, never zero.
    unit
        Its unit; empty for a count without any.
    date
        What the data behind it are and when they date from.
    text
        The number as the dossier writes it.
    """

    id: str
    label: str
    value: float | None
    unit: str
    date: str
    text: str


@dataclass(frozen=True)
class Baseline:
    """What the next edition is compared with.

    Attributes
    ----------
    type, code, territory
        The territory and its name.
    snapshot_id
        Identifier of the data.
    method_version
        Version of the method.
    parameters_sha256
        Hash of every parameter of the method: two equal ones were measured the same way.
    values
        Indicators, always in the same order.
    """

    type: str
    code: str
    territory: str
    snapshot_id: str
    method_version: str
    parameters_sha256: str
    values: tuple[BaselineValue, ...]
