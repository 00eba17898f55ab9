"""A published snapshot in memory: its rows by code, ready to be served."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from carto.codes import FRANCE_CODE
from carto.drawing.indicators import units
from carto.drawing.indicators.units import Unit
from carto.drawing.shapes import MapShapes
from carto.group_code import GroupCode, read_group_code
from geodata.storage.snapshot import Snapshot
from webapp.errors import UnknownResourceError
from webapp.search.search_index import SearchIndex, search_index
from webapp.snapshots.absences import absence, covered, former_commune, refuse_arrondissement
from webapp.snapshots.compatibility import require_same_software
from webapp.snapshots.composed_groups import ComposedGroups, composed_quarters, refuse_composed
from webapp.snapshots.composed_maps import ComposedMaps
from webapp.snapshots.nearby_points import NearbyPoints
from webapp.snapshots.published_files import map_name, published_path, published_paths
from webapp.snapshots.published_method import judging_parameters
from webapp.snapshots.snapshot_rows import former_communes, rows_by_key

Row = Mapping[str, Any]

COMMUNE, EPCI, DEPARTEMENT, REGION = "commune", "epci", "departement", "region"
EPT, GROUP, FRANCE = "ept", "groupe", "france"
# Column of the code of each type of territory, in its table.
KEYS = {
    COMMUNE: "code_insee",
    EPCI: "siren_epci",
    DEPARTEMENT: "code_departement",
    REGION: "code_region",
    FRANCE: "code_pays",
    EPT: "siren_ept",
    GROUP: "groupe",
}


@dataclass(frozen=True)
class LoadedSnapshot:
    """One verified snapshot and its tables; it never changes.

    Attributes
    ----------
    snapshot
        The folder on disk.
    warnings
        French sentences to show on every page, for instance that an earlier snapshot is served.
    communes, epci, departements, regions, france, ept, groups, sites
        Rows by code or id, in the order of the key. A missing value is None; `flags` is a list
        of codes and `reasons` a dict (column → code of the reason); groups: `ComposedGroups`.
    former
        Rows of the table `passages` by the code that no commune has any more.
    names
        Names of the territories, ready for a search.
    """

    snapshot: Snapshot
    warnings: tuple[str, ...]
    communes: Mapping[str, Row]
    epci: Mapping[str, Row]
    departements: Mapping[str, Row]
    regions: Mapping[str, Row]
    france: Mapping[str, Row]
    ept: Mapping[str, Row]
    groups: Mapping[str, Row]
    sites: Mapping[str, Row]
    former: Mapping[str, tuple[Row, ...]]
    names: SearchIndex
    _members: Mapping[tuple[str, str], tuple[Row, ...]] = field(repr=False)
    _composed_maps: ComposedMaps = field(repr=False)
    _shapes: dict[str, MapShapes] = field(default_factory=dict, repr=False)
    _points: dict[str, NearbyPoints] = field(default_factory=dict, repr=False)

    @property
    def id(self) -> str:
        """Identifier of the snapshot."""
        return self.snapshot.id

    @property
    def facts(self) -> Mapping[str, Any]:
        """What the build recorded: title, sources, method, checks, counts."""
        return self.snapshot.facts

    def territory(self, type_: str, code: str) -> Row:
        """Row of a territory.

        Parameters
        ----------
        type_
            `commune`, `epci`, `departement`, `region`, `ept`, `groupe` or `france`.
        code
            Its official code; that of France is `FR`.

        Raises
        ------
        UnknownResourceError
            When the snapshot has no such territory.
        FormerCommuneError
            When the code was that of a commune whose territory is in published ones.
        """
        row = self.level(type_).get(code)
        if row is None and type_ == COMMUNE and code in self.former:
            raise former_commune(code, self.former[code], self.communes)
        if row is None and type_ == COMMUNE:
            refuse_arrondissement(code, self.communes)
        if row is None and type_ == GROUP:
            refuse_composed(code, self.communes, self.former)
        if row is None:
            raise UnknownResourceError(
                f"{absence(type_, code)} ; elles couvrent "
                f"{covered(self.departements, self.epci)}. Pour un autre territoire, vérifiez le "
                "code ou cherchez son nom depuis l'accueil."
            )
        return row

    def level(self, type_: str) -> Mapping[str, Row]:
        """Rows of every published territory of a type, by code; none for an unknown type."""
        levels = {
            COMMUNE: self.communes,
            EPCI: self.epci,
            DEPARTEMENT: self.departements,
            REGION: self.regions,
            FRANCE: self.france,
            EPT: self.ept,
            GROUP: self.groups,
        }
        return levels.get(type_, {})

    def members(self, type_: str, code: str) -> list[Row]:
        """Communes of a territory, by code.

        Raises
        ------
        UnknownResourceError
            When the snapshot has no such territory.
        """
        row = self.territory(type_, code)
        if (composed := self._composed(type_, code)) is not None:
            return [self.communes[member] for member in composed.communes]
        return [row] if type_ == COMMUNE else list(self._members.get((type_, code), ()))

    def details(self, table: str, *keys: str) -> list[Row]:
        """Read the rows of a complement about one territory; none when it is not published.

        Parameters
        ----------
        table
            A key of `carto.tables.published.COMPLEMENTS`.
        *keys
            Values of the first columns of its key.
        """
        if table not in self.snapshot.tables:
            return []
        composed = self._composed(*keys) if table == "territory_fibre" else None
        if composed is not None:
            return composed_quarters(self.snapshot, composed, self.members(GROUP, str(composed)))
        return [*self.snapshot.rows_of(table, *keys)]

    def shapes(self, type_: str, code: str, unit: Unit = units.COMMUNE) -> MapShapes:
        """Outlines to draw the map of a territory, projected at build.

        Parameters
        ----------
        type_, code
            The territory.
        unit
            What the map colours.

        Raises
        ------
        UnknownResourceError
            When the snapshot has no map of it.
        """
        composed = self._composed(type_, code) if unit == units.COMMUNE else None
        if composed is not None:
            nom = self.territory(type_, code)["nom"]
            return self._composed_maps.shapes(composed, nom, self.communes, self.sites)
        name = map_name(type_, code, unit)
        if name not in self._shapes:
            path = self.file(f"maps/{name}.json")
            self._shapes[name] = MapShapes.from_json(path.read_bytes())
        return self._shapes[name]

    def has_map(self, type_: str, code: str, unit: Unit) -> bool:
        """Whether the snapshot has a map of a territory that colours some units."""
        is_cut = self._composed(type_, code) is not None and unit == units.COMMUNE
        return is_cut or f"maps/{map_name(type_, code, unit)}.json" in published_paths(
            self.snapshot
        )

    def topology(self, type_: str, code: str, unit: Unit = units.COMMUNE) -> bytes:
        """Outlines to move and zoom, as TopoJSON; see `shapes`.

        Raises
        ------
        UnknownResourceError
            When the snapshot has no such territory, or no map of it.
        """
        composed = self._composed(type_, code) if unit == units.COMMUNE else None
        if composed is not None and self.territory(type_, code):
            return self._composed_maps.topology(composed, self.communes)
        return self.file(f"topojson/{map_name(type_, code, unit)}.json").read_bytes()

    @cached_property
    def country(self) -> MapShapes | None:
        """Outlines of the map of France; None when the snapshot is not of all of it."""
        if not self.has_map(FRANCE, FRANCE_CODE, units.DEPARTEMENT):
            return None
        return self.shapes(FRANCE, FRANCE_CODE, units.DEPARTEMENT)

    def points(self, table: str) -> NearbyPoints:
        """Points of the `communes`, or of the `sites` that are supply, indexed once."""
        if table not in self._points:
            supply = {key: site for key, site in self.sites.items() if site["is_supply"]}
            self._points[table] = NearbyPoints(supply if table == "sites" else self.communes)
        return self._points[table]

    def file(self, name: str) -> Path:
        """Path of a published file.

        Parameters
        ----------
        name
            Path below the snapshot, as the manifest lists it.

        Raises
        ------
        UnknownResourceError
            When the manifest lists no such file, whatever lies in the folder.
        """
        return published_path(self.snapshot, name)

    def _composed(self, type_: str, code: str) -> GroupCode | None:
        """Read the code of a group that an address composes; None for any other territory."""
        is_declared = (type_, code) in self._members
        return None if type_ != GROUP or is_declared else read_group_code(code)


def load(snapshot: Snapshot, warnings: Iterable[str] = ()) -> LoadedSnapshot:
    """Read the tables of a verified snapshot.

    Parameters
    ----------
    snapshot
        Already verified against its manifest.
    warnings
        French sentences that pages must show.

    Raises
    ------
    SnapshotError
        When another version of the software made it.
    """
    require_same_software(snapshot)
    table_of = {COMMUNE: "communes"}
    levels = {
        type_: rows_by_key(snapshot, table_of.get(type_, type_), key) for type_, key in KEYS.items()
    }
    sites = rows_by_key(snapshot, "sites", "id")
    former = former_communes(snapshot)
    return LoadedSnapshot(
        snapshot=snapshot,
        warnings=tuple(warnings),
        communes=levels[COMMUNE],
        epci=levels[EPCI],
        departements=levels[DEPARTEMENT],
        regions=levels[REGION],
        france=levels[FRANCE],
        ept=levels[EPT],
        groups=ComposedGroups(levels[GROUP], levels[COMMUNE], judging_parameters(snapshot.facts)),
        sites=sites,
        former=former,
        names=search_index(levels, former, sites.values()),
        _members=_members(levels[COMMUNE], snapshot.facts.get("groups", {})),
        _composed_maps=ComposedMaps(snapshot),
    )


def _members(
    communes: Mapping[str, Row], groups: Mapping[str, Iterable[str]]
) -> dict[tuple[str, str], tuple[Row, ...]]:
    """Communes of every territory, by type and code; those of a group are listed by its maker."""
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in communes.values():
        members[DEPARTEMENT, row["departement"]].append(row)
        members[EPCI, row["siren_epci"]].append(row)
        members[EPT, row["siren_ept"]].append(row)
        if row["is_in_scope"]:
            members[REGION, row["region"]].append(row)
            members[FRANCE, FRANCE_CODE].append(row)
    for group, codes in groups.items():
        members[GROUP, group] = [communes[code] for code in codes]
    return {key: tuple(rows) for key, rows in members.items()}
