"""Tests of `webapp.embedding.oembed`: the protocol of oembed.com, and what WordPress does."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from flask.testing import FlaskClient

HERE = "http://localhost"
PAGE = f"{HERE}/departement/29?ind=fibre&lieux=0"


def ask(client: FlaskClient, url: str, **more: str) -> dict[str, object]:
    query = "".join(f"&{name}={value}" for name, value in more.items())
    answer = client.get(f"/oembed?url={quote(url, safe='')}{query}")
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return answer.get_json()


def source(document: dict[str, object]) -> str:
    return unescape(re.search(r'src="([^"]+)"', str(document["html"]))[1])


def test_a_map_is_described_as_the_norm_wants(client: FlaskClient) -> None:
    document = ask(client, PAGE)
    assert document["type"] == "rich"
    assert document["version"] == "1.0"
    assert document["provider_url"] == f"{HERE}/"
    assert (document["width"], document["height"]) == (800, 640)
    assert "Fibre" in str(document["title"])
    assert source(document) == f"{HERE}/integrer/departement/29?ind=fibre&lieux=0"
    assert str(document["html"]).startswith("<iframe title=")
    image = urlsplit(str(document["thumbnail_url"]))
    assert image.path == "/departement/29/carte.png"
    assert client.get(f"{image.path}?{image.query}").mimetype == "image/png"


def test_the_largest_size_is_respected(client: FlaskClient) -> None:
    document = ask(client, PAGE, maxwidth="300", maxheight="400")
    assert (document["width"], document["height"]) == (300, 400)
    assert 'width="300" height="400"' in str(document["html"])
    assert ask(client, PAGE, maxwidth="9000")["width"] == 800


def test_a_commune_is_shown_on_the_map_of_its_epci(client: FlaskClient) -> None:
    document = ask(client, f"{HERE}/commune/29001")
    assert "/integrer/epci/" in source(document)
    assert parse_qs(urlsplit(source(document)).query)["sel"] == ["29001"]
    assert client.get(source(document).removeprefix(HERE)).status_code == 200


def test_the_frame_itself_and_its_options_are_described(client: FlaskClient) -> None:
    url = f"{HERE}/integrer/departement/29?titre=0&table=1&vue=9/48/-4&espion=1"
    query = parse_qs(urlsplit(source(ask(client, url))).query)
    assert query == {"titre": ["0"], "table": ["1"], "vue": ["9/48/-4"]}


@pytest.mark.parametrize(
    "url",
    [
        "https://ailleurs.example/departement/29",
        "http://localhost.ailleurs.example/departement/29",
        "http://localhost@ailleurs.example/departement/29",
        "//ailleurs.example/departement/29",
        "javascript:alert(1)//localhost/departement/29",
        f"{HERE}/methode",
        f"{HERE}/departement/99",
        f"{HERE}/commune/29999",
        f"{HERE}/departement/29/tableau",
        f"{HERE}/departement/../departement/29",
        "http://[::1/departement/29",
    ],
)
def test_a_foreign_or_unknown_page_is_not_found(client: FlaskClient, url: str) -> None:
    answer = client.get(f"/oembed?url={quote(url, safe='')}")
    assert answer.status_code == 404
    assert answer.mimetype == "application/problem+json"


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 400),
        (f"url={'x' * 3000}", 400),
        (f"url={quote(PAGE)}&maxwidth=large", 400),
        (f"url={quote(PAGE)}&maxheight=0", 400),
        (f"url={quote(PAGE)}&format=xml", 501),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get(f"/oembed?{query}")
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"


def test_the_parameters_of_wordpress_are_left_alone(client: FlaskClient) -> None:
    assert ask(client, PAGE, dnt="1", format="json")["type"] == "rich"


@pytest.mark.parametrize(
    "path", ["/departement/29?ind=fibre", "/commune/29001", "/integrer/departement/29?titre=0"]
)
def test_pages_lead_to_their_description_early(client: FlaskClient, path: str) -> None:
    text = client.get(path).text
    link = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', text)
    assert link is not None
    assert link.start() < 2000
    address = unescape(link[1])
    assert parse_qs(urlsplit(address).query)["url"] == [HERE + path]
    assert client.get(address.removeprefix(HERE)).status_code == 200


def test_other_pages_do_not(client: FlaskClient) -> None:
    for path in ("/methode", "/departement/29/tableau", "/departement/99"):
        assert "json+oembed" not in client.get(path).text or path == "/departement/99"


def test_a_forged_host_is_written_nowhere(client: FlaskClient) -> None:
    headers = {"Host": 'ailleurs.example"><script>'}
    assert "ailleurs" not in client.get("/departement/29", headers=headers).text
    answer = client.get(f"/oembed?url={quote(PAGE)}", headers=headers)
    assert answer.status_code in (400, 404)
    assert "<script>" not in answer.text
