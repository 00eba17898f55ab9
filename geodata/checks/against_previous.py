"""Checks against the snapshot served now: a file that was cut, a département or a network lost."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

import pandas as pd

from carto import french
from carto.assessment import Assessment
from geodata.checks.results import CheckResult, Item, records
from geodata.source import ParsedTable
from geodata.storage.data_dir import DataDir
from geodata.storage.errors import SnapshotError
from geodata.storage.snapshot import Snapshot

# A source whose rows change by more than this share since the last time is looked at.
MAX_CHANGE = 0.20
# A fall of the fibre rate of a département of more points than this is no revision.
MAX_FALL_POINTS = 5.0


@dataclass(frozen=True)
class Previous:
    """What the snapshot served now says, for a build of the same territory.

    Attributes
    ----------
    rows
        Source id → rows read. What becomes of them also depends on the other sources.
    places
        Places of the perimeter, None when it had no source of places.
    fibre
        Code of a published département → fibre rate from 0 to 1, None when unknown.
    names
        Code of a département → name.
    """

    rows: Mapping[str, int]
    places: int | None
    fibre: Mapping[str, float | None]
    names: Mapping[str, str]


def read_previous(data_dir: DataDir, scope: Mapping[str, object]) -> Previous | None:
    """Read the snapshot served now, None without one of the same territory."""
    for snapshot_id in data_dir.latest_ids()[:1]:
        with suppress(SnapshotError):
            served = Snapshot.open(data_dir.snapshot(snapshot_id))
            if served.facts["scope"] == scope:
                departements = served.rows("departement")
                sites = [bool(row["is_in_scope"]) for row in served.rows("sites")]
                return Previous(
                    rows={source["id"]: source["in"] for source in served.facts["sources"]},
                    places=sum(sites) if sites else None,
                    fibre={
                        row["code_departement"]: row["taux_couverture_ftth"] for row in departements
                    },
                    names={row["code_departement"]: row["nom"] for row in departements},
                )
    return None


def changed_rows(parsed: Mapping[str, ParsedTable], previous: Previous | None) -> CheckResult:
    """Find sources with far fewer rows than the last time, which block, or far more."""
    former = previous.rows if previous else {}
    compared = {name: one for name, one in parsed.items() if former.get(name)}
    items, cut = [], False
    for name, one in sorted(compared.items()):
        change = one.rows_in / former[name] - 1
        if abs(change) > MAX_CHANGE:
            said = (
                f"{french.plural(one.rows_in, 'ligne')} lues, {french.number(former[name])} "
                f"auparavant ({french.number(100 * change, 0, '%')})."
            )
            items.append(Item(name, one.file, said))
            cut = cut or change < 0
    title = "Sources dont le nombre de lignes a changé"
    return CheckResult("lignes_changees", title, len(compared), tuple(items), cut)


def lost_places(assessment: Assessment, previous: Previous | None) -> CheckResult:
    """Places of the perimeter that were served and are gone in number: a file was cut."""
    former = previous.places if previous else None
    now = int(assessment.sites["is_in_scope"].astype(bool).sum())
    lost = bool(former) and len(assessment.sites) > 0 and now < (1 - MAX_CHANGE) * (former or 0)
    said = f"{french.plural(now, 'lieu', 'lieux')} dans le périmètre, {former} auparavant."
    items = (Item("sites", "Lieux d'aide", said),) if lost else ()
    return CheckResult("lieux_disparus", "Lieux disparus", former or 0, items, lost)


def lost_departements(assessment: Assessment, previous: Previous | None) -> CheckResult:
    """Départements that were published and are no more."""
    former = previous.names if previous else {}
    now = set(assessment.departement["code_departement"])
    items = tuple(
        Item(code, nom, "publié dans l'instantané précédent, absent de celui-ci")
        for code, nom in sorted(former.items())
        if code not in now
    )
    title = "Départements disparus"
    return CheckResult("departements_disparus", title, len(former), items, bool(items))


def fallen_fibre(assessment: Assessment, previous: Previous | None) -> CheckResult:
    """Départements whose fibre rate fell by more than a revision of the premises explains."""
    former = previous.fibre if previous else {}
    items, compared = [], 0
    columns = ("code_departement", "nom", "taux_couverture_ftth")
    for row in records(assessment.departement, *columns):
        before, now = former.get(row["code_departement"]), row["taux_couverture_ftth"]
        if before is None or pd.isna(now):
            continue
        compared += 1
        points = 100 * (now - before)
        if points < -MAX_FALL_POINTS:
            said = (
                f"{french.number(100 * now, 1, '%')} de locaux raccordables, "
                f"{french.number(100 * before, 1, '%')} auparavant."
            )
            items.append(Item(row["code_departement"], row["nom"], said))
    title = "Fibre en recul"
    return CheckResult("fibre_en_recul", title, compared, tuple(items), bool(items))
