"""Places that are wrong beside the others, or beside the contours: known once they are settled."""

from __future__ import annotations

import datetime
import random

from tests.bad_rows.kind import Cells, SettledKind

LIEUX = "lieux_finistere"
ASTRAY = ("flagged:POSITION_HORS_COMMUNE",)
APPROXIMATE = ("flagged:POSITION_APPROCHEE",)
DEDUCED = ("flagged:COMMUNE_DEDUITE",)
DEDUCED_OR_NOT = (*DEDUCED, "left:SANS_POSITION")
ONE_DOOR = ("left:MEME_LIEU", "left:MEME_PIVOT", "left:MEME_ADRESSE", "left:MEME_FICHE")
NEWEST = datetime.date(2024, 3, 1)


def is_placed(row: Cells) -> bool:
    return bool(row["latitude"] and row["longitude"] and row["code_insee"])


def stays(row: Cells) -> bool:
    """Leave out itinerant places: their stops are kept apart."""
    return is_placed(row) and row["itinerance"] != "Itinérant"


def is_in_brittany(row: Cells) -> bool:
    return is_placed(row) and float(row["longitude"]) < -1.5


def is_in_metropolitan_france(row: Cells) -> bool:
    return is_placed(row) and float(row["latitude"]) > 43.6


def is_recent(row: Cells) -> bool:
    return is_placed(row) and row["date_maj"] > "2023-06"


def without_minus(row: Cells, _: random.Random) -> list[Cells]:
    return [row | {"longitude": row["longitude"].removeprefix("-")}]


def in_the_sea(row: Cells, chance: random.Random) -> list[Cells]:
    longitude, latitude = chance.uniform(-5.2, -4.0), chance.uniform(46.2, 47.0)
    return [row | {"longitude": f"{longitude:.6f}", "latitude": f"{latitude:.6f}"}]


def in_another_commune(row: Cells, chance: random.Random) -> list[Cells]:
    """Put a place 25 km away, where its commune no longer is."""
    return [row | {"latitude": f"{float(row['latitude']) + chance.choice((-0.23, 0.23)):.6f}"}]


def in_another_departement(row: Cells, _: random.Random) -> list[Cells]:
    return [row | {"longitude": f"{float(row['longitude']) + 2.5:.6f}"}]


def without_point(row: Cells, _: random.Random) -> list[Cells]:
    return [row | {"longitude": "", "latitude": ""}]


def at_zero(row: Cells, _: random.Random) -> list[Cells]:
    return [row | {"longitude": "0", "latitude": "0"}]


def without_code(row: Cells, chance: random.Random) -> list[Cells]:
    return [row | {"code_insee": chance.choice(("", "0null"))}]


def known_by_name_alone(row: Cells, _: random.Random) -> list[Cells]:
    """Keep the name of the commune, in capitals, and its postcode."""
    return [row | {"code_insee": "", "longitude": "", "latitude": "", "commune": shouted(row)}]


def shouted(row: Cells) -> str:
    """Write the name of a commune as forms do: `ST MALO`."""
    return row["commune"].upper().replace("SAINT-", "ST ").replace("-", " ")


def stale(row: Cells, chance: random.Random) -> list[Cells]:
    date = NEWEST - datetime.timedelta(days=chance.randrange(740, 2000))
    return [row | {"date_maj": date.isoformat()}]


def twice(row: Cells, chance: random.Random) -> list[Cells]:
    """Publish a place again: another identifier, twenty metres away, its name in capitals."""
    again = {
        "id": f"Autre-liste_{chance.randrange(10**9)}",
        "latitude": f"{float(row['latitude']) + 0.0002:.6f}",
        "nom": row["nom"].upper(),
    }
    return [row, row | again]


KINDS: tuple[SettledKind, ...] = (
    SettledKind("lost minus", LIEUX, ("flagged:POSITION_CORRIGEE",), without_minus, is_in_brittany),
    SettledKind("place in the sea", LIEUX, ASTRAY, in_the_sea, is_placed),
    SettledKind(
        "place in another commune",
        LIEUX,
        ASTRAY,
        in_another_commune,
        is_in_metropolitan_france,
    ),
    SettledKind(
        "place in another département",
        LIEUX,
        ASTRAY,
        in_another_departement,
        is_in_metropolitan_france,
    ),
    SettledKind("place without a point", LIEUX, APPROXIMATE, without_point, is_placed),
    SettledKind("place at 0, 0", LIEUX, APPROXIMATE, at_zero, is_placed),
    SettledKind("place without a code", LIEUX, DEDUCED, without_code, is_placed),
    SettledKind("place by name alone", LIEUX, DEDUCED_OR_NOT, known_by_name_alone, is_placed),
    SettledKind("stale record", LIEUX, ("flagged:FICHE_PERIMEE",), stale, is_recent),
    SettledKind("place published twice", LIEUX, ONE_DOOR, twice, stays),
)
