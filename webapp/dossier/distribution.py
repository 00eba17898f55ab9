"""How the communes of a territory fall into the classes of an indicator, as a table."""

from __future__ import annotations

from carto import french
from carto.drawing.legend import legend
from webapp.dossier.blocks import Table
from webapp.dossier.prose import table
from webapp.dossier.subject import Subject


def distribution(subject: Subject, indicator_id: str, caption: str) -> Table:
    """Count communes and inhabitants by class; those without a value have their own line.

    Parameters
    ----------
    subject
        The territory.
    indicator_id
        Id of an indicator of communes.
    caption
        Title of the table.
    """
    indicator = subject.indicators[indicator_id]
    entries = legend(indicator, subject.communes)
    whole = subject.row["population"]
    rows = [
        (
            french.capitalised(entry.label),
            french.number(entry.count),
            french.number(entry.population),
            french.percent(entry.population / whole)
            if whole and entry.population is not None
            else french.MISSING,
        )
        for entry in entries
        if entry.count or entry.index is not None
    ]
    columns = ("Classe", "Communes#", "Habitants#", "Part des habitants#")
    return table(caption, columns, rows, french.capitalised(subject.credit(*indicator.source_ids)))
