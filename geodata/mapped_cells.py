"""A row of a local file, put in the fields of the national standard by its column map."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import cache

from pyproj import Transformer

from carto.codes import departement_of
from carto.mediation_standard import LISTS
from geodata.column_maps import ColumnMap, FieldRule
from geodata.values.listed_values import folded
from geodata.values.numbers import is_missing, read_number
from geodata.values.place_identity import slug
from geodata.values.verdicts import Remark, UnusableValueError

_TICKED = frozenset(("oui", "o", "x", "1", "vrai", "true", "yes"))
_POSITION = ("longitude", "latitude")


def mapped_cells(row: Mapping[str, str], columns: ColumnMap, remark: Remark) -> dict[str, str]:
    """Put a row in the fields of the standard.

    Parameters
    ----------
    row
        Column of the file → text.
    columns
        How its columns say the fields.
    remark
        Told `HORS_DEPARTEMENT` when the code lies in another département than the postcode: a
        geocoder guessed it, and its position with it.

    Returns
    -------
    dict
        Fields of the standard to text; longitude and latitude in degrees (WGS 84). Without a column
        of identifiers, `id` is made of the name and the commune.

    Raises
    ------
    UnusableValueError
        `LIEU_EXCLU`: the map excludes this row. `HORS_DEPARTEMENT`: it lies in another département,
        and no postcode says where it really is.
    """
    for column, texts in columns.excluded.items():
        if row[column] in texts:
            reason = f"ligne exclue par la carte des colonnes ({column} : « {row[column]} »)"
            raise UnusableValueError("LIEU_EXCLU", reason)
    cells = {name: _cell(name, rule, row) for name, rule in columns.fields.items()}
    if columns.has_swapped_axes:
        cells["longitude"], cells["latitude"] = cells["latitude"], cells["longitude"]
    if columns.crs is not None:
        cells |= _in_degrees(cells, columns.crs)
    if "id" not in cells:
        cells["id"] = slug(f"{cells['nom']} {cells['commune']}")
    return _inside(cells, columns.departement, remark)


def _cell(name: str, rule: FieldRule, row: Mapping[str, str]) -> str:
    """Say one field."""
    if rule.constant:
        return rule.constant
    if rule.ticked:
        ticked = [said for column, said in rule.ticked.items() if row[column].casefold() in _TICKED]
        return "|".join(dict.fromkeys(ticked))
    texts = [row[column] for column in rule.columns if row[column]]
    if rule.pattern is not None:
        texts = [found[1] for text in texts if (found := rule.pattern.search(text))]
    if name in LISTS or rule.separator is not None or rule.values:
        return _values(rule, texts)
    text = " ".join(texts)
    return _iso_date(text, rule.date_format) if rule.date_format else text


def _values(rule: FieldRule, texts: list[str]) -> str:
    """Say a field of several values, each in the words of the standard."""
    written = [
        value.strip()
        for text in texts
        for value in (text.split(rule.separator) if rule.separator else [text])
    ]
    said = (rule.values.get(folded(value), value) for value in written if value != "-")
    return "|".join(dict.fromkeys(filter(None, said)))


def _iso_date(text: str, date_format: str) -> str:
    """Write a date as ISO; as it stands when it is not in the format of the map."""
    try:
        return datetime.datetime.strptime(text, date_format).date().isoformat()
    except ValueError:
        return text


def _in_degrees(cells: Mapping[str, str], crs: str) -> dict[str, str]:
    """Convert a position from the projection of the file; as it stands when it cannot be read."""
    try:
        x, y = (read_number(cells[name]) for name in _POSITION)
    except UnusableValueError:
        return {}
    if x is None or y is None:
        return {}
    longitude, latitude = _transformer(crs).transform(x, y)
    return {"longitude": f"{longitude:.6f}", "latitude": f"{latitude:.6f}"}


@cache
def _transformer(crs: str) -> Transformer:
    """Make the conversion to WGS 84, x or longitude first."""
    return Transformer.from_crs(crs, "EPSG:4326", always_xy=True)


def _inside(cells: dict[str, str], departement: str | None, remark: Remark) -> dict[str, str]:
    """Leave out a code and a position of another département that no postcode confirms."""
    code = cells.get("code_insee", "")
    if departement is None or is_missing(code) or departement_of(code.zfill(5)) == departement:
        return cells
    if cells.get("code_postal", "").zfill(5)[:2] == code.zfill(5)[:2]:
        return cells
    said = f"code {code} hors du département {departement}"
    if is_missing(cells.get("code_postal", "")):
        raise UnusableValueError("HORS_DEPARTEMENT", f"{said}, et aucun code postal ne le confirme")
    remark("HORS_DEPARTEMENT", f"{said}, contre le code postal : code et position non repris")
    return cells | dict.fromkeys(("code_insee", *_POSITION), "")
