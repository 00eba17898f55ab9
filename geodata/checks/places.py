"""Checks of the places: where they stand, and whose hours are known."""

from __future__ import annotations

from carto import flags
from carto.assessment import Assessment
from carto.sites.placing import SANS_POSITION
from geodata.checks.results import CheckResult, Item, flagged


def positions(assessment: Assessment) -> CheckResult:
    """Places published outside their declared commune."""
    placed = assessment.placed
    codes = (
        *(flags.CODE_CORRIGE, flags.POSITION_CORRIGEE),
        *(flags.POSITION_HORS_COMMUNE, flags.POSITION_APPROCHEE),
    )
    items = flagged(placed, "id", codes)
    checked = int(placed["metres_outside"].notna().sum())
    title = "Lieux hors de leur commune (parmi ceux dont le contour est connu)"
    return CheckResult("lieux_hors_commune", title, checked, items)


def homeless(assessment: Assessment) -> CheckResult:
    """Places that could not be put on the map."""
    lost = [row for row in assessment.left_out if row.code == SANS_POSITION]
    items = tuple(Item(row.key, "", row.reason) for row in lost)
    looked_at = len(assessment.placed) + len(assessment.left_out)
    return CheckResult("lieux_sans_position", "Lieux sans position", looked_at, items)


def hours(assessment: Assessment) -> CheckResult:
    """Places whose hours are estimated or capped."""
    codes = (flags.HEURES_IMPUTEES, flags.HEURES_PLAFONNEES)
    items = flagged(assessment.placed, "id", codes)
    return CheckResult("heures", "Heures estimées ou plafonnées", len(assessment.placed), items)
