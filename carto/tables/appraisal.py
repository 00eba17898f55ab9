"""How far verdicts hold: columns of the communes, and contracts of the two tables of details."""

from __future__ import annotations

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.shared import optional, share
from carto.vocabulary import (
    FLIPPING_INPUT_WORDS,
    FLIPPING_THRESHOLD_WORDS,
    ROBUSTNESS_WORDS,
    TERRITORY_TYPES,
    THRESHOLD_DIRECTIONS,
    VERDICT_WORDS,
)

_NO_ANSWER = "Verdict indéterminé, ou commune sans habitant."
_NO_RANK = "Pas de score, commune sans habitant, ou hors du périmètre."
_NO_INHABITANT = "Commune sans habitant."
_SURE = "Part des tirages des données où c'est certain."


def rank(name: str, label: str, description: str) -> Column:
    """Declare a rank."""
    return optional(name, "integer", label, description, _NO_RANK, "", 1)


def names(name: str, label: str, description: str, allowed: tuple[str, ...]) -> Column:
    """Declare a list of names joined by `|`, empty when there is none."""
    one = f"({'|'.join(allowed)})"
    pattern = rf"({one}(\|{one})*)?"
    return Column(name, "string", label, f"{description} Vide : aucun.", pattern=pattern)


TYPOLOGY = Column(
    "typology",
    "string",
    "Type de commune",
    "Croisement du réseau, de l'aide et du besoin : les trois alertes font huit types.",
    nullable=True,
    null_rule="Une des trois alertes est inconnue.",
    choices=(*TERRITORY_TYPES, "sans_objet"),
)
RANK_COLUMNS = (
    rank(
        "rank",
        "Rang dans le département",
        "Rang par score parmi les communes du périmètre de son département ; 1 appelle le plus "
        "d'attention. Se lit toujours avec son intervalle.",
    ),
    rank(
        "rank_low",
        "Rang, borne qui appelle le plus d'attention",
        "Plus petit nombre de l'intervalle à 90 % du rang, quand on tire au sort les poids du "
        "score.",
    ),
    rank(
        "rank_high",
        "Rang, borne qui appelle le moins d'attention",
        "Plus grand nombre de l'intervalle à 90 % du rang.",
    ),
)
APPRAISAL_COLUMNS = (
    *RANK_COLUMNS,
    Column(
        "robustness",
        "string",
        "Solidité du verdict",
        "Robuste : au moins 90 % des tirages des données donnent la même réponse, et au plus la "
        "moitié des heures accessibles sont estimées d'après le type du lieu ; fragile : au moins "
        "60 % ; bascule : moins.",
        nullable=True,
        null_rule=_NO_ANSWER,
        choices=tuple(ROBUSTNESS_WORDS),
    ),
    share(
        "underserved_probability",
        "Probabilité d'être sous-desservie",
        "Part des tirages des données (trajets, heures, besoin, fibre, chacun dans sa marge) où "
        "la commune est sous-desservie.",
        "Verdict indéterminé, ou indéterminé dans certains tirages (la table « robustness » donne "
        "les deux bornes), ou commune sans habitant.",
    ),
    names(
        "flipping_inputs",
        "Données qui feraient basculer le verdict",
        "Temps de trajet, heures, besoin ou fibre : celles qui, seules, à un bout de leur marge, "
        "changent le fait d'être sous-desservie.",
        tuple(FLIPPING_INPUT_WORDS),
    ),
    names(
        "flipping_thresholds",
        "Seuils dont dépend la classe",
        "Seuils qui, déplacés de 10 %, changent la classe.",
        tuple(FLIPPING_THRESHOLD_WORDS),
    ),
)

ROBUSTNESS = TableContract(
    "robustness",
    "Solidité des verdicts",
    "Une ligne par commune publiée : parts des tirages des données sous chaque alerte et chaque "
    "classe, rangs sous d'autres poids du score.",
    ("code_insee",),
    (
        CODE_INSEE,
        share(
            "agreement", "Accord", "Part des tirages qui donnent la réponse publiée.", _NO_ANSWER
        ),
        share(
            "underserved_probability_low",
            "Sous-desservie à coup sûr",
            "Part des tirages où la commune est sous-desservie à coup sûr.",
            _NO_INHABITANT,
        ),
        share(
            "underserved_probability_high",
            "Sous-desservie peut-être",
            "Part des tirages où la commune est, ou peut être, sous-desservie.",
            _NO_INHABITANT,
        ),
        share("alert_offre_probability", "Alerte offre", _SURE, _NO_INHABITANT),
        share("alert_besoin_probability", "Alerte besoin", _SURE, _NO_INHABITANT),
        share("alert_connectivite_probability", "Alerte connectivité", _SURE, _NO_INHABITANT),
        *(
            share(
                f"verdict_{verdict}_probability",
                f"Verdict {words}",
                "Part des tirages qui donnent ce verdict.",
                _NO_INHABITANT,
            )
            for verdict, words in VERDICT_WORDS.items()
            if verdict != "sans_objet"
        ),
        *RANK_COLUMNS,
        optional(
            "rank_median",
            "integer",
            "Rang médian",
            "Milieu des rangs quand on tire au sort les poids du score.",
            _NO_RANK,
            "",
            1,
        ),
        optional(
            "ranked_count",
            "integer",
            "Communes classées",
            "Nombre de communes du département parmi lesquelles le rang est donné.",
            _NO_RANK,
            "communes",
            1,
        ),
    ),
)

SENSITIVITY = TableContract(
    "sensitivity",
    "Effet des seuils",
    "Une ligne par seuil et par sens : combien de communes publiées changent de classe quand ce "
    "seuil seul est déplacé de 10 %.",
    ("parameter", "direction"),
    (
        Column(
            "parameter",
            "string",
            "Seuil",
            "Nom du seuil parmi les paramètres des alertes.",
            choices=tuple(FLIPPING_THRESHOLD_WORDS),
        ),
        Column(
            "direction",
            "string",
            "Sens",
            "Baisse ou hausse du seuil.",
            choices=THRESHOLD_DIRECTIONS,
        ),
        Column("value", "number", "Valeur essayée", "Dans l'unité du seuil."),
        Column(
            "communes_changed",
            "integer",
            "Communes qui changent de classe",
            "Leur classe, ou celles qui restent possibles, ne sont plus les mêmes.",
            "communes",
            minimum=0,
        ),
        Column(
            "communes_become_underserved",
            "integer",
            "Deviennent sous-desservies",
            "Communes sous-desservies à coup sûr avec cette valeur, et pas avec celle retenue.",
            "communes",
            minimum=0,
        ),
        Column(
            "communes_cease_underserved",
            "integer",
            "Cessent d'être sous-desservies",
            "Communes sous-desservies à coup sûr avec la valeur retenue, et pas avec celle-ci.",
            "communes",
            minimum=0,
        ),
    ),
)
