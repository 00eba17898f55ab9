"""Files that say the same in another order: rows, columns, entities, properties."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
from dataclasses import replace
from functools import partial
from pathlib import Path

from geodata.settings import BuildSettings


def shuffled(path: Path, folder: Path, chance: random.Random, *, with_columns: bool = True) -> Path:
    """Write a copy of a published file in another order; workbooks and archives stay."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / path.name
    if ".geojson" in path.suffixes:
        _shuffle_entities(path, copy, chance, with_columns)
    elif path.suffix == ".csv":
        _shuffle_table(path, copy, chance, with_columns)
    else:
        return path
    assert copy.read_bytes() != path.read_bytes()
    return copy


def _shuffle_entities(path: Path, copy: Path, chance: random.Random, with_columns: bool) -> None:
    """Shuffle the entities of a GeoJSON file, and the properties of each if asked to."""
    data = path.read_bytes()
    is_gzip = path.suffix == ".gz"
    document = json.loads(gzip.decompress(data) if is_gzip else data)
    chance.shuffle(document["features"])
    for feature in document["features"] if with_columns else ():
        properties = list(feature["properties"].items())
        chance.shuffle(properties)
        feature["properties"] = dict(properties)
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
    copy.write_bytes(gzip.compress(text, 1) if is_gzip else text)


def _shuffle_table(path: Path, copy: Path, chance: random.Random, with_columns: bool) -> None:
    """Shuffle the rows of a delimited file as they are written, or its columns too."""
    header, *rows = _written_rows(path.read_bytes().decode("utf-8-sig"))
    chance.shuffle(rows)
    if with_columns:
        delimiter = ";" if ";" in header else ","
        order = list(range(len(next(csv.reader([header], delimiter=delimiter)))))
        chance.shuffle(order)
        cells = csv.reader(io.StringIO("\n".join([header, *rows])), delimiter=delimiter)
        written = io.StringIO()
        csv.writer(written, delimiter=delimiter).writerows(
            [row[place] for place in order] for row in cells
        )
        copy.write_text(written.getvalue(), "utf-8")
    else:
        copy.write_text("\n".join([header, *rows, ""]), "utf-8")


def _written_rows(text: str) -> list[str]:
    """Part a text into rows that are not blank; a quoted cell may hold the end of a line."""
    rows: list[str] = []
    is_open = False
    for line in text.splitlines():
        if is_open:
            rows[-1] += f"\n{line}"
        elif line:
            rows.append(line)
        is_open ^= line.count('"') % 2 == 1
    return rows


def shuffled_settings(
    settings: BuildSettings, folder: Path, seed: int, *, with_columns: bool = True
) -> BuildSettings:
    """Give every source its file in another order.

    Rows set aside are published as written: another order of columns is then another snapshot.
    """
    chance = random.Random(seed)  # noqa: S311 - an order for a test
    shuffle = partial(shuffled, with_columns=with_columns)
    sources = tuple(
        replace(source, file=shuffle(source.file, folder / source.id, chance))
        for source in settings.sources
        if source.file is not None
    )
    return replace(settings, sources=sources)
