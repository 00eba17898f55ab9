"""Hostile scenarios, plans, groups and dossiers: one parameter at a time, on a right territory."""

from __future__ import annotations

import io
import json
import time
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

HERE = "territoire=departement-29"
VALUES = (
    *("", "%00", "-1", "inf", "nan", "1e309", "%D9%A2%D9%A9", "%ED%A0%80", "%ff", "..%2f..%2fetc"),
    *("%3Cscript%3Ealert(1)%3C/script%3E", "%22onload=%22alert(1)", "a" * 3000, "9" * 5000),
    *(
        "29019:inf",
        "29019:nan",
        "29019:1e309",
        "29019:-1",
        "nan,nan:3",
        "1e309,48:3.5",
        ":",
        "::::",
    ),
    *("fs-173:<b>:14", "fs-173:29019", "0,0:3.5", "180,90:60", "%E2%80%AE29019:3.5", "99999:3.5"),
    *("97411:3.5", "2A004:3.5", "29019:3.5:3.5", "%0d%0aX-Injected:1"),
)
SCENARIO = ("ajout", "retrait", "heures", "deplace", "sc", "etat")
GESTURES = ("geste", "cible", "ou", "q", "duree", "lieu", "ind", "temps_max", "poids", "type")
PLAN = ("question", "nombre", "rayon", "candidats", "sans", "perimetre", "acces_ratio")
PARAMETERS = {
    "/scenario": (*SCENARIO, *GESTURES),
    "/scenario.json": SCENARIO,
    "/planifier": (*PLAN, "parmi", "tableau"),
    "/planifier?question=retirer": ("comment", "nombre", "retrait", "part"),
    "/planifier?question=tournee": ("heures", "depart", "arrets", "arret", "demi"),
    "/planifier.csv?question=tournee": ("heures", "depart", "arrets", "arret", "demi", "tableau"),
    "/api/v1/scenario": SCENARIO,
    "/api/v1/plan": PLAN,
    "/api/v1/closure": ("comment", "nombre", "retrait", "part"),
    "/api/v1/tour": ("heures", "depart", "arrets", "arret", "demi"),
    "/dossier/departement/29": (*SCENARIO, "demi_journees", "tournee", "temps_max", "inconnu"),
    "/dossier/departement/29.zip": ("ajout", "demi_journees", "inconnu"),
    "/groupe": ("communes", "nom", "liste", "c", "ajout", "depart", "voir"),
    "/departement/29/activite": ("annee", "inconnu"),
}


EXPECTED = (200, 301, 302, 303, 308, 400, 404, 405, 414)


def is_sound(response: TestResponse) -> bool:
    """Whether an answer is expected, and echoes neither markup nor a trace."""
    assert response.status_code in EXPECTED, response.request.path
    assert "X-Injected" not in response.headers
    if response.status_code in (400, 404) and response.mimetype == "application/problem+json":
        # Markup is text there: the type is not HTML, and browsers may not guess another.
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        return bool(response.get_json()["detail"]) and "Traceback" not in response.text
    text = response.get_data().decode("utf-8", "replace")
    seen = ("<script>alert", 'onload="alert', "<b>:14", "Traceback", "site-packages", "a" * 2500)
    return not any(echo in text for echo in seen)


@pytest.mark.parametrize("route", PARAMETERS)
def test_no_value_of_a_parameter_breaks_a_right_question(client: FlaskClient, route: str) -> None:
    start = route if route.startswith(("/dossier", "/groupe", "/departement")) else ""
    start = start or f"{route}{'&' if '?' in route else '?'}{HERE}"
    joined = "&" if "?" in start else "?"
    for name in PARAMETERS[route]:
        for value in VALUES:
            assert is_sound(client.get(f"{start}{joined}{name}={value}")), (name, value[:40])


@pytest.mark.parametrize("name", ["ajout", "retrait", "heures", "deplace"])
@pytest.mark.parametrize("path", ["/scenario", "/api/v1/scenario", "/dossier/departement/29"])
def test_thousands_of_changes_are_refused_at_once(
    client: FlaskClient, path: str, name: str
) -> None:
    change = {"ajout": "29019:3.5", "retrait": "fs-173"}.get(name, "fs-173:14")
    query = "&".join([HERE, *[f"{name}={change}"] * 4000])
    started = time.perf_counter()
    response = client.get(f"{path}?{query}")
    assert time.perf_counter() - started < 2
    assert is_sound(response)
    assert len(response.data) < 600_000


