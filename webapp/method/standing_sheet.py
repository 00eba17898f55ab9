"""The sheet that explains where a commune stands among the people of France."""

from __future__ import annotations

from collections.abc import Sequence

from carto import french
from carto.drawing.wording import threshold
from carto.vocabulary import PLACE_SOURCES
from webapp.method.sheet import Example, Sheet
from webapp.views.provenance import Facts


def standing_sheet(facts: Facts, standings: Sequence[str]) -> Sheet:
    """Explain the frozen reference: what it says, its vintage, and the dates of its data.

    Parameters
    ----------
    facts
        Facts of the snapshot, `reference` included.
    standings
        Sentences that place the commune of the examples.
    """
    reference = facts["reference"]
    vintage = reference["vintage"]
    named = f"référence {vintage}" if vintage else "référence nationale"
    return Sheet(
        "place",
        "Place parmi les habitants de France",
        "Combien d'habitants de France vivent dans une commune mieux, ou moins bien, servie ?",
        (
            "« Au moins 90 % des habitants de France vivent plus près d'un lieu d'aide » : ils "
            "habitent des communes dont le temps d'accès est plus court que celui de la commune.",
            f"Les communes sont comparées à des valeurs nationales figées ({named}), pondérées "
            "par la population, à 5, 10, 20, 25, 50, 75, 80, 90 et 95 % des habitants.",
        ),
        _dates(facts),
        (
            "La référence ne bouge pas d'un mois à l'autre : une commune peut la dépasser sans "
            "que sa place d'aujourd'hui soit connue.",
            "Des quantiles donnent une tranche, pas un rang : d'où « au moins ».",
            *_declared(facts),
        ),
        Example(tuple(standings)) if standings else None,
    )


def _dates(facts: Facts) -> str:
    """Give the dates of the files that the reference was computed from."""
    dates = facts["reference"].get("dates", {})
    listed = facts["reference"]["lists"] or PLACE_SOURCES
    years = sorted({dates[name][:4] for name in listed if name in dates})
    said = []
    if "fibre" in dates:
        said.append(f"fibre au {french.date(dates['fibre'])}")
    if years:
        last = f" à {years[-1]}" if len(years) > 1 else ""
        said.append(f"lieux de {years[0]}{last}")
    return f"calibrage national : {' ; '.join(said)}" if said else "calibrage national"


def _declared(facts: Facts) -> tuple[str, ...]:
    """Say that the value held on to is not the median that the calibration found."""
    reference = facts["reference"]
    median, held = reference.get("median"), reference["apl_ref"]
    if median is None or median == held:
        return ()
    return (
        f"Pour ces listes de lieux, le seuil d'offre garde la médiane déclarée avant le calibrage "
        f"({threshold(held)} h) ; recalculée, elle est de {threshold(median)} h.",
    )
