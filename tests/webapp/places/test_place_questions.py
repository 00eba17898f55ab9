"""Tests of `webapp.places.place_questions`."""

from __future__ import annotations

from tests.webapp.sample import Row
from webapp.places.place_questions import kept_places, place_questions
from webapp.views.place_filter import PlaceFilter


def rows(sites: dict[str, Row], *own: Row) -> list[Row]:
    return [sites["fs-173"] | {"id": str(place)} | row for place, row in enumerate(own)]


def test_only_values_that_exist_are_offered_with_their_counts(sites: dict[str, Row]) -> None:
    asked = place_questions(
        rows(sites, {"services": "Aide aux démarches administratives"}, {"format": "bus"}),
        PlaceFilter(),
    )
    assert [question.name for question in asked.questions] == ["format"]
    assert [answer.label for answer in asked.questions[0].answers] == [
        "Lieu fixe (1)",
        "Bus itinérant (1)",
    ]


def test_a_question_that_no_source_answers_is_not_asked(sites: dict[str, Row]) -> None:
    unsaid = rows(sites, {"horaires": None}, {"horaires": None})
    assert place_questions(unsaid, PlaceFilter()).switches == ()
    free = rows(sites, {"horaires": None, "frais_a_charge": "Gratuit"})
    assert [one.name for one in place_questions(free, PlaceFilter()).switches] == ["gratuit"]


def test_what_is_asked_stays_on_the_form_even_without_an_answer(sites: dict[str, Row]) -> None:
    asked = PlaceFilter(public="Seniors", is_open_saturday=True)
    form = place_questions(rows(sites, {"horaires": "Mo 09:00-12:00"}), asked)
    assert form.is_filtering
    assert [one.name for one in form.switches if one.is_on] == ["samedi"]
    assert [(one.value, one.is_chosen) for one in form.questions[0].answers] == [("Seniors", True)]


def test_places_that_do_not_say_are_counted(sites: dict[str, Row]) -> None:
    places = rows(sites, {"horaires": "Sa 09:00-12:00"}, {"horaires": None}, {})
    asked = PlaceFilter(is_open_saturday=True)
    kept = kept_places(places, asked)
    assert ([site["id"] for site in kept.rows], kept.total, kept.unsaid) == (["0"], 3, 1)
    form = place_questions(places, asked)
    assert form.kept.replace("\u00a0", " ") == "1 lieu sur 3"
    assert form.unsaid.replace("\u00a0", " ").startswith("1 autre ne le dit pas")


def test_without_a_filter_all_are_kept_and_nothing_is_unsaid(sites: dict[str, Row]) -> None:
    form = place_questions(rows(sites, {}, {}), PlaceFilter())
    assert form.kept.replace("\u00a0", " ") == "2 lieux"
    assert form.unsaid == ""
