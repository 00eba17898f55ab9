"""Contract of the published table of communes."""

from __future__ import annotations

from dataclasses import replace

from carto.codes import DEPARTEMENT_PATTERN, SIREN_PATTERN
from carto.contracts import Column, TableContract
from carto.tables.appraisal import APPRAISAL_COLUMNS, TYPOLOGY
from carto.tables.inputs import (
    CODE_INSEE,
    GEOMETRY,
    LATITUDE,
    LOCAUX,
    LOCAUX_RACCORDABLES,
    LONGITUDE,
)
from carto.tables.local_facts import LOCAL_COLUMNS
from carto.tables.need_inputs import (
    AGE_SCORE,
    DIPLOMA_SCORE,
    IFN_INDICATEURS,
    IFN_TOTAL,
    NIVEAU_VIE_MEDIAN,
    PEOPLE_65,
    PEOPLE_WITHOUT_DIPLOMA,
    POVERTY_SCORE,
    TAUX_PAUVRETE,
)
from carto.tables.network import COPPER_COLUMNS, PROJECTION_COLUMNS, RATE_COLUMNS
from carto.tables.shared import (
    ACCESSIBILITY,
    ACCESSIBILITY_EQUIPMENT,
    ACCESSIBILITY_HIGH,
    ACCESSIBILITY_LOW,
    ACCESSIBILITY_VARIANT_HIGH,
    ACCESSIBILITY_VARIANT_LOW,
    DEMAND,
    FLAGS,
    HOURS_PER_WEEK,
    LOCAUX_RESTANTS,
    NEAREST_MIN,
    NEED,
    POINT_SOURCE,
    POPULATION,
    PROVISION_COLUMNS,
    REASONS,
    SITES_COUNT,
    TAUX,
    VERDICTS,
    optional,
)
from carto.tables.zoning import (
    CLASSEMENT_FRR,
    CUIVRE_COLUMNS,
    DENSITE_CLASSE,
    NOM_EPT,
    SIREN_EPT,
)


def alert(name: str, label: str, description: str) -> Column:
    """Declare a three-valued alert."""
    return optional(name, "boolean", label, description, "Les données ne permettent pas de dire.")


