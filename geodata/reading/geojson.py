"""Entities of a GeoJSON file, one by one, each with its line and its text.

A FeatureCollection of 90 MB is never held as one tree of Python objects, and each entity can be
refused for itself. Only a fault of the JSON syntax refuses the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carto.forbidden_characters import FORBIDDEN
from geodata.errors import SourceError
from geodata.reading.contents import decode, read_bytes
from geodata.reading.json_scanner import NEW_COPY, JsonScanner
from geodata.reading.records import BrokenRecord
from geodata.source import RawFile
from geodata.values.verdicts import UnusableValueError

_WGS84 = re.compile(r"(CRS:?84|EPSG:{1,2}4326)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Feature:
    """One entity: line, text as written, properties, and the geometry object (None if null)."""

    line: int
    raw: str
    properties: Mapping[str, object]
    geometry: Mapping[str, object] | None

    def text(self, *names: str) -> str:
        """Text of the first of these properties that is present; "" without any.

        Raises
        ------
        UnusableValueError
            `PROPRIETE_ILLISIBLE` for a list, an object or a boolean, `CARACTERE_INTERDIT`.
        """
        for name in names:
            value = self.properties.get(name)
            if value is not None:
                return _text(name, value)
        return ""


def read_features(raw: RawFile) -> Iterator[Feature | BrokenRecord]:
    """Read the entities of a GeoJSON FeatureCollection in WGS 84 (RFC 7946), gzipped or not.

    Yields
    ------
    Feature or BrokenRecord
        In the order of the file; broken when it is no Feature object (`ENTITE_ILLISIBLE`).

    Raises
    ------
    SourceError
        For JSON that cannot be read (line and character), for anything but a FeatureCollection,
        and for coordinates that the file says are not WGS 84.
    """
    scanner = JsonScanner(raw, decode(raw, read_bytes(raw)))
    has_features = False
    for name in scanner.members():
        if name == "features":
            has_features = True
            for line, text, value in scanner.elements():
                yield _feature(line, text, value)
        elif name == "crs":
            _require_wgs84(raw, scanner.value())
        else:
            scanner.value()
    if not has_features:
        reason = "objet JSON sans entités (« features ») : ce n'est pas un GeoJSON"
        raise SourceError(raw.name, reason, NEW_COPY, line=1)


def _feature(line: int, text: str, value: object) -> Feature | BrokenRecord:
    """Make a feature of a JSON value."""
    if isinstance(value, dict):
        properties, geometry = value.get("properties"), value.get("geometry")
        if isinstance(properties, dict) and (geometry is None or isinstance(geometry, dict)):
            return Feature(line, text, properties, geometry)
    return BrokenRecord(line, text, "ENTITE_ILLISIBLE", "entité sans propriétés : pas une Feature")


def _text(name: str, value: object) -> str:
    """Write the value of a property: text, or a number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        said = f"propriété {name} qui n'est ni un texte ni un nombre"
        raise UnusableValueError("PROPRIETE_ILLISIBLE", said)
    text = str(value).strip()
    if FORBIDDEN.search(text):
        said = f"caractère de contrôle dans la propriété {name}"
        raise UnusableValueError("CARACTERE_INTERDIT", said)
    return text


def _require_wgs84(raw: RawFile, crs: object) -> None:
    """Refuse a file that states another coordinate system than WGS 84."""
    if crs is None:
        return
    named = crs.get("properties") if isinstance(crs, dict) else None
    name = str(named.get("name")) if isinstance(named, dict) else str(crs)
    if not _WGS84.search(name):
        raise SourceError(
            raw.name,
            f"coordonnées en {name[:60]} et non en WGS 84 (EPSG:4326)",
            f"convertissez-le : ogr2ogr -t_srs EPSG:4326 wgs84.geojson {raw.name}",
        )
