"""A commune as the API writes it: numbers as stored, and a reason beside every unknown value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.codes import region_of
from carto.flags import INDETERMINE, MEANINGS, SANS_HABITANT
from carto.tables.communes import COMMUNES
from carto.verdict.classes import possible_classes
from webapp import links
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, Row

Document = dict[str, Any]

STATUSES = {"indetermine": "indetermine", "sans_objet": "sans_objet"}
DECIDED = "decide"
# Published columns that the document writes otherwise: gathered, or said by another member.
GATHERED = frozenset(
    (
        *("nearest_site_id", "nearest_site_km", "nearest_site_min"),
        *("accessibility_low", "accessibility_high", "reasons", "flags", "geometry"),
        *("verdict", "verdict_low", "verdict_high", "is_underserved", "sentence"),
        *("alert_offre", "alert_besoin", "alert_connectivite"),
    )
)
COLUMNS = tuple(name for name in COMMUNES.names if name not in GATHERED)
# A commune of a collectivité outside the régions has none: nothing is unknown.
NEVER_UNKNOWN = ("region",)
# Where the reason of a field stands, when it is not under the field's own name.
REASON_COLUMNS = {
    "nearest_site": "nearest_site_min",
    "verdict.is_underserved": "is_underserved",
    "verdict.alerts.offre": "alert_offre",
    "verdict.alerts.besoin": "alert_besoin",
    "verdict.alerts.connectivite": "alert_connectivite",
}


def commune_document(row: Row, snapshot: LoadedSnapshot) -> Document:
    """Write a commune.

    Parameters
    ----------
    row
        A row of `snapshot.communes`.
    snapshot
        The snapshot it belongs to, for the nearest place.

    Returns
    -------
    dict
        Every published column, as stored or gathered; every field is always present. `reasons`
        has an entry, with a code and a French text, for each field that is null (fields of
        `verdict` are named with a dot); `region` has none: it is null in the collectivités that
        belong to no région.
    """
    document: Document = {name: row[name] for name in COLUMNS}
    document["region"] = row["region"] or region_of(row["departement"])
    document["ifn_indicateurs"] = _listed(row["ifn_indicateurs"])
    document["nearest_site"] = _nearest_site(row, snapshot)
    document["accessibility_range"] = [row["accessibility_low"], row["accessibility_high"]]
    document["verdict"] = _verdict(row)
    document["flags"] = row["flags"]
    document["reasons"] = _reasons(document, row)
    document["links"] = _links(row, snapshot)
    return document


def source_summaries(facts: Mapping[str, Any]) -> Document:
    """Write which sources the values come from, by id: who, what, of when, under which licence."""
    names = ("producer", "title", "millesime", "date", "licence", "homepage")
    return {source["id"]: {name: source[name] for name in names} for source in facts["sources"]}


def _listed(text: str | None) -> list[str] | None:
    """Part a column that holds several words; None when it is not known."""
    return None if text is None else text.split("|")


def _nearest_site(row: Row, snapshot: LoadedSnapshot) -> Document | None:
    """Write the nearest place with its commune; None when no road leads to any."""
    site = snapshot.sites.get(row["nearest_site_id"]) if row["nearest_site_id"] else None
    if site is None:
        return None
    return {
        "id": site["id"],
        "nom": site["nom"],
        "code_insee": site["code_insee"],
        "nom_commune": site["nom_commune"],
        "km": row["nearest_site_km"],
        "min": row["nearest_site_min"],
    }


def _verdict(row: Row) -> Document:
    """Write the class, or the classes still possible; never one that is not decided."""
    status = STATUSES.get(row["verdict"], DECIDED)
    alerts = {
        "offre": row["alert_offre"],
        "besoin": row["alert_besoin"],
        "connectivite": row["alert_connectivite"],
    }
    class_ = int(row["verdict"]) if status == DECIDED else None
    possible = [] if class_ is None else [class_]
    if status == "indetermine":
        possible = possible_classes((alerts["offre"], alerts["besoin"], alerts["connectivite"]))
    return {
        "class": class_,
        "status": status,
        "possible": possible,
        "is_underserved": row["is_underserved"],
        "alerts": alerts,
        "sentence": row["sentence"],
    }


def _reasons(document: Document, row: Row) -> Document:
    """Write the code and text of the reason of each value of the document that is not known."""
    verdict = document["verdict"]
    known = {name: value for name, value in document.items() if name not in NEVER_UNKNOWN}
    fields = known | {f"verdict.{name}": value for name, value in verdict.items()}
    fields |= {f"verdict.alerts.{name}": value for name, value in verdict["alerts"].items()}
    fallback = {
        "verdict.class": SANS_HABITANT if verdict["status"] == "sans_objet" else INDETERMINE,
    }
    reasons: Document = {}
    for name in sorted(name for name, value in fields.items() if value is None):
        code = row["reasons"].get(REASON_COLUMNS.get(name, name)) or fallback.get(name)
        reasons[name] = {"code": code, "text": MEANINGS.get(code or "")}
    return reasons


def _links(row: Row, snapshot: LoadedSnapshot) -> Document:
    """Addresses of the commune, of what it belongs to, when published, and of its nearest place."""
    departement = row["departement"]
    has_departement = departement in snapshot.departements
    has_epci, has_site = row["siren_epci"] is not None, row["nearest_site_id"] is not None
    return {
        "self": links.commune(row["code_insee"]),
        "page": links.territory_page("commune", row["code_insee"]),
        "departement": links.departement(departement) if has_departement else None,
        "epci": links.epci(row["siren_epci"]) if has_epci else None,
        "nearest_site": links.site(row["nearest_site_id"]) if has_site else None,
    }
