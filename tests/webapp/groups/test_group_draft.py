"""The list of a group in its address: what is read of it, what is left out and said."""

from __future__ import annotations

import pytest

from carto.group_code import MOST_COMMUNES
from webapp.groups.group_draft import Draft, read_draft

KNOWN = {str(29001 + rank) for rank in range(MOST_COMMUNES + 5)}


def test_a_list_is_read_sorted_and_written_back() -> None:
    draft, notices = read_draft(["29002", " 29001 ", "29002", ""], "  Deux  rives ", KNOWN)
    assert (draft, notices) == (Draft(("29001", "29002"), "Deux rives"), [])
    assert draft.url() == "/groupe?communes=29001-29002&nom=Deux+rives"
    assert draft.page == "/groupe/29001-29002_Deux_rives"
    assert Draft().url() == "/groupe"


@pytest.mark.parametrize(
    ("codes", "nom", "said"),
    [
        (["29001", "99999"], "", "« 99999 » n'est le code d'aucune commune"),
        (["1", "2", "3", "4", "5", "6"], "", "« 4 » et 2 autres ne sont le code"),
        (["29001"], "<b>", "Ce nom n'est pas gardé"),
        (sorted(KNOWN), "", "au plus 300 communes, et cette liste en a 305"),
    ],
)
def test_what_cannot_be_kept_is_said(codes: list[str], nom: str, said: str) -> None:
    draft, (notice,) = read_draft(codes, nom, KNOWN)
    assert said in notice.replace("\N{NO-BREAK SPACE}", " ")
    assert set(draft.communes) <= KNOWN
    assert draft.nom == ""


@pytest.mark.parametrize(("count", "can_be_shown"), [(0, False), (1, False), (2, True)])
def test_a_group_is_shown_from_two_communes(count: int, can_be_shown: bool) -> None:
    assert Draft(tuple(sorted(KNOWN)[:count])).can_be_shown is can_be_shown


def test_communes_are_added_once() -> None:
    assert Draft(("29002",)).with_communes(["29001", "29002"]).communes == ("29001", "29002")
