"""Communes that changed class are listed, with a cause each."""

from __future__ import annotations

from carto.changes.moves import UNEXPLAINED, moves
from tests.carto.changes.releases import commune, release

SLOW = {"alert_connectivite": True, "locaux_raccordables": 800, "taux_couverture_ftth": 0.8}


def test_a_commune_that_stays_is_not_listed() -> None:
    before = release([commune(), commune("29002", verdict="1", **SLOW)])
    after = release([commune(need=5.5), commune("29002", verdict="1", **SLOW)])
    assert moves(before, after, 10.4) == ()


def test_a_commune_that_leaves_a_class() -> None:
    (move,) = moves(release([commune(verdict="1", **SLOW)]), release([commune()]), 10.4)
    assert (move.code_insee, move.before, move.after) == ("29001", "1", "0")
    assert [cause.code for cause in move.causes] == ["PROGRES_FIBRE"]


def test_a_commune_of_one_cog_only() -> None:
    before = release([commune(), commune("29002")], cog=2025)
    after = release([commune()], cog=2026)
    (move,) = moves(before, after, 10.4)
    assert (move.code_insee, move.after) == ("29002", None)
    assert [cause.code for cause in move.causes] == ["COG"]


def test_another_perimeter_is_no_move() -> None:
    beyond = commune("29002", is_in_scope=False)
    assert moves(release([commune("29002")]), release([beyond]), 10.4) == ()
    assert moves(release([commune("29002")]), release([]), 10.4) == ()


def test_a_move_is_never_without_a_cause() -> None:
    (move,) = moves(release([commune()]), release([commune(verdict="sans_objet")]), 10.4)
    assert move.causes == (UNEXPLAINED,)
