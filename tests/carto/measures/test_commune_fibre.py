"""The fibre of communes: rates beside the official one, each with the reason why it is missing."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from carto import flags
from carto.assessment import assess
from tests.mini_france.tables import question, row, tables

NAMES = ("locaux_en_construction", "taux_hors_construction")


def commune(code: str, quarter: str = "2026-T2", **counts: int) -> tuple[object, dict[str, str]]:
    """Assess mini France with other counts of one commune."""
    given = tables()
    fibre = given["fibre"].assign(quarter=quarter)
    for name, count in counts.items():
        fibre[name] = fibre[name].astype("Int64")
        fibre.loc[fibre["code_insee"] == code, name] = count
    found = row(assess(given | {"fibre": fibre}, question()), code)
    return found, dict(json.loads(str(found["reasons"])))


def test_known_premises_under_construction_give_a_second_rate() -> None:
    found, why = commune("22157", locaux=400, locaux_raccordables=380, locaux_en_construction=10)
    assert found["taux_couverture_ftth"] == 0.95
    assert found["taux_hors_construction"] == pytest.approx(0.974359)
    assert (found["taux_low"], found["taux_high"]) == (0.95, pytest.approx(0.974359))
    assert not set(NAMES) & set(why)


def test_where_nothing_else_is_known_the_bracket_is_the_rate() -> None:
    found, why = commune("22157")
    assert found["taux_low"] == found["taux_high"] == found["taux_couverture_ftth"]
    assert [why[name] for name in NAMES] == [flags.INDICATEUR_ABSENT] * 2


def test_before_they_were_published_no_file_has_them() -> None:
    _, why = commune("22157", quarter="2024-T3")
    assert [why[name] for name in NAMES] == [flags.CONSTRUCTIONS_NON_PUBLIEES] * 2


def test_a_count_that_one_commune_lacks_is_not_published_for_it() -> None:
    given = tables()
    fibre = given["fibre"].assign(
        locaux_en_construction=pd.array([5] + [None] * (len(given["fibre"]) - 1), dtype="Int64")
    )
    found = row(assess(given | {"fibre": fibre}, question()), "22157")
    assert json.loads(str(found["reasons"]))[NAMES[0]] == flags.VALEUR_NON_DIFFUSEE


def test_where_nothing_is_built_yet_a_rate_means_nothing() -> None:
    found, why = commune("22157", locaux=400, locaux_raccordables=0, locaux_en_construction=400)
    assert found["taux_couverture_ftth"] == 0
    assert why["taux_hors_construction"] == flags.LOCAUX_NULS


def test_a_revision_reaches_the_commune() -> None:
    given = tables()
    before = given["fibre"].assign(quarter="2026-T1", locaux_raccordables=lambda t: t["locaux"])
    both = pd.concat([before, given["fibre"]], ignore_index=True)
    found = row(assess(given | {"fibre": both}, question()), "29044")
    assert flags.REVISION in str(found["flags"]).split("|")
