"""Tests of `webapp.catalogue.dcat`: what DCAT-AP 3 makes mandatory is there, and is true."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from webapp.catalogue.dcat import WHOLE, catalogue_document
from webapp.catalogue.layers import published_layers
from webapp.house.site_settings import LegalNotices, SiteSettings
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

HOST = "https://carte.exemple.fr"
MANDATORY = {
    "dcat:Catalog": ("dct:title", "dct:description", "dct:publisher", "dcat:dataset"),
    "dcat:Dataset": ("dct:title", "dct:description"),
    "dcat:Distribution": ("dcat:accessURL",),
    "dcat:DataService": ("dct:title", "dcat:endpointURL"),
    "foaf:Agent": ("foaf:name",),
    "spdx:Checksum": ("spdx:algorithm", "spdx:checksumValue"),
}


@pytest.fixture
def document(snapshot: LoadedSnapshot) -> dict[str, Any]:
    """Return the catalogue of the sample."""
    house = SiteSettings(contact="mailto:a@exemple.fr", mentions=LegalNotices(editeur="Éditeur"))
    return catalogue_document(snapshot, published_layers(snapshot), house, HOST)


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a document that has a type."""
    if isinstance(node, dict):
        if "@type" in node and "@value" not in node:
            yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


def test_what_is_mandatory_is_there(document: dict[str, Any]) -> None:
    met = set()
    for node in nodes(document):
        for name in MANDATORY.get(node["@type"], ()):
            assert node.get(name), (node["@type"], name)
        met.add(node["@type"])
    assert set(MANDATORY) <= met


def test_every_word_is_of_a_known_vocabulary(document: dict[str, Any]) -> None:
    prefixes = set(document["@context"])
    for node in nodes(document):
        for name in node:
            assert name.startswith("@") or name.partition(":")[0] in prefixes, name


def test_a_dataset_keeps_its_name_and_its_version_is_the_snapshot(
    document: dict[str, Any], snapshot: LoadedSnapshot
) -> None:
    datasets = {
        one["dct:identifier"].removeprefix(f"{HOST}/donnees#"): one
        for one in document["dcat:dataset"]
    }
    assert datasets["communes"]["@id"] == f"{HOST}/donnees#communes"
    assert {one["dcat:version"] for one in datasets.values()} == {snapshot.id}
    parts = [one["@id"] for one in datasets[WHOLE]["dct:hasPart"]]
    assert parts == [one["@id"] for name, one in datasets.items() if name != WHOLE]


def test_every_file_is_what_it_says(document: dict[str, Any], client: FlaskClient) -> None:
    files = [node for node in nodes(document) if node["@type"] == "dcat:Distribution"]
    assert files
    for file in files:
        address = file["dcat:downloadURL"]["@id"]
        assert file["dcat:accessURL"]["@id"] == address
        answer = client.get(urlsplit(address).path, follow_redirects=True)
        assert answer.status_code == 200
        assert str(len(answer.data)) == file["dcat:byteSize"]["@value"]
        digest = hashlib.sha256(answer.data).hexdigest()
        assert file["spdx:checksum"]["spdx:checksumValue"]["@value"] == digest
        assert "dct:license" in file or "dct:rights" in file


def test_the_next_publication_makes_no_new_file(
    document: dict[str, Any], snapshot: LoadedSnapshot
) -> None:
    files = [node for node in nodes(document) if node["@type"] == "dcat:Distribution"]
    for file in files:
        assert file["dcat:downloadURL"]["@id"] == f"{HOST}/donnees/{file['dct:identifier']}"
        assert snapshot.id not in str(file)
        assert file["dcatap:availability"]["@id"].endswith("/STABLE")


def test_the_roots_of_the_services_answer(document: dict[str, Any], client: FlaskClient) -> None:
    for one in document["dcat:service"]:
        for name in ("dcat:endpointURL", "dcat:endpointDescription"):
            address = urlsplit(one[name]["@id"]).path
            assert client.get(address).status_code == 200, address


def test_nobody_is_invented(snapshot: LoadedSnapshot) -> None:
    document = catalogue_document(snapshot, published_layers(snapshot), SiteSettings(), HOST)
    assert document["dct:publisher"]["foaf:name"]["@value"] == "Carto"
    assert all("dcat:contactPoint" not in one for one in document["dcat:dataset"])


def test_two_installations_give_their_datasets_different_names(snapshot: LoadedSnapshot) -> None:
    layers = published_layers(snapshot)
    named = [
        {
            one["dct:identifier"]
            for one in catalogue_document(snapshot, layers, SiteSettings(), host)["dcat:dataset"]
        }
        for host in (HOST, "https://autre.exemple.fr")
    ]
    assert not named[0] & named[1]
