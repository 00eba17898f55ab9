"""The names of the sample, to be searched."""

from __future__ import annotations

from tests.webapp.sample import TABLES
from webapp.search.search_index import search_index

FORMER_ROWS = {
    "29138": ({"nom_ancien": "Logonna-Quimerch", "code_insee": "29302", "date": "1965-02-01"},),
    "29998": (
        {"nom_ancien": "Ancienne", "code_insee": "29001", "date": "1970-01-01"},
        {"nom_ancien": "Ancienne", "code_insee": "29042", "date": "1970-01-01"},
    ),
    "29997": ({"nom_ancien": "Brest", "code_insee": "29019", "date": "2020-01-01"},),
}
EVERYTHING = search_index(
    {
        "commune": {row["code_insee"]: row for row in TABLES["communes"]},
        "epci": {row["siren_epci"]: row for row in TABLES["epci"]},
        "departement": {row["code_departement"]: row for row in TABLES["departement"]},
    },
    FORMER_ROWS,
    [{"code_postal": "29200", "code_insee": "29019", "departement": "29"}],
)
