"""Tests of `webapp.catalogue.dictionary`."""

from __future__ import annotations

import csv
import io

from carto.tables.published import SNAPSHOT_TABLES
from webapp.catalogue.dictionary import CSV_HEADER, dictionary_csv, entries
from webapp.catalogue.published_tables import published_tables
from webapp.snapshots.loaded_snapshot import LoadedSnapshot


def test_every_column_is_defined(snapshot: LoadedSnapshot) -> None:
    tables = {table.name: table for table in published_tables(snapshot.snapshot)}
    for name, contract in SNAPSHOT_TABLES.items():
        said = {entry.name: entry for entry in entries(tables[name], snapshot.facts)}
        assert tuple(said) == contract.names
        for column in contract.columns:
            entry = said[column.name]
            assert (entry.label, entry.unit) == (column.label, column.unit)
            assert entry.description
            assert entry.missing == "jamais absente" or column.nullable
            assert entry.origin


def test_bounds_and_lists_are_told(snapshot: LoadedSnapshot) -> None:
    table = next(one for one in published_tables(snapshot.snapshot) if one.name == "communes")
    said = {entry.name: entry.values for entry in entries(table, snapshot.facts)}
    assert said["taux_couverture_ftth"] == "de 0 à 1"
    assert said["locaux"] == "au moins 0"
    assert said["verdict"].startswith("0, 1, 2, 3")


def test_a_dictionary_is_a_plain_csv(snapshot: LoadedSnapshot) -> None:
    table = published_tables(snapshot.snapshot)[0]
    lines = entries(table, snapshot.facts)
    read = list(csv.reader(io.StringIO(dictionary_csv(lines), newline="")))
    assert tuple(read[0]) == CSV_HEADER
    assert [row[1] for row in read[1:]] == [entry.name for entry in lines]
