"""Hostile requests: refused or answered rightly, at once, without a trace or a path."""

from __future__ import annotations

import time

import pytest
from flask.testing import FlaskClient

from webapp.views.state import STATE_PARAMETERS

LONG = "9" * 20_000
QUERIES = [
    *(f"sites?bbox={box}" for box in ("nan,nan,nan,nan", "1e400,0,1,1", "-inf,-inf,inf,inf")),
    *("communes?limit=999999999999", f"communes?limit={LONG}", "communes?offset=-1"),
    f"communes?{LONG}=1",
    f"communes?epci={LONG}",
    *("communes?epci='%20OR%201=1--", "communes?epci=%22%3E%3Cscript%3E", "communes?classe=%00"),
    *("communes?departement=../../etc/passwd", "communes?epci=242900314&epci=242900314"),
    *("communes/%00", "communes/..%2f..%2fetc%2fpasswd", "communes/29001%00", f"communes/{LONG}"),
    *("communes/%E2%80%AE10092", "communes/%ff%fe", "communes/{{7*7}}", "communes/%0d%0aX:1"),
    *("sites/%00", "sites/..%2f..%2f..%2flatest", f"sites/{LONG}", "sites/%3Cscript%3E"),
    *("epci/%27", "departements/%00", "snapshot?callback=alert(1)", "snapshot/../../secret"),
    *("nearest?lon=nan&lat=1e400", f"nearest?lon={LONG}&lat=1", "nearest?lon=1&lat=1&n=1e9"),
    *(f"search?q={LONG}", "search?q=%00", "search?q=%E2%80%AEx", "search?q=a&type=%27"),
    *("history?territoire=../../etc", f"history?territoire=epci-{LONG}", "communes/%00/history"),
]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query[:30])
def test_the_api_refuses_at_once_in_its_own_shape(client: FlaskClient, query: str):
    started = time.process_time()
    response = client.get(f"/api/v1/{query}")
    assert time.process_time() - started < 1
    assert response.status_code in (400, 404)
    assert response.mimetype == "application/problem+json"
    assert len(response.data) < 1000
    for leak in ("Traceback", "/work", "/home", ".py", "site-packages"):
        assert leak not in response.text


def test_the_whole_world_is_a_right_question(client: FlaskClient):
    assert client.get("/api/v1/sites?bbox=-180,-90,180,90").get_json()["count"] == 5


@pytest.mark.parametrize(
    "path",
    [
        "/commune/%00",
        "/commune/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/departement/..%2f..%2fetc",
        "/departement/29?ind=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/departement/29?sel=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        f"/departement/29?ind={LONG}",
        "/recherche?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        f"/recherche?q={LONG}",
        "/departement/29/tableau?tri=%00&ordre=%27",
        "/integrer/departement/29?ind=%22onload=%22alert(1)",
    ],
    ids=lambda path: path[:40],
)
def test_pages_never_echo_markup(client: FlaskClient, path: str):
    started = time.process_time()
    response = client.get(path)
    assert time.process_time() - started < 2
    assert response.status_code in (200, 404)
    for markup in ("<script>alert", "<img src=x", 'onload="alert'):
        assert markup not in response.text


HOSTILE = (
    *(
        "",
        "%00",
        "-1",
        "NaN",
        "1e309",
        "%D9%A2%D9%A9",
        "%ED%A0%80",
        "%ff",
        "..%2F..%2Fetc%2Fpasswd",
    ),
    *("%3Cscript%3Ealert(1)%3C/script%3E", "%22onload=%22alert(1)", "%27%20OR%201=1--"),
    *("acces:nan,besoin:1,fibre:1", "2026-T9", "a" * 3000),
)
ROUTES = (
    *(
        "/",
        "/departement/29",
        "/departement/29/tableau",
        "/departement/29/tableau.csv",
        "/departement/29/tableau.gpkg",
    ),
    *("/departement/29/lieux", "/departement/29/lieux.csv", "/departement/29/carte.svg"),
    *("/departement/29/imprimer", "/departement/29/partager", "/integrer/departement/29"),
    *("/groupe/iles", "/commune/29019", "/commune/29019/simple", "/comparer", "/comparer.csv"),
    *("/groupe", "/groupe/29001-29019", "/departement/29/activite", "/departement/29/activite.csv"),
    *("/dossier/departement/29", "/dossier/groupe/29001-29019", "/dossier/epci/242900314.zip"),
    *(
        "/scenario",
        "/scenario.json",
        "/planifier",
        "/planifier.csv",
        "/seuils",
        "/evolutions",
        "/recherche",
        "/recherche/suggestions",
        "/territoires",
    ),
    *("/oembed", "/sources", "/methode", "/donnees/qualite", "/donnees/qualite.csv"),
)
OTHERS = (
    *("q", "ids", "tri", "ordre", "url", "maxwidth", "format", "papier", "sens", "hauteur", "type"),
    *(
        "ajout",
        "retrait",
        "heures",
        "deplace",
        "etat",
        "sc",
        "geste",
        "cible",
        "ou",
        "duree",
        "lieu",
    ),
    *("territoire", "question", "nombre", "rayon", "parmi", "comment", "part", "depart", "arret"),
    *("candidats", "sans", "perimetre", "arrets", "demi", "tableau", "demi_journees"),
    *("communes", "liste", "c", "nom", "voir", "reference"),
    *("avant", "apres", "departement", "epci", "verdict", "page", "inconnu"),
)


@pytest.mark.parametrize("route", ROUTES)
def test_no_parameter_of_a_route_breaks_it(client: FlaskClient, route: str):
    """Every parameter at once takes each value in turn."""
    for value in HOSTILE:
        query = "&".join(f"{name}={value}" for name in (*STATE_PARAMETERS, *OTHERS))
        response = client.get(f"{route}?{query}")
        assert response.status_code in (200, 302, 303, 400, 404, 501), value[:80]
        assert "a" * 2500 not in response.text
        assert "Traceback" not in response.text
        # A problem repeats what was asked as JSON, that no browser runs.
        if response.mimetype != "application/problem+json":
            for echo in ("<script>alert", 'onload="alert'):
                assert echo not in response.text


@pytest.mark.parametrize(
    "url",
    [
        "http://user@localhost/france",
        "http://localhost@elsewhere.invalid/departement/29",
        "http://localhost:81/departement/29",
        "//localhost/departement/29",
        "javascript:alert(1)//localhost/departement/29",
        "http://localhost/departement/29/../../etc",
        "http://[localhost/departement/29",
        "file://localhost/departement/29",
    ],
)
def test_only_the_maps_of_this_service_are_described(client: FlaskClient, url: str):
    response = client.get("/oembed", query_string={"url": url})
    assert response.status_code == 404
    assert response.mimetype == "application/problem+json"


def test_nothing_can_be_written(client: FlaskClient):
    for route in ROUTES:
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert client.open(route, method=method).status_code == 405
        assert client.options(route).status_code == 200
        assert client.head(route).data == b""


def test_a_hostile_header_is_harmless(client: FlaskClient):
    headers = {
        "Range": f"bytes={LONG}-",
        "If-None-Match": '"' * 5000,
        "Accept-Encoding": "br;q=x, *;q=-1",
        "If-Range": "\"'",
    }
    assert client.get("/api/v1/snapshot", headers=headers).status_code == 200


def test_a_hostile_wish_is_refused_in_words(client: FlaskClient):
    refused = client.get("/api/v1/snapshot", headers={"Accept": "x/" * 3000})
    assert refused.status_code == 406
    assert refused.mimetype == "application/problem+json"
    assert len(refused.data) < 1000
