"""What a map shows at a quarter and in other classes, on the pages and in the data of the map."""

from __future__ import annotations

import json
import re

import pytest
from flask.testing import FlaskClient

from tests.webapp.outline import get_words
from tests.webapp.published import publish
from tests.webapp.sample_quarters import QUARTER_TABLES, QUARTERS
from webapp.maps.shown_values import territory_then
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

PAGE = "/departement/29"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> LoadedSnapshot:
    """Return the sample at three quarters, as it is served."""
    return load(publish(tmp_path_factory.mktemp("loaded"), QUARTER_TABLES))


def data_of(client: FlaskClient, name: str, query: str = ""):
    snapshot = client.get(PAGE).headers["Carto-Snapshot"]
    return client.get(f"/donnees/{snapshot}{PAGE}/{name}.json{query}")


def menu(page: str) -> list[str]:
    return re.findall(r'<option value="(\w+)"', page.split("</select>", maxsplit=1)[0])


def test_one_quarter_only_hides_time_and_evolution(client: FlaskClient) -> None:
    page = get_words(client, f"{PAGE}?ind=fibre")
    assert "evolution" not in menu(page)
    assert 'id="t"' not in page
    assert "n'existe pas" in get_words(client, f"{PAGE}?ind=evolution")


def test_the_menu_gathers_the_indicators_by_what_they_are_about(quarters: FlaskClient) -> None:
    page = get_words(quarters, PAGE)
    groups = re.findall(r'<optgroup label="([^"]+)"', page)
    assert groups[:4] == ["Verdict", "Réseau", "Aide", "Besoin"]
    assert "evolution" in menu(page)


def test_a_quarter_shows_its_own_counts_and_those_it_lacks(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=fibre&t=2024-T2")
    assert "Fibre, en %, 2e trimestre 2024" in page
    assert "Argol : 12,8 %" in page
    assert re.search(r"donnée absente</span> <span class=\"effectif\">6 communes", page)


def test_a_territory_is_as_it_was_at_the_quarter(loaded: LoadedSnapshot) -> None:
    told = [row for row in QUARTERS if row["quarter"] == "2025-T2"]
    then = territory_then(loaded, "departement", "29", ("2024-T2", "2025-T2"))
    assert then["locaux_raccordables"] == sum(row["locaux_raccordables"] for row in told)
    assert then["nom"] == "Finistère"
    now = loaded.territory("departement", "29")
    assert territory_then(loaded, "departement", "29", None) is now
    unknown = territory_then(loaded, "departement", "29", ("2018-T1", "2018-T1"))
    assert unknown["taux_couverture_ftth"] is None


def test_the_quarter_before_and_after_are_links(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=fibre&t=2025-T2")
    assert 'href="/departement/29?ind=fibre&t=2024-T2" rel="prev"' in page
    assert 'href="/departement/29?ind=fibre" rel="next"' in page


def test_an_unknown_quarter_gives_the_nearest_earlier_one(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=fibre&t=2025-T4")
    assert "le trimestre précédent, le 2e trimestre 2025" in page


def test_the_verdict_has_no_past_and_says_so(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?t=2024-T2")
    assert "cet indicateur montre les dernières données" in page
    assert '<input type="hidden" name="t" value="2024-T2">' in page


def test_an_evolution_is_in_points_from_a_year_before(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=evolution")
    assert "du 2e trimestre 2025 au 2e trimestre 2026" in page
    picture = get_words(quarters, f"{PAGE}/carte.svg?ind=evolution")
    assert "du 2e trimestre 2025 au 2e trimestre 2026" in picture


def test_two_quarters_of_the_fibre_are_an_evolution(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=fibre&t2=2025-T2")
    assert "Évolution de la fibre, en points" in page


def test_premises_counted_by_two_definitions_are_not_compared(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=evolution&t2=2024-T2")
    assert "Le 2e trimestre 2024 ne se compare pas au 2e trimestre 2026" in page


def test_classes_made_from_the_values_say_method_and_bounds(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=fibre&classes=jenks")
    assert "Seuils naturels (Jenks), d'après les valeurs de 8 communes (Finistère)" in page
    picture = get_words(quarters, f"{PAGE}/carte.svg?ind=fibre&classes=quantiles")
    assert "Effectifs égaux" in picture
    assert "Classes</summary>" not in get_words(quarters, f"{PAGE}?ind=evolution")


def test_the_form_keeps_what_it_does_not_ask(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=fibre&fibre_min=90&sel=29019")
    form = page.split('id="reglages"')[1].split("</form>")[0]
    assert '<input type="hidden" name="sel" value="29019">' in form
    assert '<input type="hidden" name="fibre_min" value="90">' in form


def test_what_is_left_is_counted_by_circles(quarters: FlaskClient) -> None:
    page = get_words(quarters, f"{PAGE}?ind=reste")
    assert 'class="cercles"' in page
    assert 'class="cercles"' not in get_words(quarters, f"{PAGE}?ind=fibre")
    values = data_of(quarters, "valeurs").get_json()["communes"]["29001"]
    assert values["cercles"]["reste"] > 0
    assert "locaux)" in values["textes"]["reste"]


def test_the_values_of_a_map_are_those_of_its_page(quarters: FlaskClient) -> None:
    then = data_of(quarters, "valeurs", "?t=2024-T2").get_json()["communes"]
    now = data_of(quarters, "valeurs").get_json()["communes"]
    assert then["29001"]["textes"]["fibre"] == "12,8\u00a0%"
    assert then["29042"]["classes"]["fibre"] is None
    assert then["29001"]["classes"]["verdict"] == now["29001"]["classes"]["verdict"]
    cut = data_of(quarters, "valeurs", "?classes=jenks").get_json()["indicateurs"]
    assert [one["label"] for one in cut["fibre"]["classes"]] != [
        one["label"]
        for one in data_of(quarters, "valeurs").get_json()["indicateurs"]["fibre"]["classes"]
    ]


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("fibre", "?ind=verdict"),
        ("fibre", "?t2=hier"),
        ("valeurs", "?t=2026"),
        ("valeurs", "?classes=egales"),
    ],
)
def test_the_data_of_a_map_refuse_what_they_do_not_know(
    quarters: FlaskClient, name: str, query: str
) -> None:
    answer = data_of(quarters, name, query)
    assert answer.status_code == 400
    assert json.loads(answer.text)["detail"]
