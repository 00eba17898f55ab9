"""What a dossier keeps of its data, so that next year's can say what changed, and why.

The figures of the baseline, and under them the rows that explain a change of class: those of the
communes, and of the places within reach of one of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from carto.changes.nearby_places import Grid
from carto.changes.release import Release
from carto.drawing.travel_words import travel_words
from carto.verdict.parameters import Catchment, Travel, reach_km
from webapp.dossier.editions.baseline import Baseline, BaselineValue
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row

FORMAT = "carto-etat-de-reference"
VERSION = 1
_COMMUNE = (
    *("code_insee", "nom", "departement", "siren_epci", "population", "longitude", "latitude"),
    *("verdict", "is_underserved", "alert_offre", "alert_besoin", "alert_connectivite"),
    *("taux_couverture_ftth", "locaux", "locaux_raccordables", "need"),
    *("nearest_site_min", "accessibility", "accessibility_low", "accessibility_high"),
)
# Every commune of the territory counts, also beyond the perimeter of the data.
_COUNTED = {"is_in_scope": True}
_PLACE = ("id", "merged_ids", "nom", "nom_commune", "longitude", "latitude", "hours_per_year")


@dataclass(frozen=True, eq=False)
class Frozen:
    """The state of a territory that a dossier was made on.

    Attributes
    ----------
    baseline
        Its figures.
    date
        ISO date at which the data were published.
    release
        Its communes, the places around, and the rule.
    reach_km
        Crow-fly distance beyond which a place has no weight.
    """

    baseline: Baseline
    date: str
    release: Release
    reach_km: float


def frozen_state(snapshot: LoadedSnapshot, baseline: Baseline, communes: Iterable[Row]) -> Frozen:
    """Keep what the next edition will be compared with.

    Parameters
    ----------
    snapshot
        The data, under the rule of the dossier.
    baseline
        The figures that the dossier says.
    communes
        Those of its territory.
    """
    facts = snapshot.facts
    rows = {row["code_insee"]: _kept(row, _COMMUNE) | _COUNTED for row in communes}
    parameters = facts["method"]["parameters"]
    reach = reach_km(Travel(**parameters["travel"]), Catchment(**parameters["catchment"]))
    around = Grid(list(snapshot.sites.values()))
    places = {
        site["id"]: _kept(site, _PLACE)
        for row in rows.values()
        for site in around.near(row["longitude"], row["latitude"], reach)
    }
    rule = {name: value for name, value in facts["method"].items() if name != "replaced"}
    return Frozen(
        baseline=baseline,
        date=str(facts["created"])[:10],
        release=Release(
            id=snapshot.id,
            cog=facts["cog"],
            communes=dict(sorted(rows.items())),
            sites=dict(sorted(places.items())),
            rule=rule | {"travel_model": travel_words(facts)},
        ),
        reach_km=reach,
    )


def frozen_json(frozen: Frozen) -> str:
    """Write a state as JSON, always in the same order."""
    release = frozen.release
    return json.dumps(
        {
            "format": FORMAT,
            "version": VERSION,
            "date": frozen.date,
            "cog": release.cog,
            "baseline": asdict(frozen.baseline),
            "rule": release.rule,
            "reach_km": frozen.reach_km,
            "communes": list(release.communes.values()),
            "places": list(release.sites.values()),
        },
        ensure_ascii=False,
        indent=1,
    )


def frozen_of(document: Mapping[str, Any]) -> Frozen:
    """Read a state back from its JSON.

    Raises
    ------
    KeyError, TypeError, ValueError
        When it is not one.
    """
    if document["format"] != FORMAT or document["version"] != VERSION:
        raise ValueError(document["version"])
    said = document["baseline"]
    values = tuple(BaselineValue(**value) for value in said["values"])
    baseline = Baseline(**{**said, "values": values})
    return Frozen(
        baseline=baseline,
        date=str(document["date"]),
        release=Release(
            id=baseline.snapshot_id,
            cog=int(document["cog"]),
            communes={
                row["code_insee"]: _whole(row, _COMMUNE) | _COUNTED for row in document["communes"]
            },
            sites={row["id"]: _whole(row, _PLACE) for row in document["places"]},
            rule=dict(document["rule"]),
        ),
        reach_km=float(document["reach_km"]),
    )


def _kept(row: Row, names: Iterable[str]) -> dict[str, Any]:
    """Take some values of a row."""
    return {name: row.get(name) for name in names}


def _whole(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Check that a row has what will be read of it."""
    return {name: row[name] for name in names}
