"""Entities of a GeoJSON file, one by one, each with its line and its text.

A FeatureCollection of 90 MB is never held as one tree of Python objects, and each entity can be
refused for itself. Only a fault of the JSON syntax refuses the whole file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from geodata.errors import SourceError
from geodata.reading.contents import decode, read_bytes
from geodata.reading.records import FORBIDDEN, BrokenRecord
from geodata.source import RawFile
from geodata.values.verdicts import UnusableValueError

_BLANK = re.compile(r"[ \t\r\n]*")
_WGS84 = re.compile(r"(CRS:?84|EPSG:{1,2}4326)$", re.IGNORECASE)
_NEW_COPY = "reprenez le fichier chez son éditeur"


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
    scanner = _Scanner(raw, decode(raw, read_bytes(raw)))
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
        raise SourceError(raw.name, reason, _NEW_COPY, line=1)


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


class _Scanner:
    """Walks a JSON text value by value, counting lines."""

    def __init__(self, raw: RawFile, text: str) -> None:
        self._raw = raw
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._decoder = json.JSONDecoder()

    def members(self) -> Iterator[str]:
        """Yield the names of an object; the caller reads each value before the next name."""
        self._expect("{", "un objet JSON ({)")
        while not self._accept("}"):
            name = str(self.value())
            self._expect(":", "deux-points (:)")
            yield name
            if not self._accept(","):
                self._expect("}", "une virgule ou une accolade (})")
                return

    def elements(self) -> Iterator[tuple[int, str, object]]:
        """Yield line, text and value of each element of an array."""
        self._expect("[", "une liste ([)")
        while not self._accept("]"):
            self._skip_blank()
            start = self._at
            value = self.value()
            yield self._line_at(start), self._text[start : self._at], value
            if not self._accept(","):
                self._expect("]", "une virgule ou un crochet (])")
                return

    def value(self) -> object:
        """Read the next value."""
        self._skip_blank()
        try:
            value, self._at = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            raise self._error("syntaxe JSON incorrecte ou fichier tronqué", error.pos) from error
        except (RecursionError, ValueError) as error:
            raise self._error("valeur JSON démesurée", self._at) from error
        return value

    def _accept(self, character: str) -> bool:
        self._skip_blank()
        if self._text.startswith(character, self._at):
            self._at += 1
            return True
        return False

    def _expect(self, character: str, said: str) -> None:
        if not self._accept(character):
            raise self._error(
                f"{said} attendu au lieu de « {self._text[self._at :][:20]} »", self._at
            )

    def _skip_blank(self) -> None:
        blank = _BLANK.match(self._text, self._at)
        self._at = blank.end() if blank else self._at

    def _line_at(self, position: int) -> int:
        """Line of a position, positions being asked in growing order."""
        self._line += self._text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def _error(self, problem: str, position: int) -> SourceError:
        line = self._text.count("\n", 0, position) + 1
        character = position - (self._text.rfind("\n", 0, position) + 1) + 1
        problem = f"{problem} (caractère {character})"
        return SourceError(self._raw.name, problem, _NEW_COPY, line=line)
