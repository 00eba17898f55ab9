"""What the interactive map of a territory loads: shapes, classes and texts, places.

Classes and French texts are computed here, with the functions that draw the static map and the
legend; the client only joins them to shapes by commune code.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request

from carto.drawing.classification import indicators_for
from carto.drawing.data_classes import THRESHOLDS
from carto.drawing.indicator import Indicator
from carto.place_natures import SITE_NATURES, nature_of
from webapp import parameters
from webapp.asked_rule import under_asked_rule
from webapp.caching import IMMUTABLE
from webapp.current_snapshot import pinned, pinned_files
from webapp.json_answers import GEOJSON, json_answer
from webapp.loaded_snapshot import LoadedSnapshot, Row
from webapp.published_files import published_path
from webapp.shown_values import known_indicators, shown_values
from webapp.territory_places import serving_places
from webapp.told_quarters import told_quarters
from webapp.views.place_filter import PLACE_PARAMETERS
from webapp.views.places import describe
from webapp.views.rule import RULE_PARAMETERS
from webapp.views.state import MapState

blueprint = Blueprint("map_data", __name__, url_prefix="/donnees/<snapshot_id>")

# Words and classes come from the code: pages ask for them under its version, so that a browser
# never keeps those of an older software.
CODE_VERSION = "v"
MAP_PARAMETERS = ("t", "t2", "classes")


@blueprint.get("/<any(epci, departement):type_>/<code>.topojson")
def topojson(snapshot_id: str, type_: str, code: str) -> Response:
    """Answer with the shapes of a territory, made at build."""
    parameters.require_known(request.args)
    snapshot = pinned_files(snapshot_id)
    shapes = published_path(snapshot, f"topojson/{type_}-{code}.json").read_bytes()
    response = Response(shapes, mimetype="application/json")
    response.set_etag(snapshot.id)
    return _immutable(response)


@blueprint.get("/<any(epci, departement, commune):type_>/<code>/valeurs.json")
def values(snapshot_id: str, type_: str, code: str) -> Response:
    """Answer with the class and the text of each commune, under the rule of the address."""
    parameters.require_known(request.args, CODE_VERSION, *RULE_PARAMETERS, *MAP_PARAMETERS)
    parameters.require_usable_rule(request.args)
    state = MapState(
        quarter=parameters.read_quarter(request.args, "t"),
        before=parameters.read_quarter(request.args, "t2"),
        method=parameters.read_classes(request.args) or THRESHOLDS,
    )
    snapshot = under_asked_rule(pinned(snapshot_id))
    nom, members = snapshot.territory(type_, code)["nom"], snapshot.members(type_, code)
    shown = {
        key: shown_values(snapshot, indicator, members, state, nom)
        for key, indicator in known_indicators(snapshot).items()
    }
    by_commune = zip(*(one.rows for one in shown.values()), strict=True)
    indicators = [one.indicator for one in shown.values()]
    return _immutable(
        json_answer(
            {
                "snapshot": snapshot.id,
                "indicateurs": {one.id: _indicator(one) for one in indicators},
                "communes": {own[0]["code_insee"]: _commune(own, indicators) for own in by_commune},
            }
        )
    )


@blueprint.get("/<any(epci, departement, commune):type_>/<code>/fibre.json")
def quarters(snapshot_id: str, type_: str, code: str) -> Response:
    """Answer with the class and the text of each commune at every quarter, for one indicator.

    By commune, one character per quarter is its class, `-` without one; texts come once each.
    """
    parameters.require_known(request.args, CODE_VERSION, *RULE_PARAMETERS, "ind", "t2")
    parameters.require_usable_rule(request.args)
    snapshot = under_asked_rule(pinned(snapshot_id))
    asked = parameters.read_dated_indicator(request.args) or "fibre"
    before = parameters.read_quarter(request.args, "t2")
    members = snapshot.members(type_, code)
    told = told_quarters(snapshot, indicators_for(snapshot.facts)[asked], members, before)
    return _immutable(json_answer(told))


@blueprint.get("/<any(epci, departement, commune):type_>/<code>/lieux.geojson")
def places(snapshot_id: str, type_: str, code: str) -> Response:
    """Answer with the places of the territory, and those outside that serve it."""
    parameters.require_known(request.args, CODE_VERSION, *PLACE_PARAMETERS)
    asked = parameters.read_places(request.args)
    snapshot = pinned(snapshot_id)
    sites = serving_places(snapshot, snapshot.members(type_, code))
    features = [_place(site, snapshot) for site in sites if asked.keeps(site)]
    collection = {"type": "FeatureCollection", "features": features}
    return _immutable(json_answer(collection, mimetype=GEOJSON))


def _immutable(response: Response) -> Response:
    response.headers["Cache-Control"] = IMMUTABLE
    return response


def _indicator(indicator: Indicator) -> dict[str, Any]:
    """Words and classes of an indicator."""
    return {
        "label": indicator.label,
        "question": indicator.question,
        "classes": [
            {
                "key": class_.key,
                "label": class_.label,
                "colour": class_.colour,
                "is_worst": class_.is_worst,
            }
            for class_ in indicator.classes
        ],
        "missing_label": indicator.missing_label,
    }


def _commune(rows: Sequence[Row], indicators: Sequence[Indicator]) -> dict[str, Any]:
    """Class and text of a commune for each indicator, each with the row that it reads."""
    row, both = rows[0], list(zip(indicators, rows, strict=True))
    return {
        "nom": row["nom"],
        "population": row["population"],
        "classes": {indicator.id: indicator.class_of(own) for indicator, own in both},
        "textes": {indicator.id: indicator.text(own) for indicator, own in both},
        "cercles": {
            indicator.id: own[indicator.circles] for indicator, own in both if indicator.circles
        },
    }


def _place(site: Row, snapshot: LoadedSnapshot) -> dict[str, Any]:
    """Write a place as a GeoJSON point."""
    described = describe(site, communes=snapshot.communes)
    return {
        "type": "Feature",
        "id": site["id"],
        "geometry": {"type": "Point", "coordinates": [site["longitude"], site["latitude"]]},
        "properties": {
            "id": site["id"],
            "nom": site["nom"],
            "nom_commune": described.commune,
            "format": site["format"],
            "format_label": described.format,
            "is_itinerant": site["is_itinerant"],
            "hours_text": " ; ".join(described.hours),
            "remarks_text": " ".join(described.remarks),
            "letter": SITE_NATURES[nature_of(site)].letter,
        },
    }
