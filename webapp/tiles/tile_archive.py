"""The tiles of one layer of a snapshot, found in its PMTiles archive without parsing it again.

The directory of an archive is read once, into a flat index from the end of an address (`7/63/44`)
to the place of the tile in the file: `pmtiles.Reader`, which reads the directories at each tile,
is seventeen times slower. The file is mapped in memory, so that all processes share its pages.
"""

from __future__ import annotations

import gzip
import mmap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
from pmtiles.tile import HeaderDict, deserialize_directory, deserialize_header, tileid_to_zxy

MVT = "application/vnd.mapbox-vector-tile"
_DEGREE = 10_000_000
_HEADER_BYTES = 127

Read = Callable[[int, int], bytes]


@dataclass(frozen=True, eq=False)
class TileArchive:
    """One archive, open for as long as somebody holds it.

    Attributes
    ----------
    snapshot_id
        The snapshot that it belongs to: its tiles never change.
    layer
        Name of its one layer.
    zooms
        From its first zoom to its last.
    bounds
        West, south, east and north, in degrees.
    metadata
        What its writer said of it, the fields of the layer among others.
    """

    snapshot_id: str
    layer: str
    zooms: range
    bounds: tuple[float, float, float, float]
    metadata: Mapping[str, Any]
    _data: mmap.mmap = field(repr=False)
    _places: Mapping[str, tuple[int, int]] = field(repr=False)

    def tile(self, name: str) -> bytes | None:
        """Bytes of a tile, compressed by gzip; None where the layer has nothing.

        Parameters
        ----------
        name
            Zoom, column and row, for instance `7/63/44`; written otherwise, they name no tile.
        """
        place = self._places.get(name)
        return None if place is None else self._data[place[0] : place[1]]

    def names(self) -> list[str]:
        """Name of every tile, in the order of the archive."""
        return list(self._places)

    @property
    def fields(self) -> Mapping[str, str]:
        """Properties of the features of the layer, with what they hold (`String`, `Number`…)."""
        layers: list[dict[str, Any]] = self.metadata.get("vector_layers", [])
        return next((layer["fields"] for layer in layers if layer["id"] == self.layer), {})


def open_archive(path: Path, snapshot_id: str) -> TileArchive:
    """Map an archive in memory and index its tiles.

    Parameters
    ----------
    path
        A published `<layer>.pmtiles`, whose tiles are compressed by gzip.
    snapshot_id
        The snapshot that publishes it.
    """
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def read(offset: int, length: int) -> bytes:
        return data[offset : offset + length]

    header = deserialize_header(read(0, _HEADER_BYTES))
    said = gzip.decompress(read(header["metadata_offset"], header["metadata_length"]))
    return TileArchive(
        snapshot_id=snapshot_id,
        layer=path.stem,
        zooms=range(header["min_zoom"], header["max_zoom"] + 1),
        bounds=(
            header["min_lon_e7"] / _DEGREE,
            header["min_lat_e7"] / _DEGREE,
            header["max_lon_e7"] / _DEGREE,
            header["max_lat_e7"] / _DEGREE,
        ),
        metadata=orjson.loads(said),
        _data=data,
        _places=dict(_places(read, header, header["root_offset"], header["root_length"])),
    )


def _places(
    read: Read, header: HeaderDict, offset: int, length: int
) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the name of each tile of a directory and of those below it, with its place."""
    for entry in deserialize_directory(read(offset, length)):
        if entry.run_length == 0:
            below = header["leaf_directory_offset"] + entry.offset
            yield from _places(read, header, below, entry.length)
        start = header["tile_data_offset"] + entry.offset
        for following in range(entry.run_length):
            zoom, column, row = tileid_to_zxy(entry.tile_id + following)
            yield f"{zoom}/{column}/{row}", (start, start + entry.length)
