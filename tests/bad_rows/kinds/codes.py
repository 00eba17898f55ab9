"""Codes of communes and of EPCI, as spreadsheets and forms spoil them."""

from __future__ import annotations

import random

from tests.bad_rows.kind import Cells, CellsKind, Kind

ARRONDISSEMENTS = tuple(str(code) for code in (*range(75101, 75121), *range(13201, 13217)))
REPAIRED = ("repaired:CODE_REPARE",)
REFUSED = ("refused:CODE_INVALIDE",)
# The file also gives the département and the number of the commune in it: together they are it.
REFUSED_OR_REMADE = ("refused:CODE_INVALIDE", "understood")


def without_its_zero(row: Cells, _: random.Random) -> Cells:
    return row | {"COM": row["COM"].removeprefix("0")}


def has_a_zero(row: Cells) -> bool:
    return row["COM"].startswith("0")


def is_a_number(row: Cells) -> bool:
    return row["COM"].isdigit()


def has_5_digits(row: Cells) -> bool:
    return is_a_number(row) and not has_a_zero(row)


def is_corsican(row: Cells) -> bool:
    return row["COM"].startswith(("2A", "2B"))


def as_decimal(row: Cells, chance: random.Random) -> Cells:
    return row | {"COM": row["COM"] + chance.choice((".0", ",0", ".00"))}


def in_scientific_notation(row: Cells, _: random.Random) -> Cells:
    return row | {"COM": f"{int(row['COM']):.4E}"}


def rounded_scientific(row: Cells, _: random.Random) -> Cells:
    return row | {"COM": f"{int(row['COM']):.2E}"}


def corsica_as_20(row: Cells, _: random.Random) -> Cells:
    return row | {"COM": f"20{row['COM'][2:]}"}


def in_lower_case(row: Cells, _: random.Random) -> Cells:
    return row | {"COM": row["COM"].lower()}


def null_for_a_code(row: Cells, chance: random.Random) -> Cells:
    return row | {"COM": chance.choice(("0null", "null", "#N/A", "NaN", "-", "?"))}


def without_code(row: Cells, _: random.Random) -> Cells:
    return row | {"CODCOM": "", "COM": ""}


def cedex(row: Cells, chance: random.Random) -> Cells:
    return row | {"COM": f"{row['DEP']}{chance.randrange(100, 999)} {row['Commune']} CEDEX"}


def name_for_code(row: Cells, _: random.Random) -> Cells:
    return row | {"COM": row["Commune"]}


def total_of_departement(row: Cells, chance: random.Random) -> Cells:
    code = chance.choice((row["DEP"], "Total", f"D{row['DEP']}", ""))
    return row | {"CODCOM": "", "COM": code, "PMUN": "915 312"}


def departement_that_is_none(row: Cells, chance: random.Random) -> Cells:
    return row | {"COM": f"{chance.choice(('96', '99', '00'))}{row['COM'][2:]}"}


def code_too_long(row: Cells, chance: random.Random) -> Cells:
    return row | {"COM": row["COM"] + str(chance.randrange(10))}


def arrondissement_alone(row: Cells, chance: random.Random) -> Cells:
    return row | {"COM": chance.choice(ARRONDISSEMENTS)}


def siren_as_decimal(row: Cells, _: random.Random) -> Cells:
    return row | {"siren": f"{row['siren']}.0"}


def siren_too_short(row: Cells, _: random.Random) -> Cells:
    return row | {"siren": row["siren"][:8]}


def epci_without_name(row: Cells, _: random.Random) -> Cells:
    return row | {"raison_sociale": "  "}


KINDS: tuple[Kind, ...] = (
    CellsKind("code without its zero", "population", REPAIRED, without_its_zero, has_a_zero),
    CellsKind("code as a decimal number", "population", REPAIRED, as_decimal, is_a_number),
    CellsKind("code as 5.1454E+04", "population", REPAIRED, in_scientific_notation, has_5_digits),
    CellsKind("code as 5.15E+04", "population", REFUSED, rounded_scientific, has_5_digits),
    CellsKind("Corsica as 20", "population", REFUSED, corsica_as_20, is_corsican),
    CellsKind("code in lower case", "population", ("understood",), in_lower_case, is_corsican),
    CellsKind("0null as a code", "population", REFUSED_OR_REMADE, null_for_a_code),
    CellsKind("no code", "population", REFUSED, without_code),
    CellsKind("CEDEX as a code", "population", REFUSED, cedex),
    CellsKind("name as a code", "population", REFUSED_OR_REMADE, name_for_code),
    CellsKind("total of a département", "population", REFUSED, total_of_departement),
    CellsKind("département that is none", "population", REFUSED, departement_that_is_none),
    CellsKind("code too long", "population", REFUSED, code_too_long),
    CellsKind(
        "arrondissement alone",
        "population",
        ("refused:ARRONDISSEMENTS_INCOMPLETS", "merged:ARRONDISSEMENT", "refused:CLE_REPETEE"),
        arrondissement_alone,
    ),
    CellsKind("SIREN as a decimal number", "epci", REPAIRED, siren_as_decimal),
    CellsKind("SIREN too short", "epci", ("refused:SIREN_INVALIDE",), siren_too_short),
    CellsKind("EPCI without a name", "epci", ("refused:NOM_ABSENT",), epci_without_name),
)
