"""The places of a territory as a file: all those that the page lists, in its order."""

from __future__ import annotations

from flask import Blueprint, Response

from carto import french
from carto.typography import typeset
from geodata.export_formats.layer_drawing import draw_places
from geodata.storage.manifest import describe_columns
from webapp.downloads.row_answers import SUFFIX, ListedRows, file_answer, is_text, text_answer
from webapp.file_formats import FRENCH_CSV
from webapp.links import territory_page
from webapp.page_state import require_usable
from webapp.places.listed_places import ListedPlaces, listed_places
from webapp.places.place_csv import place_columns, place_values, places_csv
from webapp.territories.territory_routes import for_every_territory

blueprint = Blueprint("place_files", __name__)


@for_every_territory(blueprint, after=f"/lieux.{SUFFIX}")
def places_file(type_: str, code: str, suffix: str) -> Response:
    """Answer with the places that the page lists, all its pages at once."""
    listed = listed_places(type_, code)
    snapshot = listed.snapshot
    require_usable(snapshot, listed.notices)
    name = f"lieux-{type_}-{code}-{snapshot.id}"
    page = listed.state.url(f"{territory_page(type_, code)}/lieux", tri=listed.order.sort)
    if is_text(suffix):
        is_french = suffix == FRENCH_CSV
        text = places_csv(listed.kept, snapshot.communes, french=is_french)
        return text_answer(text, name, suffix, page)
    return file_answer(snapshot, _rows(listed), name, suffix, page)


def _rows(listed: ListedPlaces) -> ListedRows:
    """Gather the places, the colours of their natures, and what filters them."""
    communes = listed.snapshot.communes
    kept = french.plural(len(listed.kept), "lieu", "lieux")
    said = f"{kept} sur {french.number(len(listed.sites))}"
    return ListedRows(
        table="sites",
        title=f"{listed.territory['nom']}, lieux d'aide au numérique",
        fields=describe_columns(place_columns()),
        values=[place_values(site, communes) for site in listed.kept],
        drawing=draw_places(listed.kept),
        notes=(("Territoire", str(listed.territory["nom"])), ("Lignes", typeset(said))),
    )
