"""`/evolutions`: which communes changed class since an earlier release, and why."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request

from carto.codes import departement_name
from geodata.evolutions import evolution_csv
from webapp.asked_query import asked_query
from webapp.csv_answers import csv_answer
from webapp.errors import UnknownResourceError
from webapp.evolutions import evolutions as view
from webapp.evolutions.choices import Choices, by_name
from webapp.evolutions.evolution_state import (
    EVOLUTION_PARAMETERS,
    EvolutionState,
    Known,
    chosen,
    part,
    read_evolution_state,
)
from webapp.evolutions.quarter_pages import (
    can_compare_quarters,
    is_about_quarters,
    quarters_file,
    quarters_page,
)
from webapp.evolutions.stored_evolutions import Evolution, kept_evolutions
from webapp.links import evolution_document
from webapp.page_state import current_view, require_usable
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.views.state import unknown_parameters

blueprint = Blueprint("evolution_pages", __name__)

ONE_QUARTER = (
    "Un seul trimestre de la fibre est publié ici : voici ce qui a changé entre publications."
)


@dataclass(frozen=True)
class Asked:
    """A comparison and the communes of it that the address asks for, most urgent first."""

    evolution: Evolution
    state: EvolutionState
    moves: list[view.Move]


@blueprint.get("/evolutions")
def evolutions_page() -> str:
    """Show what changed since an earlier release; say so when no comparison is kept."""
    snapshot = current_view()
    has_quarters = can_compare_quarters(snapshot)
    notices = unknown_parameters(request.args, EVOLUTION_PARAMETERS)
    if is_about_quarters():
        if has_quarters:
            return quarters_page(snapshot)
        notices.append(ONE_QUARTER)
    kept = kept_evolutions(snapshot.id)
    if not kept:
        return render_template(
            "pages/evolutions.html",
            evolution=None,
            notices=notices,
            snapshot=snapshot.id,
            has_quarters=has_quarters,
        )
    asked, said = _asked(kept, snapshot)
    shown, pages = part(asked.moves, asked.state)
    evolution, state = asked.evolution, asked.state
    page = min(state.page, pages)
    return render_template(
        "pages/evolutions.html",
        has_quarters=has_quarters,
        evolution=evolution,
        notices=[*notices, *said],
        asked=state,
        before=view.release(evolution["before"]),
        after=view.release(evolution["after"]),
        releases=[view.release(one["before"]) for one in kept],
        summary=view.summary(evolution["moves"]),
        classes=view.class_changes(evolution),
        causes=view.cause_counts(evolution["moves"]),
        rules=view.changed_rules(evolution),
        files=view.changed_files(evolution),
        departements=_departements(asked),
        epci=_epci(asked, snapshot),
        lines=view.move_lines(shown, snapshot.communes),
        matching=len(asked.moves),
        page=page,
        pages=pages,
        previous=state.turned_to(page - 1).url() if page > 1 else "",
        following=state.turned_to(page + 1).url() if page < pages else "",
        csv=state.turned_to(1).url("/evolutions.csv"),
        document=evolution_document(
            evolution["before"]["snapshot"], evolution["after"]["snapshot"]
        ),
    )


@blueprint.get("/evolutions.csv")
def evolutions_file() -> Response:
    """Answer with the communes that the page lists, all its pages at once."""
    snapshot = current_view()
    if is_about_quarters() and can_compare_quarters(snapshot):
        return quarters_file(snapshot)
    kept = kept_evolutions(snapshot.id)
    if not kept:
        raise UnknownResourceError(
            "Aucune comparaison avec une publication antérieure n'est gardée ici ; voyez la page "
            "/evolutions."
        )
    asked, said = _asked(kept, snapshot)
    unknown = unknown_parameters(request.args, EVOLUTION_PARAMETERS)
    require_usable(snapshot, (*unknown, *said))
    text = evolution_csv({**asked.evolution, "moves": asked.moves})
    return csv_answer(text, f"evolutions-{asked.evolution['after']['snapshot']}.csv")


def _asked(kept: list[Evolution], snapshot: LoadedSnapshot) -> tuple[Asked, tuple[str, ...]]:
    """Read what the address asks for among the comparisons that are kept."""
    query = asked_query()
    by_id = {one["before"]["snapshot"]: one for one in kept}
    evolution = by_id.get(query.get("depuis", ""), kept[0])
    moves = evolution["moves"]
    known = Known(
        by_id.keys(),
        {move["departement"] for move in moves} | snapshot.departements.keys(),
        {move["siren_epci"] for move in moves} | snapshot.epci.keys(),
    )
    state, notices = read_evolution_state(query, known)
    return Asked(evolution, state, view.by_urgency(chosen(moves, state))), notices


def _departements(asked: Asked) -> Choices:
    """Départements where a commune moved, and the one asked for, by name."""
    codes = {move["departement"] for move in asked.evolution["moves"]}
    codes |= {asked.state.departement} - {None}
    return by_name((code, departement_name(code)) for code in codes)


def _epci(asked: Asked, snapshot: LoadedSnapshot) -> Choices:
    """EPCI where a commune moved, and the one asked for, by name."""
    codes = {move["siren_epci"] for move in asked.evolution["moves"]} | {asked.state.epci}
    return by_name((code, row["nom"]) for code, row in snapshot.epci.items() if code in codes)
