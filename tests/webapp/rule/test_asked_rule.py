"""A rule of the address goes everywhere, is said everywhere, and costs nothing to keep."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.caching import IMMUTABLE
from webapp.rule.asked_rule import MOST_KEPT, RuledSnapshots
from webapp.rule.rule import Rule
from webapp.rule.ruled_snapshot import rule_of
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load

RULE = "fibre_min=90"
SAID = "fibre sous 90\u00a0% (au lieu de 95\u00a0%)"
PAGES = (
    *("/", "/recherche", "/methode", "/seuils", "/departement/29", "/departement/29/tableau"),
    *("/epci/200066868", "/commune/29001", "/integrer/departement/29"),
)
# Pages about a publication, files, and what is the same under any rule.
SAME_UNDER_ANY = (
    *("/evolutions", "/donnees", "/sources", "/static", "/api", "/accessibilite", "/mentions"),
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_the_rule(client: FlaskClient, path: str) -> None:
    page = client.get(f"{path}?{RULE}")
    assert page.status_code == 200
    text = html.unescape(page.text)
    assert "Règle modifiée" in text
    assert SAID in text
    assert "Règle modifiée" not in client.get(path).text


@pytest.mark.parametrize("path", ["/departement/29", "/commune/29001", "/departement/29/tableau"])
def test_a_page_leads_back_to_the_published_rule(client: FlaskClient, path: str) -> None:
    page = client.get(f"{path}?ind=fibre&{RULE}").text
    assert f'<a href="{path}?ind=fibre">Revenir à la règle publiée</a>' in page


@pytest.mark.parametrize("path", [path for path in PAGES if not path.startswith("/integrer")])
def test_links_of_a_page_keep_the_rule(client: FlaskClient, path: str) -> None:
    page = re.sub(r"<svg.*?</svg>", "", client.get(f"{path}?{RULE}").text, flags=re.DOTALL)
    links = [
        html.unescape(link)
        for link, words in re.findall(r'<a [^>]*?href="(/[^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL)
        if "ègle publiée" not in words
    ]
    lost = [link for link in links if RULE not in link and not link.startswith(SAME_UNDER_ANY)]
    assert lost == []


def test_a_value_equal_to_the_published_one_is_no_rule(client: FlaskClient) -> None:
    page = client.get("/departement/29?fibre_min=95&besoin_min=7").text
    assert "Règle modifiée" not in page
    assert "fibre_min" not in re.sub(r"<link[^>]*>", "", page)


@pytest.mark.parametrize("value", ["101", "-1", "<script>", "9" * 99, "nan", "٩٠"])
def test_a_hostile_value_is_a_notice_under_the_published_rule(
    client: FlaskClient, value: str
) -> None:
    page = client.get("/departement/29", query_string={"fibre_min": value})
    assert page.status_code == 200
    assert "le seuil publié est gardé" in page.text
    assert "Règle modifiée" not in page.text
    assert "<script>9" not in page.text


def test_verdicts_sentences_and_counts_follow(client: FlaskClient) -> None:
    published = client.get("/departement/29").text
    ruled = client.get("/departement/29?temps_max=60&acces_ratio=0.05").text
    said = [re.search(r"<h1[^>]*>(.*?)</h1>", page, re.S) for page in (published, ruled)]
    assert said[0] is not None
    assert said[1] is not None
    assert said[0][1] != said[1][1]


def test_the_image_of_a_map_says_the_rule(client: FlaskClient) -> None:
    drawn = html.unescape(client.get(f"/departement/29/carte.svg?{RULE}").text)
    assert "(règle modifiée)" in drawn
    assert "Règle modifiée par le lecteur" in drawn


def test_the_data_of_the_map_follow_the_rule(client: FlaskClient, snapshot_id: str) -> None:
    path = f"/donnees/{snapshot_id}/departement/29/valeurs.json"
    page = html.unescape(client.get("/departement/29?besoin_min=10").text)
    assert f"{path}?besoin_min=10&v=" in page
    published, ruled = client.get(path), client.get(f"{path}?besoin_min=10")
    assert ruled.headers["Cache-Control"] == IMMUTABLE
    assert published.json["communes"] != ruled.json["communes"]  # type: ignore[index]
    assert published.get_etag() != ruled.get_etag()


def test_the_data_of_the_map_refuse_a_rule_that_cannot_be_used(
    client: FlaskClient, snapshot_id: str
) -> None:
    path = f"/donnees/{snapshot_id}/departement/29/valeurs.json"
    assert client.get(f"{path}?fibre_min=101").status_code == 400
    assert client.get(f"{path}?poids=1,2").status_code == 400


def test_the_api_judges_communes_alone_under_an_asked_rule(client: FlaskClient) -> None:
    published = client.get("/api/v1/communes/29019").get_json()
    ruled = client.get(f"/api/v1/communes/29019?{RULE}").get_json()
    assert ruled != published
    assert client.get(f"/api/v1/epci/200066868?{RULE}").status_code == 400


def test_a_page_is_told_apart_by_its_validator(client: FlaskClient) -> None:
    tags = {client.get(f"/commune/29001{query}").get_etag() for query in ("", f"?{RULE}")}
    assert len(tags) == 2


@pytest.fixture(scope="module")
def published(snapshot_dir: Path) -> LoadedSnapshot:
    """Load the sample."""
    return load(open_latest(DataDir(snapshot_dir))[0])


def test_a_rule_is_judged_once_while_it_is_kept(published: LoadedSnapshot) -> None:
    ruled = RuledSnapshots()
    first = ruled.under(published, Rule(fibre_min=90.0))
    assert ruled.under(published, Rule(fibre_min=90.0, besoin_min=7.0)) is first
    for value in range(50, 50 + MOST_KEPT):
        ruled.under(published, Rule(fibre_min=float(value)))
    assert ruled.under(published, Rule(fibre_min=90.0)) is not first


def test_the_published_rule_is_the_snapshot_itself(published: LoadedSnapshot) -> None:
    assert RuledSnapshots().under(published, Rule(fibre_min=95.0)) is published
    assert rule_of(published).is_published


def test_a_file_says_in_its_name_that_the_rule_was_changed(client: FlaskClient) -> None:
    for suffix in (".csv", ".fr.csv"):
        names = [
            client.get(f"/departement/29/tableau{suffix}{query}").headers["Content-Disposition"]
            for query in ("", f"?{RULE}")
        ]
        assert "regle-modifiee" not in names[0]
        assert names[1] == names[0].replace(suffix, f"-regle-modifiee{suffix}")


def test_a_territory_and_the_method_lead_to_the_thresholds(client: FlaskClient) -> None:
    page = html.unescape(client.get(f"/departement/29?{RULE}").text)
    assert f'href="/seuils?territoire=departement-29&{RULE}"' in page
    assert 'href="/seuils"' in client.get("/methode").text
