"""The sheets of the method page beyond the five indicators: what a study adds to a verdict.

Each example takes the sentences that the page of the commune shows, so that both say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from carto import french
from carto.drawing.wording import threshold
from carto.vocabulary import PLACE_SOURCES, TERRITORY_TYPES
from webapp.views.commune_study import CommuneStudy
from webapp.views.method_sheets import Sheet
from webapp.views.provenance import Facts, credit
from webapp.views.worked_example import Example


def study_sheets(facts: Facts, study: CommuneStudy) -> list[Sheet]:
    """Write the sheets on types, solidity, fibre to come, copper and comparisons.

    Parameters
    ----------
    facts
        Facts of the snapshot.
    study
        That of the commune of the examples.
    """
    return [
        sheet.in_type()
        for sheet in (
            _types(study),
            _solidity(facts, study),
            _projection(facts, study),
            _copper(facts, study),
            _twins(facts, study),
            _clusters(facts, study),
            _inequality(facts),
        )
    ]


def _example(*lines: str) -> Example | None:
    """Make an example of the sentences there are."""
    return Example(tuple(lines)) if any(lines) else None


def _types(study: CommuneStudy) -> Sheet:
    named = (f"{found.words} : {found.meaning}" for found in TERRITORY_TYPES.values())
    found = study.type_
    return Sheet(
        "types",
        "Types de communes",
        "De quelle sorte d'attention une commune a-t-elle besoin : réseau, aide, ou les deux ?",
        ("Les trois alertes croisées font huit types.", *named),
        "les mêmes que les trois alertes",
        (
            "Un type dit ce qui manque au territoire, jamais ce que sont ses habitants.",
            "Une commune dont une alerte est inconnue n'a pas de type.",
        ),
        _example(f"{found.words} : {found.meaning} {found.calls_for}") if found else None,
    )


def _solidity(facts: Facts, study: CommuneStudy) -> Sheet:
    parameters = facts["method"]["parameters"]
    tried = parameters["robustness"]
    least, tipping = (french.percent(tried[name], 0) for name in ("robust_p", "tipping_p"))
    slow, fast = (threshold(value) for value in tried["speed_kmh"])
    short, long = (threshold(value) for value in tried["detour"])
    return Sheet(
        "solidite",
        "Solidité du verdict",
        "Le verdict tiendrait-il si les données étaient un peu différentes ?",
        (
            f"{french.number(tried['input_draws'])} fois, tout est tiré au sort dans sa marge, et "
            "le verdict est refait",
            f"détour de {short} à {long}, vitesse de {slow} à {fast} km/h, heures à "
            f"± {french.percent(tried['hours_sigma'], 0)} environ "
            f"({french.percent(tried['hours_sigma_imputed'], 0)} si elles sont estimées), besoin à "
            f"± {threshold(tried['need_sigma'])} point environ, fibre entre ses deux bornes",
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
            "Quand plus de la moitié des heures sont estimées, un verdict n'est jamais dit "
            "robuste.",
        ),
        _example(*study.steadiness.lines),
    )


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
        credit(facts, "cuivre", "fibre"),
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
    clusters = facts["method"]["parameters"]["clusters"]
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
        credit(facts, *PLACE_SOURCES),
        (
            "Décrit un regroupement, pas une cause.",
            "L'offre accessible est lisse par construction : des voisines partagent leurs lieux.",
        ),
        _example(
            *(study.clusters or ("Aucun regroupement que le hasard n'expliquerait pas.",)),
        ),
    )


def _inequality(facts: Facts) -> Sheet:
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
    )