COMMUNES = TableContract(
    "communes",
    "Communes",
    "Une ligne par commune du périmètre, et par commune des EPCI qui le débordent si elle est "
    "connue.",
    ("code_insee",),
    (
        CODE_INSEE,
        Column("nom", "string", "Commune", "Nom officiel de la commune."),
        Column("departement", "string", "Département", "Code.", pattern=DEPARTEMENT_PATTERN),
        optional("region", "string", "Région", "Code de la région.", "Collectivité sans région."),
        Column(
            "siren_epci",
            "string",
            "EPCI",
            "SIREN de l'EPCI à fiscalité propre.",
            nullable=True,
            null_rule="La commune n'appartient à aucun EPCI.",
            pattern=SIREN_PATTERN,
        ),
        optional("nom_epci", "string", "Nom de l'EPCI", "Raison sociale.", "Aucun EPCI."),
        Column(
            "is_in_scope",
            "boolean",
            "Dans le périmètre",
            "Vrai si la commune est dans le périmètre demandé ; faux si elle n'est là que pour "
            "compléter un EPCI.",
        ),
        POPULATION,
        Column(
            "superficie_km2",
            "number",
            "Superficie",
            "Aire du contour généralisé, en projection légale.",
            "km²",
            minimum=0,
        ),
        LONGITUDE,
        LATITUDE,
        POINT_SOURCE,
        LOCAUX,
        LOCAUX_RACCORDABLES,
        LOCAUX_RESTANTS,
        TAUX,
        *RATE_COLUMNS,
        *PROJECTION_COLUMNS,
        optional("fibre_quarter", "string", "Trimestre de la fibre", "Date du relevé.", "Absente."),
        SITES_COUNT,
        *PROVISION_COLUMNS,
        HOURS_PER_WEEK,
        optional("nearest_site_id", "string", "Lieu le plus proche", "Identifiant.", "Aucun."),
        optional(
            "nearest_site_km",
            "number",
            "Distance au lieu le plus proche",
            "À vol d'oiseau, en projection légale.",
            "Aucun lieu accessible par la route.",
            "km",
            0,
        ),
        NEAREST_MIN,
        optional(
            "population_beyond_time_share",
            "number",
            "Habitants loin de tout lieu",
            "Part des habitants de la commune qui vivent au-delà du seuil de temps de tout lieu, "
            "comptée par carreau.",
            "Population par carreau non fournie, ou aucun lieu accessible par la route.",
            "part",
            0,
            1,
        ),
        ACCESSIBILITY,
        ACCESSIBILITY_LOW,
        ACCESSIBILITY_HIGH,
        ACCESSIBILITY_VARIANT_LOW,
        ACCESSIBILITY_VARIANT_HIGH,
        ACCESSIBILITY_EQUIPMENT,
        Column(
            "accessibility_quality",
            "string",
            "Qualité de l'offre accessible",
            "A : moins de 10 % des heures accessibles sont estimées d'après le type du lieu ; "
            "B : 10 à 50 % ; C : plus.",
            nullable=True,
            null_rule="Aucune heure accessible.",
            choices=("A", "B", "C"),
        ),
        NIVEAU_VIE_MEDIAN,
        TAUX_PAUVRETE,
        NEED,
        POVERTY_SCORE,
        AGE_SCORE,
        DIPLOMA_SCORE,
        DEMAND,
        IFN_TOTAL,
        replace(IFN_INDICATEURS, nullable=True, null_rule="Indice non fourni."),
        PEOPLE_65,
        PEOPLE_WITHOUT_DIPLOMA,
        CLASSEMENT_FRR,
        DENSITE_CLASSE,
        SIREN_EPT,
        NOM_EPT,
        *CUIVRE_COLUMNS,
        *COPPER_COLUMNS,
        *LOCAL_COLUMNS,
        alert("alert_offre", "Alerte offre", "Aucun lieu à 20 min, ou offre insuffisante."),
        alert("alert_besoin", "Alerte besoin", "Besoin au-dessus du seuil."),
        alert(
            "alert_connectivite",
            "Alerte connectivité",
            "Fibre sous le seuil, ou cuivre fermé "
            "ou bientôt fermé avant que la fibre soit prête (CU2 ou plus).",
        ),
        Column(
            "verdict",
            "string",
            "Verdict",
            "0 non sous-desservie, 1 vigilance, 2 sous-desservie, 3 prioritaire, indéterminé, "
            "sans objet.",
            choices=VERDICTS,
        ),
        optional(
            "verdict_low",
            "integer",
            "Classe au moins",
            "Plus basse possible.",
            "Commune sans habitant.",
            "",
            0,
            3,
        ),
        optional(
            "verdict_high",
            "integer",
            "Classe au plus",
            "Plus haute possible.",
            "Commune sans habitant.",
            "",
            0,
            3,
        ),
        alert(
            "is_underserved",
            "Sous-desservie",
            "Vrai pour les classes 2 et 3 ; décidé dès que toutes les possibilités s'accordent, "
            "même quand la classe est indéterminée : c'est cette colonne qui trouve les communes "
            "sous-desservies.",
        ),
        optional(
            "score",
            "number",
            "Score",
            "Score composite de 0 à 100 ; sert seulement à ordonner les communes d'une classe.",
            "Une des trois familles est inconnue.",
            "sur 100",
            0,
            100,
        ),
        TYPOLOGY,
        *APPRAISAL_COLUMNS,
        Column("sentence", "string", "En une phrase", "Le verdict et ses raisons, en français."),
        FLAGS,
        REASONS,
        GEOMETRY,
    ),
)
