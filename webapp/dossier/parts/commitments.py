"""Part 10: what a territory commits to, and a model of agreement with a relay commune."""

from __future__ import annotations

from carto import french
from webapp.dossier.blocks import Block, CheckItem, Checklist, Section, SubSection
from webapp.dossier.prose import bullets, paragraph, said, to_complete
from webapp.dossier.subject import Subject


def commitments(subject: Subject) -> Section:
    """Write the commitments."""
    return Section(
        10,
        "Engagements",
        (
            paragraph(
                "Cette liste reprend ce que les premiers territoires d'action pour un numérique "
                "inclusif (TANI) ont rendu public. C'est une trame TANI / FNE, à adapter : les "
                "pièces demandées par chaque appel font foi."
            ),
            _checklist(subject),
            to_complete(
                "Choix des engagements",
                "Cocher les engagements pris, dire pour chacun qui en répond et pour quand.",
            ),
            SubSection("Modèle de convention de commune relais", _agreement()),
        ),
        "engagements",
    )


def _checklist(subject: Subject) -> Checklist:
    """List the commitments; what the data already answer is ticked."""
    count = len(subject.places)
    listed = (
        f"premier recensement dans la partie 8 : "
        f"{french.plural(count, 'lieu ou structure', 'lieux et structures')}"
        if count
        else "à faire : les listes ne citent aucune structure"
    )
    items = (
        (True, "Identifier les besoins du territoire (fait : parties 3 à 7, à compléter)"),
        (bool(count), f"Recenser les acteurs de la médiation et les réunir ({listed})"),
        (False, "Mettre à disposition des outils d'aide aux démarches en ligne"),
        (False, "Former et équiper les aidants : agents d'accueil, travailleurs sociaux, élus"),
        (False, "Prévenir les risques du numérique : données personnelles, arnaques, écrans"),
        (False, "Déployer un soutien aux habitants, par exemple le Pass numérique"),
        (False, "Expérimenter un mode de gouvernance et en rendre compte"),
        (False, "Mesurer chaque année les indicateurs de la partie 11 et les publier"),
    )
    return Checklist(tuple(CheckItem(is_done, said(text)) for is_done, text in items))


def _agreement() -> tuple[Block, ...]:
    """Write a model of agreement between the territory and a relay commune."""
    return (
        paragraph(
            "Une commune relais informe, oriente et inscrit ; elle accueille parfois une "
            "permanence. Ce modèle est une base de travail, à relire par le service juridique."
        ),
        bullets(
            (
                "Objet. La structure porteuse et la commune organisent ensemble l'accueil, "
                "l'orientation et l'inscription des habitants aux actions d'aide au numérique.",
                "Engagements de la commune : un référent nommé, un lieu d'accueil accessible à "
                "tous avec une connexion, l'affichage du calendrier, l'inscription des habitants.",
                "Engagements de la structure porteuse : un médiateur formé, un calendrier annuel "
                "de permanences et d'ateliers, le matériel, la formation du référent.",
                "Mesure : nombre de permanences, de personnes reçues et d'ateliers, transmis "
                "chaque trimestre, sans donnée nominative.",
                "Durée : un an, reconduite par accord exprès ; chaque partie peut y mettre fin "
                "avec trois mois de préavis.",
            ),
            is_numbered=True,
        ),
        to_complete(
            "Communes relais et conventions",
            "Commune, date de la convention, référent, lieu d'accueil, nombre d'heures par mois.",
        ),
    )
