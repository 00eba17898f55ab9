"""The sample as published tables: rows of communes and places, their rollups, squares and facts."""

from __future__ import annotations

from typing import Any

from carto.verdict.parameters import Parameters
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES
from tests.webapp.sample_rows import BREST, COMMUNES, CROZON, MORLAIX, QUIMPER, SITES, Row

FIBRE: list[Row] = [
    {name: row[name] for name in (
        "code_insee", "locaux", "locaux_raccordables", "locaux_restants", "taux_couverture_ftth"
    )}
    | {"quarter": "2026-T2", "series": "releve", "locaux_quarter": "2026-T2", "flags": ""}
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
    for type_ in (*TERRITORY_TYPES, "indetermine"):
        of_type = [row for row in rows if (row.get("typology") or "indetermine") == type_]
        out[f"communes_type_{type_}"] = len(of_type)
        out[f"population_type_{type_}"] = sum(row["population"] for row in of_type)
    underserved = [row for row in rows if row["is_underserved"]]
    for robustness in ROBUSTNESS_WORDS:
        held = [row for row in underserved if row.get("robustness") == robustness]
        out[f"communes_underserved_{robustness}"] = len(held)
    return out | {
        "population": population,
        "taux_couverture_ftth": out["locaux_raccordables"] / out["locaux"],
        "hours_per_week": sum(row["hours_per_week"] for row in rows),
        "nearest_site_min": 6.4,
        "nearest_site_min_informed_share": 0.998,
        "population_beyond_time_share": 0.023,
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
        {"code_departement": "29", "nom": "Finistère", "region": "53", "epci_partial": ""},
        COMMUNES,
        "Dans le Finistère, 3 communes sur 8 sont sous-desservies.",
    )
]
GROUPE: list[Row] = [
    _rollup(
        {
            **{"groupe": "iles", "nom": "Îles", "departements": "29"},
            **{"communes_missing": "56069", "codes_anciens": ""},
        },
        [row for row in COMMUNES if row["siren_epci"] is None],
        "Îles : constat de l'exemple.",
    )
]
TABLES: dict[str, list[Row]] = {
    "communes": COMMUNES,
    "epci": EPCI,
    "departement": DEPARTEMENT,
    "groupe": GROUPE,
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
        "published": rows,
        "beyond": 0,
        "merged": merged,
        "refused": refused,
    }


FACTS: dict[str, Any] = {
    "title": "Finistère (exemple)",
    "is_demo": True,
    "scope": {"kind": "departements", "codes": ["29"]},
    "cog": 2026,
    "groups": {
        "iles": [row["code_insee"] for row in COMMUNES if row["siren_epci"] is None],
    },
    "created": "2026-11-22T03:00:00+00:00",
    "method": {"version": "1.0.0", "need_variant": "revenu", "parameters": Parameters().as_dict()},
    "reference": {
        "vintage": "2026",
        "lists": ["france_services"],
        "apl_ref": 0.57,
        "is_alike": True,
        "median": 0.62,
        "dates": {"fibre": "2023-12-31", "france_services": "2024-08-01"},
    },
    "sources": [
        _source(("contours", "IGN", "ADMIN EXPRESS COG"), "2021-05-01", 8, (0, 0)),
        _source(("epci", "DGCL", "EPCI à fiscalité propre"), "2026-01-01", 6, (0, 0)),
        _source(("fibre", "ARCEP", "Carte fibre"), "2026-06-30", 8, (0, 0)),
        _source(("filosofi", "INSEE", "Filosofi"), "2019-12-31", 7, (0, 0)),
        _source(("france_services", "ANCT", "France Services"), "2024-08-01", 5, (1, 1)),
        _source(("mairies", "DILA", "Annuaire de l'administration"), "2026-01-01", 8, (0, 0)),
        _source(("population", "INSEE", "Populations municipales"), "2023-01-01", 8, (0, 0)),
    ],
    "degraded": [],
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
