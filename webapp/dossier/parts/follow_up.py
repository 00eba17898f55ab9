"""Part 11: the figures that next year's dossier starts from, and the activity to count."""

from __future__ import annotations

from webapp.dossier.baseline import Baseline
from webapp.dossier.blocks import Section, SubSection
from webapp.dossier.parts.governance import BLANK
from webapp.dossier.prose import paragraph, table, to_complete

_ACTIVITY = (
    "Permanences tenues",
    "Personnes reçues en permanence",
    "Rendez-vous individuels",
    "Ateliers et stages",
    "Ateliers et stages hors de la ville-centre",
    "Personnes inscrites aux ateliers",
    "Points d'information",
    "Personnes informées",
    "Communes relais engagées",
)


def follow_up(baseline: Baseline) -> Section:
    """Write the part on the follow-up.

    Parameters
    ----------
    baseline
        What the dossier freezes.
    """
    return Section(
        11,
        "Suivi",
        (
            SubSection(
                "Point de départ",
                (
                    paragraph(
                        "Ces valeurs sont figées : la prochaine édition du dossier dira ce qui a "
                        "changé. Deux éditions ne se comparent que si l'empreinte des paramètres "
                        "est la même ; sinon, une part de l'écart vient de la méthode."
                    ),
                    table(
                        "Indicateurs au point de départ",
                        ("Indicateur", "Valeur#", "Source et date"),
                        [(value.label, value.text, value.date) for value in baseline.values],
                        f"Instantané {baseline.snapshot_id} ; méthode {baseline.method_version} ; "
                        f"empreinte des paramètres (SHA-256) {baseline.parameters_sha256}.",
                    ),
                ),
            ),
            SubSection(
                "Activité à compter",
                (
                    to_complete(
                        "Activité de l'année",
                        "Compter les actes et les personnes, jamais les noms ; viser une cible "
                        "par an.",
                    ),
                    table(
                        "Activité : année de référence, cible, résultat",
                        ("Ce que l'on compte", "Référence", "Cible", "Résultat"),
                        [(words, BLANK, BLANK, BLANK) for words in _ACTIVITY],
                        "Les pourcentages hors de la ville-centre se calculent sur les ateliers et "
                        "stages dont la commune est connue.",
                    ),
                ),
            ),
        ),
        "suivi",
    )
