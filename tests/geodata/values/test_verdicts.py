"""An unusable value carries a code for machines and a reason for people."""

from __future__ import annotations

from geodata.values.verdicts import UnusableValueError


def test_a_refusal_says_both() -> None:
    refusal = UnusableValueError("CODE_INVALIDE", "le code « 1004 » n'a pas cinq caractères")
    assert refusal.code == "CODE_INVALIDE"
    assert refusal.reason == "le code « 1004 » n'a pas cinq caractères"
    assert str(refusal) == "CODE_INVALIDE: le code « 1004 » n'a pas cinq caractères"
    assert isinstance(refusal, ValueError)
