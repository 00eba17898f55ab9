"""Files that say the same in another order: rows, columns, entities, properties."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path


def shuffled(path: Path, folder: Path, chance: random.Random) -> Path:
    """Write a copy of a file of the demonstration in another order."""
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / path.name
    if path.suffix == ".geojson":
        _shuffle_entities(path, copy, chance)
    else:
        _shuffle_table(path, copy, chance)
    assert copy.read_bytes() != path.read_bytes()
    return copy


def _shuffle_entities(path: Path, copy: Path, chance: random.Random) -> None:
    """Shuffle the entities of a GeoJSON file, and the properties of each."""
    document = json.loads(path.read_bytes())
    chance.shuffle(document["features"])
    for feature in document["features"]:
        properties = list(feature["properties"].items())
        chance.shuffle(properties)
        feature["properties"] = dict(properties)
    copy.write_text(json.dumps(document), "utf-8")


def _shuffle_table(path: Path, copy: Path, chance: random.Random) -> None:
    """Shuffle the rows of a delimited file, and its columns."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = ";" if ";" in file.readline() else ","
        file.seek(0)
        header, *rows = filter(None, csv.reader(file, delimiter=delimiter))
    chance.shuffle(rows)
    order = list(range(len(header)))
    chance.shuffle(order)
    with copy.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([row[place] for place in order] for row in [header, *rows])
