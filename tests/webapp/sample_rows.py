"""Eight communes and five places as published rows, chosen for the troubles a page must show.

Codes, names, populations and counts of premises are facts; measures and verdicts are plausible
values written by hand. Rows have the raw shape of `Snapshot.rows`: flags and reasons are text,
geometries are dropped.
"""

from __future__ import annotations

import json
from typing import Any

from carto.tables.parsed_sites import OPTIONAL_COLUMNS
from carto.verdict.typology import TYPE_OF_ALERTS

Row = dict[str, Any]

CROZON = ("200066868", "CC Presqu'île de Crozon-Aulne maritime")
BREST = ("242900314", "Brest Métropole")
MORLAIX = ("242900835", "CA Morlaix Communauté")
QUIMPER = ("200068120", "CA Quimper Bretagne Occidentale")
NO_EPCI = (None, None)

ALL_KNOWN: Row = {
    "departement": "29",
    "region": "53",
    "is_in_scope": True,
    "superficie_km2": 31.4,
    "point_source": "mairie",
    "fibre_quarter": "2026-T2",
    "sites_count": 0,
    "lieux_count": 0,
    "points_de_service_count": 0,
    "hours_per_week": 0.0,
    "accessibility_quality": "A",
    "niveau_vie_median": 21000.0,
    "flipping_inputs": "",
    "flipping_thresholds": "",
    "flags": "",
    "reasons": "{}",
}


def commune(identity: tuple[str, str, int], epci: tuple[str | None, str | None], **own: Any) -> Row:
    """Build a row of `communes`; `own` overrides the values that most communes share."""
    code, nom, population = identity
    row = {**ALL_KNOWN, "code_insee": code, "nom": nom, "population": population}
    row |= {"siren_epci": epci[0], "nom_epci": epci[1]} | own
    locaux, raccordables = row["locaux"], row["locaux_raccordables"]
    row["taux_couverture_ftth"] = min(1.0, raccordables / locaux)
    row["locaux_restants"] = max(0, locaux - raccordables)
    row.setdefault("accessibility_low", row["accessibility"])
    row.setdefault("accessibility_high", row["accessibility"])
    return row


def place(identity: tuple[str, str], code_insee: str, commune_name: str, **own: Any) -> Row:
    """Build a row of `sites`: a fixed place of Finistère with declared hours unless told."""
    unsaid = {name: None for name in OPTIONAL_COLUMNS if name != "hours_per_year_declared"}
    return (
        unsaid
        | {
            "id": identity[0],
            "source": "france_services",
            "kind": "lieu",
            "nom": identity[1],
            "code_insee": code_insee,
            "nom_commune": commune_name,
            "adresse": "1 rue de la Mairie",
            "code_postal": "29000",
            "format": "fixe",
            "is_itinerant": False,
            "horaires_source": "lundi : 09:00 - 12:00",
            "horaires": "Mo-Fr 09:00-12:00,14:00-17:00",
            "has_appointments": True,
            "departement": "29",
            "is_in_scope": True,
            "is_demand_known": True,
            "is_supply": True,
            "is_restricted": False,
            "is_equipment_only": False,
            "lieu_id": None,
            "merged_ids": None,
            "sources": "france_services",
            "hours_per_year": 1560.0,
            "hours_source": "declarees",
            "flags": "",
        }
        | own
    )


def _verdict(
    verdict: str, alerts: tuple[bool | None, bool | None, bool | None], is_underserved: bool | None
) -> Row:
    """Columns of the verdict; a known class bounds itself."""
    low, high = (int(verdict), int(verdict)) if verdict.isdigit() else (1, 3)
    return {
        "alert_offre": alerts[0],
        "alert_besoin": alerts[1],
        "alert_connectivite": alerts[2],
        "verdict": verdict,
        "verdict_low": low,
        "verdict_high": high,
        "is_underserved": is_underserved,
        "typology": dict[object, str](TYPE_OF_ALERTS).get(alerts),
        "robustness": None if is_underserved is None else "robuste",
        "underserved_probability": {True: 0.96, False: 0.02, None: None}[is_underserved],
    }


def _nearest(site: str | None, km: float | None, minutes: float | None) -> Row:
    """Columns of the nearest place."""
    return {"nearest_site_id": site, "nearest_site_km": km, "nearest_site_min": minutes}


