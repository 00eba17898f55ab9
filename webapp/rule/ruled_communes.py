"""Communes judged again under the thresholds and weights of a reader.

The evidence is read from the published rows, and judged by the code that judged them: only what
follows from the rule is replaced. What rests on draws of inputs, or of weights, is not done again
for a rule of a moment: it is blank, and says why.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from carto import flags
from carto.verdict.classes import possible_classes
from carto.verdict.evidence import EVIDENCE_COLUMNS, Evidence, published_evidence
from carto.verdict.judgement import judge
from carto.verdict.outcome import OUTCOME_COLUMNS, outcome
from carto.verdict.parameters import Parameters
from carto.verdict.sentence import Wording, commune_sentence
from webapp.rule.rule import Rule
from webapp.snapshots.overlaid_row import Column, OverlaidRow, ToldColumn

Row = Mapping[str, Any]
Decided = Mapping[str, Sequence[Any]]
Alerts3 = tuple[bool | None, bool | None, bool | None]

ALERTS = ("alert_offre", "alert_besoin", "alert_connectivite")
# What only the thresholds, or only the weights, make impossible to say without new draws.
BY_THRESHOLDS = ("robustness", "underserved_probability")
BY_WEIGHTS = ("rank", "rank_low", "rank_high")
BEYOND = "population_beyond_time_share"
LISTS_BY_THRESHOLDS = ("flipping_inputs", "flipping_thresholds")
# Flags that compare the alert on supply with the one without a group of places.
RESTING = frozenset(
    (
        *(flags.ITINERANT_DECIDE, flags.FICHE_PERIMEE_DECIDE),
        *(flags.POSITION_DOUTEUSE_DECIDE, flags.HEURES_IMPUTEES_DECIDENT),
    )
)
_ANSWERS = ("is_underserved", "verdict_low", "verdict_high", *BY_THRESHOLDS, *BY_WEIGHTS)


@dataclass(frozen=True, eq=False)
class KnownCommunes:
    """The published communes, and what alerts are decided on.

    Attributes
    ----------
    rows
        As published, in their order.
    evidence
        One value per row.
    is_empty
        Communes without inhabitants.
    """

    rows: Sequence[Row]
    evidence: Evidence
    is_empty: NDArray[np.bool_]


def known_communes(published: Mapping[str, Row]) -> KnownCommunes:
    """Read the evidence of published communes."""
    rows = tuple(published.values())
    columns = {name: [row[name] for row in rows] for name in EVIDENCE_COLUMNS}
    is_empty = np.array([row["population"] == 0 for row in rows], dtype=bool)
    return KnownCommunes(rows, published_evidence(columns), is_empty)


def decided_again(known: KnownCommunes, parameters: Parameters) -> Decided:
    """Judge the communes under other thresholds and weights: `OUTCOME_COLUMNS` and their values."""
    judgement = judge(known.evidence, parameters.alerts)
    return outcome(known.evidence, judgement, known.is_empty, parameters)


def ruled_columns(
    known: KnownCommunes, decided: Decided, rule: Rule, wording: Wording
) -> dict[str, Column]:
    """Say what was decided, and leave out what cannot be told.

    Parameters
    ----------
    known
        Published communes.
    decided
        What the rule makes of them.
    rule
        What the reader changed.
    wording
        What the sentences need, with the same thresholds.

    Returns
    -------
    dict
        Name of each column that differs, or may, from the published one → its values.
    """
    columns: dict[str, Column] = dict(decided)
    columns["reasons"] = ToldColumn(lambda at: _reasons(known.rows[at], decided, rule, at))
    if rule.poids is not None:
        columns |= dict.fromkeys(BY_WEIGHTS, _same(None))
    if rule.thresholds:
        columns |= dict.fromkeys(BY_THRESHOLDS, _same(None))
        columns |= dict.fromkeys(LISTS_BY_THRESHOLDS, _same(""))
        columns["sentence"] = ToldColumn(lambda at: _sentence(known.rows[at], columns, wording, at))
    if rule.temps_max is not None:
        columns[BEYOND] = _same(None)
    if rule.moves_supply:
        columns["flags"] = ToldColumn(lambda at: _standing(known.rows[at]["flags"]))
    return columns


def _same(value: object) -> ToldColumn:
    """Make a column that has one value everywhere."""
    return ToldColumn(lambda _: value)


def _standing(raised: Sequence[str]) -> list[str]:
    """Keep the flags that do not rest on the alert on supply."""
    return [flag for flag in raised if flag not in RESTING]


def _sentence(row: Row, columns: Mapping[str, Column], wording: Wording, position: int) -> str:
    """Say the verdict of a commune."""
    judged = OverlaidRow(row, columns, position)
    alerts: Alerts3 = (judged[ALERTS[0]], judged[ALERTS[1]], judged[ALERTS[2]])
    joined = OverlaidRow(judged, {"flags": ["|".join(judged["flags"])]}, 0)
    return commune_sentence(joined, possible_classes(alerts), wording)


def _reasons(row: Row, decided: Decided, rule: Rule, position: int) -> dict[str, str]:
    """Say why values are missing: as published, but for those that the rule decides again."""
    hidden = _hidden(rule, row)
    again = {*OUTCOME_COLUMNS, *hidden}
    kept = {name: why for name, why in row["reasons"].items() if name not in again}
    missing = [name for name in OUTCOME_COLUMNS if decided[name][position] is None]
    return dict(
        sorted(
            {**kept, **_why(missing, row), **dict.fromkeys(hidden, flags.REGLE_MODIFIEE)}.items()
        )
    )


def _hidden(rule: Rule, row: Row) -> tuple[str, ...]:
    """Columns that a rule leaves blank, and that might have had a value."""
    is_by_square = rule.temps_max is not None and row[BEYOND] is not None
    by_time = (BEYOND,) if is_by_square else ()
    by_thresholds = BY_THRESHOLDS if rule.thresholds else ()
    by_weights = BY_WEIGHTS if rule.poids is not None else ()
    return (*by_time, *by_thresholds, *by_weights)


def _why(missing: Collection[str], row: Row) -> dict[str, str]:
    """Give the reason of each decided value that is missing."""
    found = {}
    for name in missing:
        if row["population"] == 0 and name in _ANSWERS:
            found[name] = flags.SANS_HABITANT
        elif name == "is_underserved":
            found[name] = flags.INDETERMINE
        else:
            found[name] = flags.DEPEND_D_UNE_VALEUR_ABSENTE
    return found
