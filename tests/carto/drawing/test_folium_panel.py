"""The panel says all that the colours say."""

from __future__ import annotations

from carto.drawing.classification import INDICATORS
from carto.drawing.folium_panel import panel


def test_the_table_is_in_the_order_of_names(make_row) -> None:
    rows = [
        make_row("29002", nom="Brest", taux_couverture_ftth=0.5),
        make_row("29001", nom="Argol", taux_couverture_ftth=None),
    ]
    markup = panel(INDICATORS["fibre"], rows, [], "Carrés")
    assert markup.index("Argol") < markup.index("Brest</th><td>50,0\xa0%")
    assert "Argol</th><td>donnée absente" in markup
    assert "lieu d'aide" not in markup.split("<details>")[0].split("</h1>")[1].split("</p>")[1]


def test_names_are_escaped(make_row) -> None:
    markup = panel(INDICATORS["fibre"], [make_row(nom="<b>A</b>")], [], "<i>")
    assert "<b>" not in markup
    assert "<i>" not in markup
