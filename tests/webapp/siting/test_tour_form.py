"""The form of a tour lists the communes by name, and the ways that the territory offers."""

from __future__ import annotations

from webapp.siting.tour_form import tour_form
from webapp.siting.tour_question import AskedTour

COMMUNES = [{"code_insee": "29002", "nom": "Éloy"}, {"code_insee": "29001", "nom": "Argol"}]
ASKED = AskedTour(14.0, 1, "29001", "choix", ("sous-desservies", "choix"), ("29002",), 0)


def test_communes_are_in_the_order_of_their_names() -> None:
    form = tour_form(COMMUNES, ASKED)
    assert [one.nom for one in form.communes] == ["Argol", "Éloy"]
    assert [one.code for one in form.communes if one.is_chosen] == ["29002"]
    assert list(form.ways) == ["sous-desservies", "choix"]
