"""Records are recognised whatever list shows them."""

from __future__ import annotations

import pytest

from carto.sites.records import records_of, with_records
from tests.carto.sites.rows import parsed, site


@pytest.mark.parametrize(
    ("site_id", "keys", "is_own"),
    [
        ("france_services:17", ["france_services:17"], True),
        ("france_services_2022:17", ["france_services:17"], True),
        ("lieux:France-Services_17", ["france_services:17"], False),
        ("lieux_bretagne:conseiller-numerique_62a", ["conseillers_numeriques:62a"], False),
        ("lieux:Hinaura_10", [], False),
        ("lieux_creuse:12", [], False),
        ("lieux:France-Services_", [], False),
        ("poher", [], False),
        (
            "lieux:France-Services_17__aidants-connect_9__dora_x",
            ["france_services:17", "aidants_connect:9"],
            False,
        ),
    ],
)
def test_records(site_id: str, keys: list[str], is_own: bool) -> None:
    found = records_of(site_id)
    assert [record.key for record in found] == keys
    assert [record.is_own for record in found] == [is_own] * len(keys)


def test_a_record_has_the_nature_of_its_own_publisher() -> None:
    rows = with_records(
        parsed(
            site("lieux:aidants-connect_9"),
            site("conseillers_numeriques:62a"),
            site("lieux:France-Services_1__aidants-connect_9"),
            site("lieux_creuse:1", kind="point_de_service"),
        )
    )
    assert rows["kind"].tolist() == ["structure", "point_de_service", "lieu", "point_de_service"]
    assert rows["is_own"].tolist() == [False, True, False, True]
    assert rows["curator"].tolist() == [None, None, "france_services", None]
