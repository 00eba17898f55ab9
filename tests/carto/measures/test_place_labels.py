"""Labels matched to published places: by id, by name and commune, or said to match nothing."""

from __future__ import annotations

import pandas as pd
import pytest

from carto.contracts import check
from carto.measures.place_labels import match_labels
from carto.tables.local_published import PLACE_LABELS

PLACES = pd.DataFrame(
    {
        "id": ["fs-1", "fs-2", "fs-3"],
        "nom": ["France Services de St-Pol", "Mairie", "Mairie"],
        "code_insee": ["29259", "29019", "29019"],
        "merged_ids": ["lieu-9|lieu-10", None, ""],
    }
)


def labels(*rows: tuple[str | None, str | None, str | None, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id", "nom", "code_insee", "label"])
    named = table["nom"].astype(object) + ", " + table["code_insee"].astype(object)
    return table.assign(lieu=table["id"].fillna(named), date=None, source="labels_lieux")


def test_a_place_is_found_by_its_id_or_one_that_was_merged_into_it() -> None:
    found = match_labels(
        labels(("fs-2", None, None, "Pass numérique"), ("lieu-10", None, None, "Pass numérique")),
        PLACES,
    )
    assert check(found.rows, PLACE_LABELS) == []
    assert found.rows["id"].tolist() == ["fs-1", "fs-2"]
    assert found.left_out == ()


def test_a_name_is_compared_as_people_type_it_within_its_commune() -> None:
    found = match_labels(
        labels(
            (None, "FRANCE SERVICES de Saint Pol", "29259", "Pass numérique"),
            (None, "FRANCE SERVICES de Saint Pol", "29019", "Pass numérique"),
        ),
        PLACES,
    )
    assert found.rows[["id", "found_by"]].to_numpy().tolist() == [["fs-1", "nom"]]
    assert [row.code for row in found.left_out] == ["LIEU_INCONNU"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("fs-4", None, None, "Pass numérique"), "LIEU_INCONNU"),
        ((None, "Mairie", "29019", "Pass numérique"), "LIEUX_HOMONYMES"),
    ],
)
def test_what_names_no_place_or_several_is_left_out_and_said(
    row: tuple[str | None, str | None, str | None, str], code: str
) -> None:
    found = match_labels(labels(row), PLACES)
    assert found.rows.empty
    assert [(left.code, left.into) for left in found.left_out] == [(code, None)]


def test_a_label_given_twice_is_merged() -> None:
    twice = labels(("fs-1", None, None, "Pass numérique"), ("lieu-9", None, None, "Pass numérique"))
    found = match_labels(twice, PLACES)
    assert len(found.rows) == 1
    assert [(left.key, left.into) for left in found.left_out] == [
        ("lieu-9, Pass numérique", "fs-1")
    ]
