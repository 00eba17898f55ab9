"""Checks of the communes: départements complete, joins met, mairies and contours in their place."""

from __future__ import annotations

from collections.abc import Mapping

import geopandas as gpd
import shapely

from carto import flags, french
from carto.assessment import Assessment
from carto.crs import metric_crs
from carto.flags import MEANINGS
from geodata.checks.results import CheckResult, Item, flagged, records

# Under this share of its communes a département is not published: its contours were cut.
MIN_COMPLETE = 0.99


def completeness(assessment: Assessment) -> CheckResult:
    """Départements that miss communes of the population file; too many block."""
    table = assessment.departement
    counts = records(table, "code_departement", "nom", "communes_count", "communes_expected")
    short = [row for row in counts if row["communes_count"] < row["communes_expected"]]
    items = [
        Item(
            row["code_departement"],
            row["nom"],
            f"{french.plural(row['communes_count'], 'commune')} sur {row['communes_expected']} "
            "de la population : les contours sont incomplets.",
        )
        for row in short
    ]
    blocks = any(row["communes_count"] < MIN_COMPLETE * row["communes_expected"] for row in short)
    title = "Départements incomplets"
    return CheckResult("communes_absentes", title, len(counts), tuple(items), blocks)


def unmatched(assessment: Assessment, titles: Mapping[str, str]) -> CheckResult:
    """List both sides of the joins that met nothing, with the titles of sources by reader id."""
    items = tuple(
        Item(row.code_insee, row.nom, f"{titles[row.source]}{french.NBSP}: {row.problem}")
        for row in assessment.unmatched
    )
    looked_at = len(published_communes(assessment))
    return CheckResult("appariements", "Lignes sans correspondance", looked_at, items)


def estimated(assessment: Assessment) -> CheckResult:
    """Communes that carry values of communes of another year of the COG, estimated or missing."""
    table = assessment.communes
    missing = (flags.FUSION_INCOMPLETE, flags.PARTAGE_SANS_POPULATION)
    items = flagged(table, "code_insee", (flags.ESTIME_FUSION, flags.ESTIME_PARTAGE)) + tuple(
        Item(row["code_insee"], row["nom"], MEANINGS[code])
        for row in records(table, "code_insee", "nom", "reasons")
        for code in missing
        if f'"{code}"' in row["reasons"]
    )
    title = "Valeurs estimées d'une année du COG à l'autre"
    return CheckResult("valeurs_estimees", title, len(table), items)


def mairies(assessment: Assessment) -> CheckResult:
    """Mairies published outside their commune, repaired or replaced."""
    table = published_communes(assessment)
    codes = (flags.MAIRIE_CORRIGEE, flags.MAIRIE_HORS_COMMUNE, flags.MAIRIE_ABSENTE)
    items = flagged(table, "code_insee", codes)
    return CheckResult("mairies_hors_commune", "Mairies hors de leur commune", len(table), items)


def contours(assessment: Assessment) -> CheckResult:
    """Contours that overlap a neighbour or leave a gap."""
    table = published_communes(assessment)
    items: list[Item] = []
    for departement, group in table.groupby("departement"):
        contours = gpd.GeoSeries(group["geometry"], crs=table.crs)
        shapes = contours.to_crs(metric_crs(str(departement))).to_numpy()
        faulty = ~shapely.is_empty(shapely.coverage_invalid_edges(shapes))
        items += [
            Item(str(code), str(nom), "limite qui ne coïncide pas avec celle d'une voisine")
            for code, nom in group.loc[faulty, ["code_insee", "nom"]].to_numpy()
        ]
    return CheckResult("contours", "Contours qui se chevauchent", len(table), tuple(items))


def published_communes(assessment: Assessment) -> gpd.GeoDataFrame:
    """Communes to publish, with their working columns; the buffer around is not judged."""
    table = assessment.territories.table
    return table[table["is_published"].astype(bool)]
