"""Names on a map: the main towns first, none over another, whatever the size of the words."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from carto.drawing.name_placement import LETTER_WIDTH, MARGIN, Label, place_names

POINTS = st.lists(
    st.builds(
        Label,
        words=st.text("abcdefgh-", min_size=1, max_size=18),
        x=st.floats(0, 200),
        y=st.floats(0, 150),
        rank=st.integers(0, 9),
    ),
    max_size=30,
)


@given(POINTS)
def test_no_name_covers_another_nor_runs_into_it(labels) -> None:
    placed = place_names(labels, 3, 200)
    for one, other in combinations(placed, 2):
        room = LETTER_WIDTH * 3 * (len(one.words) + len(other.words)) / 2 + MARGIN * 3
        assert abs(one.x - other.x) >= room - 0.02 or abs(one.baseline - other.baseline) >= 3.3


@given(POINTS)
def test_the_order_of_the_candidates_changes_nothing(labels) -> None:
    labels = [Label(f"{label.words}{i}", label.x, label.y, i) for i, label in enumerate(labels)]
    assert place_names(labels, 3, 200) == place_names(labels[::-1], 3, 200)


def test_the_most_populated_town_is_named_when_there_is_room_for_one() -> None:
    labels = [Label("Village", 50, 50, 100), Label("Ville", 50, 50, 9000)]
    assert [name.words for name in place_names(labels, 5, 100, most=1)] == ["Ville"]


def test_larger_words_leave_room_for_fewer_names() -> None:
    labels = [Label(f"Commune {i}", 20 + 15 * (i % 8), 10 + 4 * (i // 8), i) for i in range(64)]
    assert len(place_names(labels, 6, 160)) < len(place_names(labels, 3, 160))


def test_a_name_moves_away_from_a_place_and_stays_on_the_sheet() -> None:
    (name,) = place_names([Label("Ouessant", 2, 50, 1)], 4, 200, marks=[(2, 50, 2)])
    assert name.x - LETTER_WIDTH * 4 * len("Ouessant") / 2 >= 0
    assert name.baseline - 0.85 * 4 >= 52 or name.baseline + 0.27 * 4 <= 48
