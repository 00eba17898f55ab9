"""Eight communes of Finistère as published rows, chosen for the troubles a page must show.

Codes, names, populations and counts of premises are facts; measures and verdicts are plausible
values written by hand. Rows have the raw shape of `Snapshot.rows`: flags and reasons are text,
geometries are dropped (`SQUARES` gives schematic ones).
"""

from __future__ import annotations

import json
from typing import Any

from carto.verdict.parameters import Parameters

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
    "hours_per_week": 0.0,
    "accessibility_quality": "A",
    "niveau_vie_median": 21000.0,
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
    return {
        "id": identity[0],
        "source": "france_services",
        "nom": identity[1],
        "code_insee": code_insee,
        "nom_commune": commune_name,
        "adresse": "1 rue de la Mairie",
        "code_postal": "29000",
        "format": "fixe",
        "is_itinerant": False,
        "horaires_source": "lundi : 09:00 - 12:00",
        "horaires": "Mo-Fr 09:00-12:00,14:00-17:00",
        "prise_rdv": True,
        "departement": "29",
        "is_in_scope": True,
        "is_demand_known": True,
        "hours_per_year": 1560.0,
        "hours_source": "declarees",
        "flags": "",
    } | own


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
        reasons=json.dumps({"accessibility": "DEMANDE_TRONQUEE", "score": "FAMILLE_INCONNUE"}),
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
        flags="ILE_SANS_ROUTE",
        reasons=json.dumps({"nearest_site_min": "ILE_SANS_ROUTE", "need": "SECRET_STATISTIQUE"}),
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
        prise_rdv=None,
        flags="HEURES_IMPUTEES",
    ),
]
for _site, _longitude, _latitude in zip(
    SITES,
    (-5.0957, -4.12868, -4.47132, -3.473291, -4.492906),
    (48.45944, 47.98812, 48.40993, 48.611324, 48.245547),
    strict=True,
):
    _site |= {"longitude": _longitude, "latitude": _latitude}

FIBRE: list[Row] = [
    {name: row[name] for name in (
        "code_insee", "locaux", "locaux_raccordables", "locaux_restants", "taux_couverture_ftth"
    )}
    | {"quarter": "2026-T2", "flags": ""}
    for row in COMMUNES
]  # fmt: skip


def _rollup(identity: Row, rows: list[Row], sentence: str) -> Row:
    """Build a row of a rollup table from its communes, with plain sums."""
    population = sum(row["population"] for row in rows)
    out = {**identity, "communes_count": len(rows), "communes_expected": len(rows)}
    for name in ("locaux", "locaux_raccordables", "locaux_restants", "sites_count"):
        out[name] = sum(row[name] for row in rows)
    for verdict in ("0", "1", "2", "3", "indetermine", "sans_objet"):
        of_class = [row for row in rows if row["verdict"] == verdict]
        out[f"communes_verdict_{verdict}"] = len(of_class)
        people = sum(row["population"] for row in of_class)
        out[f"population_verdict_{verdict}_share"] = people / population
    underserved = [row for row in rows if row["is_underserved"]]
    return out | {
        "population": population,
        "taux_couverture_ftth": out["locaux_raccordables"] / out["locaux"],
        "hours_per_week": sum(row["hours_per_week"] for row in rows),
        "nearest_site_min": 6.4,
        "nearest_site_min_informed_share": 0.998,
        "population_beyond_20_min_share": 0.023,
        "accessibility": None,
        "accessibility_informed_share": 0.75,
        "need": 6.7,
        "need_informed_share": 0.998,
        "communes_underserved": len(underserved),
        "population_underserved": sum(row["population"] for row in underserved),
        "sentence": sentence,
    }


def _members(siren: str | None) -> list[Row]:
    """Communes of an EPCI."""
    return [row for row in COMMUNES if row["siren_epci"] == siren]


