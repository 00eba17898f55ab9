"""Tests of `webapp.views.provenance`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from webapp.views.provenance import (
    credit,
    fibre_credit,
    layers,
    need_wording,
    out_of_date,
    time_limit,
)


def test_every_source_is_a_dated_layer(facts: Mapping[str, Any]) -> None:
    found = {layer.id: layer for layer in layers(facts)}
    assert set(found) == {source["id"] for source in facts["sources"]}
    assert found["fibre"].date == "30 juin 2026"
    assert found["filosofi"].date == "2019"


def test_a_source_is_credited_with_its_date(facts: Mapping[str, Any]) -> None:
    assert credit(facts, "france_services") == "ANCT, 1er août 2024"
    assert credit(facts, "cuivre") == "source absente"


def test_a_year_alone_takes_no_article(facts: Mapping[str, Any]) -> None:
    assert credit(facts, "filosofi", "fibre").endswith(", de 2019 au 30 juin 2026")


def test_the_need_names_its_variant_and_year(facts: Mapping[str, Any]) -> None:
    assert need_wording(facts) == "besoin approché par le niveau de vie médian (INSEE 2019)"


def test_the_time_limit_is_the_parameter_of_the_snapshot(facts: Mapping[str, Any]) -> None:
    assert time_limit(facts) == "20\u00a0min"
    method = {"parameters": {"alerts": {"time_min": 12.5}}}
    assert time_limit({**facts, "method": method}) == "12,5\u00a0min"


def test_a_need_without_source_is_said_not_to_be_measured(facts: Mapping[str, Any]) -> None:
    assert "non mesuré" in need_wording({**facts, "sources": []})


def test_a_source_that_is_out_of_date_says_since_when_and_why(facts: Mapping[str, Any]) -> None:
    late = {"source": "fibre", "since": "2026-11-12", "age_days": 3, "reason": "serveur muet"}
    today = late | {"source": "autre", "age_days": 0}
    assert out_of_date(facts) == {}
    assert out_of_date({**facts, "degraded": [late, today]}) == {
        "fibre": "La source «\u00a0Fibre\u00a0» n'a pas pu être mise à jour depuis le "
        "12 novembre 2026 (3\u00a0jours avant cet instantané)\u00a0: serveur muet.",
        "autre": "La source «\u00a0autre\u00a0» n'a pas pu être mise à jour depuis le "
        "12 novembre 2026 (le jour de cet instantané)\u00a0: serveur muet.",
    }


def test_several_files_of_one_kind_are_credited_together(facts: Mapping[str, Any]) -> None:
    fibre = next(source for source in facts["sources"] if source["id"] == "fibre")
    older = fibre | {"id": "fibre_mci", "reader": "fibre", "date": "2023-12-31"}
    history = fibre | {"id": "fibre_history", "date": "2018-03-31"}
    both = {**facts, "sources": [fibre, older, history]}
    assert credit(both, "fibre") == "ARCEP, du 31 décembre 2023 au 30 juin 2026"
    assert [layer.layer for layer in layers(both)] == ["Fibre", "Fibre", "Historique de la fibre"]


def test_the_fibre_of_a_commune_has_its_own_quarter(facts: Mapping[str, Any]) -> None:
    older = {"fibre_quarter": "2023-T4"}
    assert fibre_credit(facts, older) == "ARCEP, 31 décembre 2023"
    assert fibre_credit(facts, {"fibre_quarter": None}) == "ARCEP, 30 juin 2026"
    assert fibre_credit({**facts, "sources": []}, older) == "source absente"


def test_a_producer_that_another_name_says_is_named_once(facts: Mapping[str, Any]) -> None:
    (own,) = (source for source in facts["sources"] if source["id"] == "france_services")
    listed = own | {"id": "lieux", "producer": "ANCT et partenaires", "date": "2024-02-29"}
    both = {**facts, "sources": [own, listed]}
    said = credit(both, "france_services", "lieux")
    assert said == "ANCT et partenaires, du 29 février 2024 au 1er août 2024"
