"""Groups made by hand: old codes lead to today's communes, unknown ones are refused."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.cog.history import read_history
from carto.cog.passage import Passage, find_passage
from carto.errors import CartoError
from carto.rollups.groups import Group, LivingGroup, carry_groups

LIVING = ("29003", "29024", "29227", "29228")
LINKS = (
    ("32", "2016-01-01", "29052", "29003"),
    ("32", "2016-01-01", "29003", "29003"),
    ("20", "2019-01-01", "29226", "29227"),
    ("20", "2019-01-01", "29226", "29228"),
)


def passage() -> Passage:
    """Know a merge, Esquibien into Audierne, and an invented division."""
    rows = [(kind, day, "COM", one, one, "COM", other, other) for kind, day, one, other in LINKS]
    columns = ["modalite", "date_effet", "type_avant", "code_avant", "nom_avant"]
    movements = pd.DataFrame(rows, columns=[*columns, "type_apres", "code_apres", "nom_apres"])
    return find_passage(read_history(movements), 2026, 2026)


def carried(*codes: str, known: Passage | None = None) -> LivingGroup:
    (found,) = carry_groups([Group("leon", "Léon", codes)], LIVING, known)
    return found


def test_living_codes_are_kept_in_order() -> None:
    found = carried("29227", "29024")
    assert found == LivingGroup("leon", "Léon", ("29024", "29227"), {})


def test_a_commune_that_merged_leads_to_the_whole_one() -> None:
    found = carried("29052", "29024", known=passage())
    assert found.communes == ("29003", "29024")
    assert found.carried == {"29052": ("29003",)}


def test_a_commune_and_the_one_it_merged_into_count_once() -> None:
    assert carried("29003", "29052", known=passage()).communes == ("29003",)


def test_a_commune_that_was_divided_leads_to_all_its_parts() -> None:
    assert carried("29226", known=passage()).communes == ("29227", "29228")


@pytest.mark.parametrize("known", [None, passage()])
def test_a_code_that_never_was_is_refused(known: Passage | None) -> None:
    with pytest.raises(CartoError) as caught:
        carried("29024", "29999", known=known)
    message = str(caught.value)
    assert message.startswith("réglages, clé groupes.leon.communes : « 29999 »")
    assert ("[sources.mouvements]" in message) is (known is None)


def test_a_code_of_a_departement_that_no_list_has_is_kept() -> None:
    assert carried("29024", "56069").communes == ("29024", "56069")


@pytest.mark.parametrize("code", ["99001", "96001"])
def test_a_code_of_no_departement_is_refused(code: str) -> None:
    with pytest.raises(CartoError, match=code):
        carried("29024", code)


def test_groups_come_by_id() -> None:
    groups = [Group(name, name, ("29024",)) for name in ("b", "a")]
    assert [group.id for group in carry_groups(groups, LIVING, None)] == ["a", "b"]
