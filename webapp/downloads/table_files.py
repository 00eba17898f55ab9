"""The table of a territory as a file: the rows, the order and the columns of the page."""

from __future__ import annotations

from flask import Blueprint, Response

from carto.tables.published import SNAPSHOT_TABLES
from carto.typography import typeset
from geodata.export_formats.layer_drawing import draw_by
from webapp.downloads.row_answers import (
    SUFFIX,
    ListedRows,
    file_answer,
    is_text,
    published_fields,
    text_answer,
)
from webapp.file_formats import FRENCH_CSV
from webapp.links import territory_page
from webapp.page_state import current_view, require_usable
from webapp.snapshots.loaded_snapshot import LoadedSnapshot
from webapp.tables.asked_table import AskedTable, asked_table, kept_words
from webapp.tables.table_csv import published_names, published_value, table_csv, table_of
from webapp.territories.territory_routes import for_every_territory

blueprint = Blueprint("table_files", __name__)


@for_every_territory(blueprint, after=f"/tableau.{SUFFIX}")
def table_file(type_: str, code: str, suffix: str) -> Response:
    """Give the rows of the table as a file, in the same order and filtered the same way."""
    snapshot = current_view()
    asked = asked_table(snapshot, type_, code)
    require_usable(snapshot, asked.read.notices)
    name = f"carto-{type_}-{code}-{asked.unit.plural}-{snapshot.id}"
    page = asked.read.state.url(f"{territory_page(type_, code)}/tableau", **asked.query)
    if is_text(suffix):
        is_french = suffix == FRENCH_CSV
        text = table_csv(asked.kept, asked.columns, asked.unit.type, french=is_french)
        return text_answer(text, name, suffix, page)
    return file_answer(snapshot, _listed(asked, snapshot), name, suffix, page)


def _listed(asked: AskedTable, snapshot: LoadedSnapshot) -> ListedRows:
    """Gather the rows, the colours of their map, and what filters them."""
    table = table_of(asked.unit.type)
    contract, names = SNAPSHOT_TABLES[table], published_names(asked.columns)
    unit, indicator = asked.unit, asked.shown.indicator
    kept = f"{unit.count(len(asked.kept))} sur {len(asked.shown.rows)}"
    words = kept_words(asked, snapshot)
    notes = [("Territoire", asked.row["nom"]), ("Lignes", f"{kept} : {words}" if words else kept)]
    if indicator.definition.period:
        notes.append(("Date de la mesure", indicator.definition.period))
    return ListedRows(
        table=table,
        title=f"{asked.row['nom']}, {unit.plural}",
        fields=published_fields(contract, names),
        values=[[published_value(row, name, contract) for name in names] for row in asked.kept],
        drawing=draw_by(indicator, asked.kept),
        notes=tuple((label, typeset(value)) for label, value in notes),
    )
