"""The communes and the territories of the page of two quarters: their figures and their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from carto import french
from carto.flags import MEANINGS
from carto.measures.fibre_change import (
    CROSSED,
    FELL_BACK,
    INCOMPARABLE,
    OUTCOMES,
    STALLED,
    UNKNOWN_OUTCOME,
    Counts,
    Outcomes,
)
from geodata.csv_text import csv_text
from webapp.evolutions.quarter_sums import Sums
from webapp.evolutions.quarter_words import OutcomeWords, count_signed, signed

Row = Mapping[str, Any]

FIGURES = (
    *("code_insee", "nom", "departement", "siren_epci", "nom_epci"),
    *("taux_avant", "taux_apres", "locaux_avant", "locaux_apres"),
    *("raccordables_avant", "raccordables_apres", "bilan", "motif"),
)


@dataclass(frozen=True)
class CommuneLine:
    """A commune at both quarters, in words; `why` explains what does not compare."""

    code: str
    nom: str
    territory: str
    before: str
    after: str
    gain: str
    connected: str
    outcome: str
    why: str


def commune_figures(
    rows: Sequence[Row], before: Counts, after: Counts, outcomes: Outcomes, places: Sequence[int]
) -> list[dict[str, Any]]:
    """Gather the figures of some communes, in the order of `places`."""
    values = (before.rate, after.rate, before.premises, after.premises)
    numbers = (*values, before.connectable, after.connectable)
    return [
        dict(
            zip(
                FIGURES,
                (
                    *(rows[place][name] for name in FIGURES[:5]),
                    *(_number(column[place]) for column in numbers),
                    str(outcomes.outcome[place]),
                    str(outcomes.why[place]),
                ),
                strict=True,
            )
        )
        for place in places
    ]


def in_words(figures: Row, words: Mapping[str, OutcomeWords]) -> CommuneLine:
    """Put the figures of a commune in words."""
    before, after = figures["taux_avant"], figures["taux_apres"]
    counts = [figures["raccordables_avant"], figures["raccordables_apres"]]
    is_compared = figures["bilan"] not in (INCOMPARABLE, UNKNOWN_OUTCOME)
    gain = None if None in (before, after) else 100 * (after - before)
    return CommuneLine(
        code=figures["code_insee"],
        nom=figures["nom"],
        territory=figures["nom_epci"] or "sans intercommunalité",
        before=french.percent(before),
        after=french.percent(after),
        gain=signed(gain) if is_compared else "ne se compare pas" if gain is not None else "",
        connected=" → ".join(french.number(count) for count in counts),
        outcome=words[figures["bilan"]].label,
        why=MEANINGS.get(figures["motif"], ""),
    )


@dataclass(frozen=True)
class TerritoryLine:
    """A territory at both quarters, in words; `address` shows its own page of two quarters."""

    nom: str
    address: str
    before: str
    after: str
    gain: str
    connected: str
    crossed: str
    stalled: str
    fell_back: str
    aside: str


def territory_line(nom: str, address: str, total: Sums, counts: Mapping[str, int]) -> TerritoryLine:
    """Put the sums of a territory in words."""
    return TerritoryLine(
        nom=nom,
        address=address,
        before=french.percent(total.before),
        after=french.percent(total.after),
        gain=signed(total.gain),
        connected=count_signed(total.connected),
        crossed=french.number(counts[CROSSED]),
        stalled=french.number(counts[STALLED]),
        fell_back=french.number(counts[FELL_BACK]),
        aside=french.number(total.communes - total.compared),
    )


def by_outcome(before: Counts, after: Counts, outcomes: Outcomes) -> list[int]:
    """Order communes: by outcome, as `OUTCOMES`, then the largest change first, then as given."""
    gained = np.nan_to_num(after.connectable - before.connectable)
    rank = {key: place for place, key in enumerate(OUTCOMES)}
    ranks = np.array([rank[str(key)] for key in outcomes.outcome], dtype=np.int64)
    return [int(place) for place in np.lexsort((-gained, ranks))]


def quarters_csv(figures: Sequence[Row], quarters: tuple[str, str], series: str) -> str:
    """Write the figures of communes as CSV, with both quarters, the series and the reasons."""
    header = (*FIGURES, "explication", "trimestre_avant", "trimestre_apres", "serie")
    lines = ((*row.values(), MEANINGS.get(row["motif"], ""), *quarters, series) for row in figures)
    return csv_text(header, lines)


def _number(value: float) -> float | None:
    """Return a plain number; None for NaN."""
    return None if np.isnan(value) else float(value)
