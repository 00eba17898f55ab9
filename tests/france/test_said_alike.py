"""The whole of France, said alike: page, image, values of the map, table, file and API."""

from __future__ import annotations

import csv
import html
import io
import re
from collections import Counter
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.demo import Built
from tests.webapp.small_assets import write_small_assets
from webapp import create_app
from webapp.settings import WebSettings

pytestmark = pytest.mark.france

# Communes of which something is not known: fibre, need, EPCI, inhabitants.
INCOMPLETE = ("29083", "55050", "06055", "22016", "55039")
FIBRE = "Taux de couverture FttH (part)"
NEED = "Besoin (sur 10)"
# Page, and what its map colours.
PAGES = [("/france", "departement"), ("/region/84", "epci"), ("/region/94", "epci")]
INDICATORS = ("verdict", "fibre", "temps", "acces", "besoin")


@pytest.fixture(scope="module")
def client(built_france: Built, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Serve the whole of France."""
    assets = write_small_assets(tmp_path_factory.mktemp("static"))
    settings = WebSettings(data_dir=built_france.data_dir.path, static_dir=assets)
    return create_app(settings).test_client()


def words(client: FlaskClient, path: str) -> str:
    """Text of an answer: without markup, plain spaces."""
    response = client.get(path)
    assert response.status_code == 200, path
    text = html.unescape(re.sub(r"<[^>]+>", "|", response.text))
    return re.sub(r"[\xa0\u202f]", " ", text)


def counted(text: str, people: str) -> list[tuple[int, int]]:
    """Units and inhabitants of the classes of a legend that are not empty."""
    found = re.findall(rf"(\d[\d ]*) (?:départements?|intercommunalités?), ([\d ]+) {people}", text)
    return [(_whole(units), _whole(inhabitants)) for units, inhabitants in found]


def _whole(text: str) -> int:
    return int(text.replace(" ", ""))


@pytest.mark.parametrize(("page", "unit"), PAGES)
def test_a_legend_counts_alike_on_the_page_on_the_image_and_in_the_values(
    client: FlaskClient, built_france: Built, page: str, unit: str
) -> None:
    data = page.replace("/france", "/france/FR")
    address = f"/donnees/{built_france.snapshot.id}{data}/{unit}/valeurs.json"
    units = client.get(address).get_json()["communes"]
    table = client.get(f"{page}/tableau.fr.csv?maille={unit}").data.decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(table), delimiter=";"))) == len(units) + 1
    for indicator in INDICATORS:
        image = words(client, f"{page}/carte.svg?ind={indicator}&maille={unit}")
        on_image = counted(image.split("Champ")[0], "habitants")
        on_page = counted(words(client, f"{page}?ind={indicator}&maille={unit}"), r"hab\.")
        classes = Counter(one["classes"][indicator] for one in units.values())
        assert on_page == on_image
        assert sorted(count for count, _ in on_image) == sorted(classes.values())
        people = sum(one["population"] for one in units.values())
        assert sum(inhabitants for _, inhabitants in on_image) == people


@pytest.mark.parametrize("page", ["/france", "/region/84", "/region/94", "/region/03"])
def test_a_page_says_the_figures_of_the_api(client: FlaskClient, page: str) -> None:
    api = page.replace("/region/", "/regions/")
    figures: dict[str, Any] = client.get(f"/api/v1{api}").get_json()
    text = words(client, page)
    share = f"{100 * figures['taux_couverture_ftth']:.1f}".replace(".", ",")
    counts = (figures[name] for name in ("communes_underserved", "communes_count", "population"))
    underserved, communes, population = (f"{count:,}".replace(",", " ") for count in counts)
    sentence = re.sub(r"[\xa0\u202f]", " ", figures["sentence"])
    for said in (f"{underserved} sur {communes}", population, f"{share} %", sentence):
        assert said in text
    assert all(producer in text for producer in ("INSEE", "ARCEP", "ANCT", "IGN"))


@pytest.mark.parametrize("code", INCOMPLETE)
def test_what_is_missing_is_said_to_be_and_is_never_a_zero(client: FlaskClient, code: str) -> None:
    figures: dict[str, Any] = client.get(f"/api/v1/communes/{code}").get_json()
    table = client.get(f"/departement/{figures['departement']}/tableau.fr.csv").data
    rows = csv.DictReader(io.StringIO(table.decode("utf-8-sig")), delimiter=";")
    row = next(one for one in rows if one["Code de la commune"] == code)
    table_page = f"/departement/{figures['departement']}/tableau?q={figures['nom']}"
    text = words(client, table_page)
    for name, column in (("taux_couverture_ftth", FIBRE), ("need", NEED)):
        assert (figures[name] is None) == (row[column] == "")
        assert figures[name] is not None or "donnée absente" in text
    assert (figures["siren_epci"] is None) == (row["SIREN de l'EPCI"] == "")
    assert re.search(r"\bNone\b|\bnan\b", text) is None
