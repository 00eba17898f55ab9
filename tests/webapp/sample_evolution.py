"""A comparison of two releases of the sample, as a build would have kept it."""

from __future__ import annotations

from typing import Any

from tests.webapp.sample import FACTS

BEFORE = "0123456789abcdef"
EARLIER = "00000000000000aa"


def move(
    code: str, nom: str, classes: tuple[str | None, str | None], *causes: str, **own: Any
) -> dict[str, Any]:
    """Make a commune that moved; `classes` are before and after."""
    return {
        "code_insee": code,
        "nom": nom,
        "departement": "29",
        "siren_epci": None,
        "population": 1000,
        "before": classes[0],
        "after": classes[1],
        "causes": [{"code": cause, "message": f"Explication de {cause}."} for cause in causes],
    } | own


MOVES = (
    move("29001", "Argol", ("1", "3"), "LIEU_FERME", "REGLE", siren_epci="200066868"),
    move("29019", "Brest", ("0", "1"), "REGLE", siren_epci="242900314", population=142346),
    move("29232", "Quimper", ("2", "0"), "PROGRES_FIBRE", siren_epci="200068120"),
    move("29302", "Pont-de-Buis-lès-Quimerch", ("1", "2"), "BESOIN_REVISE"),
    move("29999", "Disparue", ("2", None), "COG", population=None),
)


def evolution(
    after: str, before: str = BEFORE, created: str = "2026-08-01T03:00:00+00:00", **own: Any
) -> dict[str, Any]:
    """Make a comparison that leads to a snapshot."""
    files = [
        {name: source[name] for name in ("id", "title", "millesime", "date", "sha256")}
        | {"reader": source["id"]}
        for source in FACTS["sources"]
    ]
    older = [
        source | {"sha256": "f" * 64, "millesime": "2025", "date": "2025-12-31"}
        if source["id"] == "fibre"
        else source
        for source in files
        if source["id"] != "filosofi"
    ]
    same = {"title": "Finistère (exemple)", "cog": 2026, "scope": FACTS["scope"]}
    counts = {"before": 0, "after": 0, "entered": 0, "left": 0}
    return {
        "before": same | {"snapshot": before, "created": created, "sources": older},
        "after": same | {"snapshot": after, "created": FACTS["created"], "sources": files},
        "rule": [{"name": "parameters.alerts.fibre_pct", "before": 95.0, "after": 90}],
        "tables": [],
        "verdicts": {
            "0": counts | {"before": 3, "after": 3, "entered": 1, "left": 1},
            "1": counts | {"before": 3, "after": 2, "entered": 1, "left": 2},
            "2": counts | {"before": 2, "after": 1, "entered": 1, "left": 2},
            "3": counts | {"after": 1, "entered": 1},
            "indetermine": counts,
            "sans_objet": counts,
        },
        "moves": [dict(one) for one in MOVES],
    } | own
