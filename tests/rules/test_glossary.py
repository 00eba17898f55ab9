"""The glossary names columns that exist, and leaves out no French one."""

from __future__ import annotations

import re

from carto.tables.ground import GROUND_COMMUNES, GROUND_PLACES
from carto.tables.published import SNAPSHOT_TABLES
from tests.rules.generated_docs import ROOT

LINES = re.findall(
    r"^\| (.+) \| (.+) \| ?(.*) \|$", (ROOT / "GLOSSARY.md").read_text("utf-8"), re.M
)
TERMS = LINES[1:]
NAMED = {name for _, _, cell in TERMS for name in re.findall(r"`(\w+)`", cell)}
TABLES = (*SNAPSHOT_TABLES.values(), GROUND_COMMUNES, GROUND_PLACES)
PUBLISHED = {name for contract in TABLES for name in contract.names}

# Words that the names of our own columns, in English, are made of.
ENGLISH = set(
    re.findall(
        r"\w+",
        "0 1 2 3 accessibility alert appointments beyond communes count demand expected fibre "
        "flags geometry has high hours id ids in informed is itinerant kind km known latitude "
        "longitude low merged min nearest need per point population quality quarter reasons scope "
        "score sentence share site sites source sources supply time underserved verdict week year "
        "between gini median missing partial quarters theil total 10 15 20 30 1000 10000 shrunk "
        "cu0 cu1 cu2 cu3 cu4 typology rank robustness probability flipping inputs thresholds "
        "95 99 projection status to "
        "65 age class closure copper diploma months people poverty without equipment variant "
        "x y m floor landmass",
    )
)


def is_french(column: str) -> bool:
    """Whether a word of a column's name is not one of ours."""
    return not ENGLISH.issuperset(column.split("_"))


def test_every_column_named_exists() -> None:
    assert NAMED <= PUBLISHED


def test_every_french_column_is_explained() -> None:
    families = (
        *("communes_verdict_", "population_verdict_", "nom_commune"),
        *("communes_type_", "population_type_", "communes_underserved_"),
    )
    missing = {name for name in PUBLISHED if is_french(name)} - NAMED
    assert {name for name in missing if not name.startswith(families)} == set()


def test_terms_stand_in_order_and_once() -> None:
    keys = [_key(term) for term, _, _ in TERMS]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def _key(term: str) -> str:
    """Write a term in small letters, without accents, punctuation nor what follows it."""
    small = re.split(r" \(|,", term)[0].casefold()
    plain = small.translate(str.maketrans("àâçéèêëîïôöûü", "aaceeeeiioouu"))
    return re.sub(r"[^a-z]", "", plain)
