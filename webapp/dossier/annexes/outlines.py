"""The communes and the places of a territory as GeoJSON, for a geographic information system."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from webapp.dossier.annexes.polygons import polygons
from webapp.dossier.subject import Subject

_COMMUNE = (
    *("code_insee", "nom", "population", "verdict", "is_underserved", "robustness", "rank"),
    *("taux_couverture_ftth", "locaux_restants", "nearest_site_min", "accessibility", "need"),
    *("alert_offre", "alert_besoin", "alert_connectivite", "typology", "sentence"),
)
_PLACE = (
    *("id", "nom", "typologie", "code_insee", "nom_commune", "adresse", "horaires"),
    *("hours_per_year", "hours_source", "is_supply", "date_maj", "sources"),
)


def communes_geojson(subject: Subject) -> bytes:
    """Write the communes of a territory, with what the dossier says of them."""
    shapes = polygons(subject.snapshot.topology(subject.type, subject.code))
    rows = sorted(subject.communes, key=lambda row: str(row["code_insee"]))
    return _collection(
        subject,
        f"Communes : {subject.name}",
        (
            _feature(row["code_insee"], _kept(row, _COMMUNE), shapes[row["code_insee"]])
            for row in rows
            if row["code_insee"] in shapes
        ),
    )


def places_geojson(subject: Subject) -> bytes:
    """Write the places of a territory, those that do not count as supply included."""
    return _collection(
        subject,
        f"Lieux d'aide au numérique : {subject.name}",
        (_feature(row["id"], _kept(row, _PLACE), _point(row)) for row in subject.places),
    )


def _collection(subject: Subject, title: str, features: Iterable[dict[str, Any]]) -> bytes:
    """Write a collection, one feature a line."""
    head = {"type": "FeatureCollection", "title": title, "snapshot": subject.snapshot.id}
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opened}, "features": [\n{lines}\n]}}\n'.encode()


def _feature(key: str, properties: dict[str, Any], geometry: dict[str, Any]) -> dict[str, Any]:
    """Make a feature."""
    return {"type": "Feature", "id": key, "properties": properties, "geometry": geometry}


def _kept(row: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Take some values of a row."""
    return {name: row.get(name) for name in names}


def _point(row: Mapping[str, Any]) -> dict[str, Any]:
    """Make a point of the position of a place."""
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
