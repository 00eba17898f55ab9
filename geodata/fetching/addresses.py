"""Official addresses: where each publisher offers its file, in one place.

They serve the sources that an operator configures with neither `file` nor `url`. Publishers name
their files after a vintage, so an address depends on the vintage that the operator declares: what
is fetched is what carto.toml says, never silently a newer one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from geodata.fetching.failure import FetchFailure

DATA_GOUV = "https://www.data.gouv.fr"

_INSEE = "https://www.insee.fr/fr/statistiques/fichier"
_ETALAB = "https://etalab-datasets.geo.data.gouv.fr/contours-administratifs/{cog}/geojson"
_DGCL = "https://www.collectivites-locales.gouv.fr/files/files/Etudes-et-statistiques/DESL"
_MA_CONNEXION = "https://data.arcep.fr/fixe/maconnexioninternet/statistiques"
_OBSERVATOIRE_DES_TERRITOIRES = (
    "https://www.observatoire-des-territoires.gouv.fr/outils/cartographie-interactive/api/v1/"
    "functions/GC_API_download.php?type=stat&nivgeo=com2025&dataset=frr&indic=codefrr&format=csv"
)
_ECONOMIE = "https://data.economie.gouv.fr/api/explore/v2.1/catalog/datasets"
_COG_FILES = {"2023": "6800675", "2024": "7766585", "2025": "8377162", "2026": "8740222"}


@dataclass(frozen=True)
class StableAddress:
    """An address that does not change, or holds the declared vintage.

    `{cog}` stands for the year of the COG, `{year}` and `{quarter}` for those of `date`.
    """

    url: str


@dataclass(frozen=True)
class AddressByVintage:
    """One address per vintage, by the year of the COG or by `millesime`."""

    by: Literal["cog", "millesime"]
    urls: Mapping[str, str]


@dataclass(frozen=True)
class DatasetFile:
    r"""A file of data.gouv.fr without a stable address, found through its API.

    Attributes
    ----------
    title
        Pattern of the title (or file name) of the file; its groups `year` and `quarter`, when it
        has them, must be those of the declared `date`. Without them the file last published wins.
    slug
        Name of the dataset in its address, None when it is not stable.
    organisation, dataset
        Name of the organisation in its address, and pattern of the title of the dataset, both
        used when there is no slug.
    """

    described: str
    title: re.Pattern[str]
    slug: str | None = None
    organisation: str = ""
    dataset: re.Pattern[str] = re.compile("")


Address = StableAddress | AddressByVintage | DatasetFile

_ARCEP_DATASET = "le-marche-du-haut-et-tres-haut-debit-fixe-deploiements"
_CARTOGRAPHIE_NATIONALE = "cartographie-nationale-des-lieux-de-mediation-numerique"

OFFICIAL: Mapping[str, Address] = {
    "contours": StableAddress(f"{_ETALAB}/communes-50m.geojson.gz"),
    "mairies": StableAddress(f"{_ETALAB}/mairies.geojson.gz"),
    "cog": AddressByVintage(
        "cog", {year: f"{_INSEE}/{n}/v_commune_{year}.csv" for year, n in _COG_FILES.items()}
    ),
    "mouvements": AddressByVintage(
        "cog", {year: f"{_INSEE}/{n}/v_mvt_commune_{year}.csv" for year, n in _COG_FILES.items()}
    ),
    "population": AddressByVintage("millesime", {"2023": f"{_INSEE}/8680726/ensemble.zip"}),
    "epci": StableAddress(f"{_DGCL}/{{cog}}/EPCI/epcicom{{cog}}.xlsx"),
    "fibre": StableAddress(
        f"{_MA_CONNEXION}/{{year}}_T{{quarter}}/commune/commune_meilleure_techno_thd.csv"
    ),
    "fibre_carte": DatasetFile(
        "déploiements de l'ARCEP, fichier « {year}T{quarter}-Commune »",
        re.compile(r"(?i)(?P<year>\d{4})T(?P<quarter>[1-4])-commune(\.zip)?"),
        _ARCEP_DATASET,
    ),
    "fibre_history": DatasetFile(
        "déploiements de l'ARCEP, classeur « {year}t{quarter}-obs-hd-thd-deploiement »",
        re.compile(r"(?i)(?P<year>\d{4})T(?P<quarter>[1-4])-obs-hd-thd-deploiement.*"),
        _ARCEP_DATASET,
    ),
    "lieux": DatasetFile(
        "lieux fournis par La Cartographie Nationale, territoire National, CSV sans doublons",
        re.compile(r"(?i).*sans-doublons.*\.csv"),
        organisation=_CARTOGRAPHIE_NATIONALE,
        dataset=re.compile(r"(?i).*\bnational\b.*fournis par la cartographie nationale.*"),
    ),
    "france_services": StableAddress(
        f"{DATA_GOUV}/fr/datasets/r/31576dff-fd61-4de9-819f-32c2f880b142"
    ),
    "conseillers_numeriques": StableAddress(
        f"{DATA_GOUV}/fr/datasets/r/048e9e16-b707-48da-85d1-60c9a25ea1d7"
    ),
    "lieux_aidants_connect": DatasetFile(
        "lieux fournis par Aidants Connect, CSV",
        re.compile(r"(?i)(?!.*sans-doublons).*\.csv"),
        organisation=_CARTOGRAPHIE_NATIONALE,
        dataset=re.compile(r"(?i).*fournis par aidants[- ]connect.*"),
    ),
    "structure_population": AddressByVintage(
        "millesime", {"2022": f"{_INSEE}/8581696/base-cc-evol-struct-pop-2022_csv.zip"}
    ),
    "diplomes": AddressByVintage(
        "millesime", {"2022": f"{_INSEE}/8581488/base-cc-diplomes-formation-2022_csv.zip"}
    ),
    "filosofi": AddressByVintage(
        "millesime",
        {
            "2021": f"{_INSEE}/7756855/indic-struct-distrib-revenu-2021-COMMUNES_csv.zip",
            "2023": f"{_INSEE}/8984752/FILOSOFI_CC_csv.zip",
        },
    ),
    "filosofi_epci": AddressByVintage(
        "millesime", {"2023": f"{_INSEE}/8984752/FILOSOFI_CC_csv.zip"}
    ),
    "frr": StableAddress(_OBSERVATOIRE_DES_TERRITOIRES),
    # Only the columns that are read: the outlines beside them are a hundred times heavier.
    "cuivre": StableAddress(
        f"{_ECONOMIE}/fermeture-reseau-cuivre/exports/csv?delimiter=%3B"
        "&select=code_insee,fermeture_commerciale,fermeture_technique"
    ),
}


def official_address(source_id: str, *, cog: int, millesime: str, date: str) -> str | DatasetFile:
    """Official address of a source for the vintage that the operator declares.

    Parameters
    ----------
    source_id
        A source that has an official address.
    cog, millesime, date
        Year of the COG, vintage and ISO date in carto.toml.

    Returns
    -------
    str or DatasetFile
        An address, or what to look for on data.gouv.fr.

    Raises
    ------
    FetchFailure
        When no address is known for this vintage; the message lists the known ones.
    """
    address = OFFICIAL[source_id]
    if isinstance(address, DatasetFile):
        return address
    if isinstance(address, StableAddress):
        year, quarter = quarter_of(date)
        return address.url.format(cog=cog, year=year, quarter=quarter)
    vintage = {"cog": str(cog), "millesime": millesime}[address.by]
    if vintage not in address.urls:
        known = ", ".join(sorted(address.urls))
        raise FetchFailure(
            f"pas d'adresse officielle connue pour {address.by} = {vintage} (connues : {known})"
        )
    return address.urls[vintage]


def quarter_of(date: str) -> tuple[str, str]:
    """Year and quarter of an ISO date.

    >>> quarter_of("2026-06-30")
    ('2026', '2')
    """
    return date[:4], str((int(date[5:7]) + 2) // 3)


def has_official_address(source_id: str) -> bool:
    """Whether a source may be configured with neither `file` nor `url`."""
    return source_id in OFFICIAL
