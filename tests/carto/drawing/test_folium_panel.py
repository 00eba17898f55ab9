"""The panel says all that the colours say."""

from __future__ import annotations

from carto.drawing.folium_panel import panel
from carto.drawing.indicators.classification import INDICATORS


def test_the_table_is_in_the_order_of_names(make_row) -> None:
    rows = [
        make_row("29002", nom="Brest", taux_couverture_ftth=0.5),
        make_row("29001", nom="Argol", taux_couverture_ftth=None),
    ]
    markup = panel(INDICATORS["fibre"], rows, [], "Carrés")
    assert markup.index("Argol") < markup.index("Brest</th><td>50,0\xa0%")
    assert "Argol</th><td>donnée absente" in markup
    assert "au numérique" not in markup.split("<details>")[0].split("</h1>")[1].split("</p>")[1]


def test_every_word_is_inert(make_row) -> None:
    markup = panel(INDICATORS["fibre"], [make_row(nom="<b>{{ a }}`${b}`")], [], "<i>{% c %}\\")
    assert not set("{}`$\\") & set(markup)
    assert "<b>" not in markup
    assert "<i>" not in markup
    assert "&lt;b&gt;&#123;&#123; a &#125;&#125;&#96;&#36;&#123;b&#125;&#96;" in markup


def test_without_sources_no_element_is_left_open(make_row) -> None:
    assert "<small" not in panel(INDICATORS["fibre"], [make_row()], [], "Carrés")
