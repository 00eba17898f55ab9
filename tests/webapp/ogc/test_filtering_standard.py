"""OGC API – Features, Part 3, by its abstract tests: every collection, from its own documents.

Each test bears the name that the standard gives it.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

QUERYABLES = "http://www.opengis.net/def/rel/ogc/1.0/queryables"
GEOJSON = "application/geo+json"
VALUES = {"string": "'x'", "number": "1", "integer": "1", "boolean": "TRUE"}


def collections(client: FlaskClient) -> list[dict[str, Any]]:
    described = client.get("/ogc/collections?f=json").get_json()["collections"]
    assert len(described) >= 5
    return list(described)


def items(client: FlaskClient, name: str, limit: int = 1000, **asked: str) -> Any:
    query = {key.replace("filter_", "filter-"): text for key, text in asked.items()}
    return client.get(f"/ogc/collections/{name}/items", query_string={"limit": limit, **query})


def queryables(client: FlaskClient, name: str) -> dict[str, Any]:
    document = client.get(f"/ogc/collections/{name}/queryables?f=json").get_json()
    return dict(document)


def ids(answer: Any) -> list[str]:
    assert answer.status_code == 200, answer.get_json()
    return [feature["id"] for feature in answer.get_json()["features"]]


def condition(name: str, schema: dict[str, Any]) -> str:
    if schema.get("format") == "date":
        return f"{name} > DATE('1900-01-01')"
    return f"{name} = {VALUES[schema['type']]}"


def test_get_conformance(client: FlaskClient) -> None:
    declared = client.get("/ogc/conformance?f=json").get_json()["conformsTo"]
    for part in ("queryables", "queryables-query-parameters", "filter", "features-filter"):
        assert f"http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/{part}" in declared


def test_get_queryables_uris(client: FlaskClient) -> None:
    for collection in collections(client):
        answer = client.head(f"/ogc/collections/{collection['id']}/items")
        links = answer.headers["Link"].split(", <")
        found = [link for link in links if f'rel="{QUERYABLES}"' in link]
        assert len(found) == 1
        assert f"/ogc/collections/{collection['id']}/queryables" in found[0]


def test_get_queryables(client: FlaskClient) -> None:
    for collection in collections(client):
        address = f"/ogc/collections/{collection['id']}/queryables"
        answer = client.get(address, headers={"Accept": "application/schema+json"})
        document = answer.get_json()
        assert answer.content_type == "application/schema+json"
        assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert document["$id"].endswith(address)
        assert document["type"] == "object"
        assert document["properties"]
        for schema in document["properties"].values():
            assert "type" in schema or re.match("geometry-", schema["format"])


def test_query_param(client: FlaskClient) -> None:
    for collection in collections(client):
        for name, schema in queryables(client, collection["id"])["properties"].items():
            if schema.get("type") in ("number", "integer", "boolean"):
                assert items(client, collection["id"], 1, **{name: "rien"}).status_code == 400
            elif schema.get("type") == "string" and "format" not in schema:
                assert ids(items(client, collection["id"], **{name: "valeur de nulle part"})) == []


def test_filter_param(client: FlaskClient) -> None:
    for collection in collections(client):
        for name, schema in queryables(client, collection["id"])["properties"].items():
            if "type" not in schema:
                continue
            asked = {"filter": condition(name, schema), "filter_lang": "cql2-text"}
            answer = items(client, collection["id"], 1, **asked)
            assert answer.status_code == 200, asked
            assert answer.content_type == GEOJSON
            refused = items(client, collection["id"], filter=f"{name} = ")
            assert refused.status_code == 400
            assert refused.content_type == "application/problem+json"


def test_filter_lang_default(client: FlaskClient) -> None:
    chosen = ids(items(client, "communes", filter="population > 100"))
    assert chosen == ids(
        items(client, "communes", filter="population > 100", filter_lang="cql2-text")
    )
    assert items(client, "communes", filter="{}", filter_lang="cql2-json").status_code == 400


def test_expression_construction(client: FlaskClient) -> None:
    for collection in collections(client):
        assert queryables(client, collection["id"])["additionalProperties"] is False
        asked = {"filter": "this_is_not_a_queryable = 'x'", "filter_lang": "cql2-text"}
        assert items(client, collection["id"], **asked).status_code == 400


def test_filter_crs_wgs84(client: FlaskClient) -> None:
    for collection in collections(client):
        if "geometry" not in queryables(client, collection["id"])["properties"]:
            continue
        box = ", ".join(map(str, collection["extent"]["spatial"]["bbox"][0]))
        every = ids(items(client, collection["id"]))
        asked = f"S_INTERSECTS(geometry, BBOX({box}))"
        assert ids(items(client, collection["id"], filter=asked)) == every
        metres = "S_INTERSECTS(geometry, BBOX(1000000, 1000000, 2000000, 2000000))"
        assert items(client, collection["id"], filter=metres).status_code == 400


def test_filter_crs_param(client: FlaskClient) -> None:
    degrees = "S_INTERSECTS(geometry, POINT({}))"
    communes = client.get("/ogc/collections/communes/items?limit=1").get_json()["features"]
    west, south = communes[0]["properties"]["longitude"], communes[0]["properties"]["latitude"]
    expected = ids(items(client, "communes", filter=degrees.format(f"{west} {south}")))
    assert expected
    latitude_first = items(
        client,
        "communes",
        filter=degrees.format(f"{south} {west}"),
        filter_crs="http://www.opengis.net/def/crs/EPSG/0/4326",
    )
    assert ids(latitude_first) == expected


@pytest.mark.parametrize("page_size", [1, 2, 7])
def test_pages_of_a_filter_are_the_filter(client: FlaskClient, page_size: int) -> None:
    asked = {"filter": "population > 100 OR population IS NULL", "sortby": "-population,nom"}
    whole = items(client, "communes", **asked).get_json()
    read, address = list[str](), "/ogc/collections/communes/items"
    answer = client.get(address, query_string={**asked, "limit": page_size})
    while True:
        page = answer.get_json()
        assert page["numberMatched"] == whole["numberMatched"]
        read += [feature["id"] for feature in page["features"]]
        following = [link["href"] for link in page["links"] if link["rel"] == "next"]
        if not following:
            break
        answer = client.get(following[0])
    assert read == [feature["id"] for feature in whole["features"]]
    populations = [feature["properties"]["population"] for feature in whole["features"]]
    known = [population for population in populations if population is not None]
    assert known == sorted(known, reverse=True)
    assert populations[: len(known)] == known