COMMUNES: list[Row] = [
    commune(
        ("29001", "Argol", 1065),
        CROZON,
        **_verdict("3", (True, True, True), True),
        **_nearest("fs-2046", 13.1, 24.7),
        longitude=-4.31788,
        latitude=48.24618,
        locaux=779,
        locaux_raccordables=595,
        accessibility=0.0,
        need=8.0,
        niveau_vie_median=20120.0,
        score=74.2,
        sentence="Argol est prioritaire : lieu le plus proche à 25 min (seuil 20) ; besoin 8 "
        "sur 10 (seuil 7) ; fibre 76,4 % (seuil 95 %).",
    ),
    commune(
        ("29019", "Brest", 142346),
        BREST,
        **_verdict("1", (False, True, False), False),
        **_nearest("fs-173", 2.1, 5.6),
        longitude=-4.48599,
        latitude=48.39029,
        locaux=101397,
        locaux_raccordables=98977,
        sites_count=1,
        hours_per_week=30.0,
        accessibility=0.62,
        need=7.0,
        niveau_vie_median=20520.0,
        score=28.0,
        sentence="Brest est en vigilance : besoin 7 sur 10 (seuil 7).",
    ),
    commune(
        ("29042", "Crozon", 7499),
        CROZON,
        **_verdict("1", (False, False, True), False),
        **_nearest("fs-2046", 1.9, 5.3),
        longitude=-4.48969,
        latitude=48.24639,
        locaux=8897,
        locaux_raccordables=8324,
        sites_count=1,
        hours_per_week=29.0,
        accessibility=1.21,
        accessibility_quality="C",
        need=5.0,
        niveau_vie_median=22330.0,
        score=21.0,
        flags="HEURES_IMPUTEES",
        sentence="Crozon est en vigilance : fibre 93,6 % (seuil 95 %).",
    ),
    commune(
        ("29067", "Guerlesquin", 1285),
        MORLAIX,
        **_verdict("indetermine", (None, True, False), None),
        **_nearest("fs-1894", 9.7, 18.8),
        longitude=-3.58554,
        latitude=48.51735,
        locaux=1030,
        locaux_raccordables=1025,
        accessibility=None,
        accessibility_low=0.02,
        accessibility_high=0.44,
        need=9.0,
        niveau_vie_median=19290.0,
        score=None,
        flags="DEMANDE_TRONQUEE",
        reasons=json.dumps(
            {"accessibility": "DEMANDE_TRONQUEE", "score": "DEPEND_D_UNE_VALEUR_ABSENTE"}
        ),
        sentence="Guerlesquin : indéterminé (entre vigilance et sous-desservie) ; il manque la "
        "population au-delà du département.",
    ),
    commune(
        ("29083", "Île-de-Sein", 263),
        NO_EPCI,
        **_verdict("indetermine", (True, None, True), True),
        **_nearest(None, None, None),
        longitude=-4.84747,
        latitude=48.03712,
        locaux=483,
        locaux_raccordables=0,
        accessibility=0.0,
        accessibility_quality=None,
        need=None,
        niveau_vie_median=None,
        score=None,
        flags="ILE_SANS_LIEU",
        reasons=json.dumps({"nearest_site_min": "ILE_SANS_LIEU", "need": "VALEUR_NON_DIFFUSEE"}),
        sentence="Île-de-Sein est sous-desservie ou prioritaire : aucun lieu accessible ; fibre "
        "0 % (seuil 95 %) ; besoin inconnu.",
    ),
    commune(
        ("29155", "Ouessant", 860),
        NO_EPCI,
        **_verdict("1", (False, True, True), False),
        **_nearest("fs-169", 0.9, 3.5),
        longitude=-5.09570,
        latitude=48.45944,
        locaux=1107,
        locaux_raccordables=0,
        sites_count=1,
        hours_per_week=32.0,
        accessibility=37.21,
        need=9.0,
        niveau_vie_median=19660.0,
        score=58.0,
        sentence="Ouessant est en vigilance : besoin 9 sur 10 ; fibre 0 % (seuil 95 %).",
    ),
    commune(
        ("29232", "Quimper", 64385),
        QUIMPER,
        **_verdict("0", (False, False, False), False),
        **_nearest("fs-170", 1.4, 4.9),
        longitude=-4.09602,
        latitude=47.99597,
        locaux=50462,
        locaux_raccordables=48116,
        sites_count=1,
        hours_per_week=33.5,
        accessibility=0.52,
        need=6.0,
        niveau_vie_median=21540.0,
        score=18.0,
        sentence="Quimper n'est pas sous-desservie.",
    ),
    commune(
        ("29302", "Pont-de-Buis-lès-Quimerch", 3663),
        CROZON,
        **_verdict("2", (True, True, False), True),
        **_nearest("fs-2046", 17.0, 31.5),
        longitude=-4.09039,
        latitude=48.25176,
        locaux=2432,
        locaux_raccordables=2414,
        accessibility=0.11,
        need=7.0,
        niveau_vie_median=20760.0,
        score=52.5,
        sentence="Pont-de-Buis-lès-Quimerch est sous-desservie : offre 0,11 h par semaine pour "
        "1 000 hab. (seuil 0,29) ; besoin 7 sur 10 (seuil 7).",
    ),
]

SITES: list[Row] = [
    place(("fs-169", "France services La Poste d'Ouessant"), "29155", "Ouessant"),
    place(("fs-170", "France services Quimper Cornouaille"), "29232", "Quimper"),
    place(("fs-173", "France services Brest - Pontanézen"), "29019", "Brest"),
    place(
        ("fs-1894", "France services Plouaret"),
        "22207",
        "Plouaret",
        adresse="Rue Louis Prigent",
        code_postal="22420",
        departement="22",
        is_in_scope=False,
        is_demand_known=False,
    ),
    place(
        ("fs-2046", "France services itinérante Presqu'île de Crozon"),
        "29042",
        "Crozon",
        format="itinerante",
        is_itinerant=True,
        horaires_source=None,
        horaires=None,
        hours_per_year=1508.0,
        hours_source="imputees",
        has_appointments=None,
        flags="HEURES_IMPUTEES|ITINERANT_AU_POINT_PUBLIE",
    ),
]
for _site, _longitude, _latitude in zip(
    SITES,
    (-5.0957, -4.12868, -4.47132, -3.473291, -4.492906),
    (48.45944, 47.98812, 48.40993, 48.611324, 48.245547),
    strict=True,
):
    _site |= {"longitude": _longitude, "latitude": _latitude}
