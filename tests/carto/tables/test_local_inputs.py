"""Contracts of local files: what must be filled in, and the closed list of actions."""

from __future__ import annotations

from carto.tables.local_inputs import (
    ACTION,
    ACTIVITE,
    ACTIVITY_KINDS,
    COMMUNES_RELAIS,
    DROP_INS,
    ENQUETE,
    INFORMATION,
    WORKSHOPS,
)


def test_little_has_to_be_filled_in() -> None:
    needed = [column.name for column in ACTIVITE.columns if not column.nullable]
    assert needed == [ACTION, "date", "code_insee", "type", "duree"]
    assert [c.name for c in COMMUNES_RELAIS.columns if not c.nullable] == ["code_insee"]
    assert [c.name for c in ENQUETE.columns if not c.nullable] == ["code_insee", "repondants"]


def test_every_kind_of_action_is_counted_once() -> None:
    assert set(ACTIVITY_KINDS) == {*DROP_INS, *WORKSHOPS, INFORMATION}
    assert len(ACTIVITY_KINDS) == len(DROP_INS) + len(WORKSHOPS) + 1
    assert ACTIVITE.column("type").choices == ACTIVITY_KINDS
