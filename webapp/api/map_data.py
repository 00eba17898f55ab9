"""What the interactive map of a territory loads: shapes, classes and texts, places.

Classes and French texts are computed here, with the functions that draw the static map and the
legend; the client only joins them to shapes by code. A map that colours wider units than communes
has their type at the end of its addresses.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request

from carto.drawing.circles import has_circles, radius_of
from carto.drawing.indicators.data_classes import THRESHOLDS
from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import COMMUNE, UNITS, Unit
from carto.place_natures import SITE_NATURES, nature_of
from webapp import parameters
from webapp.caching import CODE_VERSION, IMMUTABLE
from webapp.errors import UnknownResourceError
from webapp.json_answers import GEOJSON, json_answer
from webapp.maps.map_units import indicators_by, unit_rows
from webapp.maps.shown_values import shown_values
from webapp.maps.told_quarters import told_quarters
from webapp.places.places import describe
from webapp.rule.asked_rule import under_asked_rule
from webapp.rule.rule import RULE_PARAMETERS
from webapp.snapshots.current_snapshot import pinned, pinned_files
from webapp.snapshots.loaded_snapshot import GROUP, LoadedSnapshot, Row
from webapp.snapshots.published_files import map_name, published_path
from webapp.territories.serving_places import serving_places
from webapp.views.place_filter import PLACE_PARAMETERS
from webapp.views.state import MapState

blueprint = Blueprint("map_data", __name__, url_prefix="/donnees/<snapshot_id>")

MAP_PARAMETERS = ("t", "t2", "classes")
_TERRITORY = "/<any(epci, departement, region, ept, groupe, france, commune):type_>/<code>"
_BY_UNIT = f"{_TERRITORY}/<any(epci, departement):maille>"


@blueprint.get(f"{_TERRITORY}.topojson")
@blueprint.get(f"{_BY_UNIT}.topojson")
def topojson(snapshot_id: str, type_: str, code: str, maille: str = COMMUNE.type) -> Response:
    """Answer with the shapes of what a map colours, made at build but for a composed group."""
    parameters.require_known(request.args)
    if type_ == GROUP:
        shapes = pinned(snapshot_id).topology(type_, code)
    else:
        name = map_name(type_, code, UNITS[maille])
        files = pinned_files(snapshot_id)
        shapes = published_path(files, f"topojson/{name}.json").read_bytes()
    response = Response(shapes, mimetype="application/json")
    response.set_etag(snapshot_id)
    return _immutable(response)


@blueprint.get(f"{_TERRITORY}/valeurs.json")
@blueprint.get(f"{_BY_UNIT}/valeurs.json")
def values(snapshot_id: str, type_: str, code: str, maille: str = COMMUNE.type) -> Response:
    """Answer with the class and the text of each unit, under the rule of the address."""
    parameters.require_known(request.args, CODE_VERSION, *RULE_PARAMETERS, *MAP_PARAMETERS)
    parameters.require_usable_rule(request.args)
    state = MapState(
        quarter=parameters.read_quarter(request.args, "t"),
        before=parameters.read_quarter(request.args, "t2"),
        method=parameters.read_classes(request.args) or THRESHOLDS,
    )
    snapshot = under_asked_rule(pinned(snapshot_id))
    nom, unit = snapshot.territory(type_, code)["nom"], UNITS[maille]
    rows = _mapped_rows(snapshot, type_, code, unit)
    shown = {
        key: shown_values(snapshot, indicator, rows, state, nom)
        for key, indicator in indicators_by(snapshot, unit).items()
    }
    by_unit = zip(*(one.rows for one in shown.values()), strict=True)
    indicators = [one.indicator for one in shown.values()]
    return _immutable(
        json_answer(
            {
                "snapshot": snapshot.id,
                "indicateurs": {one.id: _indicator(one) for one in indicators},
                "communes": {unit.code(own[0]): _unit(own, indicators) for own in by_unit},
            }
        )
    )


@blueprint.get(f"{_TERRITORY}/fibre.json")
@blueprint.get(f"{_BY_UNIT}/fibre.json")
def quarters(snapshot_id: str, type_: str, code: str, maille: str = COMMUNE.type) -> Response:
    """Answer with the class and the text of each unit at every quarter, for one indicator.

    By unit, one character per quarter is its class, `-` without one; texts come once each.
    """
    parameters.require_known(request.args, CODE_VERSION, *RULE_PARAMETERS, "ind", "t2")
    parameters.require_usable_rule(request.args)
    snapshot = under_asked_rule(pinned(snapshot_id))
    asked = parameters.read_dated_indicator(request.args) or "fibre"
    before = parameters.read_quarter(request.args, "t2")
    unit = UNITS[maille]
    rows = _mapped_rows(snapshot, type_, code, unit)
    indicator = indicators_by(snapshot, unit).get(asked)
    if indicator is None:
        raise UnknownResourceError(f"« {asked} » ne se lit pas par {unit.singular}.")
    return _immutable(json_answer(told_quarters(snapshot, indicator, rows, before)))


@blueprint.get(f"{_TERRITORY}/lieux.geojson")
def places(snapshot_id: str, type_: str, code: str) -> Response:
    """Answer with the places of the territory, and those outside that serve it."""
    parameters.require_known(request.args, CODE_VERSION, *PLACE_PARAMETERS)
    asked = parameters.read_places(request.args)
    snapshot = pinned(snapshot_id)
    sites = serving_places(snapshot, snapshot.members(type_, code))
    features = [_place(site, snapshot) for site in sites if asked.keeps(site)]
    collection = {"type": "FeatureCollection", "features": features}
    return _immutable(json_answer(collection, mimetype=GEOJSON))


def _mapped_rows(snapshot: LoadedSnapshot, type_: str, code: str, unit: Unit) -> list[Row]:
    """List the units of a map; a territory too wide for a map of its communes has no values of it.

    Raises
    ------
    UnknownResourceError
        When the snapshot has no such territory, or no such map of it.
    """
    rows = unit_rows(snapshot, type_, code, unit)
    if type_ != COMMUNE.type and not snapshot.has_map(type_, code, unit):
        raise UnknownResourceError(
            f"{snapshot.territory(type_, code)['nom']} n'a pas de carte par {unit.singular}."
        )
    return rows


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


def _unit(rows: Sequence[Row], indicators: Sequence[Indicator]) -> dict[str, Any]:
    """Class of a unit for each indicator, and its text where the class does not say it."""
    row, both = rows[0], list(zip(indicators, rows, strict=True))
    return {
        "nom": row["nom"],
        "population": row["population"],
        "classes": {indicator.id: indicator.class_of(own) for indicator, own in both},
        "textes": {
            indicator.id: text
            for indicator, own in both
            if (text := indicator.text(own)) != _class_label(own, indicator)
        },
        "cercles": {
            indicator.id: radius_of(own, indicator)
            for indicator, own in both
            if has_circles(indicator)
        },
    }


def _class_label(row: Row, indicator: Indicator) -> str:
    """Name of the class of a unit."""
    position = indicator.class_of(row)
    return indicator.missing_label if position is None else indicator.classes[position].label


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
            "address_text": described.address,
            "phone_text": described.contact.phone,
            "phone_dial": described.contact.dial,
            "hours_text": " ; ".join(described.hours),
            "remarks_text": " ".join(described.remarks),
            "letter": SITE_NATURES[nature_of(site)].letter,
        },
    }
