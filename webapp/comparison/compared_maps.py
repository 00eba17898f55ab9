"""The maps of a comparison: the same classes for all, a commune shown where it lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from carto.codes import departement_name
from carto.drawing.static_map import draw_map
from carto.french import enumeration
from carto.typography import typeset
from webapp.comparison.compared_territories import Territory
from webapp.comparison.comparison_legend import Coloured
from webapp.errors import UnknownResourceError
from webapp.maps.map_blocks import map_parts, outlined
from webapp.snapshots.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, LoadedSnapshot
from webapp.views.state import MapState


@dataclass(frozen=True)
class SmallMap:
    """The map of a territory.

    Attributes
    ----------
    territory
        What is compared.
    svg
        The drawing; None when the snapshot has none.
    where
        What is drawn around a commune; empty for a larger territory.
    coloured
        What its legend counts; None without a drawing.
    projection
        Name of its projection; empty without a drawing.
    """

    territory: Territory
    svg: Markup | None = None
    where: str = ""
    coloured: Coloured | None = None
    projection: str = ""


def small_maps(
    snapshot: LoadedSnapshot, territories: Sequence[Territory], state: MapState
) -> list[SmallMap]:
    """Draw a map per territory, without links: each is an image with a name and a description.

    A territory that the snapshot has no map of, or none of this indicator, has none.
    """
    return [_small_map(snapshot, territory, state) for territory in territories]


def _small_map(snapshot: LoadedSnapshot, territory: Territory, state: MapState) -> SmallMap:
    """Draw one map."""
    type_, code, where = _frame(territory)
    try:
        parts = map_parts(snapshot, type_, code, replace(state, has_places=False))
    except UnknownResourceError:
        return SmallMap(territory)
    if parts.indicator.id != state.indicator:
        return SmallMap(territory)
    # Two communes may be of one EPCI: each drawing has its own name, hence its own identifiers.
    shapes = replace(parts.shapes, territory=f"{territory.nom}{where and f', {where}'}")
    svg = draw_map(shapes, parts.indicator, parts.rows)
    here = shapes.units.get(territory.id.code) if where else None
    drawn = Markup(outlined(svg, here))  # noqa: S704 - escaped by draw_map
    counted = [territory.row] if territory.id.type == COMMUNE else parts.rows
    coloured = Coloured(territory, parts.indicator, counted)
    return SmallMap(territory, drawn, where, coloured, shapes.projection)


def projection_line(maps: Sequence[SmallMap]) -> str:
    """Name the projections of the maps, too small to bear them; empty without a map.

    Parameters
    ----------
    maps
        In the order of the page.
    """
    named = [*dict.fromkeys(one.projection for one in maps if one.projection)]
    if not named:
        return ""
    noun = "Projection" if len(named) == 1 else "Projections"
    return typeset(f"{noun} : {enumeration(named)} ; chaque carte a son échelle.")


def _frame(territory: Territory) -> tuple[str, str, str]:
    """Type and code of the territory that is drawn, and its name when it is around a commune."""
    row = territory.row
    if territory.id.type != COMMUNE:
        return territory.id.type, territory.id.code, ""
    if row["siren_epci"] is not None:
        return EPCI, row["siren_epci"], row["nom_epci"]
    return DEPARTEMENT, row["departement"], departement_name(row["departement"])
