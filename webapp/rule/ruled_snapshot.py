"""A snapshot as it would read under the thresholds and weights of a reader.

Nothing is written, and next to nothing is copied: rows are those of the published snapshot with a
few columns laid over them. What cannot be told without new draws is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from carto.verdict.parameters import Parameters
from webapp.rule.recounted_groups import RecountedGroups
from webapp.rule.rule import THRESHOLDS, Rule
from webapp.rule.ruled_communes import (
    BEYOND,
    BY_WEIGHTS,
    decided_again,
    known_communes,
    ruled_columns,
)
from webapp.rule.ruled_territories import counted_columns, recounted
from webapp.rule.ruling import Ruling, ruling_of
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
    LoadedSnapshot,
    Row,
)
from webapp.snapshots.overlaid_row import OverlaidRow, OverlaidRows
from webapp.snapshots.published_method import judging_parameters, sentence_wording

# Field of a snapshot that holds the rows of a type of territory.
_LEVELS = {
    "epci": EPCI,
    "departements": DEPARTEMENT,
    "regions": REGION,
    "france": FRANCE,
    "ept": EPT,
    "groups": GROUP,
}


@dataclass(frozen=True, kw_only=True)
class RuledSnapshot(LoadedSnapshot):
    """A loaded snapshot whose verdicts are decided by the rule of a reader.

    Attributes
    ----------
    rule
        What the reader changed.
    ruling
        The same in words.
    published
        The snapshot as it is published.
    ruled_facts
        What the build recorded, with the thresholds and weights of the rule in its method.
    """

    rule: Rule
    ruling: Ruling
    published: LoadedSnapshot
    ruled_facts: Mapping[str, Any]

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the build recorded, with the rule in its method."""
        return self.ruled_facts

    def members(self, type_: str, code: str) -> list[Row]:
        """Communes of a territory under the rule, by code."""
        return [self.communes[row["code_insee"]] for row in super().members(type_, code)]

    def details(self, table: str, *keys: str) -> list[Row]:
        """Read the rows of a complement, without what the rule makes impossible to tell."""
        rows = super().details(table, *keys)
        if table == "sensitivity":
            return []
        if table == "robustness":
            return [self._without_draws(row) for row in rows]
        hidden = _hidden_indicators(self.rule) if table in ("clusters", "twin_gaps") else ()
        return [row for row in rows if row.get("indicator") not in hidden]

    def _without_draws(self, row: Row) -> Row:
        """Blank the draws of inputs under other thresholds, those of weights under others."""
        ranks = {*BY_WEIGHTS, "rank_median", "ranked_count"}
        hidden = [
            name
            for name in row
            if name != "code_insee"
            and (self.rule.poids is not None if name in ranks else bool(self.rule.thresholds))
        ]
        return OverlaidRow(row, {name: [None] for name in hidden}, 0)


def rule_of(snapshot: LoadedSnapshot) -> Rule:
    """Return the rule that a snapshot is read under."""
    return snapshot.rule if isinstance(snapshot, RuledSnapshot) else Rule()


def rule_in(snapshot: LoadedSnapshot, rule: Rule) -> Rule:
    """Leave out of a rule what equals the method of a published snapshot."""
    return rule if rule.is_published else rule.departing_from(judging_parameters(snapshot.facts))


def judged_again(snapshot: LoadedSnapshot, rule: Rule) -> RuledSnapshot:
    """Judge every commune of a snapshot by a rule, whatever it changes.

    Parameters
    ----------
    snapshot
        As published.
    rule
        What to change of its method.
    """
    method = judging_parameters(snapshot.facts)
    parameters = rule.applied_to(method)
    known = known_communes(snapshot.communes)
    wording = sentence_wording(snapshot.facts, parameters.alerts)
    decided = decided_again(known, parameters)
    columns = ruled_columns(known, decided, rule, wording)
    by_squares = bool(snapshot.facts["method"].get("travel_model", {}).get("squares"))
    ruling = ruling_of(rule, method, by_squares=by_squares)
    own: dict[str, Any] = {
        "communes": OverlaidRows(snapshot.communes, columns),
        "rule": rule,
        "published": snapshot,
        "ruling": ruling,
        "ruled_facts": _ruled_facts(snapshot.facts, rule, parameters, ruling),
    }
    if rule.thresholds:
        own |= _recounted_levels(snapshot, rule, counted_columns(known, decided))
    shared = {field.name: getattr(snapshot, field.name) for field in fields(LoadedSnapshot)}
    return RuledSnapshot(**shared | own)


def _recounted_levels(
    snapshot: LoadedSnapshot, rule: Rule, columns: Mapping[str, Any]
) -> dict[str, Mapping[str, Row]]:
    """Count the territories of every level again."""
    positions = {code: position for position, code in enumerate(snapshot.communes)}

    def level(type_: str) -> Mapping[str, Row]:
        rows = snapshot.level(type_)

        def members(code: str) -> list[int]:
            return [
                positions[row["code_insee"]]
                for row in snapshot.members(type_, code)
                if type_ != DEPARTEMENT or row["is_in_scope"]
            ]

        def counted(some: Mapping[str, Row]) -> OverlaidRows:
            return OverlaidRows(some, recounted(some, members, columns, rule))

        return counted(rows) if type_ != GROUP else RecountedGroups(rows, counted)

    return {name: level(type_) for name, type_ in _LEVELS.items()}


def _hidden_indicators(rule: Rule) -> tuple[str, ...]:
    """Name the indicators of complements that the rule moves."""
    by_weights = ("score",) if rule.poids is not None else ()
    return (*by_weights, BEYOND) if rule.temps_max is not None else by_weights


def _ruled_facts(
    facts: Mapping[str, Any], rule: Rule, parameters: Parameters, ruling: Ruling
) -> dict[str, Any]:
    """Put the values of the rule in the method, and those they replace beside them."""
    method = facts["method"]
    published, ruled = method["parameters"], parameters.as_dict()
    replaced = {
        f"alerts.{THRESHOLDS[name]}": published["alerts"][THRESHOLDS[name]]
        for name in rule.thresholds
    }
    if rule.poids is not None:
        replaced["composite.weights"] = published["composite"]["weights"]
    values = {**published, "alerts": ruled["alerts"], "composite": ruled["composite"]}
    return {
        **facts,
        "method": {
            **method,
            "parameters": values,
            "ruling": ruling.sentence,
            "replaced": {**method.get("replaced", {}), **replaced},
        },
    }
