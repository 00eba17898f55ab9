"""Two releases of three communes, changed one thing at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.changes.release import Release
from carto.verdict.parameters import Parameters

RULE: dict[str, Any] = {
    "version": "1",
    "parameters": Parameters().as_dict(),
    "need_variant": "revenu",
}


def commune(code: str = "29001", **own: Any) -> dict[str, Any]:
    """Make the row of a commune without alert."""
    return {
        "code_insee": code,
        "nom": f"Commune {code}",
        "departement": code[:2],
        "siren_epci": None,
        "population": 1000,
        "is_in_scope": True,
        "longitude": -4.3,
        "latitude": 48.2,
        "verdict": "0",
        "alert_offre": False,
        "alert_besoin": False,
        "alert_connectivite": False,
        "locaux": 1000,
        "locaux_raccordables": 970,
        "taux_couverture_ftth": 0.97,
        "need": 5.0,
        "nearest_site_min": 8.0,
        "accessibility": 0.9,
        "accessibility_low": 0.9,
        "accessibility_high": 0.9,
    } | own


def place(name: str = "a", **own: Any) -> dict[str, Any]:
    """Make the row of a place beside the communes."""
    return {
        "id": name,
        "nom": f"Lieu {name}",
        "nom_commune": "Argol",
        "longitude": -4.31,
        "latitude": 48.21,
        "hours_per_year": 1500.0,
        "merged_ids": None,
    } | own


def release(
    communes: list[dict[str, Any]],
    sites: list[dict[str, Any]] | None = None,
    *,
    cog: int = 2026,
    rule: Mapping[str, Any] = RULE,
) -> Release:
    """Make a release."""
    return Release(
        "0" * 16,
        cog,
        {row["code_insee"]: row for row in communes},
        {row["id"]: row for row in sites or []},
        rule,
    )
