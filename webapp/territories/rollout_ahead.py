"""When the communes of a territory may have their fibre: how many do, by when the others would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carto import french
from carto.typography import typeset
from webapp.territories.fibre_outlook import LONG
from webapp.views.provenance import Facts

Row = Mapping[str, Any]


def rollout_ahead(members: Sequence[Row], facts: Facts) -> tuple[str, ...]:
    """Say where the rollout of a territory is going, from the projections of its communes.

    Parameters
    ----------
    members
        Rows of its communes.
    facts
        Facts of the snapshot.
    """
    target = facts["method"]["parameters"]["projection"]["targets"][0]
    known = [row for row in members if row.get("taux_couverture_ftth") is not None]
    return tuple(map(typeset, _lines(known, target))) if known else ()


def _lines(known: Sequence[Row], target: float) -> Iterator[str]:
    """Count the communes that have reached the target, those with a date, those without."""
    goal = french.percent(target, 0)
    waiting = [row for row in known if row["taux_couverture_ftth"] < target]
    reached = french.plural(len(known) - len(waiting), "commune")
    yield f"Fibre : {reached} sur {french.number(len(known))} à {goal} ou plus."
    dated = [row for row in waiting if row.get("fibre_95_quarter") is not None]
    if dated:
        verb = "y parviendrait" if len(dated) == 1 else "y parviendraient"
        yield (
            f"Au rythme de la dernière année, {french.plural(len(dated), 'autre')} {verb}, la "
            f"dernière au {_last(dated)} (intervalle tenu huit fois sur dix)."
        )
    silent = len(waiting) - len(dated)
    if silent:
        yield (
            f"Pour {french.plural(silent, 'commune')}, la date où la fibre sera complète ne peut "
            "pas être estimée."
        )


def _last(dated: Sequence[Row]) -> str:
    """Write the latest quarter of the target, with its bounds."""
    row = max(dated, key=lambda one: (one["fibre_95_quarter"], one["code_insee"]))
    low, high = row.get("fibre_95_quarter_low"), row.get("fibre_95_quarter_high")
    written = french.quarter(row["fibre_95_quarter"])
    if low is None:
        return written
    latest = LONG if high is None else f"le {french.quarter(high)}"
    return f"{written}, entre le {french.quarter(low)} et {latest}"
