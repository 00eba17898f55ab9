"""The formats that lists and whole layers can be downloaded in, and what each is good for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carto.typography import typeset


@dataclass(frozen=True)
class FileFormat:
    """A format of files.

    Attributes
    ----------
    suffix
        End of the address, and of the name of the file.
    mimetype
        Media type.
    label
        Its French name.
    use
        Whom it is for, in one French line.
    """

    suffix: str
    mimetype: str
    label: str
    use: str

    def __post_init__(self) -> None:
        """Set the French line with its non-breaking spaces."""
        object.__setattr__(self, "use", typeset(self.use))


XLSX, FRENCH_CSV, CSV = "xlsx", "fr.csv", "csv"
GEOJSON, GEOPACKAGE, GEOPARQUET = "geojson", "gpkg", "parquet"
# Those that a list can be had in, in the order to choose from.
FILE_FORMATS: Mapping[str, FileFormat] = {
    format_.suffix: format_
    for format_ in (
        FileFormat(
            XLSX,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Excel (XLSX)",
            "Colonnes en français, leur définition et les sources dans deux autres feuilles.",
        ),
        FileFormat(
            FRENCH_CSV,
            "text/csv",
            "CSV pour tableur",
            "Colonnes en français, points-virgules et virgules décimales.",
        ),
        FileFormat(
            CSV,
            "text/csv",
            "CSV",
            "Pour les programmes : identifiants de colonnes stables, virgules et points décimaux.",
        ),
        FileFormat(
            GEOPACKAGE,
            "application/geopackage+sqlite3",
            "GeoPackage",
            "Pour QGIS : s'ouvre coloré comme la carte, définitions et sources comprises.",
        ),
        FileFormat(
            GEOJSON,
            "application/geo+json",
            "GeoJSON",
            "Pour une carte sur le web ; définitions et sources comprises.",
        ),
        FileFormat(
            GEOPARQUET,
            "application/vnd.apache.parquet",
            "GeoParquet",
            "Pour Python, R ou DuckDB : compact et typé.",
        ),
    )
}
# Those that only whole layers have.
STANDARD = FileFormat(
    "standard.csv",
    "text/csv",
    "CSV au standard national",
    "Les lieux au schéma de données de la médiation numérique ; « date_maj », qu'il exige, y est "
    "la date de la liste quand le lieu n'en publie pas.",
)
# A table without shapes, which a reader of GeoParquet refuses.
PARQUET = FileFormat(
    "parquet",
    "application/vnd.apache.parquet",
    "Parquet",
    "Pour Python, R ou DuckDB : compact et typé, sans contour ni point.",
)
PMTILES = FileFormat(
    "pmtiles",
    "application/vnd.pmtiles",
    "PMTiles",
    "Tuiles vectorielles en un fichier, pour une carte sans serveur.",
)
