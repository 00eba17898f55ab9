"""The path that a user would otherwise write: join a table to boundaries, draw it with folium.

Run as `python -m bench.naive PAGE.html`, in a process of its own, as one would run a script. It
does much less than Carto: one measure, no check, no verdict, no place.
"""

from __future__ import annotations

import sys
from pathlib import Path

import folium
import geopandas as gpd
import pandas as pd

DEMO = Path(__file__).resolve().parents[1] / "geodata" / "demo"


def draw_naive_map(page: Path) -> None:
    """Write the choropleth of the fibre rate of the demonstration's communes.

    Parameters
    ----------
    page
        HTML file to write. Its libraries are links to their usual hosts.
    """
    communes = gpd.read_file(DEMO / "communes-50m.geojson")
    fibre = pd.read_csv(DEMO / "cartefibre-2026t2.csv", sep=None, engine="python", dtype=str)
    fibre["taux"] = 100 * fibre["ftth"].astype(int) / fibre["Locaux"].astype(int)
    joined = communes.merge(fibre, left_on="code", right_on="INSEE_COM")
    drawn = folium.Map(location=[48.25, -4.1], zoom_start=9, tiles=None)
    choropleth = folium.Choropleth(
        geo_data=joined,
        data=joined,
        columns=["code", "taux"],
        key_on="feature.properties.code",
        fill_color="YlGnBu",
        legend_name="Locaux raccordables à la fibre (%)",
    )
    choropleth.add_to(drawn)
    folium.GeoJsonTooltip(["nom", "taux"]).add_to(choropleth.geojson)
    drawn.save(str(page))


if __name__ == "__main__":
    draw_naive_map(Path(sys.argv[1]))
