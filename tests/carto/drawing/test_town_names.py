"""The names of towns: the largest first, none over another, none outside."""

from __future__ import annotations

from itertools import combinations

from carto.drawing.town_names import LETTER_WIDTH, MAX_NAMES, NAME_HEIGHT, choose_names


def test_the_largest_are_named_and_none_covers_another() -> None:
    towns = [(f"Ville {rank}", (100 + 7 * rank, 100 + 5 * rank)) for rank in range(60)]
    chosen = choose_names(towns, (), 900)
    assert next(iter(chosen)) == "Ville 0"
    assert len(chosen) <= MAX_NAMES
    for (one, (ax, ay)), (other, (bx, by)) in combinations(chosen.items(), 2):
        apart = LETTER_WIDTH * (len(one) + len(other)) / 2
        assert abs(ax - bx) > apart or abs(ay - by) > NAME_HEIGHT


def test_a_name_moves_aside_for_a_place_or_is_left_out() -> None:
    assert choose_names([("Brest", (100, 100))], [(100, 100)], 900)["Brest"][1] != 100
    around = [(100, y) for y in range(40, 160, 5)]
    assert choose_names([("Brest", (100, 100))], around, 900) == {}


def test_a_name_that_would_leave_the_map_is_left_out_and_one_is_written_once() -> None:
    assert choose_names([("Ouessant", (3, 100))], (), 900) == {}
    twice = [("Saint-Denis", (200, 100)), ("Saint-Denis", (200, 300))]
    assert choose_names(twice, (), 900) == {"Saint-Denis": (200, 100)}
