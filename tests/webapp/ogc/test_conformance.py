"""The classes that are declared: each once, those that clients look for."""

from __future__ import annotations

from webapp.ogc.conformance import CLASSES


def test_each_class_is_declared_once():
    assert len(set(CLASSES)) == len(CLASSES)
    assert all(one.startswith("http://www.opengis.net/spec/") for one in CLASSES)


def test_clients_find_the_core_and_the_systems():
    start = "http://www.opengis.net/spec/ogcapi-features-"
    assert f"{start}1/1.0/conf/core" in CLASSES
    assert f"{start}2/1.0/conf/crs" in CLASSES
    assert f"{start}3/1.0/conf/filter" in CLASSES
