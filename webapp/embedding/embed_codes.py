"""The embed code of a territory: its addresses, complete, and the name of what they show."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from carto.drawing.margins import heading
from webapp.embedding.embed_code import EmbedCode
from webapp.embedding.embed_options import EMBED_PARAMETERS
from webapp.embedding.public_address import public_address
from webapp.links import territory_page
from webapp.maps.map_units import indicators_by, unit_of
from webapp.printing.print_choice import PRINT_PARAMETERS
from webapp.printing.print_pages import THUMBNAIL_DOTS
from webapp.snapshots.loaded_snapshot import COMMUNE, DEPARTEMENT, EPCI, LoadedSnapshot
from webapp.views.state import DEFAULT_INDICATOR, STATE_PARAMETERS

EMBED_PREFIX = "/integrer"
_LONGEST_VALUE = 100


def embed_code(
    snapshot: LoadedSnapshot, type_: str, code: str, query: Mapping[str, str]
) -> EmbedCode:
    """Write the embed code of a territory in a state.

    Parameters
    ----------
    snapshot
        Where the territory is.
    type_, code
        The territory; the map of a commune is that of its EPCI, or of its département.
    query
        Parameters of the address of the page, of the sheet or of the frame; those that none of
        them has are dropped. Their values are checked by the page that they lead to.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory.
    FormerCommuneError
        When the territory is a commune that is no more.
    """
    row = snapshot.territory(type_, code)
    page, nom = territory_page(type_, code), row["nom"]
    kept = {name: value[:_LONGEST_VALUE] for name, value in query.items()}
    if type_ == COMMUNE:
        kept["sel"] = code
        has_epci = row["siren_epci"] is not None
        type_, code = (EPCI, row["siren_epci"]) if has_epci else (DEPARTEMENT, row["departement"])
    indicators = indicators_by(snapshot, unit_of(snapshot, type_, code, kept.get("maille")))
    indicator = indicators.get(kept.get("ind", ""), indicators[DEFAULT_INDICATOR])
    map_page, public = territory_page(type_, code), public_address()

    def address(path: str, *names: str, **more: str) -> str:
        """Address of a path with some of the parameters."""
        written = {name: kept[name] for name in names if name in kept} | more
        return f"{public}{path}?{urlencode(written)}" if written else f"{public}{path}"

    dots = str(THUMBNAIL_DOTS)
    return EmbedCode(
        title=heading(indicator, nom),
        page=address(page, *STATE_PARAMETERS),
        frame=address(EMBED_PREFIX + map_page, *STATE_PARAMETERS, *EMBED_PARAMETERS),
        image=address(f"{map_page}/carte.png", *STATE_PARAMETERS, *PRINT_PARAMETERS),
        drawing=address(f"{map_page}/carte.svg", *STATE_PARAMETERS),
        thumbnail=address(
            f"{map_page}/carte.png", *STATE_PARAMETERS, papier="a4", sens="paysage", ppp=dots
        ),
        script=f"{public}/integrer.js",
    )
