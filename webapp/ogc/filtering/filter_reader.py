"""From the tree of a filter to its conditions: names, types and amounts are checked here."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from webapp.errors import ParameterError
from webapp.ogc.features.feature_table import FeatureTable
from webapp.ogc.features.reference_systems import ReferenceSystem
from webapp.ogc.filtering.bounds import FILTER
from webapp.ogc.filtering.conditions import (
    COMPARISONS,
    MIRRORED,
    Always,
    Compared,
    ComparedTogether,
    Condition,
    Every,
    Holds,
    Like,
    Missing,
    Not,
    OneOf,
    Some,
)
from webapp.ogc.filtering.like_pattern import LikePattern
from webapp.ogc.filtering.operands import BOOLEAN, KINDS, TEXT, Property
from webapp.ogc.filtering.spatial_condition import PREDICATES, Placed
from webapp.ogc.filtering.text_folding import FOLDINGS, folded_by
from webapp.ogc.filtering.written_shapes import read_shape
from webapp.ogc.filtering.written_values import read_value, said

GEOMETRY = "geometry"
# Operations that join any number of conditions, and those that do not take two operands.
JUNCTIONS = ("and", "or")
OPERANDS: Mapping[str, int] = {"not": 1, "isNull": 1, "between": 3}
MOST_SEARCHES = 10
MOST_FOLDED = 2
MOST_SHAPES = 2


class FilterReader:
    """Reads the tree of one filter about one collection.

    Parameters
    ----------
    table
        The collection: its properties and their types.
    system
        In which its positions are written.
    """

    def __init__(self, table: FeatureTable, system: ReferenceSystem) -> None:
        self._table = table
        self._system = system
        self._searches = 0
        self._shapes = 0
        self._folded: set[tuple[str, frozenset[str]]] = set()
        self._readers: Mapping[str, Callable[[str, Sequence[Any]], Condition]] = {
            "and": lambda _, parts: Every((Always(True), *map(self.condition, parts))),
            "or": lambda _, parts: Some((Always(False), *map(self.condition, parts))),
            "not": lambda _, parts: Not(self.condition(parts[0])),
            "isNull": lambda _, sides: Missing(self._property(sides[0]).name),
            "between": self._between,
            "in": self._one_of,
            "like": self._like,
            **dict.fromkeys(COMPARISONS, self._comparison),
            **dict.fromkeys(PREDICATES, self._placed),
        }

    def condition(self, node: Any) -> Condition:
        """Read a condition.

        Parameters
        ----------
        node
            A part of the tree that must be true or false.

        Raises
        ------
        ParameterError
            When it is none, or says what this service does not do.
        """
        if isinstance(node, bool):
            return Always(node)
        if isinstance(node, Mapping) and "property" in node:
            asked = self._property(node)
            if asked.kind != BOOLEAN:
                raise ParameterError(
                    FILTER,
                    f"La propriété « {asked.name} » n'est pas vraie ou fausse : comparez-la à "
                    "une valeur.",
                )
            return Holds(asked.name)
        operation = str(node.get("op")) if isinstance(node, Mapping) else ""
        if operation not in self._readers:
            raise ParameterError(FILTER, f"Le filtre attend une condition, pas {said(node)}.")
        sides = node["args"]
        if operation in JUNCTIONS or len(sides) == OPERANDS.get(operation, 2):
            return self._readers[operation](operation, sides)
        raise ParameterError(
            FILTER, f"« {operation.upper()} » n'a pas le nombre de termes qu'il attend."
        )

    def _comparison(self, operation: str, sides: Sequence[Any]) -> Condition:
        left, right = sides
        if not self._is_property(left):
            left, right, operation = right, left, MIRRORED[operation]
        if not self._is_property(left):
            raise ParameterError(
                FILTER,
                f"Une comparaison porte sur une propriété de la collection, pas sur {said(left)}.",
            )
        compared = self._property(left)
        if self._is_property(right):
            return self._together(compared, operation, self._property(right))
        asked, value = self._with_value(compared, right)
        if asked.kind == BOOLEAN and operation not in ("=", "<>"):
            raise ParameterError(
                FILTER, f"La propriété « {asked.name} » est vraie ou fausse : utilisez = ou <>."
            )
        return Compared(asked, operation, value)

    def _together(self, left: Property, operation: str, right: Property) -> Condition:
        if left.kind != right.kind:
            raise ParameterError(
                FILTER,
                f"Les propriétés « {left.name} » et « {right.name} » ne sont pas du même type : "
                "elles ne se comparent pas.",
            )
        if left.kind == TEXT:
            self._count_search()
        foldings = left.foldings | right.foldings
        return ComparedTogether(
            self._folding(left, foldings), operation, self._folding(right, foldings)
        )

    def _between(self, _: str, sides: Sequence[Any]) -> Condition:
        asked, least, most = sides
        return Every(
            (self._comparison(">=", (asked, least)), self._comparison("<=", (asked, most)))
        )

    def _one_of(self, _: str, sides: Sequence[Any]) -> Condition:
        compared = self._property(sides[0])
        if not isinstance(sides[1], list):
            raise ParameterError(FILTER, "IN attend une liste, comme IN ('29019', '29232').")
        read = [self._with_value(compared, node) for node in sides[1]]
        foldings = frozenset[str]().union(*(asked.foldings for asked, _ in read))
        return OneOf(self._folding(compared, foldings), tuple(value for _, value in read))

    def _like(self, _: str, sides: Sequence[Any]) -> Condition:
        compared = self._property(sides[0])
        if compared.kind != TEXT:
            raise ParameterError(
                FILTER, f"LIKE cherche dans un texte, et « {compared.name} » n'en est pas un."
            )
        self._count_search()
        asked, value = self._with_value(compared, sides[1])
        return Like(asked, LikePattern.read(folded_by(asked.foldings, value)))

    def _placed(self, operation: str, sides: Sequence[Any]) -> Condition:
        if sides[0] != {"property": GEOMETRY}:
            raise ParameterError(
                FILTER,
                f"{operation.upper()} attend la propriété « {GEOMETRY} », puis une forme.",
            )
        self._shapes += 1
        if self._shapes > MOST_SHAPES:
            raise ParameterError(
                FILTER,
                f"Le filtre a trop de conditions spatiales ({MOST_SHAPES} au plus) : "
                "réunissez les formes, par exemple en MULTIPOLYGON.",
            )
        return Placed(operation, read_shape(sides[1], self._system))

    def _with_value(self, compared: Property, node: Any) -> tuple[Property, Any]:
        """Read a value, and fold the property as the value is: one side folded folds both."""
        inner, foldings = _unfolded(node)
        value = read_value(inner, compared)
        return self._folding(compared, foldings), value

    def _is_property(self, node: Any) -> bool:
        inner, _ = _unfolded(node)
        return isinstance(inner, Mapping) and "property" in inner

    def _property(self, node: Any) -> Property:
        inner, foldings = _unfolded(node)
        if not isinstance(inner, Mapping) or "property" not in inner:
            raise ParameterError(
                FILTER, f"Le filtre attend ici une propriété de la collection, pas {said(node)}."
            )
        name = inner["property"]
        field = self._table.fields.get(name)
        if field is None or field.type not in KINDS:
            raise ParameterError(FILTER, self._unknown(name))
        return self._folding(Property(name, KINDS[field.type]), foldings)

    def _folding(self, compared: Property, foldings: frozenset[str]) -> Property:
        if not foldings:
            return compared
        if compared.kind != TEXT:
            raise ParameterError(
                FILTER, f"CASEI et ACCENTI lisent un texte : « {compared.name} » n'en est pas un."
            )
        asked = Property(compared.name, compared.kind, compared.foldings | foldings)
        self._folded.add((asked.name, asked.foldings))
        if len(self._folded) > MOST_FOLDED:
            raise ParameterError(
                FILTER,
                f"CASEI et ACCENTI lisent trop de propriétés à la fois ({MOST_FOLDED} au plus).",
            )
        return asked

    def _count_search(self) -> None:
        self._searches += 1
        if self._searches > MOST_SEARCHES:
            raise ParameterError(
                FILTER, f"Le filtre cherche trop de motifs ({MOST_SEARCHES} au plus) : coupez-le."
            )

    def _unknown(self, name: str) -> str:
        if name == GEOMETRY:
            return (
                f"La propriété « {GEOMETRY} » se compare à une forme, comme "
                "S_INTERSECTS(geometry, BBOX(-5, 48, -4, 49))."
            )
        close = difflib.get_close_matches(name[:60], self._table.fields, 1)
        hint = f"cherchiez-vous « {close[0]} » ?" if close else "la liste est sous « queryables »."
        asked = said({"property": name})
        return f"La collection « {self._table.id} » n'a pas de propriété « {asked} » ; {hint}"


def _unfolded(node: Any) -> tuple[Any, frozenset[str]]:
    """Take CASEI and ACCENTI off an operand."""
    foldings = set()
    while isinstance(node, Mapping) and node.get("op") in FOLDINGS and len(node["args"]) == 1:
        foldings.add(node["op"])
        node = node["args"][0]
    return node, frozenset(foldings)
