"""A contract sees every way in which a table may break it, and nothing else."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from carto.contracts import Column, TableContract, check, require
from carto.errors import ContractError

COLUMNS = (
    Column("code", "string", "Code", "Code.", pattern=r"[A-Z]\d"),
    Column("count", "integer", "Compte", "Compte.", minimum=0, maximum=10),
    Column("rate", "number", "Taux", "Taux.", nullable=True, null_rule="Inconnu.", maximum=1),
    Column("is_here", "boolean", "Ici", "Ici."),
    Column("day", "date", "Jour", "Jour."),
    Column("kind", "string", "Genre", "Genre.", choices=("a", "b")),
)
CONTRACT = TableContract("essai", "Essai", "Une table.", ("code",), COLUMNS)


def table(**changed: object) -> pd.DataFrame:
    rows: dict[str, object] = {
        "code": ["A1", "B2"],
        "count": [0, 10],
        "rate": [0.5, np.nan],
        "is_here": [True, False],
        "day": ["2026-06-30", "2026-01-01"],
        "kind": ["a", "b"],
    }
    return pd.DataFrame(rows | changed)


def problems(broken: pd.DataFrame) -> list[tuple[str, str, int]]:
    return [(found.column, found.problem, found.rows) for found in check(broken, CONTRACT)]


def test_a_good_table_breaks_nothing() -> None:
    assert check(table(), CONTRACT) == []


@pytest.mark.parametrize(
    ("column", "values", "problem", "rows"),
    [
        ("code", ["A1", None], "valeur manquante", 1),
        ("code", ["A1", "A11"], r"motif [A-Z]\d", 1),
        ("code", ["A1", "A1"], "clé répétée", 1),
        ("count", [0, -1], "au moins 0", 1),
        ("count", [11, 12], "au plus 10", 2),
        ("count", [0.5, 1], "entier attendu", 1),
        ("count", [True, False], "nombre attendu", 2),
        ("rate", ["0.5", None], "nombre attendu", 1),
        ("rate", [np.inf, 0.5], "nombre attendu", 1),
        ("is_here", ["True", False], "booléen attendu", 1),
        ("is_here", [0, 1], "booléen attendu", 2),
        ("day", ["30/06/2026", "2026-06-30"], r"motif \d{4}-\d{2}-\d{2}", 1),
        ("kind", ["a", "c"], "parmi a, b", 1),
    ],
)
def test_each_fault_is_found_and_counted(
    column: str, values: list[object], problem: str, rows: int
) -> None:
    assert (column, problem, rows) in problems(table(**{column: values}))


def test_a_code_read_as_a_number_is_refused() -> None:
    contract = TableContract("t", "T", "T.", ("code",), (Column("code", "string", "C", "C."),))
    assert [v.problem for v in check(pd.DataFrame({"code": [1004]}), contract)] == ["texte attendu"]


def test_booleans_of_numpy_are_booleans() -> None:
    mixed = pd.Series([np.True_, False], dtype=object)
    assert check(table(is_here=mixed), CONTRACT) == []
    assert ("count", "nombre attendu", 1) in problems(table(count=mixed.replace({False: 3})))


def test_nullable_integers_meet_integer_columns() -> None:
    assert check(table(count=pd.array([1, 2], dtype="Int64")), CONTRACT) == []


def test_absent_and_surplus_columns_are_both_faults() -> None:
    other = table().rename(columns={"rate": "taux"})
    assert {(column, problem) for column, problem, _ in problems(other)} == {
        ("rate", "colonne absente"),
        ("taux", "colonne hors contrat"),
    }


def test_an_empty_table_may_meet_its_contract() -> None:
    assert check(table().iloc[:0], CONTRACT) == []


def test_a_table_with_any_index_is_checked_row_by_row() -> None:
    indexed = table(count=[0, 99]).set_index(pd.Index([7, 7]))
    assert ("count", "au plus 10", 1) in problems(indexed.reset_index(drop=True))


def test_require_orders_the_columns() -> None:
    shuffled = table()[["kind", "code", "day", "rate", "count", "is_here"]]
    assert tuple(require(shuffled, CONTRACT).columns) == CONTRACT.names


def test_require_names_the_table_the_column_and_an_example() -> None:
    with pytest.raises(ContractError, match=r"« essai ».*count : au plus 10 \(1 ligne.*ex\. 11"):
        require(table(count=[0, 11]), CONTRACT)


def test_a_column_is_found_by_name() -> None:
    assert CONTRACT.column("rate").nullable
    with pytest.raises(KeyError, match="taux"):
        CONTRACT.column("taux")


def test_a_control_character_breaks_any_contract() -> None:
    contract = TableContract("t", "T", "t", ("nom",), (Column("nom", "string", "Nom", "Nom."),))
    table = pd.DataFrame({"nom": ["Argol", "Br\x00est"]})
    (violation,) = check(table, contract)
    assert (violation.column, violation.rows) == ("nom", 1)
    assert "caractère interdit" in violation.problem
