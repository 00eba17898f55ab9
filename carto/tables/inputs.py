"""Contracts of the validated input tables: what each parsed source promises to the measures."""

from __future__ import annotations

from carto.codes import CODE_INSEE_PATTERN, DEPARTEMENT_PATTERN, SIREN_PATTERN
from carto.contracts import Column, TableContract

QUARTER_PATTERN = r"[0-9]{4}-T[1-4]"

CODE_INSEE = Column(
    "code_insee",
    "string",
    "Code de la commune",
    "Code officiel géographique de la commune, cinq caractères, toujours du texte.",
    pattern=CODE_INSEE_PATTERN,
)
GEOMETRY = Column(
    "geometry", "geometry", "Géométrie", "Géométrie en WGS 84 (EPSG:4326), longitude puis latitude."
)
LONGITUDE = Column(
    "longitude",
    "number",
    "Longitude",
    "Degrés décimaux, WGS 84.",
    "°",
    minimum=-180,
    maximum=180,
    when_merged="place",
)
LATITUDE = Column(
    "latitude",
    "number",
    "Latitude",
    "Degrés décimaux, WGS 84.",
    "°",
    minimum=-90,
    maximum=90,
    when_merged="place",
)
LOCAUX = Column(
    "locaux",
    "integer",
    "Locaux",
    "Meilleure estimation du nombre de locaux (logements et établissements) à la date du relevé, "
    "ARCEP.",
    "locaux",
    nullable=True,
    null_rule="Commune absente du fichier, nombre non publié, ou arrondissements incomplets.",
    minimum=0,
    when_merged="sum",
)
LOCAUX_RACCORDABLES = Column(
    "locaux_raccordables",
    "integer",
    "Locaux raccordables",
    "Locaux pour lesquels un opérateur peut vendre un accès en fibre sans délai (réseau construit "
    "jusqu'au point de branchement), ARCEP. Raccordable n'est ni raccordé, ni abonné.",
    "locaux",
    nullable=True,
    null_rule="Commune absente du fichier, nombre non publié, ou arrondissements incomplets.",
    minimum=0,
    when_merged="sum",
)
LOCAUX_EN_CONSTRUCTION = Column(
    "locaux_en_construction",
    "integer",
    "Locaux en construction",
    "Parmi les locaux, estimation de ceux qui sont en cours de construction, ARCEP, depuis le T4 "
    "2024.",
    "locaux",
    nullable=True,
    null_rule="Avant le T4 2024, ou nombre absent du fichier.",
    minimum=0,
    when_merged="sum",
)
LOCAUX_INSEE = Column(
    "locaux_insee",
    "integer",
    "Logements et établissements",
    "Logements et établissements comptés par l'INSEE, autre estimation des locaux.",
    "locaux",
    nullable=True,
    null_rule="Nombre absent du fichier.",
    minimum=0,
    when_merged="sum",
)
ZONE_FIBRE = Column(
    "zone_fibre",
    "string",
    "Zone de déploiement",
    "ZTD : zone très dense ; zipri : zone d'initiative privée (AMII et AMEL) ; zipu : zone "
    "d'initiative publique (RIP).",
    nullable=True,
    null_rule="Zone absente du fichier.",
    choices=("ZTD", "zipri", "zipu"),
)
QUARTER = Column(
    "quarter",
    "string",
    "Trimestre",
    "Trimestre dont la fin est la date du relevé.",
    pattern=QUARTER_PATTERN,
)

CONTOURS = TableContract(
    "contours",
    "Contours des communes",
    "Une ligne par commune (les arrondissements de Paris, Lyon et Marseille en sont exclus).",
    ("code_insee",),
    (
        CODE_INSEE,
        Column("nom", "string", "Nom", "Nom officiel de la commune."),
        Column(
            "departement",
            "string",
            "Département",
            "Code du département.",
            pattern=DEPARTEMENT_PATTERN,
        ),
        GEOMETRY,
    ),
)

MAIRIES = TableContract(
    "mairies",
    "Mairies",
    "Le point de la mairie de chaque commune, tel que publié (avant contrôle de position).",
    ("code_insee",),
    (CODE_INSEE, LONGITUDE, LATITUDE),
)

POPULATION = TableContract(
    "population",
    "Populations municipales",
    "Une ligne par commune.",
    ("code_insee",),
    (
        CODE_INSEE,
        Column(
            "population",
            "integer",
            "Population",
            "Population municipale légale.",
            "habitants",
            minimum=0,
            when_merged="sum",
        ),
    ),
)

EPCI_MEMBERS = TableContract(
    "epci",
    "Composition des EPCI à fiscalité propre",
    "Une ligne par commune membre.",
    ("code_insee",),
    (
        CODE_INSEE,
        Column("siren_epci", "string", "SIREN de l'EPCI", "Neuf chiffres.", pattern=SIREN_PATTERN),
        Column("nom_epci", "string", "EPCI", "Raison sociale de l'EPCI."),
        Column(
            "nature_juridique",
            "string",
            "Nature",
            "CC, CA, CU, METRO ou MET69.",
            nullable=True,
            null_rule="Non publiée.",
        ),
    ),
)

LOCAUX_QUARTER = Column(
    "locaux_quarter",
    "string",
    "Trimestre des locaux",
    "Trimestre de l'estimation des locaux. Un historique n'en donne qu'une, pour tous ses "
    "trimestres (dénominateur constant) : ses taux se comparent entre eux, mais ne sont pas ceux "
    "qui furent publiés à l'époque.",
    pattern=QUARTER_PATTERN,
)

FIBRE = TableContract(
    "fibre",
    "Déploiement de la fibre (FttH)",
    "Une ligne par commune et par trimestre : les deux comptes, jamais un taux seul.",
    ("code_insee", "quarter"),
    (CODE_INSEE, QUARTER, LOCAUX, LOCAUX_RACCORDABLES, LOCAUX_EN_CONSTRUCTION, ZONE_FIBRE),
)

FIBRE_HISTORY = TableContract(
    "fibre_history",
    "Historique de la fibre (FttH)",
    "Une ligne par commune et par trimestre du classeur de l'observatoire ; les locaux sont la "
    "même estimation pour tous les trimestres.",
    ("code_insee", "quarter"),
    (
        CODE_INSEE,
        QUARTER,
        LOCAUX,
        LOCAUX_QUARTER,
        LOCAUX_RACCORDABLES,
        LOCAUX_EN_CONSTRUCTION,
        LOCAUX_INSEE,
        ZONE_FIBRE,
    ),
)
