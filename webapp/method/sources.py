"""The sources page: what each file brought, and what the checks found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto import french
from carto.typography import typeset
from webapp.method.accounts import AccountLine, account_lines
from webapp.views.provenance import Facts, layer_of, out_of_date

# Published files that a reader may want: path in the snapshot, and what it is.
FILES = {
    "quarantine.csv": "Lignes refusées, fusionnées ou réparées (CSV)",
    "constats.csv": "Constats de tous les contrôles (CSV)",
    "communes.parquet": "Communes et verdicts (GeoParquet)",
    "epci.parquet": "Intercommunalités (GeoParquet)",
    "departement.parquet": "Départements (GeoParquet)",
    "sites.parquet": "Lieux d'aide (GeoParquet)",
    "lieux-standard.csv": typeset(
        "Lieux d'aide au standard national de la médiation numérique (CSV) ; sa « date_maj » est "
        "la date de la liste quand le lieu n'en publie pas"
    ),
    "fibre.parquet": "Fibre par commune et par trimestre (GeoParquet)",
    "datapackage.json": "Manifeste de l'instantané (Data Package)",
}


@dataclass(frozen=True)
class SourceCard:
    """A source, its origin, and what became of each of its rows."""

    id: str
    layer: str
    producer: str
    title: str
    licence: str
    homepage: str
    file: str
    sha256: str
    millesime: str
    date: str
    cog: str
    account: AccountLine
    out_of_date: str


@dataclass(frozen=True)
class CheckCard:
    """A check of the build: what it looked at, what it found, and how much more there is."""

    id: str
    title: str
    summary: str
    unlisted: str
    items: tuple[Mapping[str, str], ...]


def source_cards(facts: Facts) -> list[SourceCard]:
    """List the sources that were read, in the order of the build."""
    late = out_of_date(facts)
    return [
        SourceCard(
            id=source["id"],
            layer=layer_of(source),
            producer=source["producer"],
            title=source["title"],
            licence=source["licence"],
            homepage=source["homepage"] or "",
            file=source["name"],
            sha256=source["sha256"],
            millesime=str(source["millesime"]),
            date=french.date(source["date"]),
            cog=str(source["cog"]),
            account=account,
            out_of_date=late.get(source["id"], ""),
        )
        for source, account in zip(facts["sources"], account_lines(facts), strict=True)
    ]


def check_cards(facts: Facts) -> list[CheckCard]:
    """List the checks, those that found something first."""
    ordered = sorted(facts["checks"], key=lambda check: (check["found"] == 0, check["title"]))
    return [
        CheckCard(
            check["id"],
            check["title"],
            f"{french.plural(check['found'], 'cas', 'cas')} sur "
            f"{french.number(check['looked_at'])} examinés",
            french.number(check["found"] - len(check["items"])),
            tuple(check["items"]),
        )
        for check in ordered
    ]
