"""The maps of composed groups: cut out of the published maps of the EPCI of their communes."""

from __future__ import annotations

import threading
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from carto.codes import departement_of
from carto.crs import metric_crs
from carto.drawing.cut_shapes import cut_shapes
from carto.drawing.joined_topology import JoinedTopology, join_topologies
from carto.drawing.shapes import MapShapes
from carto.group_code import GroupCode
from geodata.storage.snapshot import Snapshot
from webapp.snapshots.published_files import published_path

Row = Mapping[str, Any]

MOST_KEPT = 8


class ComposedMaps:
    """Draws the maps of composed groups, and keeps the last ones.

    Parameters
    ----------
    snapshot
        Whose maps they are cut out of.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, MapShapes] = OrderedDict()

    def shapes(
        self,
        group: GroupCode,
        nom: str,
        communes: Mapping[str, Row],
        sites: Mapping[str, Row],
    ) -> MapShapes:
        """Outlines to draw a group.

        Parameters
        ----------
        group
            Of published communes.
        nom
            Its name.
        communes, sites
            Published rows by code and by id.
        """
        key = str(group)
        with self._lock:
            if key not in self._kept:
                drawn = _drawn(group)
                self._kept[key] = cut_shapes(
                    self._joined(drawn, communes),
                    [communes[code] for code in drawn],
                    (site for site in sites.values() if site["is_supply"]),
                    territory=nom,
                )
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def topology(self, group: GroupCode, communes: Mapping[str, Row]) -> bytes:
        """Outlines to move and zoom, as TopoJSON: the communes, and the parts of EPCI they make."""
        drawn = _drawn(group)
        parts: dict[str, list[str]] = {}
        for code in drawn:
            parts.setdefault(communes[code]["siren_epci"] or code, []).append(code)
        return self._joined(drawn, communes).written(dict(sorted(parts.items())))

    def _joined(self, drawn: Iterable[str], communes: Mapping[str, Row]) -> JoinedTopology:
        """Take the communes out of the published maps that hold them."""
        codes = list(drawn)
        return join_topologies(self._documents(map(communes.__getitem__, codes)), codes)

    def _documents(self, communes: Iterable[Row]) -> Iterator[dict[str, Any]]:
        """Read the topology of each EPCI, and of the département of a commune without one."""
        names = dict.fromkeys(
            f"epci-{row['siren_epci']}"
            if row["siren_epci"] is not None
            else f"departement-{row['departement']}"
            for row in communes
        )
        for name in names:
            path = published_path(self._snapshot, f"topojson/{name}.json")
            yield orjson.loads(path.read_bytes())


def _drawn(group: GroupCode) -> list[str]:
    """List the communes of the metric projection that has most of them, as the build maps them."""
    zone_of = {code: metric_crs(departement_of(code)) for code in group.communes}
    counted = Counter(zone_of.values())
    zone = min(counted, key=lambda epsg: (-counted[epsg], epsg))
    return [code for code, epsg in zone_of.items() if epsg == zone]
