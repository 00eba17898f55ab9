"""The sample, every text of which an attacker has written: markup, formulas, headers, paths.

What a contract bounds (a list of values, a pattern, a key that others name) stays as it is: such
a text cannot be published. The id of one place is hostile too, wherever it is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carto.contracts import Column, TableContract
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from tests.webapp.sample import FACTS, TABLES
from tests.webapp.sample_complements import COMPLEMENT_ROWS
from tests.webapp.sample_rows import Row

# What a script would do that ran; nothing else on a page writes this name.
MARK = "pirate"
RUNS = f"window.{MARK}=1"
MARKUP = (
    f"\"><script>{RUNS}</script><img src=x onerror='{RUNS}'><svg onload={RUNS}>"
    "{{7*7}}${7*7}]]>--></title></script>\\"
)
TEXT = f"=cmd|' /C calc'!A0\r\nX-Pirate: 1\u200b{MARKUP}"
ADDRESS = f"javascript:{RUNS}//\"onclick='{RUNS}'"
PLACE_ID = f"../../x{MARKUP}"
_ADDRESSES = ("site_web", "fiche_acces_libre", "prise_rdv", "rapport")
# Names of other rows, quarters, flags and reasons: software reads them, and wrote them.
_STRUCTURE = (
    *("departement", "region", "departements", "epci_partial", "communes_missing", "codes_anciens"),
    *("flags", "reasons", "flipping_inputs", "flipping_thresholds", "lieu_id", "merged_ids"),
    *("source", "sources", "landmass", "variant", "parameter", "type", "level", "indicator"),
    *("groupe", "horaires", "code", "twins", "distances", "criteria"),
)


def hostile_tables() -> dict[str, list[Row]]:
    """Write every free text of the sample as an attacker would."""
    contracts: Mapping[str, TableContract] = {**SNAPSHOT_TABLES, **COMPLEMENTS}
    return {
        name: [_hostile(contracts[name], row) for row in rows]
        for name, rows in {**COMPLEMENT_ROWS, **TABLES}.items()
    }


def hostile_facts() -> dict[str, Any]:
    """Write the sources of the sample, its title and its checks as an attacker would."""
    sources = [
        {**source, "title": TEXT, "producer": TEXT, "licence": TEXT} for source in FACTS["sources"]
    ]
    items = [{"subject": "29001", "nom": TEXT, "message": TEXT}]
    checks = [{**check, "items": items} for check in FACTS["checks"]]
    territories = [{**territory, "nom": TEXT} for territory in FACTS["territories"]]
    named = {"sources": sources, "checks": checks, "territories": territories}
    return {**FACTS, "title": TEXT, **named}


def _hostile(contract: TableContract, row: Row) -> Row:
    """Replace the free texts of a row, missing ones included, and the id of one place."""
    texts = {column.name: _written(column) for column in contract.columns if _is_free(column)}
    ids = {name: PLACE_ID for name, value in row.items() if value == "fs-173"}
    return {**row, **texts, **ids}


def _is_free(column: Column) -> bool:
    """Whether a source may write anything in a column."""
    is_bounded = column.choices or column.pattern or column.name.endswith(("_id", "_quarter"))
    is_name = column.name in ("id", "quarter", *_STRUCTURE) or column.name.startswith(
        ("code_", "siren_", "fibre_")
    )
    return column.type == "string" and not (is_bounded or is_name)


def _written(column: Column) -> str:
    """Write what an attacker would put in a column."""
    return ADDRESS if column.name in _ADDRESSES else TEXT
