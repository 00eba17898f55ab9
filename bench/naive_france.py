"""The national job that a user would otherwise write: read, find the nearest place, merge, write.

Run as `python -m bench.naive_france DATA OUT.gpkg`, in a process of its own. It does much less than
Carto: one fibre rate and one distance, no check, no code carried from one year to another, no
duplicate found, no verdict, no map.
"""

from __future__ import annotations

import sys
from pathlib import Path

import geopandas as gpd
import pandas as pd


def join_naively(data: Path, out: Path) -> None:
    """Write communes with population, fibre rate and distance to the nearest place.

    Parameters
    ----------
    data
        Folder of the real files of France.
    out
        GeoPackage to write.
    """
    communes = gpd.read_file(f"/vsigzip/{data}/contours/communes-france.geojson.gz")
    population = pd.read_csv(
        data / "cog/donnees_communes.csv", sep=";", dtype={"COM": str}, usecols=["COM", "PMUN"]
    )
    fibre = pd.read_csv(
        data / "fibre/maconnexioninternet-communes.csv",
        dtype={"code_insee": str},
        usecols=["code_insee", "pct_fibre"],
    )
    listed = pd.read_csv(data / "lieux/lieux-standard-v1.csv", dtype=str)
    listed = listed.dropna(subset=["latitude", "longitude"])
    points = gpd.points_from_xy(listed["longitude"].astype(float), listed["latitude"].astype(float))
    places = gpd.GeoDataFrame(listed[["id"]], geometry=points, crs=4326).to_crs(2154)
    centres = communes[["code", "geometry"]].to_crs(2154)
    centres["geometry"] = centres.representative_point()
    nearest = gpd.sjoin_nearest(centres, places, distance_col="metres")
    nearest = nearest.drop_duplicates("code")[["code", "id", "metres"]]
    joined = communes.merge(population, left_on="code", right_on="COM", how="left")
    joined = joined.merge(fibre, left_on="code", right_on="code_insee", how="left")
    joined.merge(nearest, on="code", how="left").to_file(out, driver="GPKG")


if __name__ == "__main__":
    join_naively(Path(sys.argv[1]), Path(sys.argv[2]))
