"""Positions of places: commas, swaps, metres, hemispheres, and none at all."""

from __future__ import annotations

import random
from collections.abc import Callable

from pyproj import Transformer

from tests.bad_rows.kind import Cells, CellsKind, Kind, SpoilCells
from tests.bad_rows.kinds.numbers import put

UNDERSTOOD = ("understood",)
UNREADABLE = ("noticed:COORDONNEES_ILLISIBLES",)
_TO_LAMBERT_93 = Transformer.from_crs("EPSG:4326", "EPSG:2154", always_xy=True)


def is_placed(row: Cells) -> bool:
    return bool(row["latitude"] and row["longitude"])


def is_metropolitan(row: Cells) -> bool:
    return is_placed(row) and float(row["latitude"]) > 41


def with_commas(row: Cells, _: random.Random) -> Cells:
    return row | {axis: row[axis].replace(".", ",") for axis in ("latitude", "longitude")}


def swapped(row: Cells, _: random.Random) -> Cells:
    return row | {"latitude": row["longitude"], "longitude": row["latitude"]}


def at_zero(row: Cells, chance: random.Random) -> Cells:
    zero = chance.choice(("0", "0.0", "0,000000"))
    return row | {"latitude": zero, "longitude": zero}


def in_metres(row: Cells, _: random.Random) -> Cells:
    x, y = _TO_LAMBERT_93.transform(float(row["longitude"]), float(row["latitude"]))
    return row | {"longitude": f"{x:.2f}", "latitude": f"{y:.2f}"}


def with_hemispheres(row: Cells, _: random.Random) -> Cells:
    x, y = float(row["longitude"]), float(row["latitude"])
    return row | {
        "longitude": f"{abs(x):.6f} {'E' if x >= 0 else 'O'}",
        "latitude": f"{abs(y):.6f} {'N' if y >= 0 else 'S'}",
    }


def in_minutes(row: Cells, _: random.Random) -> Cells:
    x, y = float(row["longitude"]), float(row["latitude"])
    return row | {
        "longitude": f"{_sexagesimal(x)} {'E' if x >= 0 else 'W'}",
        "latitude": f"{_sexagesimal(y)} {'N' if y >= 0 else 'S'}",
    }


def in_millionths(row: Cells, _: random.Random) -> Cells:
    axes = ("latitude", "longitude")
    return row | {axis: str(round(float(row[axis]) * 1e6)) for axis in axes}


def one_alone(row: Cells, chance: random.Random) -> Cells:
    return row | {chance.choice(("latitude", "longitude")): ""}


def abroad(row: Cells, chance: random.Random) -> Cells:
    latitude, longitude = chance.choice(
        (("50.85", "14.35"), ("40.41", "-3.70"), ("35.68", "139.7"))
    )
    return row | {"latitude": latitude, "longitude": longitude}


def both(*values: str) -> SpoilCells:
    """Write one of these values in both columns."""

    def spoil(row: Cells, chance: random.Random) -> Cells:
        value = chance.choice(values)
        return row | {"latitude": value, "longitude": value}

    return spoil


def _sexagesimal(degrees: float) -> str:
    seconds = round(abs(degrees) * 3600, 2)
    return f"{int(seconds // 3600)}°{int(seconds // 60 % 60)}'{seconds % 60:.2f}\""


def _kind(
    name: str,
    accepts: tuple[str, ...],
    spoil: SpoilCells,
    is_eligible: Callable[[Cells], bool] = is_placed,
) -> Kind:
    return CellsKind(name, "france_services", accepts, spoil, is_eligible)


KINDS: tuple[Kind, ...] = (
    _kind("decimal commas", UNDERSTOOD, with_commas),
    _kind("axes swapped", ("repaired:COORDONNEES_INVERSEES",), swapped),
    _kind("position 0, 0", ("noticed:COORDONNEES_NULLES",), at_zero),
    _kind(
        "Lambert-93 metres",
        ("repaired:COORDONNEES_LAMBERT93",),
        in_metres,
        is_metropolitan,
    ),
    _kind("48.39 N", UNDERSTOOD, with_hemispheres),
    _kind("degrees and minutes", UNDERSTOOD, in_minutes),
    _kind("millionths of degrees", UNREADABLE, in_millionths, is_metropolitan),
    _kind("one coordinate alone", ("noticed:COORDONNEES_ABSENTES",), one_alone),
    _kind("text for a position", UNREADABLE, both("à venir", "48.39.12", "voir carte", "48°x")),
    _kind("NaN for a position", ("noticed:COORDONNEES_ABSENTES",), both("NaN", "null", "NULL")),
    _kind("position abroad", ("noticed:COORDONNEES_HORS_FRANCE",), abroad),
    _kind("huge position", UNREADABLE, put("latitude", "1e400", "999999999", "-99999")),
)
