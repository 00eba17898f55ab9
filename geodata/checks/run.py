"""All the checks of a build, in a fixed order: what a cut file explains comes first."""

from __future__ import annotations

from collections.abc import Mapping

from carto.assessment import Assessment
from geodata.checks import against_previous, communes, network, places, rows, territories
from geodata.checks.against_previous import Previous
from geodata.checks.results import CheckResult
from geodata.source import ParsedTable


def run_checks(
    assessment: Assessment,
    parsed: Mapping[str, ParsedTable],
    titles: Mapping[str, str],
    previous: Previous | None = None,
) -> tuple[CheckResult, ...]:
    """Run every check.

    Parameters
    ----------
    assessment
        The computed tables.
    parsed
        What each source became, by source id.
    titles
        Titles of what was read, by reader id.
    previous
        What the snapshot served now says of the same territory; None without one.
    """
    codes = frozenset(communes.published_communes(assessment)["code_insee"])
    return (
        communes.completeness(assessment),
        rows.listed_communes(parsed, codes, titles),
        rows.refused_rows(parsed),
        rows.notices(parsed),
        against_previous.changed_rows(parsed, previous),
        against_previous.lost_departements(assessment, previous),
        against_previous.lost_places(assessment, previous),
        against_previous.fallen_fibre(assessment, previous),
        communes.unmatched(assessment, titles),
        communes.estimated(assessment),
        communes.mairies(assessment),
        places.positions(assessment),
        places.homeless(assessment),
        places.hours(assessment),
        network.fibre_rates(assessment),
        territories.mixed_quarters(assessment),
        territories.groups(assessment),
        communes.contours(assessment),
    )
