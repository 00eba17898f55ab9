"""Tests of `webapp.api.territory_addresses`."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.api.territory_addresses import LEVELS, territory_address
from webapp.snapshots.current_snapshot import current
from webapp.snapshots.loaded_snapshot import KEYS


@pytest.mark.parametrize("type_", ["commune", *LEVELS])
def test_each_territory_answers_at_its_address(app: Flask, type_: str) -> None:
    with app.test_request_context():
        codes = [*current().level(type_)]
    for code in codes[:3]:
        answer = app.test_client().get(territory_address(type_, code))
        assert answer.get_json()[KEYS[type_]] == code
