"""`/seuils`: a reader changes the thresholds and the weights, and sees what that changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from carto.codes import FRANCE_CODE
from carto.drawing.indicators.classification import indicators_for
from carto.folding import folded
from carto.typography import typeset
from carto.verdict.parameters import Parameters
from webapp.asked_query import asked_query
from webapp.links import territory_page, with_query
from webapp.maps.map_units import communes_of
from webapp.maps.shown_values import known_indicators
from webapp.rule.asked_rule import under_rule
from webapp.rule.rule import Rule, read_rule
from webapp.rule.rule_form import WEIGHT_FIELDS, rule_form, written_weights
from webapp.rule.ruled_snapshot import rule_of
from webapp.snapshots.asked_territory import (
    TERRITORY,
    Territory,
    named_territory,
    territory_text,
    unknown_territory,
)
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    FRANCE,
    GROUP,
    REGION,
    LoadedSnapshot,
    Row,
)
from webapp.snapshots.published_method import judging_parameters
from webapp.thresholds.rule_effect import rule_effect
from webapp.thresholds.rule_order import first_ones
from webapp.thresholds.sensitivity import sensitivity_block
from webapp.views.state import DEFAULT_INDICATOR, MapState, unknown_parameters

blueprint = Blueprint("threshold_pages", __name__)

PATH = "/seuils"
TYPES = (FRANCE, REGION, DEPARTEMENT, EPCI, EPT, GROUP)
# Territories that a select still lists well.
_GROUPS = ((REGION, "Régions"), (DEPARTEMENT, "Départements"))


@dataclass(frozen=True)
class Asked:
    """What the address asks for, and what had to be said about it."""

    rule: Rule
    territory: Territory
    indicator: str
    notices: tuple[str, ...]


@blueprint.get(PATH)
def thresholds() -> str | Response:
    """Show the form of the rule, and what the rule changes in a territory.

    The form sends every field: its answer is at the one address that holds what differs from the
    published rule, the address to share.
    """
    published = current()
    method = judging_parameters(published.facts)
    asked = _asked(published, method)
    address = _address(asked, _usual(published))
    if not asked.notices and dict(request.args) != address:
        return redirect(with_query(PATH, address))
    view = under_rule(published, asked.rule)
    before, after = (communes_of(one, *asked.territory) for one in (published, view))
    row = view.territory(*asked.territory)
    state = MapState(asked.indicator, rule=rule_of(view))
    indicators = indicators_for(view.facts)

    def texts(indicator: str, commune: Row) -> str:
        return indicators[indicator].text(commune)

    return render_template(
        "pages/seuils.html",
        form=rule_form(asked.rule, method, has_copper=_has_copper(published)),
        row=row,
        territory=territory_text(asked.territory),
        choices=_choices(published, asked.territory),
        effect=rule_effect(row["nom"], before, after, texts),
        order=first_ones(before, after) if asked.rule.poids else [],
        sensitivity=sensitivity_block(
            published.details("sensitivity"),
            published.facts["method"]["parameters"]["robustness"]["threshold_change"],
        ),
        state=state,
        is_changed=not asked.rule.is_published,
        territory_path=territory_page(*asked.territory),
        notices=asked.notices,
    )


def _has_copper(snapshot: LoadedSnapshot) -> bool:
    """Whether the closure of copper is known somewhere."""
    return any(row["copper_class"] is not None for row in snapshot.communes.values())


def _asked(snapshot: LoadedSnapshot, method: Parameters) -> Asked:
    """Read the address; what cannot be used keeps its published value, with a notice."""
    query = asked_query()
    notices = unknown_parameters(query, (TERRITORY, *WEIGHT_FIELDS))
    rule, refused = read_rule(query | written_weights(query))
    territory, said = _territory(snapshot, query)
    indicator = query.get("ind", DEFAULT_INDICATOR)
    return Asked(
        rule.departing_from(method),
        territory,
        indicator if indicator in known_indicators(snapshot) else DEFAULT_INDICATOR,
        tuple(map(typeset, (*notices, *refused, *said))),
    )


def _territory(snapshot: LoadedSnapshot, query: Mapping[str, str]) -> tuple[Territory, list[str]]:
    """Read the territory; the usual one, and a notice, for one that does not exist."""
    said = query.get(TERRITORY, "")
    territory, usual = named_territory(snapshot, said, TYPES), _usual(snapshot)
    if territory is not None or not said:
        return territory or usual, []
    return usual, [f"{unknown_territory(said)} : voici {snapshot.territory(*usual)['nom']}."]


def _usual(snapshot: LoadedSnapshot) -> Territory:
    """Territory shown when none is asked for: France, else the first one published."""
    if FRANCE_CODE in snapshot.france:
        return FRANCE, FRANCE_CODE
    first = snapshot.facts["territories"][0]
    return str(first["type"]), str(first["code"])


def _address(asked: Asked, usual: Territory) -> dict[str, str]:
    """Write the parameters of the address that is shared, defaults left out."""
    territory = asked.territory
    shown = {} if territory == usual else {TERRITORY: territory_text(territory)}
    return shown | MapState(asked.indicator, rule=asked.rule).query()


def _choices(
    snapshot: LoadedSnapshot, territory: Territory
) -> list[tuple[str, list[tuple[str, str]]]]:
    """List the territories of the select by group; one of another type is listed alone."""
    groups = []
    if FRANCE_CODE in snapshot.france:
        groups.append(
            ("", [(territory_text((FRANCE, FRANCE_CODE)), snapshot.france[FRANCE_CODE]["nom"])])
        )
    for type_, label in _GROUPS:
        rows = snapshot.level(type_)
        named = sorted(
            ((territory_text((type_, code)), str(row["nom"])) for code, row in rows.items()),
            key=lambda pair: folded(pair[1]),
        )
        if named:
            groups.append((label, named))
    if territory[0] not in (FRANCE, REGION, DEPARTEMENT):
        nom = snapshot.territory(*territory)["nom"]
        groups.insert(0, ("", [(territory_text(territory), nom)]))
    return groups
