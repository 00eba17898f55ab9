"""One legend for several maps, with the counts of each."""

from __future__ import annotations

from dataclasses import replace

from carto.drawing.indicators.indicator import Indicator
from carto.drawing.indicators.units import EPCI
from tests.webapp.sample_rows import Row
from webapp.comparison.compared_ids import TerritoryId
from webapp.comparison.compared_territories import compared_territories
from webapp.comparison.comparison_legend import Coloured, shared_legends


def test_each_class_is_counted_in_every_territory(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    rows = list(communes.values())
    whole, part = compared_territories(
        [(TerritoryId("departement", "29"), {"nom": "Finistère"}),
         (TerritoryId("commune", "29019"), communes["29019"])]
    )  # fmt: skip
    fibre = indicators["fibre"]
    (legend,) = shared_legends(
        [Coloured(whole, fibre, rows), Coloured(part, fibre, [communes["29019"]])]
    )
    assert [one.nom for one in legend.territories] == ["Finistère", "Brest"]
    counts = [one.counts for one in legend.classes]
    assert sum(int(first.split()[0]) for first, _ in counts) == len(rows)
    assert [second for _, second in counts].count("1") == 1
    assert all("%" in first for first, _ in counts)
    assert legend.own == ()


def test_one_commune_has_one_class_and_nothing_to_count(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    (one,) = compared_territories([(TerritoryId("commune", "29019"), communes["29019"])])
    (legend,) = shared_legends([Coloured(one, indicators["fibre"], [communes["29019"]])])
    ((counted,),) = [[line for line in legend.classes if line.counts == ("1",)]]
    assert [line.label for line in legend.own] == [counted.line.label]


def test_maps_of_other_units_have_their_own_legend(
    communes: dict[str, Row], indicators: dict[str, Indicator]
) -> None:
    (one,) = compared_territories([(TerritoryId("commune", "29019"), communes["29019"])])
    wide = replace(indicators["fibre"], units=EPCI)
    legends = shared_legends(
        [Coloured(one, kind, [communes["29019"]]) for kind in (indicators["fibre"], wide)]
    )
    assert len(legends) == 2
