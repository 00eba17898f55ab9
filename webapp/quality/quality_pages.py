"""`/donnees/qualite`: what the data are worth in a territory, and which verdicts rest on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template

from carto.drawing.indicators.units import UNITS
from carto.folding import folded
from carto.said_back import said_back
from carto.typography import typeset
from geodata.csv_text import csv_text
from webapp.asked_query import asked_query
from webapp.csv_answers import csv_answer
from webapp.links import territory_page
from webapp.method.accounts import account_lines
from webapp.page_number import read_page_number
from webapp.page_state import require_usable
from webapp.quality import quality as view
from webapp.quality.quality_report import QualityReport, Territory, quality_report
from webapp.snapshots.asked_territory import (
    TERRITORY,
    named_territory,
    territory_text,
    unknown_territory,
)
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import (
    DEPARTEMENT,
    EPCI,
    EPT,
    GROUP,
    REGION,
    LoadedSnapshot,
    Row,
)
from webapp.views.provenance import out_of_date
from webapp.views.state import unknown_parameters

blueprint = Blueprint("quality_pages", __name__)

PARAMETERS = (TERRITORY, "defaut", "page")
CSV_COLUMNS = ("territoire", "rubrique", "code", "intitule", "mesure", "valeur")
LARGEST_PAGE = 200
# Types of territories that a report may be about.
LEVELS = {
    REGION: "Régions",
    DEPARTEMENT: "Départements",
    EPCI: "Intercommunalités",
    EPT: "Établissements publics territoriaux",
    GROUP: "Groupes de communes",
}
MOST_WHOLE = 3


@dataclass(frozen=True)
class Asked:
    """Which territory is reported on, and which flaw is detailed.

    Attributes
    ----------
    territory
        Type and code, None for the whole perimeter.
    flaw
        Flaw whose communes are listed, None for those of all.
    page
        Of the list, from 1.
    """

    territory: Territory | None = None
    flaw: str | None = None
    page: int = 1

    def url(self, path: str = "/donnees/qualite", *, flaw: str | None = None, page: int = 1) -> str:
        """Write the address of `path` for this territory."""
        query = {TERRITORY: territory_text(self.territory)} if self.territory else {}
        query |= {"defaut": flaw} if flaw else {}
        query |= {"page": str(page)} if page > 1 else {}
        return f"{path}?{urlencode(query)}" if query else path


@blueprint.get("/donnees/qualite")
def quality_page() -> str:
    """Show what is incomplete, old or doubtful, and what it may change."""
    snapshot = current()
    asked, notices = _asked(snapshot)
    report = quality_report(snapshot, asked.territory)
    lines = view.open_communes(report.doubts, asked.flaw, report.communes)
    pages = max(1, -(-len(lines) // LARGEST_PAGE))
    page = min(asked.page, pages)
    start = (page - 1) * LARGEST_PAGE
    return render_template(
        "pages/qualite.html",
        notices=notices,
        asked=asked,
        nom=_name(snapshot, asked.territory),
        territory_path=territory_page(*asked.territory) if asked.territory else "",
        choices=_choices(snapshot, asked.territory),
        finding=view.finding(report.doubts, report.communes),
        flaws=view.flaw_lines(report.doubts, report.communes),
        hours=view.hours_sentence(report.places),
        measures=view.place_measures(report.places),
        unknown=view.unknown_lines(report.unknown),
        late=list(out_of_date(snapshot.facts).values()),
        sources=account_lines(snapshot.facts),
        flaw_label=view.FLAW_LABELS.get(asked.flaw or "", ""),
        lines=lines[start : start + LARGEST_PAGE],
        matching=len(lines),
        page=page,
        pages=pages,
        csv=asked.url("/donnees/qualite.csv"),
    )


@blueprint.get("/donnees/qualite.csv")
def quality_file() -> Response:
    """Answer with every figure of the page but those of the sources, one a line."""
    snapshot = current()
    asked, notices = _asked(snapshot)
    require_usable(snapshot, notices)
    name = _name(snapshot, asked.territory)
    figures = _figures(quality_report(snapshot, asked.territory))
    text = csv_text(CSV_COLUMNS, ((name, *line) for line in figures))
    suffix = "-".join(asked.territory) if asked.territory else snapshot.id
    return csv_answer(text, f"qualite-{suffix}.csv")


def _figures(report: QualityReport) -> Iterator[tuple[str, str, str, str, int]]:
    """Yield heading, code, title, what is counted, and the count."""
    for flaw in view.flaw_lines(report.doubts, report.communes):
        counted = {
            "communes touchées": flaw.touched,
            "communes dont la classe peut changer": flaw.open,
            "habitants de ces communes": flaw.people,
            "communes sous-desservies ou non selon ce défaut": flaw.underserved_open,
        }
        for what, count in counted.items():
            yield "verdicts", flaw.key, flaw.label, what, count
    yield "lieux", "lieux", "Lieux comptés dans l'offre", "lieux", report.places.places
    for measure in view.place_measures(report.places):
        yield "lieux", measure.code, measure.label, "lieux", measure.count
    kinds = {"reserves": "Lieux réservés à un public", "materiel": "Lieux sans accompagnement"}
    apart = (report.places.restricted, report.places.equipment_only)
    for (code, title), count in zip(kinds.items(), apart, strict=True):
        yield "lieux", code, title, "lieux", count
    yield "lieux", "fiches_reunies", "Fiches en double réunies", "fiches", report.places.merged
    for line in view.unknown_lines(report.unknown):
        title = f"{line.label} : {line.reason}"
        code = f"{line.column}:{line.code}"
        yield "valeurs absentes", code, title, "communes", line.communes
        yield "valeurs absentes", code, title, "habitants", line.people


def _asked(snapshot: LoadedSnapshot) -> tuple[Asked, list[str]]:
    """Read the address; what cannot be used is left aside with a notice."""
    query = asked_query()
    notices = unknown_parameters(query, PARAMETERS)
    said = query.get(TERRITORY, "")
    territory = named_territory(snapshot, said, LEVELS)
    if said and territory is None:
        notices.append(typeset(f"{unknown_territory(said)} : tout le périmètre est montré."))
    flaw = query.get("defaut") or None
    if flaw is not None and flaw not in view.FLAW_LABELS:
        notices.append(typeset(f"« defaut={said_back(flaw)} » n'existe pas : tous sont montrés."))
        flaw = None
    page, said_of_page = read_page_number(query)
    return Asked(territory, flaw, page), [*notices, *said_of_page]


def _name(snapshot: LoadedSnapshot, territory: Territory | None) -> str:
    """Name what is reported on."""
    if territory is None:
        return str(snapshot.facts["title"])
    return str(snapshot.territory(*territory)["nom"])


def _choices(
    snapshot: LoadedSnapshot, territory: Territory | None
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Territories to choose from: all the wide ones, and the EPCI around the one that is shown."""
    rows = _epci_near(snapshot, territory)
    epci = [(f"{EPCI}-{row['siren_epci']}", row["nom"]) for row in rows]
    groups = (
        *((label, _all(snapshot, type_)) for type_, label in LEVELS.items() if type_ != EPCI),
        (LEVELS[EPCI], epci),
    )
    named = Counter(nom for _, choices in groups for _, nom in choices)
    return [
        (label, sorted((said_apart(choice, named) for choice in choices), key=_by_name))
        for label, choices in groups
        if choices
    ]


