"""A commune in the API: null where unknown, and a reason beside every null."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from carto.flags import MEANINGS
from carto.tables.communes import COMMUNES
from geodata.storage.data_dir import DataDir
from geodata.storage.snapshot import open_latest
from webapp.api.commune_document import GATHERED, commune_document, source_summaries
from webapp.snapshots.loaded_snapshot import LoadedSnapshot, load


@pytest.fixture(scope="module")
def loaded(snapshot_dir: Path) -> LoadedSnapshot:
    return load(*open_latest(DataDir(snapshot_dir)))


def document(loaded: LoadedSnapshot, code: str, **changes: Any) -> dict[str, Any]:
    return commune_document({**loaded.communes[code], **changes}, loaded)


def nulls(document: dict[str, Any]) -> Iterator[str]:
    for name, value in document.items():
        if value is None:
            yield name
    for name, value in document["verdict"].items():
        if value is None:
            yield f"verdict.{name}"
    for name, value in document["verdict"]["alerts"].items():
        if value is None:
            yield f"verdict.alerts.{name}"


def test_every_null_has_a_reason_and_nothing_else_has(loaded: LoadedSnapshot):
    for code in loaded.communes:
        written = document(loaded, code)
        assert sorted(written["reasons"]) == sorted(nulls(written))


def test_no_published_column_is_left_out(loaded: LoadedSnapshot) -> None:
    written = document(loaded, "29019")
    plain = set(COMMUNES.names) - GATHERED
    assert plain <= set(written)
    assert {"siren_ept", "classement_frr", "poverty_score", "taux_pauvrete"} <= plain
    assert {"fermeture_technique", "ateliers_count", "is_commune_relais"} <= plain
    assert all(written[name] == loaded.communes["29019"][name] for name in plain)


def test_the_indicators_of_the_index_are_a_list(loaded: LoadedSnapshot) -> None:
    changes = {"ifn_total": 6.0, "ifn_indicateurs": "poverty_rate|older_65_rate"}
    written = document(loaded, "29019", **changes)
    assert written["ifn_indicateurs"] == ["poverty_rate", "older_65_rate"]
    assert written["ifn_total"] == 6.0


def test_a_reason_has_a_code_and_its_meaning(loaded: LoadedSnapshot):
    reasons = document(loaded, "29067")["reasons"]
    assert reasons["accessibility"] == {
        "code": "DEMANDE_TRONQUEE",
        "text": MEANINGS["DEMANDE_TRONQUEE"],
    }


def test_a_bounded_accessibility_gives_its_bounds(loaded: LoadedSnapshot):
    written = document(loaded, "29067")
    assert written["accessibility"] is None
    assert written["accessibility_range"] == [0.02, 0.44]


def test_an_undecided_verdict_lists_the_classes_still_possible(loaded: LoadedSnapshot):
    verdict = document(loaded, "29083")["verdict"]
    assert verdict["class"] is None
    assert verdict["status"] == "indetermine"
    assert verdict["possible"] == [2, 3]
    assert verdict["is_underserved"] is True
    assert verdict["alerts"] == {"offre": True, "besoin": None, "connectivite": True}


def test_classes_that_are_not_neighbours_are_not_filled_in(loaded: LoadedSnapshot):
    changes = {"alert_offre": None, "alert_besoin": True, "alert_connectivite": True}
    assert document(loaded, "29067", **changes)["verdict"]["possible"] == [1, 3]


def test_a_decided_verdict_is_its_only_possibility(loaded: LoadedSnapshot):
    verdict = document(loaded, "29232")["verdict"]
    assert (verdict["class"], verdict["status"], verdict["possible"]) == (0, "decide", [0])


def test_a_commune_without_people_has_no_class(loaded: LoadedSnapshot):
    written = document(loaded, "29232", verdict="sans_objet", is_underserved=None)
    assert written["verdict"]["class"] is None
    assert written["verdict"]["possible"] == []
    assert written["reasons"]["verdict.class"]["code"] == "SANS_HABITANT"


def test_no_road_to_a_place_is_no_nearest_place(loaded: LoadedSnapshot):
    written = document(loaded, "29083")
    assert written["nearest_site"] is None
    assert written["links"]["nearest_site"] is None
    assert written["links"]["epci"] is None


def test_sources_are_summed_up_by_id(loaded: LoadedSnapshot):
    fibre = source_summaries(loaded.facts)["fibre"]
    assert fibre["producer"] == "ARCEP"
    assert fibre["licence"]


def test_a_departement_that_is_not_published_is_not_linked(loaded: LoadedSnapshot):
    assert document(loaded, "29001")["links"]["departement"] == "/api/v1/departements/29"
    assert document(loaded, "29001", departement="22")["links"]["departement"] is None


def test_no_region_is_known_rather_than_missing(loaded: LoadedSnapshot):
    written = document(loaded, "29001", departement="978", region=None)
    assert written["region"] is None
    assert "region" not in written["reasons"]


def test_without_a_source_of_places_their_number_is_null_with_its_reason(loaded: LoadedSnapshot):
    reasons = {"sites_count": "SOURCE_ABSENTE"}
    written = document(loaded, "29001", sites_count=None, reasons=reasons)
    assert written["sites_count"] is None
    assert written["reasons"]["sites_count"]["text"] == MEANINGS["SOURCE_ABSENTE"]
