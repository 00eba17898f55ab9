"""The clean real rows that are spoiled: those of the whole of France, or excerpts of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.bad_rows.kind import Cells, Feature
from tests.demo import DEMO

_WRITTEN = ("utf-8", "surrogatepass")
EXCERPTS = Path(__file__).parent / "excerpts"

_TABLES = {
    # source: excerpt, file of the whole of France, delimiter
    "population": (EXCERPTS / "population.csv", "cog/donnees_communes.csv", ";"),
    "epci": (DEMO / "epcicom.csv", None, ";"),
    "fibre": (DEMO / "cartefibre-2026t2.csv", None, ","),
    "filosofi": (DEMO / "FILO2019_DISP_COM.csv", "insee/FILO2019_DISP_COM.csv", ";"),
    "france_services": (
        DEMO / "france-services-20240801.csv",
        "lieux/france-services-20240801.csv",
        ",",
    ),
    "population_finistere": (DEMO / "population.csv", "cog/donnees_communes.csv", ";"),
    "lieux": (EXCERPTS / "lieux.csv", "lieux/lieux-standard-v1.csv", ","),
    "lieux_finistere": (EXCERPTS / "lieux-finistere.csv", "lieux/lieux-standard-v1.csv", ","),
    "frr": (EXCERPTS / "frr.csv", "zonages/liste-communes-FRR-juillet2025.csv", ";"),
    "fibre_ma_connexion": (
        EXCERPTS / "ma_connexion.csv",
        "fibre/maconnexioninternet-communes.csv",
        ",",
    ),
    # its licence does not let the project hold an excerpt
    "fragilite": (None, "fragilite/ifn-city-all-variation.csv", ","),
}
_COLLECTIONS = {
    "contours": (DEMO / "communes-50m.geojson", "contours/communes-france.geojson.gz"),
    "mairies": (DEMO / "mairies.geojson", None),
}
SOURCES = (*_TABLES, *_COLLECTIONS)


@dataclass(frozen=True)
class CleanTable:
    """Rows of a delimited file, as published."""

    source: str
    header: tuple[str, ...]
    rows: tuple[Cells, ...]
    delimiter: str

    def text_of(self, cells: Cells) -> str:
        """Write one row, without the end of the line."""
        return self._line([cells[name] for name in self.header])

    def __len__(self) -> int:
        return len(self.rows)

    def text(self, number: int) -> str:
        """Write the row of this number, from 0, as published."""
        return self.text_of(self.rows[number])

    def file_of(self, texts: Sequence[str]) -> bytes:
        """Write a file of these rows; the first one begins on line 2."""
        return "\n".join([self._line(list(self.header)), *texts, ""]).encode(*_WRITTEN)

    def _line(self, values: list[str]) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter, lineterminator="\n").writerow(values)
        return text.getvalue().removesuffix("\n")


@dataclass(frozen=True)
class CleanCollection:
    """Entities of a GeoJSON file, as published."""

    source: str
    features: tuple[Feature, ...]

    def __len__(self) -> int:
        return len(self.features)

    def text(self, number: int) -> str:
        """Write the entity of this number, from 0, as published."""
        return json.dumps(self.features[number], ensure_ascii=False)

    def file_of(self, texts: Sequence[str]) -> bytes:
        """Write a file of these entities; the first one is on line 2."""
        first = '{"type":"FeatureCollection","features":['
        return "\n".join([first, ",\n".join(texts), "]}"]).encode(*_WRITTEN)


def has_excerpt(source: str) -> bool:
    """Whether a source can be spoiled without the files of France."""
    return source in _COLLECTIONS or _TABLES[source][0] is not None


@cache
def clean_file(source: str, france: Path | None) -> CleanTable | CleanCollection:
    """Read the clean rows of a source: those of the real files in `france`, else the excerpts."""
    path = path_of(source, france)
    if source in _COLLECTIONS:
        data = path.read_bytes()
        text = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        return CleanCollection(source, tuple(json.loads(text)["features"]))
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=_TABLES[source][2])
        rows = tuple(dict(row) for row in reader)
        return CleanTable(source, tuple(reader.fieldnames or ()), rows, _TABLES[source][2])


def path_of(source: str, france: Path | None) -> Path:
    """Path of the real file when there is one, else of the excerpt."""
    excerpt, whole = _COLLECTIONS.get(source) or _TABLES[source][:2]
    if france is not None and whole is not None:
        return france / whole
    assert excerpt is not None, f"no excerpt of {source}"
    return excerpt
