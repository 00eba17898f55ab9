"""The parameters of the standard interfaces, described as OpenAPI wants them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.french import number
from carto.typography import typeset
from geodata.storage.data_dir import SNAPSHOT_ID_PATTERN
from webapp.ogc.features.asked_items import LARGEST_OFFSET
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import CRS84, SYSTEMS
from webapp.ogc.filtering.bounds import LONGEST
from webapp.ogc.filtering.languages import LANGUAGES
from webapp.ogc.filtering.queryables import TYPES
from webapp.parameters import DEFAULT_LIMIT, LARGEST_LIMIT

_TEXT = {"type": "string"}
_SYSTEM = {"type": "string", "format": "uri", "enum": [*SYSTEMS], "default": CRS84.uri}

Described = dict[str, Any]


def parameter(name: str, schema: Mapping[str, Any], description: str) -> Described:
    """Describe one parameter of a query.

    Parameters
    ----------
    name
        As addresses write it.
    schema
        What it may be.
    description
        One French sentence.
    """
    return {
        "name": name,
        "in": "query",
        "description": typeset(description),
        "required": False,
        "schema": dict(schema),
        "style": "form",
        "explode": False,
    }


def part_of_path(
    name: str, schema: Mapping[str, Any], description: str, example: str | int
) -> Described:
    """Describe one part of an address.

    Parameters
    ----------
    name, schema, description
        As for `parameter`.
    example
        A value that answers something in what is served.
    """
    described = parameter(name, schema, description)
    return {**described, "in": "path", "required": True, "style": "simple", "example": example}


def common_parameters() -> dict[str, Described]:
    """Describe the parameters that several addresses have, by name."""
    box = {"type": "array", "minItems": 4, "maxItems": 6, "items": {"type": "number"}}
    names = {"type": "array", "items": _TEXT}
    return {
        described["name"]: described
        for described in (
            parameter("f", {"type": "string", "enum": ["json", "html"]}, "Forme de la réponse."),
            *_page_parameters(),
            parameter("bbox", box, "Rectangle que les objets touchent : ouest,sud,est,nord."),
            parameter("bbox-crs", _SYSTEM, "Système de coordonnées de ce rectangle."),
            parameter("crs", _SYSTEM, "Système de coordonnées de la réponse."),
            parameter(
                "datetime",
                _TEXT,
                "Date, instant ou intervalle que les objets partagent ; ceux qui n'ont pas de "
                "date sont gardés.",
            ),
            parameter("properties", names, "Propriétés à écrire."),
            parameter(
                "skipGeometry",
                {"type": "boolean", "default": False},
                "Vrai pour des objets sans géométrie.",
            ),
            # No maxLength: far beyond it, an address is refused before it is read, without a word.
            parameter(
                "filter",
                {"type": "string"},
                f"Filtre, en CQL2, de {number(LONGEST)} caractères au plus.",
            ),
            parameter(
                "filter-lang",
                {"type": "string", "enum": [*LANGUAGES], "default": LANGUAGES[0]},
                "Langue du filtre.",
            ),
            parameter("filter-crs", _SYSTEM, "Système de coordonnées du filtre."),
            parameter(
                "sortby", names, "Ordre des objets : +nom ou -population ; absents à la fin."
            ),
        )
    }


def _page_parameters() -> tuple[Described, ...]:
    """Describe which part of a list is asked for, and of which release."""
    return (
        parameter(
            "limit",
            # No maximum: what is larger is answered, as the standard wants, with the most there is.
            {"type": "integer", "minimum": 1, "default": DEFAULT_LIMIT},
            f"Combien d'objets au plus ; au-delà de {number(LARGEST_LIMIT)}, "
            f"{number(LARGEST_LIMIT)} par page.",
        ),
        parameter(
            "offset",
            {"type": "integer", "minimum": 0, "maximum": LARGEST_OFFSET, "default": 0},
            "Combien d'objets de la liste passer ; suivez plutôt le lien « next ».",
        ),
        parameter(
            "snapshot",
            {"type": "string", "pattern": f"^{SNAPSHOT_ID_PATTERN}$"},
            "Instantané à lire ; les liens « next » et « prev » le nomment, pour qu'une "
            "publication au milieu d'une lecture ne mélange rien.",
        ),
    )


def references(*names: str) -> list[Described]:
    """Refer to parameters that are described once."""
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]


def property_parameters(table: FeatureTable) -> list[Described]:
    """Describe the properties that can be asked to have a value, one parameter each."""
    return [
        parameter(name, TYPES[field.type], f"{field.label} : cette valeur exactement.")
        for name, field in table.fields.items()
    ]
