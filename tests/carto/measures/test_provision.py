"""Places, points of service and working time are counted apart."""

from __future__ import annotations

import pandas as pd

from carto import flags
from carto.measures.provision import PROVISION, count_provision, join_provision
from carto.reasons import Reasons
from tests.carto.sites.rows import settled, site

INTERNET = "Accès internet et matériel informatique"


def places() -> pd.DataFrame:
    """Settle a library that holds a permanence, another, a computer room, a hostel."""
    service = {"nom": "Aide", "kind": "point_de_service"}
    return settled(
        site("lieux:1", etp=0.5),
        site("conseillers_numeriques:2", 10, **service, etp=0.5),
        site("conseillers_numeriques:3", 900, **service | {"nom": "Ateliers"}),
        site("lieux:4", 1800, nom="Cyberespace", services=INTERNET, etp=1.0),
        site("lieux:5", 2700, nom="Foyer", typologie="CHRS"),
    ).places


def test_three_nouns() -> None:
    (row,) = count_provision(places()).to_dict("records")
    assert row == {"lieux_count": 1, "points_de_service_count": 2, "mediateurs_etp": 0.5}


def joined(rows: pd.DataFrame | None) -> tuple[pd.DataFrame, list[dict[str, str]]]:
    table = pd.DataFrame({"code_insee": ["29024", "29173"]})
    reasons = Reasons(len(table))
    return join_provision(table, rows, reasons), reasons.by_row


def test_a_commune_without_a_place_has_none_and_no_working_time() -> None:
    table, reasons = joined(places())
    assert table["lieux_count"].to_list() == [1, 0]
    assert table["mediateurs_etp"].isna().to_list() == [False, True]
    assert reasons == [{}, {"mediateurs_etp": flags.ETP_INCONNU}]


def test_without_a_source_of_places_nothing_is_known() -> None:
    table, reasons = joined(None)
    assert table[list(PROVISION)].isna().all(axis=None)
    assert reasons == [dict.fromkeys(PROVISION, flags.SOURCE_ABSENTE)] * 2
