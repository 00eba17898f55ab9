"""Checks of the places: where they stand, and whose hours are known."""

from __future__ import annotations

from carto import flags
from carto.assessment import Assessment
from geodata.checks.results import CheckResult, Item, flagged, records


def positions(assessment: Assessment) -> CheckResult:
    """Places published outside their declared commune."""
    placed = assessment.placed
    codes = (
        *(flags.CODE_CORRIGE, flags.POSITION_CORRIGEE),
        *(flags.POSITION_HORS_COMMUNE, flags.POSITION_COMMUNE),
    )
    items = flagged(placed, "id", codes)
    checked = int(placed["metres_outside"].notna().sum())
    title = "Lieux hors de leur commune (parmi ceux dont le contour est connu)"
    return CheckResult("lieux_hors_commune", title, checked, items)


def homeless(assessment: Assessment) -> CheckResult:
    """Places that could not be put on the map."""
    items = tuple(
        Item(row["id"], row["nom"], "ni coordonnées, ni commune connue : lieu non placé")
        for row in records(assessment.homeless, "id", "nom")
    )
    looked_at = len(assessment.placed) + len(assessment.homeless)
    return CheckResult("lieux_sans_position", "Lieux sans position", looked_at, items)


def hours(assessment: Assessment) -> CheckResult:
    """Places whose hours are estimated or capped."""
    codes = (flags.HEURES_IMPUTEES, flags.HEURES_PLAFONNEES)
    items = flagged(assessment.placed, "id", codes)
    return CheckResult("heures", "Heures estimées ou plafonnées", len(assessment.placed), items)
