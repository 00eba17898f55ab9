"""Tests of `webapp.territories.territory_routes`."""

from __future__ import annotations

import pytest
from flask import Blueprint, Flask

from webapp.territories.territory_routes import for_every_territory


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/vers/departement/29/la", "departement 29"),
        ("/vers/groupe/pays/la", "groupe pays"),
        ("/vers/france/la", "france FR"),
        ("/vers/commune/29019/la", None),
        ("/vers/france/FR/la", None),
    ],
)
def test_every_level_has_its_address_and_france_no_code(path: str, said: str | None) -> None:
    blueprint = Blueprint("essai", __name__)

    @for_every_territory(blueprint, "/la", before="/vers")
    def page(type_: str, code: str) -> str:
        return f"{type_} {code}"

    app = Flask("bare")
    app.register_blueprint(blueprint)
    answer = app.test_client().get(path)
    assert (answer.text if answer.status_code == 200 else None) == said


def test_a_page_of_some_levels_has_no_other_address() -> None:
    blueprint = Blueprint("essai", __name__)

    @for_every_territory(blueprint, "/la", levels=("epci",))
    def page(type_: str, code: str) -> str:
        return f"{type_} {code}"

    app = Flask("bare")
    app.register_blueprint(blueprint)
    asked = app.test_client().get
    assert asked("/epci/1/la").text == "epci 1"
    assert [asked(f"/{one}/la").status_code for one in ("region/53", "france")] == [404, 404]
