"""Every quarter of a map in one file: what each page would show, in few bytes."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

PAGE = "/departement/29"


def data_of(client: FlaskClient, name: str, query: str) -> Any:
    snapshot = client.get(PAGE).headers["Carto-Snapshot"]
    return client.get(f"/donnees/{snapshot}{PAGE}/{name}.json{query}").get_json()


@pytest.mark.parametrize("indicator", ["fibre", "reste", "evolution"])
def test_a_slider_shows_what_each_page_would(quarters: FlaskClient, indicator: str) -> None:
    told = data_of(quarters, "fibre", f"?ind={indicator}")
    for place, quarter in enumerate(told["trimestres"]):
        page = data_of(quarters, "valeurs", f"?t={quarter['code']}")["communes"]
        for code, commune in told["communes"].items():
            shown = commune["classes"][place]
            assert (None if shown == "-" else int(shown)) == page[code]["classes"][indicator]
            assert told["textes"][commune["textes"][place]] == page[code]["textes"][indicator]
            assert commune.get("cercles", [None] * 3)[place] == page[code]["cercles"].get(
                indicator if indicator == "reste" else ""
            )


def test_quarters_are_in_the_order_of_time_and_named(quarters: FlaskClient) -> None:
    told = data_of(quarters, "fibre", "")
    assert [one["code"] for one in told["trimestres"]] == ["2024-T2", "2025-T2", "2026-T2"]
    assert told["trimestres"][0]["texte"] == "2e trimestre 2024"
    gained = data_of(quarters, "fibre", "?ind=evolution")
    assert [one["code"] for one in gained["trimestres"]] == ["2026-T2"]


def test_each_text_is_written_once(quarters: FlaskClient) -> None:
    texts = data_of(quarters, "fibre", "")["textes"]
    assert len(texts) == len(set(texts))


def test_a_commune_that_a_quarter_lacks_has_no_class_there(quarters: FlaskClient) -> None:
    communes = data_of(quarters, "fibre", "")["communes"]
    assert communes["29042"]["classes"][0] == "-"
    assert communes["29042"]["classes"][1:].isdigit()
