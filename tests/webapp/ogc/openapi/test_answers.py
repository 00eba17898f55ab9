"""Answers are described with their errors, and refer to schemas that exist."""

from __future__ import annotations

from webapp.ogc.openapi.answers import answers, problem_answers, schemas


def test_every_answer_has_its_errors():
    described = answers("features", "application/geo+json")
    assert described.keys() == {"200", *problem_answers()}
    assert "Content-Crs" in described["200"]["headers"]


def test_an_answer_without_a_page_has_one_form():
    assert [*answers("document", has_page=False)["200"]["content"]] == ["application/json"]


def test_required_members_are_described():
    for schema in schemas().values():
        assert set(schema.get("required", ())) <= schema.get("properties", {}).keys()
