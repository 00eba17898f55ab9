"""Scores, zonings and premises of other publishers."""

from __future__ import annotations

import random

from tests.bad_rows.kind import Cells, CellsKind, Kind
from tests.bad_rows.kinds.numbers import put

BEYOND = ("refused:NOMBRE_HORS_LIMITES",)
MA_CONNEXION = "fibre_ma_connexion"


def has_score(row: Cells) -> bool:
    return float(row["total"] or 0) > 0


def has_fibre(row: Cells) -> bool:
    return float(row["nb_locaux_fibre"] or 0) >= 20


def other_total(row: Cells, _: random.Random) -> Cells:
    return row | {"total": str(1 + (float(row["total"]) + 3) % 9)}


def more_fibre_than_premises(row: Cells, _: random.Random) -> Cells:
    return row | {"nb_locaux_fibre": str(int(row["nb_locaux"]) * 2 + 10)}


def other_rate(row: Cells, _: random.Random) -> Cells:
    return row | {"pct_fibre": str((float(row["pct_fibre"]) + 40) % 100)}


KINDS: tuple[Kind, ...] = (
    CellsKind("score beyond 10", "fragilite", BEYOND, put("total", "11", "-1", "75"), has_score),
    CellsKind(
        "total that is no mean", "fragilite", ("noticed:TOTAL_INATTENDU",), other_total, has_score
    ),
    CellsKind(
        "département among communes",
        "fragilite",
        ("refused:DIVISION_INATTENDUE",),
        put("division", "department", "region", ""),
    ),
    CellsKind(
        "zoning unknown",
        "frr",
        ("refused:CLASSEMENT_INCONNU",),
        put("Classement FRR et FRR+ au 10 juillet 2025", "ZRR", "oui", "?"),
    ),
    CellsKind(
        "more fibre than premises",
        MA_CONNEXION,
        ("refused:TAUX_IMPOSSIBLE",),
        more_fibre_than_premises,
    ),
    CellsKind(
        "rate that is not the counts",
        MA_CONNEXION,
        ("noticed:TAUX_INCOHERENT",),
        other_rate,
        has_fibre,
    ),
)
