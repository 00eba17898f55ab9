"""A scenario in a file: what its address says, with names for whoever reads it, and back again.

The file is read into the parameters of an address, and goes the same way as any address: what it
names is held against the data there, in one place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from carto.planning.scenarios.placed_scenario import Homes
from carto.planning.scenarios.scenario import Scenario, Where
from webapp.errors import ParameterError
from webapp.planning.scenario_address import (
    ADD,
    HOURS,
    MOVE,
    REMOVE,
    STATE,
    STATE_LENGTH,
    VERSION,
    WRITTEN_VERSION,
    Pair,
    where_text,
)
from webapp.rule.rule import RULE_PARAMETERS, Rule
from webapp.snapshots.asked_territory import TERRITORY, territory_text
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

FILE_PARAMETER = "fichier"
FILE_NAME = "scenario.json"
MOST_BYTES = 64 * 1024

_FORMAT = "carto-scenario"
# Part of the file → what each of its changes must say.
_PARTS = {
    "ajouts": ("ou", "heures_semaine"),
    "retraits": ("lieu",),
    "heures": ("lieu", "heures_semaine"),
    "deplacements": ("lieu", "ou"),
}
_PARAMETERS = dict(zip(_PARTS, (ADD, REMOVE, HOURS, MOVE), strict=True))


def scenario_document(
    snapshot: LoadedSnapshot,
    territory: tuple[str, str],
    scenario: Scenario,
    homes: Homes,
    rule: Rule,
) -> dict[str, Any]:
    """Write a scenario as the contents of its file.

    Parameters
    ----------
    snapshot
        What it is made on.
    territory
        Type and code.
    scenario, homes
        The changes, and the commune of each chosen point.
    rule
        What the reader changed of the rule of the verdicts.
    """

    def place(id_: str) -> dict[str, Any]:
        return {"lieu": id_, "nom": snapshot.sites[id_]["nom"]}

    def point(where: Where) -> dict[str, Any]:
        code = where.commune if where.lon_lat is None else homes[where.lon_lat]
        commune = snapshot.communes.get(str(code))
        return {"ou": where_text(where), "commune": None if commune is None else commune["nom"]}

    type_, code = territory
    return {
        "format": _FORMAT,
        "version": int(WRITTEN_VERSION),
        "instantane": snapshot.id,
        "donnees": snapshot.facts["title"],
        TERRITORY: {"type": type_, "code": code, "nom": snapshot.territory(*territory)["nom"]},
        "regle": rule.query(),
        "ajouts": [
            {**point(one.where), "heures_semaine": one.hours_week} for one in scenario.additions
        ],
        "retraits": [place(id_) for id_ in scenario.removals],
        "heures": [{**place(id_), "heures_semaine": hours} for id_, hours in scenario.hours],
        "deplacements": [{**place(id_), **point(where)} for id_, where in scenario.moves],
    }


def read_scenario_file(data: bytes) -> list[Pair]:
    """Read a file into the parameters of the address of its scenario.

    Parameters
    ----------
    data
        Contents of the file, as somebody sends it.

    Raises
    ------
    ParameterError
        Saying why the file cannot be used; nothing of it is.
    """
    if len(data) > MOST_BYTES:
        raise _error("est trop gros pour un scénario (64 Kio au plus)")
    try:
        # An endless whole number is infinite, and half a letter cannot be written in an address.
        document = json.loads(data, parse_int=float)
        json.dumps(document, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise _error("n'est pas du JSON, ou pas du texte") from None
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise _error("n'est pas un scénario de ce service")
    if document.get("version") != int(WRITTEN_VERSION):
        raise _error(
            "est d'une version que ce service ne connaît pas (attendu : "
            f"« version »: {WRITTEN_VERSION})"
        )
    pairs = [(TERRITORY, _territory(document))]
    for part in _PARTS:
        pairs += _changes(document, part)
    pairs += [(VERSION, WRITTEN_VERSION)]
    state = document.get("instantane")
    if isinstance(state, str) and state:
        pairs.append((STATE, state[:STATE_LENGTH]))
    return [*pairs, *_rule(document)]


def _territory(document: Mapping[str, Any]) -> str:
    """Read the territory as an address writes it."""
    territory = document.get(TERRITORY)
    if not isinstance(territory, dict):
        raise _error("ne dit pas son territoire")
    type_, code = territory.get("type"), territory.get("code")
    if not isinstance(type_, str) or not isinstance(code, str):
        raise _error("ne dit pas le type et le code de son territoire")
    return territory_text((type_, code))


def _changes(document: Mapping[str, Any], part: str) -> list[Pair]:
    """Read the changes of a part of the file as parameters."""
    changes = document.get(part, [])
    if not isinstance(changes, list):
        raise _error(f"a une partie « {part} » qui n'est pas une liste")
    found = []
    for rank, change in enumerate(changes, start=1):
        values = [change.get(name) if isinstance(change, dict) else None for name in _PARTS[part]]
        if any(
            not isinstance(value, (int, float) if name == "heures_semaine" else str)
            or isinstance(value, bool)
            for name, value in zip(_PARTS[part], values, strict=True)
        ):
            expected = " et ".join(f"« {name} »" for name in _PARTS[part])
            raise _error(f"a une partie « {part} » dont la ligne {rank} doit dire {expected}")
        found.append((_PARAMETERS[part], ":".join(map(_text, values))))
    return found


def _text(value: Any) -> str:
    """Write a value of a change as an address does."""
    return value if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def _rule(document: Mapping[str, Any]) -> list[Pair]:
    """Read the rule of the reader; what is not understood of it is left to the page to say."""
    rule = document.get("regle", {})
    if not isinstance(rule, dict):
        raise _error("a une partie « regle » qui n'est pas comprise")
    return [(name, str(rule[name])) for name in RULE_PARAMETERS if name in rule]


def _error(reason: str) -> ParameterError:
    """Refuse the file."""
    return ParameterError(
        FILE_PARAMETER,
        f"Ce fichier {reason}. Rien n'est repris : choisissez un fichier {FILE_NAME} enregistré "
        "depuis la page d'un scénario.",
    )
