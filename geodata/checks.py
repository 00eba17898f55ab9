"""Checks: what was looked at, what was found, and whether it blocks publication.

A check is a value, not an exception: the findings are published with the snapshot, listed on the
sources page, and only a blocking one stops the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from carto import flags, french
from carto.assessment import Assessment
from carto.crs import metric_crs
from carto.flags import MEANINGS
from geodata.readers import title_of
from geodata.source import ParsedTable
from geodata.source_settings import reader_of

# Beyond this share of refused rows a file is not trusted, and nothing is published from it.
MAX_REFUSED_SHARE = 0.05
MIN_ROWS_TO_JUDGE = 20
# Under this share of its communes a département is not published: its contours were cut.
MIN_COMPLETE = 0.99
# Sources that list every commune, and the share of them under which a file was cut.
EXHAUSTIVE = ("population", "epci", "fibre", "mairies")
MIN_LISTED = 0.8


@dataclass(frozen=True)
class Item:
    """One thing found: about which commune or place, and what."""

    subject: str
    nom: str
    message: str


@dataclass(frozen=True)
class CheckResult:
    """The result of one check.

    Attributes
    ----------
    id, title
        Stable name, and French title.
    looked_at
        How many rows were examined.
    items
        What was found.
    blocks
        Whether this stops publication.
    """

    id: str
    title: str
    looked_at: int
    items: tuple[Item, ...] = field(default=())
    blocks: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for the manifest, with the count of findings."""
        return asdict(self) | {"found": len(self.items), "items": [asdict(i) for i in self.items]}


def run_checks(
    assessment: Assessment, parsed: Mapping[str, ParsedTable], former_sites: int | None = None
) -> tuple[CheckResult, ...]:
    """Run every check, in a fixed order.

    Parameters
    ----------
    assessment
        The computed tables.
    parsed
        What each source became, by source id.
    former_sites
        Places that the snapshot served now has in the same perimeter; None without one.
    """
    return (
        _refused_rows(parsed),
        _notices(parsed),
        _completeness(assessment),
        _sources_coverage(assessment, parsed),
        _lost_sites(assessment, former_sites),
        _unmatched(assessment),
        _mairies(assessment),
        _sites_position(assessment),
        _sites_homeless(assessment),
        _sites_hours(assessment),
        _fibre_rates(assessment),
        _coverage(assessment),
    )


def _refused_rows(parsed: Mapping[str, ParsedTable]) -> CheckResult:
    """Few refused rows are listed; too many block."""
    items = [
        Item(row.code, f"{row.file}, ligne {row.line}", row.reason)
        for table in parsed.values()
        for row in table.refused
    ]
    blocks = any(
        table.rows_in >= MIN_ROWS_TO_JUDGE
        and len(table.refused) > MAX_REFUSED_SHARE * table.rows_in
        for table in parsed.values()
    )
    looked_at = sum(table.rows_in for table in parsed.values())
    return CheckResult("lignes_refusees", "Lignes refusées", looked_at, tuple(items), blocks)


def _notices(parsed: Mapping[str, ParsedTable]) -> CheckResult:
    """List the rows kept but repaired or doubtful."""
    items = [
        Item(notice.subject, f"{notice.file}, ligne {notice.line}", notice.message)
        for table in parsed.values()
        for notice in table.notices
    ]
    looked_at = sum(len(table.table) for table in parsed.values())
    return CheckResult("valeurs_reparees", "Valeurs réparées ou douteuses", looked_at, tuple(items))


def _completeness(assessment: Assessment) -> CheckResult:
    """Départements that miss communes of the population file; too many block."""
    table = assessment.departement
    counts = _records(table, "code_departement", "nom", "communes_count", "communes_expected")
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


def _sources_coverage(assessment: Assessment, parsed: Mapping[str, ParsedTable]) -> CheckResult:
    """Find sources that should list every commune and miss many: their file was cut."""
    codes = set(_published(assessment)["code_insee"])
    items = []
    for source in (name for name in parsed if reader_of(name) in EXHAUSTIVE):
        listed = len(codes & set(parsed[source].table["code_insee"]))
        if listed < MIN_LISTED * len(codes):
            said = f"{french.plural(listed, 'commune')} sur {len(codes)} dans ce fichier."
            items.append(Item(source, title_of(source), said))
    title = "Sources incomplètes"
    return CheckResult("sources_incompletes", title, len(codes), tuple(items), bool(items))


def _lost_sites(assessment: Assessment, former: int | None) -> CheckResult:
    """Places of the perimeter that were served and are gone in number: the file was cut."""
    now = int(assessment.sites["is_in_scope"].astype(bool).sum())
    lost = former is not None and now < MIN_LISTED * former
    said = f"{french.plural(now, 'lieu', 'lieux')} dans le périmètre, {former} auparavant."
    items = (Item("sites", "Lieux d'aide", said),) if lost else ()
    return CheckResult("lieux_disparus", "Lieux disparus", former or 0, items, lost)


