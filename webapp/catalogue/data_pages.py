"""`/donnees`: what may be reused, in which formats, at which addresses, and what each column is."""

from __future__ import annotations

from dataclasses import asdict

from flask import Blueprint, Response, render_template, request

from carto import french
from carto.flags import MEANINGS
from carto.layers import LAYERS
from carto.said_back import said_back
from carto.typography import typeset
from geodata.storage.manifest import FINDINGS_PATH, MANIFEST, QUARANTINE_PATH
from webapp import links, parameters
from webapp.asked_query import asked_query
from webapp.caching import also_depends_on
from webapp.catalogue.dataset_markup import dataset_markup
from webapp.catalogue.dictionary import dictionary_csv, entries
from webapp.catalogue.gis_addresses import tile_addresses
from webapp.catalogue.interface_names import interface_names
from webapp.catalogue.layers import PublishedLayer, layers_of
from webapp.catalogue.published_tables import (
    FORMATS,
    PublishedTable,
    published_tables,
)
from webapp.csv_answers import csv_answer
from webapp.embedding.public_address import known_address
from webapp.file_formats import FileFormat
from webapp.house.theme import site
from webapp.json_answers import json_answer
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.snapshots.releases import releases
from webapp.views.state import unknown_parameters

blueprint = Blueprint("data_pages", __name__)

TABLE = "table"
MOST_RELEASES = 10
_DAY = 10
# Files that no table is in: path, title.
_OTHER_FILES = (
    (MANIFEST, "Manifeste : liste, taille et empreinte de chaque fichier (Data Package)"),
    (QUARANTINE_PATH, "Lignes refusées, fusionnées ou réparées (CSV)"),
    (FINDINGS_PATH, "Constats de tous les contrôles (CSV)"),
)


@blueprint.get("/donnees")
def data() -> str:
    """Show what may be reused: layers, formats, addresses, licences, releases, how to cite."""
    snapshot = current()
    tables = published_tables(snapshot.snapshot)
    layers = layers_of(tables, snapshot.facts)
    host = known_address() or ""
    known = releases()
    also_depends_on(*(release.id for release in known))
    return render_template(
        "pages/donnees.html",
        notices=unknown_parameters(request.args),
        facts=snapshot.facts,
        layers=layers,
        formats=_formats(layers),
        size=french.file_size,
        licences=_licences(snapshot),
        host=host,
        tiles=tile_addresses(host, snapshot.id, layers),
        names=interface_names(),
        others=_others(tables),
        files=[(links.current_file(path), said) for path, said in _OTHER_FILES],
        citation=citation(snapshot, host),
        releases=known[:MOST_RELEASES],
        unlisted=len(known) - MOST_RELEASES,
        markup=dataset_markup(snapshot, layers, host),
        date=french.date,
        day=_DAY,
    )


@blueprint.get("/donnees/dictionnaire")
def dictionary() -> str:
    """Define the columns of a table: label, unit, missing values, origin."""
    snapshot = current()
    query = asked_query()
    notices = unknown_parameters(query, (TABLE,))
    tables = published_tables(snapshot.snapshot)
    by_name = {table.name: table for table in tables}
    first = next(iter(LAYERS.values())).table
    asked = query.get(TABLE) or first
    if asked not in by_name:
        said = said_back(asked)
        notices.append(typeset(f"La table « {said} » n'est pas publiée ici : {first} est montrée."))
        asked = first
    return render_template(
        "pages/dictionnaire.html",
        notices=notices,
        choices=_choices(tables),
        table=by_name[asked],
        lines=entries(by_name[asked], snapshot.facts),
        columns=sum(len(table.fields) for table in tables),
        tables_count=len(tables),
        codes=sorted(MEANINGS.items()),
    )


@blueprint.get("/donnees/dictionnaire.<any(csv, json):suffix>")
def dictionary_file(suffix: str) -> Response:
    """Answer with the definition of every column of every table, or of one table."""
    parameters.require_known(request.args, TABLE)
    snapshot = current()
    tables = published_tables(snapshot.snapshot)
    asked = parameters.read_choice(request.args, TABLE, [table.name for table in tables])
    said = [
        entry
        for table in tables
        if asked in (None, table.name)
        for entry in entries(table, snapshot.facts)
    ]
    if suffix == "csv":
        return csv_answer(dictionary_csv(said), f"dictionnaire-{asked or snapshot.id}.csv")
    columns = [asdict(entry) for entry in said]
    return json_answer({"snapshot": snapshot.id, "columns": columns, "codes": MEANINGS})


def citation(snapshot: LoadedSnapshot, host: str) -> str:
    """Write how to cite a snapshot: what, of when, under which identifier, by whom, where.

    Parameters
    ----------
    snapshot
        What is cited.
    host
        Scheme and host of the service; empty when it is not known.
    """
    facts = snapshot.facts
    day = french.date(str(facts["created"])[:_DAY])
    where = f" {host}/donnees" if host else ""
    return typeset(
        f"{site().nom}, Inclusion numérique par commune : {facts['title']}, instantané "
        f"{snapshot.id} du {day}, méthode {facts['method']['version']}.{where}"
    )


def _formats(layers: list[PublishedLayer]) -> list[FileFormat]:
    """List the formats of some layers, each once, in the order to choose from."""
    used = {file.format for one in layers for file in one.table.files}
    return [one for one in FORMATS if one in used]


def _choices(tables: list[PublishedTable]) -> list[tuple[str, list[PublishedTable]]]:
    """Part the tables to choose from: the layers, then what completes them."""
    main = [layer.table for layer in LAYERS.values()]
    layers = [table for name in main for table in tables if table.name == name]
    others = [table for table in tables if table.name not in main]
    return [("Couches", layers), ("Compléments", others)]


def _others(tables: list[PublishedTable]) -> list[PublishedTable]:
    """List the tables that hold something and are no layer, by title."""
    main = {layer.table for layer in LAYERS.values()}
    kept = [table for table in tables if table.name not in main and table.rows]
    return sorted(kept, key=lambda table: table.title)


def _licences(snapshot: LoadedSnapshot) -> list[tuple[str, str]]:
    """List the licences of the sources, each with the producers under it."""
    by_licence: dict[str, list[str]] = {}
    for source in snapshot.facts["sources"]:
        named = by_licence.setdefault(str(source["licence"]), [])
        said = f"{source['title']} ({source['producer']})"
        if said not in named:
            named.append(said)
    return [(licence, " ; ".join(named)) for licence, named in sorted(by_licence.items())]
