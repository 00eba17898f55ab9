"""Query parameters of the API: one function per parameter, each with one way to be written.

A parameter that is unknown, repeated, or whose value cannot be used is refused with a message
that names it; nothing is guessed and nothing is ignored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import TypeVar

from werkzeug.datastructures import MultiDict

from carto.codes import DEPARTEMENT_PATTERN, is_code_insee, is_siren
from carto.drawing.indicators.data_classes import METHODS
from carto.french import NBSP
from carto.said_back import said_back
from carto.tables.shared import VERDICTS
from webapp.errors import ParameterError
from webapp.maps.quarters import DATED
from webapp.query_values import BBox, Page, Point
from webapp.rule.rule import RULE_PARAMETERS, read_rule
from webapp.views.place_filter import PLACE_PARAMETERS, PlaceFilter, read_place_filter
from webapp.views.state import QUARTER

DEFAULT_LIMIT = 100
LARGEST_LIMIT = 1000
LARGEST_OFFSET = 1_000_000

# Names that an error lists: those of every resource, without the properties of a layer.
_LISTED = 24
_WHOLE = re.compile(r"[0-9]{1,18}")
_LARGEST_WHOLE = 10**18 - 1
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?")
_DEPARTEMENT = re.compile(DEPARTEMENT_PATTERN)

Query = MultiDict[str, str]
Value = TypeVar("Value")


def require_known(query: Query, *known: str, repeatable: Collection[str] = ()) -> None:
    """Refuse a query with a parameter that the resource does not have, or one given twice.

    Parameters
    ----------
    query
        Parameters of the request.
    *known
        Those that the resource has.
    repeatable
        Those of them that may be given several times.

    Raises
    ------
    ParameterError
        Naming the parameter and those that are known.
    """
    for name, values in query.lists():
        if name not in known:
            others = f" et {len(known) - _LISTED} autres" if len(known) > _LISTED else ""
            listed = ", ".join(known[:_LISTED])
            choice = f"paramètres connus : {listed}{others}" if known else "il n'y en a aucun"
            raise ParameterError(
                said_back(name), f"Le paramètre « {said_back(name)} » est inconnu ici ; {choice}."
            )
        if len(values) > 1 and name not in repeatable:
            raise ParameterError(
                name, f"Le paramètre « {name} » est donné deux fois ; gardez-en un."
            )


def read_page(query: Query) -> Page:
    """Read `limit` (1 to 1000, 100 by default) and `offset` (0 by default).

    Raises
    ------
    ParameterError
        When one is not a whole number within its bounds.
    """
    return Page(read_limit(query), read_offset(query, LARGEST_OFFSET))


def read_limit(query: Query, *, is_capped: bool = False) -> int:
    """Read `limit`, how many of a list are answered: 1 to 1000, 100 by default.

    Parameters
    ----------
    query
        Parameters of the request.
    is_capped
        Whether more may be asked for; 1000 are answered.

    Raises
    ------
    ParameterError
        When it is not a whole number within its bounds.
    """
    most = _LARGEST_WHOLE if is_capped else LARGEST_LIMIT
    limit = _read(query, "limit", _whole(1, most), f"un entier de 1 à {LARGEST_LIMIT}")
    return DEFAULT_LIMIT if limit is None else min(limit, LARGEST_LIMIT)


def read_offset(query: Query, largest: int) -> int:
    """Read `offset`, how many of a list are passed over; 0 by default.

    Raises
    ------
    ParameterError
        When it is not a whole number within its bounds.
    """
    return _read(query, "offset", _whole(0, largest), f"un entier de 0 à {largest}") or 0


def read_commune(query: Query) -> str | None:
    """Read `commune`, a commune code; None when it is absent."""
    form = "un code de commune, comme 29019 ou 2A004"
    return _read(query, "commune", lambda text: text if is_code_insee(text) else None, form)


def read_epci(query: Query) -> str | None:
    """Read `epci`, a SIREN; None when it is absent."""
    form = "un SIREN de neuf chiffres"
    return _read(query, "epci", lambda text: text if is_siren(text) else None, form)


def read_departement(query: Query) -> str | None:
    """Read `departement`, a département code; None when it is absent."""

    def parse(text: str) -> str | None:
        return text if _DEPARTEMENT.fullmatch(text) else None

    return _read(query, "departement", parse, "un code de département, comme 29, 2A ou 974")


def read_verdict(query: Query) -> str | None:
    """Read `classe`, a verdict: 0 to 3, `indetermine` or `sans_objet`; None when it is absent."""
    form = f"parmi {', '.join(VERDICTS)}"
    return _read(query, "classe", lambda text: text if text in VERDICTS else None, form)


def read_places(query: Query) -> PlaceFilter:
    """Read `format`, `service`, `public`, `gratuit`, `soir`, `samedi` and `itinerant`.

    Raises
    ------
    ParameterError
        When the value of one is not known.
    """
    asked, notices = read_place_filter(query)
    if notices:
        name = next(name for name in PLACE_PARAMETERS if notices[0].startswith(f"«{NBSP}{name}="))
        raise ParameterError(name, notices[0])
    return asked


def read_bbox(query: Query) -> BBox | None:
    """Read `bbox`, « ouest,sud,est,nord » in degrees; None when it is absent."""

    def parse(text: str) -> BBox | None:
        parts = text.split(",")
        if len(parts) != 4 or not all(map(_DEGREES.fullmatch, parts)):
            return None
        west, south, east, north = map(float, parts)
        is_a_box = -180 <= west <= east <= 180 and -90 <= south <= north <= 90
        return BBox(west, south, east, north) if is_a_box else None

    return _read(query, "bbox", parse, "ouest,sud,est,nord en degrés, comme -5.2,47.7,-3.3,48.8")


def read_point(query: Query) -> Point:
    """Read `lon` and `lat`, in degrees; both are needed.

    Raises
    ------
    ParameterError
        When one is absent, or is not a number of degrees.
    """
    longitude = _read(query, "lon", _degrees(180), "une longitude en degrés, comme -4.486")
    latitude = _read(query, "lat", _degrees(90), "une latitude en degrés, comme 48.39")
    if longitude is None or latitude is None:
        missing = "lon" if longitude is None else "lat"
        raise ParameterError(missing, "Donnez un point, comme lon=-4.486&lat=48.39.")
    return Point(longitude, latitude)


def read_count(query: Query, name: str, most: int, default: int) -> int:
    """Read how many are asked for, from 1 to `most`.

    Raises
    ------
    ParameterError
        When it is not a whole number within its bounds.
    """
    count = _read(query, name, _whole(1, most), f"un entier de 1 à {most}")
    return default if count is None else count


def read_question(query: Query, longest: int) -> str:
    """Read `q`, what is looked for, without the blanks around it.

    Raises
    ------
    ParameterError
        When it is absent, empty, too long, or holds what cannot be printed.
    """
    question = query.get("q", "").strip()
    if not question:
        raise ParameterError("q", "Dites quoi chercher, comme q=brest, q=29019 ou q=29200.")
    if len(question) > longest or not question.isprintable():
        raise ParameterError(
            "q", f"« q » tient en {longest} caractères au plus, d'une seule ligne."
        )
    return question


def read_choice(query: Query, name: str, choices: Collection[str]) -> str | None:
    """Read a parameter whose values are listed; None when it is absent.

    Raises
    ------
    ParameterError
        When its value is none of them.
    """
    form = f"parmi {', '.join(choices)}"
    return _read(query, name, lambda text: text if text in choices else None, form)


def require_usable_rule(query: Query) -> None:
    """Refuse a rule of the verdicts one of whose values cannot be used.

    Raises
    ------
    ParameterError
        Naming the first of them.
    """
    for name in RULE_PARAMETERS:
        _, notices = read_rule({name: query.get(name, "")})
        for notice in notices:
            raise ParameterError(name, notice)


def read_quarter(query: Query, name: str) -> str | None:
    """Read a quarter, `t` or `t2`; None when it is absent."""
    form = "un trimestre, comme 2026-T2"
    return _read(query, name, lambda text: text if QUARTER.fullmatch(text) else None, form)


def read_classes(query: Query) -> str | None:
    """Read `classes`, how classes are made; None when it is absent."""
    form = f"parmi {', '.join(METHODS)}"
    return _read(query, "classes", lambda text: text if text in METHODS else None, form)


def read_dated_indicator(query: Query) -> str | None:
    """Read `ind`, an indicator that has quarters; None when it is absent."""
    form = f"parmi {', '.join(DATED)}"
    return _read(query, "ind", lambda text: text if text in DATED else None, form)


def _read(query: Query, name: str, parse: Callable[[str], Value | None], form: str) -> Value | None:
    """Read one parameter; None when it is absent, an error when `parse` refuses its text.

    Every value is written in ASCII, whatever Unicode calls a digit.
    """
    text = query.get(name)
    if text is None:
        return None
    value = parse(text) if text.isascii() else None
    if value is None:
        raise ParameterError(
            name, f"« {name}={said_back(text)} » n'est pas compris : attendu {form}."
        )
    return value


def _degrees(most: int) -> Callable[[str], float | None]:
    """Parser of degrees up to a bound, either side of zero, in ASCII digits."""

    def parse(text: str) -> float | None:
        is_within = _DEGREES.fullmatch(text) and -most <= float(text) <= most
        return float(text) if is_within else None

    return parse


def _whole(least: int, most: int) -> Callable[[str], int | None]:
    """Parser of whole numbers between two bounds, in ASCII digits."""

    def parse(text: str) -> int | None:
        is_whole = _WHOLE.fullmatch(text) and least <= int(text) <= most
        return int(text) if is_whole else None

    return parse
