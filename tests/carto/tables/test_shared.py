"""Short ways to declare columns fill every property rightly."""

from __future__ import annotations

from carto.tables.shared import VERDICTS, count, optional, share
from carto.vocabulary import VERDICT_WORDS


def test_a_count_is_never_missing_nor_negative() -> None:
    column = count("n", "N", "Nombre.", "lieux")
    assert (column.type, column.nullable, column.minimum) == ("integer", False, 0)
    assert column.unit == "lieux"


def test_an_optional_column_keeps_its_rule_and_bounds() -> None:
    column = optional("x", "number", "X", "X.", "Inconnu.", "min", 1, 10)
    assert column.nullable
    assert (column.null_rule, column.unit) == ("Inconnu.", "min")
    assert (column.minimum, column.maximum) == (1, 10)


def test_a_share_goes_from_0_to_1() -> None:
    column = share("x_share", "X", "X.", "Inconnue.")
    assert (column.minimum, column.maximum, column.unit) == (0, 1, "part")


def test_every_verdict_has_a_label() -> None:
    assert tuple(VERDICT_WORDS) == VERDICTS
