"""The sheets of the method page beyond the five indicators: what a study adds to a verdict.

Each example takes the sentences that the page of the commune shows, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from carto import french
from carto.drawing.travel_words import is_estimated
from carto.drawing.wording import threshold
from carto.need_variants import VARIANTS
from carto.vocabulary import PLACE_SOURCES, TERRITORY_TYPES
from webapp.communes.commune_study import CommuneStudy
from webapp.method.sheet import Example, Sheet
from webapp.method.standing_sheet import standing_sheet
from webapp.views.provenance import NO_SOURCE, Facts, credit

Row = Mapping[str, Any]


def study_sheets(
    facts: Facts, study: CommuneStudy, row: Row, around: Row | None = None
) -> list[Sheet]:
    """Write the sheets on types, solidity, fibre to come, copper and comparisons.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    study
        That of the commune of the examples.
    row
        Row of `communes` of the same commune.
    around
        Row of the territory around it, its EPCI or its département; None when there is none.
    """
    return [
        sheet.in_type()
        for sheet in (
            _types(study),
            _solidity(facts, study, row),
            _projection(facts, study),
            _copper(facts, study),
            _twins(facts, study),
            _clusters(facts, study),
            _inequality(facts, around),
            standing_sheet(facts, study.standings),
        )
    ]


def _example(*lines: str) -> Example | None:
    """Make an example of the sentences there are."""
    return Example(tuple(lines)) if any(lines) else None


def _types(study: CommuneStudy) -> Sheet:
    named = (f"{found.words} : {found.meaning}" for found in TERRITORY_TYPES.values())
    found = study.type_
    return Sheet(
        "typologie",
        "Types de communes",
        "De quelle sorte d'attention une commune a-t-elle besoin : réseau, aide, ou les deux ?",
        ("Les trois alertes croisées font huit types.", *named),
        "les mêmes que les trois alertes",
        (
            "Un type dit ce qui manque au territoire, jamais ce que sont ses habitants.",
            "Une commune dont une alerte est inconnue n'a pas de type.",
        ),
        _example(
            f"{found.words} : {found.meaning} {found.calls_for}"
            if found
            else f"Sans type : {study.untyped}"
        ),
    )


def _roads(facts: Facts) -> str:
    """Say how travel times are drawn: their roads, or one factor for times that come from none."""
    parameters = facts["method"]["parameters"]
    tried, assumed = parameters["robustness"], parameters["travel"]
    (short, long), (slow, fast) = tried["detour"], tried["speed_kmh"]
    if is_estimated(facts):
        return (
            f"détour de {threshold(short)} à {threshold(long)}, vitesse de {threshold(slow)} à "
            f"{threshold(fast)} km/h"
        )
    least, most = (
        french.number(detour / assumed["detour"] * assumed["speed_kmh"] / speed, 2)
        for detour, speed in ((short, fast), (long, slow))
    )
    return f"temps multipliés par un même facteur, entre {least} et {most}"


def _solidity(facts: Facts, study: CommuneStudy, row: Row) -> Sheet:
    parameters = facts["method"]["parameters"]
    tried = parameters["robustness"]
    least, tipping = (french.percent(tried[name], 0) for name in ("robust_p", "tipping_p"))
    return Sheet(
        "solidite",
        "Solidité du verdict",
        "Le verdict tiendrait-il si les données étaient un peu différentes ?",
        (
            f"{french.number(tried['input_draws'])} fois, tout est tiré au sort dans sa marge, et "
            "le verdict est refait : c'est un « tirage »",
            f"{_roads(facts)}, heures à ± {french.percent(tried['hours_sigma'], 0)} environ "
            f"({french.percent(tried['hours_sigma_imputed'], 0)} si elles sont estimées), besoin à "
            f"± {threshold(tried['need_sigma'])} point environ, fibre entre ses deux bornes quand "
            "elles sont publiées",
            f"robuste : au moins {least} des tirages donnent la même réponse ; fragile : au moins "
            f"{tipping} ; sinon le verdict peut basculer",
            f"rang : {french.number(tried['weight_draws'])} tirages des poids du score ; "
            "l'intervalle en garde neuf sur dix",
        ),
        "les mêmes que le verdict ; la graine des tirages est publiée, ils se répètent à "
        "l'identique",
        (
            "Les marges sont des conventions : elles ne mesurent pas toutes les erreurs.",
            "Un lieu absent des listes ou fermé depuis n'est pas tiré au sort.",
            "Un besoin égal à son seuil passe dessous une fois sur deux : un verdict qui en dépend "
            "donne environ 50 %, par effet d'arrondi.",
            "Quand plus de la moitié des heures sont estimées, un verdict n'est jamais dit "
            "robuste.",
        ),
        _example(
            *study.steadiness.lines,
            *_fixed_rate(row),
        ),
    )


def _fixed_rate(row: Row) -> Iterator[str]:
    """Say that the fibre did not vary, where its rate has no bounds of its own."""
    if row.get("taux_low") is not None and row["taux_low"] == row["taux_high"]:
        yield "Pour la fibre, aucune borne n'est publiée ici : elle n'a pas varié."


def _projection(facts: Facts, study: CommuneStudy) -> Sheet:
    projection = facts["method"]["parameters"]["projection"]
    first, last = (french.percent(share, 0) for share in projection["targets"])
    return Sheet(
        "projection",
        "La fibre demain",
        f"Au rythme de la dernière année, quand {first} et {last} seraient-ils atteints ?",
        (
            "locaux restants après q trimestres = locaux restants × (1 − rythme)^q",
            "rythme : part des locaux restants devenus raccordables chaque trimestre, ramenée "
            "vers celle du département quand la commune est petite",
            "intervalle : celui des erreurs passées de la même méthode, huit fois sur dix",
        ),
        credit(facts, "fibre", "fibre_history"),
        (
            "Les derniers locaux sont les plus difficiles, et aucun rythme ne les connaît : "
            "aucune date n'est dite pour 100 %.",
            f"Rien n'est estimé sans {projection['min_quarters']} trimestres de suite, ni quand "
            "les comptes ont été révisés.",
            "Erreur moyenne mesurée de 2017 à 2022 sur les départements, à un an et au-dessus de "
            "80 % : 1,9 point. Celle d'une commune, plus grande, n'a pu être mesurée qu'au "
            "1er trimestre 2018, un trimestre à l'avance : 1,0 point.",
        ),
        _example(*study.outlook.lines),
    )


def _copper(facts: Facts, study: CommuneStudy) -> Sheet:
    alerts = facts["method"]["parameters"]["alerts"]
    limit = threshold(alerts["fibre_pct"])
    return Sheet(
        "cuivre",
        "Fermeture du cuivre",
        "Le cuivre s'arrête-t-il avant que la fibre soit là ?",
        (
            f"CU4 : cuivre fermé, fibre sous {limit} %",
            "CU3 : fermeture dans l'année, fibre inachevée",
            f"CU2 : dans les deux ans, avant {limit} % de fibre",
            "CU1 : plus rien n'est vendu sur le cuivre ; CU0 : rien de cela",
            f"Alerte de connectivité à partir de CU{alerts['copper_class']}.",
        ),
        "aucune source du cuivre dans ces données"
        if credit(facts, "cuivre") == NO_SOURCE
        else credit(facts, "cuivre", "fibre"),
        (
            f"{limit} % n'est pas une définition légale de la complétude.",
            "Les dates d'Orange bougent : ce sont celles du fichier, à sa date.",
            "Sans calendrier fourni, ce critère n'est pas évalué.",
        ),
        _example(*study.outlook.copper),
    )


def _twins(facts: Facts, study: CommuneStudy) -> Sheet:
    count = facts["method"]["parameters"]["twins"]["count"]
    return Sheet(
        "comparables",
        "Territoires comparables",
        "À quels territoires de même profil se comparer ?",
        (
            f"les {count} territoires de même type les plus proches par la taille, la densité, la "
            "ruralité et l'âge de la population",
            "écart = valeur du territoire − médiane de ses comparables",
        ),
        credit(facts, "population", "frr", "fragilite", "structure_population"),
        (
            "Se ressembler n'est pas un classement.",
            "Une caractéristique trop peu connue est laissée de côté pour tous, et c'est dit.",
        ),
        _example(*_twin_lines(study)),
    )


def _twin_lines(study: CommuneStudy) -> Iterator[str]:
    """Name the twins and the first gap."""
    if study.twins is None:
        return
    yield f"{', '.join(twin.nom for twin in study.twins.twins)}. {study.twins.rule}"
    for gap in study.twins.gaps[:1]:
        yield f"{gap.label} : {gap.value}, médiane {gap.median}, écart {gap.gap}."


def _clusters(facts: Facts, study: CommuneStudy) -> Sheet:
    clusters, variant = facts["method"]["parameters"]["clusters"], facts["method"]["need_variant"]
    need_sources = VARIANTS[variant].sources if variant else ()
    return Sheet(
        "regroupements",
        "Regroupements de communes",
        "La commune ressemble-t-elle à ses voisines plus que le hasard ne l'expliquerait ?",
        (
            f"valeur de la commune × moyenne de ses {clusters['knn']} voisines (indice local de "
            "Moran)",
            f"comparée à {french.number(clusters['permutations'])} tirages de voisines au hasard, "
            "en tenant compte du nombre de communes testées",
        ),
        credit(facts, *PLACE_SOURCES, "fibre", *need_sources),
        (
            "Décrit un regroupement, pas une cause.",
            "L'offre accessible est lisse par construction : des voisines partagent leurs lieux.",
        ),
        _example(
            *(study.clusters or ("Aucun regroupement que le hasard n'expliquerait pas.",)),
        ),
    )


def _inequality(facts: Facts, around: Row | None) -> Sheet:
    return Sheet(
        "inegalites",
        "Inégalités d'accès",
        "L'aide accessible est-elle partagée également entre les habitants d'un territoire ?",
        (
            "indice de Gini, pondéré par la population : 0, la même offre pour tous ; près de 1, "
            "toute l'offre pour quelques-uns",
            "indice de Theil : la part de l'inégalité entre intercommunalités, et celle à "
            "l'intérieur",
        ),
        credit(facts, *PLACE_SOURCES),
        (
            "Chaque habitant reçoit la valeur de sa commune.",
            "Une offre inégale peut répondre à un besoin inégal.",
        ),
        _example(*_gini(around)),
    )


def _gini(around: Row | None) -> Iterator[str]:
    """Give the index of the territory around the commune."""
    if around is not None and around.get("accessibility_gini") is not None:
        index = french.number(around["accessibility_gini"], 2)
        yield f"{around['nom']} : indice de Gini de {index}."
