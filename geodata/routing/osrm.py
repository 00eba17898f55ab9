"""The table service of OSRM: `/table/v1/driving/…`, durations in seconds, distances in metres."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.routing.protocol import (
    MOST_MINUTES,
    MalformedAnswerError,
    Point,
    Trip,
    read_json,
    read_quantity,
)


class Osrm:
    """OSRM as it is installed: at most 100 points a table."""

    name = "OSRM"
    most_places = 99

    def address(self, base: str, origin: Point, places: Sequence[Point]) -> str:
        """Write the address of a table of one source.

        Examples
        --------
        >>> address = Osrm().address("http://localhost", Point(-4.1, 48), [Point(-4.2, 48.5)])
        >>> address.partition("?")[0]
        'http://localhost/table/v1/driving/-4.100000,48.000000;-4.200000,48.500000'
        """
        points = ";".join(
            f"{point.longitude:.6f},{point.latitude:.6f}" for point in (origin, *places)
        )
        destinations = ";".join(str(rank) for rank in range(1, len(places) + 1))
        return (
            f"{base}/table/v1/driving/{points}?sources=0&destinations={destinations}"
            "&annotations=duration,distance"
        )

    def read(self, answer: bytes, count: int) -> list[Trip]:
        """Read the one row of a table; distances may be absent, as in old versions.

        Raises
        ------
        MalformedAnswerError
            When it is no such table.
        """
        said = read_json(answer)
        if said.get("code") != "Ok":
            raise MalformedAnswerError(f"réponse « {str(said.get('code'))[:40]} »")
        durations = _row(said.get("durations"), count)
        distances = _row(said["distances"], count) if said.get("distances") else [None] * count
        return [
            Trip(read_quantity(seconds, 60, MOST_MINUTES), read_quantity(metres, 1000))
            for seconds, metres in zip(durations, distances, strict=True)
        ]


def _row(table: object, count: int) -> list[object]:
    """Take the only row of a table of `count` columns."""
    if isinstance(table, list) and len(table) == 1:
        row = table[0]
        if isinstance(row, list) and len(row) == count:
            return row
    raise MalformedAnswerError(f"table qui n'a pas une ligne de {count} colonnes")
