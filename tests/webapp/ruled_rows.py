"""What a rule must give back: comparisons of a ruled snapshot with a published one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from carto.verdict.classes import possible_classes
from carto.verdict.outcome import OUTCOME_COLUMNS
from carto.verdict.sentence import Wording, commune_sentence
from webapp.rule.rule import Rule
from webapp.rule.ruled_communes import BY_THRESHOLDS, BY_WEIGHTS, RESTING
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
    LoadedSnapshot,
)

Row = Mapping[str, Any]
Difference = tuple[str, str, Any, Any]

LEVELS = (EPCI, DEPARTEMENT, REGION, FRANCE, EPT, GROUP)


def differing_communes(ruled: LoadedSnapshot, expected: LoadedSnapshot) -> list[Difference]:
    """List what is decided otherwise of a commune: values, their types, reasons."""
    hidden = {*BY_THRESHOLDS, *BY_WEIGHTS, "population_beyond_time_share"}
    return [
        difference
        for code, row in expected.communes.items()
        for difference in (
            *_columns(code, ruled.communes[code], row, OUTCOME_COLUMNS),
            *_same(code, "reasons", _but(ruled.communes[code], hidden), _but(row, hidden)),
        )
    ]


def differing_territories(ruled: LoadedSnapshot, expected: LoadedSnapshot) -> list[Difference]:
    """List what is counted otherwise of a territory, but for what needs draws."""
    return [
        difference
        for type_ in LEVELS
        for code, row in expected.level(type_).items()
        for difference in _columns(
            code,
            ruled.level(type_)[code],
            row,
            [name for name in row if not name.startswith("communes_underserved_")],
        )
    ]


def sentence_without_draws(row: Row, wording: Wording, rule: Rule) -> str:
    """Say the verdict of a published commune as if nobody had tried what the rule moves."""
    alerts = (row["alert_offre"], row["alert_besoin"], row["alert_connectivite"])
    left_out = RESTING if rule.moves_supply else ()
    standing = [flag for flag in row["flags"] if flag not in left_out]
    plain = dict(row) | {"robustness": None, "flags": "|".join(standing)}
    return commune_sentence(plain, possible_classes(alerts), wording)


def _columns(code: str, found: Row, row: Row, names: Any) -> Iterator[Difference]:
    for name in names:
        yield from _same(code, name, found[name], row[name])


def _same(code: str, name: str, found: Any, expected: Any) -> Iterator[Difference]:
    if found != expected or type(found) is not type(expected):
        yield code, name, found, expected


def _but(row: Row, hidden: set[str]) -> dict[str, str]:
    return {name: why for name, why in row["reasons"].items() if name not in hidden}
