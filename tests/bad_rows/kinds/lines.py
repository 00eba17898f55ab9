"""Rows that are badly written: cells, quotes, headers, controls, repetitions."""

from __future__ import annotations

import random

from tests.bad_rows.kind import Cells, CellsKind, Kind, LineKind
from tests.bad_rows.kinds.numbers import put

CELLS = ("refused:NB_CELLULES",)
QUOTES = ("refused:GUILLEMETS", "refused:NB_CELLULES")
FORBIDDEN = ("refused:CARACTERE_INTERDIT",)
REPEATED = ("refused:CLE_REPETEE",)
POPULATION_HEADER = "REG;Région;DEP;CODARR;CODCAN;CODCOM;COM;Commune;PMUN;PCAP;PTOT"


def one_cell_more(line: str, _: random.Random) -> str:
    return line.replace(";", ";x;", 1)


def one_cell_less(line: str, _: random.Random) -> str:
    return line.partition(";")[2]


def cut(line: str, chance: random.Random) -> str:
    return line[: chance.randrange(1, line.rindex(";"))]


def open_quote(line: str, chance: random.Random) -> str:
    cells = line.split(";")
    place = chance.randrange(len(cells))
    cells[place] = f'"{cells[place]}'
    return ";".join(cells)


def misplaced_quote(line: str, _: random.Random) -> str:
    return line.replace(";", ';"a"b;', 1)


def broken_in_two(line: str, chance: random.Random) -> str:
    place = chance.randrange(1, line.rindex(";"))
    return f"{line[:place]}\n{line[place:]}"


def header_again(line: str, _: random.Random) -> str:
    return f"{line}\n{POPULATION_HEADER}"


def twice(line: str, _: random.Random) -> str:
    return f"{line}\n{line}"


def twice_otherwise(line: str, _: random.Random) -> str:
    *others, population, pcap, ptot = line.split(";")
    return f"{line}\n{';'.join([*others, str(int(population) + 1), pcap, ptot])}"


def other_delimiter(line: str, chance: random.Random) -> str:
    return line.replace(";", chance.choice(",\t|"))


def noise(_: str, chance: random.Random) -> str:
    return "".join(chance.choices("abcé€œ0123456789 ,.'", k=40)) + "x"


def with_control(row: Cells, chance: random.Random) -> Cells:
    place = chance.randrange(len(row["COM"]) + 1)
    control = chance.choice("\x00\x01\x08\x0b\x1b\x7f")
    return row | {"COM": f"{row['COM'][:place]}{control}{row['COM'][place:]}"}


def from_right_to_left(row: Cells, _: random.Random) -> Cells:
    return row | {"lib_fs": row["lib_fs"] + "\u202e" + row["lib_fs"]}


def with_line_break(row: Cells, _: random.Random) -> Cells:
    return row | {"Commune": f"{row['Commune']}\n(ancienne)"}


KINDS: tuple[Kind, ...] = (
    LineKind("one cell more", "population", CELLS, one_cell_more),
    LineKind("one cell less", "population", CELLS, one_cell_less),
    LineKind("line cut short", "population", CELLS, cut),
    LineKind("quote never closed", "population", QUOTES, open_quote),
    LineKind("quote in a cell", "population", QUOTES, misplaced_quote),
    LineKind("line broken in two", "population", CELLS, broken_in_two),
    LineKind("header repeated", "population", ("refused:EN_TETE_REPETE",), header_again),
    LineKind("row twice", "population", ("merged:DOUBLON",), twice),
    LineKind("row twice, otherwise", "population", REPEATED, twice_otherwise),
    LineKind("row with another delimiter", "population", CELLS, other_delimiter),
    LineKind("noise for a row", "population", CELLS, noise),
    CellsKind("control character", "population", (*FORBIDDEN, "understood"), with_control),
    CellsKind("line break in a cell", "population", ("understood",), with_line_break),
    CellsKind("text from right to left", "france_services", FORBIDDEN, from_right_to_left),
    CellsKind(
        "path as an identifier",
        "france_services",
        ("refused:ID_INVALIDE",),
        put("id_fs", "../../x", "/etc/passwd", "<x>"),
    ),
    CellsKind(
        "place without a name", "france_services", ("refused:NOM_ABSENT",), put("lib_fs", "", " ")
    ),
    CellsKind(
        "format unknown",
        "france_services",
        ("noticed:FORMAT_INCONNU",),
        put("format_fs", "Péniche", "", "?"),
    ),
)
