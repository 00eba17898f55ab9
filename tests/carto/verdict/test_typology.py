"""Eight types, one per state of three decided alerts; none where one is unknown."""

from __future__ import annotations

import numpy as np
import pytest

from carto.verdict.alerts import Alert
from carto.verdict.judgement import Judgement
from carto.verdict.typology import SANS_OBJET, TYPE_OF_ALERTS, TYPES, type_of
from carto.vocabulary import TERRITORY_TYPES
from tests.carto.verdict.truth import STATES, State, Truth, name, rule


def alert(truth: Truth) -> Alert:
    return Alert(np.array([truth is True]), np.array([truth is not False]))


def type_of_state(state: State, *, empty: bool = False) -> object:
    return type_of(Judgement(*map(alert, state)), np.array([empty]))[0]


@pytest.mark.parametrize("state", STATES, ids=name)
def test_a_type_needs_the_three_alerts(state: State) -> None:
    found = type_of_state(state)
    assert (found is None) == (None in state)
    assert found is None or found in TYPES


@pytest.mark.parametrize("state", STATES, ids=name)
def test_without_inhabitants_there_is_no_type(state: State) -> None:
    assert type_of_state(state, empty=True) == SANS_OBJET


def test_every_type_has_its_words_in_the_same_order() -> None:
    assert tuple(TYPE_OF_ALERTS.values()) == TYPES == tuple(TERRITORY_TYPES)
    assert len(set(TYPES)) == len(TYPES) == 8


def test_a_class_is_a_union_of_types() -> None:
    underserved = {kind for alerts, kind in TYPE_OF_ALERTS.items() if rule(*alerts) >= 2}
    assert underserved == {"double_peine", "besoin_sans_aide", "cumul"}
    assert [kind for alerts, kind in TYPE_OF_ALERTS.items() if rule(*alerts) == 3] == ["cumul"]


def test_the_fibre_is_said_unfinished_where_its_alert_is_raised_only() -> None:
    for (_, _, connectivite), kind in TYPE_OF_ALERTS.items():
        words = TERRITORY_TYPES[kind]
        said = f"{words.meaning} {words.calls_for}"
        assert ("fibre est là" in said) is not connectivite
        assert ("attend" in said or "inachevée" in said) is connectivite
