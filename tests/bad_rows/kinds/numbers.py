"""Counts and rates: thousands, dashes, percents, impossible rates."""

from __future__ import annotations

import random

from tests.bad_rows.kind import Cells, CellsKind, Kind, SpoilCells

UNDERSTOOD = ("understood",)
UNREADABLE = ("refused:NOMBRE_ILLISIBLE",)
BEYOND = ("refused:NOMBRE_HORS_LIMITES",)


def grouped_by(space: str) -> SpoilCells:
    """Part the thousands of a population with one kind of space."""

    def spoil(row: Cells, _: random.Random) -> Cells:
        return row | {"PMUN": f"{int(row['PMUN']):,}".replace(",", space)}

    return spoil


def put(column: str, *values: str) -> SpoilCells:
    """Write one of these values in a column."""

    def spoil(row: Cells, chance: random.Random) -> Cells:
        return row | {column: chance.choice(values)}

    return spoil


def has_thousands(row: Cells) -> bool:
    return int(row["PMUN"]) >= 1000


def has_premises(row: Cells) -> bool:
    return int(row["Locaux"]) >= 100


def has_median(row: Cells) -> bool:
    return row["Q219"] != ""


def without_fibre(row: Cells) -> Cells:
    return row | {"ftth": "0"}


def count_with_decimals(row: Cells, _: random.Random) -> Cells:
    return row | {"PMUN": f"{row['PMUN']},000000000000000"}


def negative_count(row: Cells, _: random.Random) -> Cells:
    return row | {"ftth": f"-{int(row['ftth']) + 1}"}


def rate_of_103(row: Cells, _: random.Random) -> Cells:
    return row | {"ftth": str(int(int(row["Locaux"]) * 1.03) + 1)}


def rate_of_190(row: Cells, _: random.Random) -> Cells:
    return row | {"ftth": str(int(int(row["Locaux"]) * 1.9) + 10)}


def no_premises(row: Cells, _: random.Random) -> Cells:
    return row | {"Locaux": "0", "ftth": "0"}


def fibre_without_premises(row: Cells, chance: random.Random) -> Cells:
    return row | {"Locaux": "0", "ftth": str(chance.randrange(1, 900))}


def rate_for_a_count(row: Cells, chance: random.Random) -> Cells:
    return row | {"ftth": f"{chance.uniform(0.01, 0.99):.4f}"}


def percent_for_a_count(row: Cells, chance: random.Random) -> Cells:
    return row | {"ftth": f"{chance.uniform(1, 99):.1f} %"}


def total_mixed_with_rows(row: Cells, chance: random.Random) -> Cells:
    return row | {"INSEE_COM": chance.choice(("29", "Total", "Finistère")), "Locaux": "621 000"}


KINDS: tuple[Kind, ...] = (
    CellsKind("thousands by U+202F", "population", UNDERSTOOD, grouped_by("\u202f"), has_thousands),
    CellsKind("thousands by U+00A0", "population", UNDERSTOOD, grouped_by("\xa0"), has_thousands),
    CellsKind("thousands by a space", "population", UNDERSTOOD, grouped_by(" "), has_thousands),
    CellsKind("count with 15 decimals", "population", UNDERSTOOD, count_with_decimals),
    CellsKind("no population", "population", ("refused:POPULATION_ABSENTE",), put("PMUN", "", "s")),
    CellsKind("text for a number", "population", UNREADABLE, put("PMUN", "inconnu", "1.2.3")),
    CellsKind("formula for a number", "population", UNREADABLE, put("PMUN", "=1+1", '=CMD("x")')),
    CellsKind("huge number", "population", BEYOND, put("PMUN", "1e12", "99999999999999999999")),
    CellsKind("1e400", "population", UNREADABLE + BEYOND, put("PMUN", "1e400", "-1E999")),
    CellsKind("infinite number", "population", UNREADABLE, put("PMUN", "inf", "-Infinity")),
    CellsKind(
        "dash for zero", "fibre", UNDERSTOOD, put("ftth", " -    ", "-"), prepare=without_fibre
    ),
    CellsKind("negative count", "fibre", ("refused:NOMBRE_NEGATIF",), negative_count),
    CellsKind(
        "rate of 103 %",
        "fibre",
        ("noticed:TAUX_SUPERIEUR_A_UN",),
        rate_of_103,
        has_premises,
    ),
    CellsKind("rate of 190 %", "fibre", ("refused:TAUX_IMPOSSIBLE",), rate_of_190),
    CellsKind("no premises", "fibre", ("noticed:LOCAUX_NULS",), no_premises),
    CellsKind(
        "fibre without premises", "fibre", ("refused:TAUX_IMPOSSIBLE",), fibre_without_premises
    ),
    CellsKind("rate for a count", "fibre", ("refused:NOMBRE_NON_ENTIER",), rate_for_a_count),
    CellsKind("percent for a count", "fibre", UNREADABLE, percent_for_a_count),
    CellsKind("count that is missing", "fibre", ("absent:locaux",), put("Locaux", "", "nd", "s")),
    CellsKind("total mixed with rows", "fibre", ("refused:CODE_INVALIDE",), total_mixed_with_rows),
    CellsKind(
        "median kept secret",
        "filosofi",
        ("absent:niveau_vie_median",),
        put("Q219", "s", "ns", "nd", "c", ""),
        has_median,
    ),
    CellsKind("median of no euro", "filosofi", BEYOND, put("Q219", "0", "0,4", "-12"), has_median),
)
