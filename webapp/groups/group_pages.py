"""`/groupe`: composing a group of communes, which then has every page of a territory.

Nothing is stored: the list is in the address of this page, and the group in its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, redirect, render_template, request
from markupsafe import Markup
from werkzeug.wrappers import Response

from carto import french
from carto.folding import folded
from carto.group_code import FEWEST_COMMUNES, MOST_COMMUNES, read_group_code
from webapp.groups.group_additions import Additions, chosen, typed
from webapp.groups.group_draft import COMMUNES, NAME, PATH, Draft, read_draft
from webapp.groups.group_preview import preview
from webapp.links import with_query
from webapp.page_state import current_view, page_state
from webapp.rule.ruled_snapshot import rule_of
from webapp.snapshots.loaded_snapshot import COMMUNE, GROUP, LoadedSnapshot, Row

blueprint = Blueprint("groups", __name__)

LISTED, TYPED, CHOSEN, START, SHOWN = "liste", "q", "ajout", "depart", "voir"
CHECKED = "c"
PARAMETERS = (COMMUNES, NAME, LISTED, CHECKED, TYPED, CHOSEN, START, SHOWN)
MOST_NEAR = 8


@dataclass(frozen=True)
class Line:
    """A commune of the list, or one to add: its code, its name, and how many live there."""

    code: str
    nom: str
    people: str


@dataclass(frozen=True)
class Part:
    """The communes of the list that are of one intercommunalité."""

    nom: str
    lines: tuple[Line, ...]


@blueprint.get(PATH)
def compose() -> str | Response:
    """Show the list of a group, add what is asked for, and lead to the page of the group."""
    snapshot = current_view()
    rule = rule_of(snapshot).query()
    draft, notices = _draft(snapshot)
    added = _additions(snapshot)
    draft = draft.with_communes(added.communes)
    said = (*notices, *added.said)
    is_asked = bool(request.args.get(SHOWN))
    if not said and is_asked and draft.can_be_shown:
        return redirect(with_query(draft.page, rule), 303)
    if not said and not is_asked and _is_a_gesture():
        return redirect(with_query(draft.url(), rule), 303)
    members = [snapshot.communes[code] for code in draft.communes]
    read = page_state(snapshot, (), *PARAMETERS)
    return render_template(
        "pages/groupe.html",
        draft=draft,
        parts=_parts(members),
        summary=_summary(members),
        preview=Markup(preview(snapshot, draft)),  # noqa: S704 - escaped by preview
        near=_near(snapshot, draft),
        added=added,
        limits=(FEWEST_COMMUNES, MOST_COMMUNES),
        is_too_small=is_asked and len(draft.communes) < FEWEST_COMMUNES,
        state=read.state.elsewhere(),
        notices=(*read.notices, *notices),
    )


def _draft(snapshot: LoadedSnapshot) -> tuple[Draft, list[str]]:
    """Read the list of the form or of the address, or the group that one starts from."""
    nom = request.args.get(NAME, "")
    if LISTED in request.args:
        return read_draft(request.args.getlist(CHECKED), nom, snapshot.communes)
    start = request.args.get(START, "")
    group = read_group_code(start.removeprefix(f"{GROUP}-"))
    if group is not None:
        return read_draft(group.communes, nom or group.nom, snapshot.communes)
    return read_draft(request.args.get(COMMUNES, "").split("-"), nom, snapshot.communes)


def _additions(snapshot: LoadedSnapshot) -> Additions:
    """Read what is to be added to the list."""
    if request.args.get(CHOSEN):
        return chosen(snapshot, request.args[CHOSEN])
    start = request.args.get(START, "")
    if start and read_group_code(start.removeprefix(f"{GROUP}-")) is None:
        return chosen(snapshot, start)
    return typed(snapshot, request.args.get(TYPED, ""))


def _is_a_gesture() -> bool:
    """Whether the address is that of a form, rather than that of a list."""
    return any(name in request.args for name in (LISTED, TYPED, CHOSEN, START, SHOWN))


def _summary(members: list[Row]) -> str:
    """Say how large a group is."""
    people = [row["population"] for row in members if row["population"] is not None]
    epci = {row["siren_epci"] for row in members if row["siren_epci"] is not None}
    parts = [french.plural(len(members), "commune"), french.plural(sum(people), "habitant")]
    parts += [french.plural(len(epci), "intercommunalité")] if epci else []
    return ", ".join(parts)


def _parts(members: list[Row]) -> list[Part]:
    """Part the communes of a group by intercommunalité, both by name."""
    by_name = sorted(members, key=lambda row: (folded(row["nom_epci"] or ""), folded(row["nom"])))
    return [
        Part(nom or "Sans intercommunalité", tuple(map(_line, rows)))
        for nom, rows in groupby(by_name, key=lambda row: row["nom_epci"])
    ]


def _line(row: Row) -> Line:
    """Put a commune in words."""
    people = row["population"]
    said = "population inconnue" if people is None else french.plural(people, "habitant")
    return Line(row["code_insee"], row["nom"], said)


def _near(snapshot: LoadedSnapshot, draft: Draft) -> list[Line]:
    """Communes around the group, to add; none before it has a commune, or when it is full."""
    if not draft.communes or len(draft.communes) >= MOST_COMMUNES:
        return []
    members = [snapshot.communes[code] for code in draft.communes]
    middle = {
        name: sum(row[name] for row in members) / len(members) for name in ("longitude", "latitude")
    }
    found = snapshot.points("communes").nearest(middle, len(members) + MOST_NEAR)
    codes = [code for code, _ in found if code not in draft.communes]
    return [_line(snapshot.level(COMMUNE)[code]) for code in codes[:MOST_NEAR]]
