"""Spaces before double punctuation do not break lines."""

from __future__ import annotations

from carto.typography import typeset


def test_typeset() -> None:
    assert typeset("taux : 90 % ; vrai ?") == "taux\u00a0: 90\u00a0% ; vrai\u00a0?".replace(
        "% ;", "%\u00a0;"
    )
    assert typeset("https://a.fr/?b=c") == "https://a.fr/?b=c"
