"""`/epci/<code>/activite`: what was held in a territory, year by year, and what is planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask import Blueprint, Response, render_template

from carto import french
from carto.french import rounded
from carto.typography import typeset
from geodata.csv_text import csv_text
from webapp.activity.account_lines import (
    COUNTED,
    account_lines,
    column_title,
    latest_summary,
    per_1000,
    source_words,
    summary,
)
from webapp.activity.local_activity import (
    labelled_places,
    reported_epci,
    yearly_accounts,
)
from webapp.activity.yearly_account import Part, YearlyAccount, main_town
from webapp.asked_query import asked_query
from webapp.csv_answers import csv_answer
from webapp.links import territory_page
from webapp.page_state import require_usable
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, LoadedSnapshot, Row
from webapp.territories.planned_openings import planned_openings
from webapp.territories.territory import Step
from webapp.territories.territory_routes import for_every_territory
from webapp.territories.trails import trail
from webapp.views.provenance import credit, local_credit
from webapp.views.state import unknown_parameters

blueprint = Blueprint("activity_pages", __name__)

CSV_COLUMNS = (
    *("territoire", "code", "annee", "origine", "mesure", "valeur", "sur"),
    *("pour_1000_habitants", "rapport", "page", "source"),
)


@for_every_territory(blueprint, after="/activite")
def activity(type_: str, code: str) -> str:
    """Show the yearly table of a territory, its labels and its planned openings."""
    snapshot = current()
    row, members = snapshot.territory(type_, code), snapshot.members(type_, code)
    accounts = yearly_accounts(snapshot, type_, code, members)
    page = territory_page(type_, code)
    return render_template(
        "pages/activite.html",
        row=row,
        notices=unknown_parameters(asked_query()),
        trail=[
            *trail(snapshot, type_, row)[:-1],
            Step(row["nom"], page),
            Step("Activité de médiation"),
        ],
        territory_path=page,
        titles=[column_title(account) for account in accounts],
        lines=account_lines(accounts, row["population"]),
        sources=[source_words(one, local_credit(snapshot.facts, one.source)) for one in accounts],
        summary=latest_summary(accounts),
        population=french.number(row["population"]),
        population_credit=credit(snapshot.facts, "population"),
        centre=_centre_name(members),
        relays=_relays_sentence(snapshot, row, members),
        openings=planned_openings(snapshot, (type_, code), members),
        labels=labelled_places(snapshot, members),
        labels_credit=local_credit(snapshot.facts, "labels_lieux"),
        epci=_epci_lines(snapshot, code) if type_ == DEPARTEMENT else [],
        csv=f"{page}/activite.csv",
    )


@for_every_territory(blueprint, after="/activite.csv")
def activity_file(type_: str, code: str) -> Response:
    """Answer with the yearly table of a territory, one figure a line."""
    snapshot = current()
    require_usable(snapshot, unknown_parameters(asked_query()))
    row, members = snapshot.territory(type_, code), snapshot.members(type_, code)
    accounts = yearly_accounts(snapshot, type_, code, members)
    figures = (
        (row["nom"], code, *figure)
        for account in accounts
        for figure in _figures(account, row["population"])
    )
    return csv_answer(csv_text(CSV_COLUMNS, figures), f"activite-{type_}-{code}.csv")


def _figures(account: YearlyAccount, population: int | None) -> Iterator[tuple[object, ...]]:
    """Yield every figure of a year: what, how many, of how many, for 1,000 inhabitants."""
    start = (account.year, account.origin)
    end = (account.report, account.page, account.source)
    for measure in COUNTED:
        count = measure.value(account)
        rate = per_1000(count, population)
        yield *start, measure.name, count, None, rate and rounded(rate, 4), *end
    parts: dict[str, Part | None] = {
        "hors_ville_centre": account.outside,
        "communes_relais": account.relays,
    }
    for name, part in parts.items():
        yield *start, name, part and part.count, part and part.total, None, *end
    share = account.relay_people
    yield *start, "part_habitants_en_commune_relais", share and rounded(share, 4), None, None, *end
    yield *start, "heures", account.hours, None, None, *end


def _centre_name(members: Sequence[Row]) -> str:
    """Name the commune of most inhabitants; empty when none is known."""
    centre = main_town(members)
    return next((row["nom"] for row in members if row["code_insee"] == centre), "")


def _relays_sentence(snapshot: LoadedSnapshot, row: Row, members: Sequence[Row]) -> str:
    """Say how many communes are relays by the list of conventions; empty without a list."""
    count = row["communes_relais_count"]
    if count is None:
        return ""
    listed = sum(member["is_commune_relais"] is not None for member in members)
    said = french.plural(count, "commune relais", "communes relais")
    if listed < len(members):
        known = french.plural(listed, "commune renseignée", "communes renseignées")
        left = len(members) - listed
        others = "l'autre est inconnue" if left == 1 else f"les {left} autres sont inconnues"
        said += f" sur {known} ; {others}"
    else:
        said += f" sur {len(members)}"
        if row["population_relais_share"] is not None:
            said += f", où vivent {french.percent(row['population_relais_share'])} des habitants"
    return typeset(f"{said} ({local_credit(snapshot.facts, 'communes_relais')}).")


def _epci_lines(snapshot: LoadedSnapshot, code: str) -> list[tuple[str, str, str]]:
    """List the reports of the EPCI of a département: name, page and sentence."""
    return [
        (row["nom"], territory_page("epci", row["siren_epci"]) + "/activite", summary(account))
        for row, account in reported_epci(snapshot, code)
    ]
