"""The three pages side by side."""

from __future__ import annotations

from bench.browsing import Visit
from bench.front import table


def test_medians_and_ratios_stand_side_by_side() -> None:
    seen = {
        "folium": [Visit(100, 400, 400, 4096), Visit(300, 600, 600, 4096), Visit(9, 9, 9, 4096)],
        "Leaflet": [Visit(50, 200, 200, 2048)] * 3,
        "Carto": [Visit(50, 100, 800, 1024)] * 3,
    }
    lines = [line.split("  ") for line in table(seen).splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert cells[0] == ["folium", "Leaflet", "Carto", "Carto / folium", "Carto / Leaflet"]
    assert cells[1] == ["première image (ms)", "100", "50", "50", "0,50", "1,00"]
    assert cells[2] == ["carte lisible (ms)", "400", "200", "100", "0,25", "0,50"]
    assert cells[4] == ["octets, tout compris (Kio)", "4,0", "2,0", "1,0", "0,25", "0,50"]
