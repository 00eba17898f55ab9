"""What a rule changes, counted and said."""

from __future__ import annotations

from typing import Any

from carto.verdict.typology import TYPE_OF_ALERTS
from webapp.thresholds.rule_effect import rule_effect

NAMES = ("alert_offre", "alert_besoin", "alert_connectivite")


def texts(indicator: str, row: Any) -> str:
    """Write a value of an indicator."""
    return f"{indicator} de {row['code_insee']}"


def commune(code: str, alerts: tuple[bool | None, ...], **own: Any) -> dict[str, Any]:
    """Build what is read of a commune."""
    offre, besoin, connectivite = alerts
    sure = bool(offre) and bool(besoin or connectivite)
    verdict = str(sum(map(bool, alerts)) if sure else int(any(alerts)))
    row = dict(zip(NAMES, alerts, strict=True)) | {
        "code_insee": code,
        "nom": f"Commune {code}",
        "population": 100,
        "verdict": "indetermine" if None in alerts else verdict,
        "is_underserved": None if None in alerts else sure,
        "robustness": "fragile",
    }
    return row | own


POURVUE, DOUBLE, AIDE = (
    next(alerts for alerts, name in TYPE_OF_ALERTS.items() if name == kind)
    for kind in ("pourvue", "double_peine", "fibree_sans_aide")
)


def test_who_leaves_and_why() -> None:
    effect = rule_effect("Ici", [commune("1", DOUBLE)], [commune("1", AIDE)], texts)
    assert (effect.before, effect.after) == ("1", "0")
    assert (effect.entering.count, effect.leaving.count) == (0, 1)
    (line,) = effect.leaving.listed
    assert (line.before_key, line.after_key) == ("2", "1")
    assert line.why == "Alerte en moins\u00a0: connectivité (fibre fibre de 1)."
    assert line.path == "/commune/1"
    assert effect.finding.replace("\u00a0", " ") == (
        "Ici : 0 commune sous-desservie au lieu de 1, où vivent 0 habitant au lieu de 100. "
        "Aucune n'entre, 1 sort."
    )
    assert "1\u00a0fragile" in effect.leaving.solidity


def test_who_enters_and_why() -> None:
    effect = rule_effect("Ici", [commune("1", POURVUE)], [commune("1", DOUBLE)], texts)
    (line,) = effect.entering.listed
    assert line.why == (
        "Alerte en plus\u00a0: offre d'aide (temps de 1, acces de 1), "
        "connectivité (fibre fibre de 1)."
    )
    assert effect.finding.endswith("1 entre, aucune ne sort.")


def test_a_change_of_class_without_a_move_is_counted_apart() -> None:
    before, after = [commune("1", POURVUE)], [commune("1", AIDE)]
    effect = rule_effect("Ici", before, after, texts)
    assert effect.entering.count == effect.leaving.count == 0
    assert effect.finding.endswith("; 1 autre change de classe.")
    assert [(line.key, line.change) for line in effect.classes] == [("1", "+1"), ("0", "−1")]


def test_nothing_that_changes_is_said_to_change_nothing() -> None:
    rows = [commune("1", DOUBLE), commune("2", POURVUE)]
    effect = rule_effect("Ici", rows, rows, texts)
    assert effect.finding.replace("\u00a0", " ") == (
        "Ici : 1 commune sous-desservie, comme sous la règle publiée. Aucune commune ne change "
        "de classe."
    )
    assert [line.change for line in effect.classes] == ["=", "="]


def test_an_unknown_answer_is_neither_in_nor_out() -> None:
    effect = rule_effect("Ici", [commune("1", DOUBLE)], [commune("1", (None, True, False))], texts)
    assert effect.leaving.count == 1
    assert effect.after == "0"


def test_a_population_that_is_unknown_is_not_a_zero_to_add() -> None:
    rows = [commune("1", DOUBLE, population=None), commune("2", DOUBLE)]
    (line,) = rule_effect("Ici", rows, rows, texts).classes
    assert (line.before, line.people_before) == ("2", "100")