def said_apart(choice: tuple[str, str], named: Mapping[str, int]) -> tuple[str, str]:
    """Say of what type a territory is, where another one has its name.

    >>> said_apart(("region-04", "La Réunion"), {"La Réunion": 2})
    ('region-04', 'La Réunion (région)')
    """
    value, nom = choice
    kind = UNITS.get(value.partition("-")[0])
    return choice if named[nom] == 1 or kind is None else (value, f"{nom} ({kind.singular})")


def _by_name(choice: tuple[str, str]) -> str:
    """Order choices by the name that a reader looks for."""
    return folded(choice[1])


def _all(snapshot: LoadedSnapshot, type_: str) -> list[tuple[str, str]]:
    """Every published territory of a type, as a choice."""
    return [(f"{type_}-{code}", row["nom"]) for code, row in snapshot.level(type_).items()]


def _epci_near(snapshot: LoadedSnapshot, territory: Territory | None) -> list[Row]:
    """EPCI to propose: those around the territory, all of them when the perimeter is small."""
    everything = list(snapshot.epci.values())
    if len(snapshot.departements) <= MOST_WHOLE:
        return everything
    if territory is None or territory[0] not in (DEPARTEMENT, EPCI):
        return []
    type_, code = territory
    here = {code} if type_ == DEPARTEMENT else _departements(snapshot.epci[code])
    return [row for row in everything if here & _departements(row)]


def _departements(epci: Row) -> set[str]:
    """Départements that an EPCI lies in."""
    return set(epci["departements"].split("|"))