def _unmatched(assessment: Assessment) -> CheckResult:
    """List both sides of the joins that met nothing."""
    items = tuple(
        Item(row.code_insee, row.nom, f"{title_of(row.source)}{french.NBSP}: {row.problem}")
        for row in assessment.unmatched
    )
    looked_at = len(_published(assessment))
    return CheckResult("appariements", "Lignes sans correspondance", looked_at, items)


def _mairies(assessment: Assessment) -> CheckResult:
    """Mairies published outside their commune, repaired or replaced."""
    table = _published(assessment)
    codes = (flags.MAIRIE_CORRIGEE, flags.MAIRIE_HORS_COMMUNE, flags.MAIRIE_ABSENTE)
    items = tuple(
        Item(row["code_insee"], row["nom"], f"{_far(row['metres_outside'])}{MEANINGS[code]}")
        for row in _records(table, "code_insee", "nom", "metres_outside", "flags")
        for code in codes
        if code in row["flags"].split("|")
    )
    return CheckResult("mairies_hors_commune", "Mairies hors de leur commune", len(table), items)


def _sites_position(assessment: Assessment) -> CheckResult:
    """Places published outside their declared commune."""
    placed = assessment.placed
    codes = (
        *(flags.CODE_CORRIGE, flags.POSITION_CORRIGEE),
        *(flags.POSITION_HORS_COMMUNE, flags.POSITION_COMMUNE),
    )
    items = tuple(
        Item(row["id"], row["nom"], f"{_far(row['metres_outside'])}{MEANINGS[code]}")
        for row in _records(placed, "id", "nom", "metres_outside", "flags")
        for code in codes
        if code in row["flags"].split("|")
    )
    checked = int(placed["metres_outside"].notna().sum())
    title = "Lieux hors de leur commune (parmi ceux dont le contour est connu)"
    return CheckResult("lieux_hors_commune", title, checked, items)


def _sites_homeless(assessment: Assessment) -> CheckResult:
    """Places that could not be put on the map."""
    items = tuple(
        Item(row["id"], row["nom"], "ni coordonnées, ni commune connue : lieu non placé")
        for row in _records(assessment.homeless, "id", "nom")
    )
    looked_at = len(assessment.placed) + len(assessment.homeless)
    return CheckResult("lieux_sans_position", "Lieux sans position", looked_at, items)


def _sites_hours(assessment: Assessment) -> CheckResult:
    """Places whose hours are estimated or capped."""
    codes = (flags.HEURES_IMPUTEES, flags.HEURES_PLAFONNEES)
    items = _flagged(assessment.placed, "id", codes)
    return CheckResult("heures", "Heures estimées ou plafonnées", len(assessment.placed), items)


def _fibre_rates(assessment: Assessment) -> CheckResult:
    """Fibre rates above 1."""
    named = assessment.fibre.assign(
        nom=assessment.fibre["code_insee"].map(
            dict(zip(assessment.communes["code_insee"], assessment.communes["nom"], strict=True))
        )
    )
    items = _flagged(named, "code_insee", (flags.DENOM_SOUS_ESTIME, flags.TAUX_ANORMAL))
    return CheckResult(
        "fibre_plus_de_100", f"Taux de fibre supérieurs à 100{french.NBSP}%", len(named), items
    )


def _coverage(assessment: Assessment) -> CheckResult:
    """Contours that overlap a neighbour or leave a gap."""
    table = _published(assessment)
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


def _published(assessment: Assessment) -> gpd.GeoDataFrame:
    """Communes to publish, with their working columns; the buffer around is not judged."""
    table = assessment.territories.table
    return table[table["is_published"].astype(bool)]


def _flagged(table: pd.DataFrame, key: str, codes: Iterable[str]) -> tuple[Item, ...]:
    """List the rows that carry one of the flags."""
    return tuple(
        Item(row[key], row["nom"], MEANINGS[code])
        for row in _records(table, key, "nom", "flags")
        for code in codes
        if code in row["flags"].split("|")
    )


def _records(table: pd.DataFrame, *columns: str) -> list[dict[str, Any]]:
    """Rows of some columns as plain mappings."""
    return [
        dict(zip(columns, values, strict=True))
        for values in table.reindex(columns=list(columns)).astype(object).to_numpy()
    ]


def _far(metres: float) -> str:
    """Say how far outside a point was published."""
    if pd.isna(metres) or metres == float("inf"):
        return ""
    return f"à {french.number(metres / 1000, 1, 'km')} de son contour. "
