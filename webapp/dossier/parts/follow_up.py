"""Part 11: the figures that next year's dossier starts from, and the activity to count."""

from __future__ import annotations

from webapp.dossier.activity_tables import follow_up_table
from webapp.dossier.blocks import Section, SubSection
from webapp.dossier.editions.baseline import Baseline
from webapp.dossier.prose import paragraph, table, to_complete
from webapp.dossier.subject import Subject


def follow_up(subject: Subject, baseline: Baseline) -> Section:
    """Write the part on the follow-up.

    Parameters
    ----------
    subject
        The territory.
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
                        "Cibles et résultats de l'activité",
                        "Fixer une cible par an, puis noter le résultat de chaque mesure.",
                    ),
                    follow_up_table(subject),
                ),
            ),
        ),
        "suivi",
    )
