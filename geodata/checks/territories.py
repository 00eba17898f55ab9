"""Checks of the territories: groups that are not whole, sums of fibre counts of several dates."""

from __future__ import annotations

from carto.assessment import Assessment
from carto.french import NBSP
from carto.typography import typeset
from geodata.checks.results import CheckResult, Item, records

SEPARATOR = "|"
# Levels whose territories may hold départements read at different dates.
ACROSS = {"epci": "siren_epci", "groupe": "groupe", "region": "code_region", "france": "code_pays"}


def groups(assessment: Assessment) -> CheckResult:
    """List the communes of groups that are not published, and old codes carried to today's."""
    columns = ("groupe", "nom", "communes_missing", "codes_anciens")
    rows = records(assessment.groupe, *columns)
    items = [
        Item(row["groupe"], row["nom"], typeset(message))
        for row in rows
        for message in (
            *(f"la commune {code} n'est pas publiée." for code in _parts(row["communes_missing"])),
            *(
                f"l'ancien code {old} est aujourd'hui {living}."
                for old, _, living in (
                    change.partition(" : ") for change in _parts(row["codes_anciens"])
                )
            ),
        )
    ]
    return CheckResult("groupes", "Groupes de communes incomplets", len(rows), tuple(items))


def mixed_quarters(assessment: Assessment) -> CheckResult:
    """List the territories whose fibre adds up counts of several quarters."""
    rows = [
        (row[key], row["nom"], _parts(row["fibre_quarters"]))
        for level, key in ACROSS.items()
        for row in records(assessment.tables[level], key, "nom", "fibre_quarters")
    ]
    items = [
        Item(code, nom, f"trimestres additionnés{NBSP}: {', '.join(quarters)}.")
        for code, nom, quarters in rows
        if len(quarters) > 1
    ]
    return CheckResult(
        "trimestres_melanges", "Fibre de plusieurs trimestres", len(rows), tuple(items)
    )


def _parts(joined: object) -> list[str]:
    """Read a list joined by bars; a missing one is empty."""
    return [part for part in joined.split(SEPARATOR) if part] if isinstance(joined, str) else []