@pytest.mark.parametrize(
    "path",
    [
        "/groupe/" + "-".join(f"{29000 + number}" for number in range(1, 302)),
        "/groupe/" + "-".join(["29019"] * 2000),
        "/groupe/29019-%3Cscript%3Ealert(1)%3C/script%3E",
        "/groupe/29019-%00",
        "/groupe/29019",
        "/groupe/-",
        "/dossier/..%2f",
        "/dossier/departement/..%2f..%2fetc",
        "/dossier/departement/29.exe",
        "/dossier/departement/%00.pdf",
        "/dossier/groupe/29019-29019.zip",
        "/dossier/inconnu/29",
        "/scenario?territoire=groupe-" + "-".join(["29019"] * 500),
        "/planifier?territoire=..%2f..%2f&question=manque",
        "/planifier?territoire=departement-29&territoire=epci-242900314&question=manque&nombre=1",
    ],
    ids=lambda path: path[:40],
)
def test_no_territory_breaks_a_page(client: FlaskClient, path: str) -> None:
    started = time.perf_counter()
    assert is_sound(client.get(path))
    assert time.perf_counter() - started < 2


def document(**changes: Any) -> bytes:
    """Write a right file of a scenario, but for some of its parts."""
    right = {
        "format": "carto-scenario",
        "version": 1,
        "territoire": {"type": "departement", "code": "29"},
        "ajouts": [{"ou": "29019", "heures_semaine": 3.5}],
    }
    return json.dumps({**right, **changes}).encode()


MARKUP = "<script>alert(1)</script>"
FILES = {
    "deep": b"[" * 60_000,
    "deep object": b'{"a":' * 10_000,
    "half": document()[:-1],
    "not utf-8": b"\xff\xfe" + document(),
    "nan": document(ajouts=[{"ou": "29019", "heures_semaine": float("nan")}]),
    "infinity": document(ajouts=[{"ou": "29019", "heures_semaine": float("inf")}]),
    "huge number": document().replace(b"3.5", b"1" + b"0" * 400),
    "more digits than a number may have": document().replace(b"3.5", b"9" * 5000),
    "1e309": document().replace(b"3.5", b"1e309"),
    "thousands": document(ajouts=[{"ou": "29019", "heures_semaine": 3.5}] * 900),
    "controls": document(ajouts=[{"ou": "\u202e29019\x00\r\nX-Injected: 1", "heures_semaine": 3}]),
    "lone surrogate": document().replace(b"29019", b"\\ud800"),
    "lone surrogate territory": document(territoire={"type": "departement", "code": "\ud800"}),
    "markup": document(territoire={"type": MARKUP, "code": MARKUP}),
    "markup of a change": document(retraits=[{"lieu": MARKUP}]),
    "elsewhere": document(territoire={"type": "departement", "code": "75"}),
    "rule": document(regle={"temps_max": {"a": [MARKUP]}, "poids": None, "acces_ratio": "1e309"}),
    "rule of surrogates": document(regle={"temps_max": "\ud800"}),
    "snapshot": document(instantane="../../etc/passwd"),
    "snapshot of surrogates": document(instantane="\ud800" * 8),
    "types": document(territoire=[1], ajouts={"ou": 1}, version="1"),
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
}


@pytest.mark.parametrize("name", FILES)
def test_no_file_of_a_scenario_breaks_the_service(client: FlaskClient, name: str) -> None:
    sent = {"fichier": (io.BytesIO(FILES[name]), "../../etc/scenario.json")}
    started = time.perf_counter()
    answer = client.post("/scenario/fichier", data=sent, content_type="multipart/form-data")
    assert answer.status_code in (303, 400)
    assert is_sound(answer)
    if answer.status_code == 303:
        address = answer.headers["Location"]
        assert address.startswith("/scenario?")
        assert is_sound(client.get(address, follow_redirects=True))
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"x" * 5_000_000, "multipart/form-data; boundary=x"),
        (b"fichier=" + b"x" * 5_000_000, "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"--x\r\n" * 10_000, "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"\x00" * 1000, "multipart/form-data; boundary=" + "y" * 5000),
    ],
    ids=["huge", "huge form", "json", "parts", "no boundary", "long boundary"],
)
def test_no_body_of_a_form_breaks_the_service(client: FlaskClient, body: bytes, kind: str) -> None:
    answer = client.post("/scenario/fichier", data=body, content_type=kind)
    assert answer.status_code in (400, 413), answer.status_code
    assert is_sound(answer)