EPCI: list[Row] = sorted(
    (
        _rollup(
            {
                "siren_epci": siren,
                "nom": nom,
                "nature_juridique": nature,
                "departements": "29",
            },
            _members(siren),
            f"{nom} : constat de l'exemple.",
        )
        for (siren, nom), nature in (
            (CROZON, "CC"),
            (BREST, "METRO"),
            (MORLAIX, "CA"),
            (QUIMPER, "CA"),
        )
    ),
    key=lambda row: str(row["siren_epci"]),
)
DEPARTEMENT: list[Row] = [
    _rollup(
        {"code_departement": "29", "nom": "Finistère", "region": "53"},
        COMMUNES,
        "Dans le Finistère, 3 communes sur 8 sont sous-desservies.",
    )
]
TABLES: dict[str, list[Row]] = {
    "communes": COMMUNES,
    "epci": EPCI,
    "departement": DEPARTEMENT,
    "sites": SITES,
    "fibre": FIBRE,
}

SQUARES: dict[str, list[tuple[float, float]]] = {
    row["code_insee"]: [
        (row["longitude"] + dx, row["latitude"] + dy)
        for dx, dy in ((-0.04, -0.03), (0.04, -0.03), (0.04, 0.03), (-0.04, 0.03), (-0.04, -0.03))
    ]
    for row in COMMUNES
}


def _source(identity: tuple[str, str, str], date: str, rows: int, lost: tuple[int, int]) -> Row:
    """Build the facts of one source; `lost` is (merged, refused)."""
    merged, refused = lost
    return {
        "id": identity[0],
        "producer": identity[1],
        "title": identity[2],
        "licence": "Licence Ouverte 2.0",
        "homepage": "https://www.data.gouv.fr/",
        "url": None,
        "name": f"{identity[0]}.csv",
        "sha256": "0123456789abcdef" * 4,
        "bytes": 12345,
        "millesime": date[:4],
        "date": date,
        "cog": 2026,
        "in": rows + merged + refused,
        "out": rows,
        "merged": merged,
        "refused": refused,
    }


FACTS: dict[str, Any] = {
    "title": "Finistère (exemple)",
    "is_demo": True,
    "scope": {"kind": "departements", "codes": ["29"]},
    "cog": 2026,
    "created": "2026-11-22T03:00:00+00:00",
    "method": {"version": "1.0.0", "need_variant": "revenu", "parameters": Parameters().as_dict()},
    "sources": [
        _source(("contours", "IGN", "ADMIN EXPRESS COG"), "2021-05-01", 8, (0, 0)),
        _source(("epci", "DGCL", "EPCI à fiscalité propre"), "2026-01-01", 6, (0, 0)),
        _source(("fibre", "ARCEP", "Carte fibre"), "2026-06-30", 8, (0, 0)),
        _source(("filosofi", "INSEE", "Filosofi"), "2019-12-31", 7, (0, 0)),
        _source(("france_services", "ANCT", "France Services"), "2024-08-01", 5, (1, 1)),
        _source(("mairies", "DILA", "Annuaire de l'administration"), "2026-01-01", 8, (0, 0)),
        _source(("population", "INSEE", "Populations municipales"), "2026-01-01", 8, (0, 0)),
    ],
    "missing_sources": ["cuivre", "fibre_history", "fragilite", "lieux"],
    "checks": [
        {
            "id": "mairies_hors_commune",
            "title": "Mairies hors de leur commune",
            "looked_at": 8,
            "found": 1,
            "blocks": False,
            "items": [
                {
                    "subject": "29001",
                    "nom": "Argol",
                    "message": "longitude 4,31788 : signe perdu, rétabli",
                }
            ],
        }
    ],
    "verdicts": {"0": 1, "1": 3, "2": 1, "3": 1, "indetermine": 2, "sans_objet": 0},
    "territories": [{"type": "departement", "code": "29", "nom": "Finistère"}]
    + [{"type": "epci", "code": row["siren_epci"], "nom": row["nom"]} for row in EPCI],
    "recipe": "fedcba9876543210" * 4,
}
