"""Part 3: the fibre, its pace, what is left to connect, and the end of copper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from carto import french
from carto.drawing.wording import threshold
from carto.vocabulary import COPPER_WORDS, HISTORIQUE, RELEVE
from webapp.dossier.blocks import Block, Paragraph, Section, SubSection
from webapp.dossier.distribution import distribution
from webapp.dossier.prose import absent_source, agree, paragraph, table
from webapp.dossier.subject import Subject, said_name
from webapp.snapshots.loaded_snapshot import Row

_RATE = "taux_couverture_ftth"
_MOST_LISTED = 10


def network(subject: Subject) -> Section:
    """Write the diagnosis of the network."""
    if not subject.has_source("fibre"):
        missing = "La couverture par la fibre n'est pas connue. Pour l'ajouter : joindre la carte "
        said = paragraph(f"{missing}fibre de l'ARCEP à la prochaine publication des données.")
        return Section(3, "Diagnostic : le réseau", (said,), "reseau")
    return Section(
        3,
        "Diagnostic : le réseau",
        (
            paragraph(*_rate(subject)),
            distribution(subject, "fibre", "Communes selon la part des locaux raccordables"),
            SubSection("Communes sous le seuil", tuple(_under_threshold(subject))),
            SubSection("Évolution", (_evolution(subject),)),
            SubSection("Valeurs à vérifier", (_outliers(subject),)),
            SubSection("Fermeture du cuivre", tuple(_copper(subject))),
        ),
        "reseau",
    )


def _rate(subject: Subject) -> Iterator[str]:
    """Say the rate as a ratio of sums, beside that of other territories."""
    row, source = subject.row, subject.credit("fibre")
    if row[_RATE] is None:
        yield "Moins de 80 % des habitants ont un taux connu : le taux d'ensemble n'est pas publié."
        return
    yield (
        f"{french.percent(row[_RATE])} des locaux (logements et établissements) sont raccordables "
        f"à la fibre, soit {french.number(row['locaux_raccordables'])} sur "
        f"{french.number(row['locaux'])} ({source})."
    )
    left = row["locaux_restants"]
    yield f"Il en reste {french.number(left)} à raccorder." if left else "Il n'en reste aucun."
    beside = [
        f"{said_name(one)}, {french.percent(one.row[_RATE])}"
        for one in subject.references
        if one.row.get(_RATE) is not None
    ]
    if beside:
        yield f"À titre de comparaison : {' ; '.join(beside)}."
    yield (
        "Le taux du territoire est le rapport des deux sommes, et non la moyenne des communes. "
        "Raccordable veut dire que la fibre peut être commandée, non qu'elle est installée."
    )


def _under_threshold(subject: Subject) -> Iterator[Block]:
    """List the communes under the threshold, those with most premises left first."""
    limit = subject.alerts.fibre_pct
    words = f"{threshold(limit)} %"
    known = [row for row in subject.communes if row[_RATE] is not None]
    under = sorted(
        (row for row in known if 100 * row[_RATE] < limit),
        key=lambda row: (-(row["locaux_restants"] or 0), row["code_insee"]),
    )
    if not under:
        yield paragraph(f"Aucune des communes dont le taux est connu n'est sous {words}.")
        return
    people = sum(row["population"] or 0 for row in under)
    verb, live = agree(len(under), "est", "sont"), agree(people, "y vit", "y vivent")
    yield paragraph(
        f"{french.plural(len(under), 'commune')} sur {french.number(len(known))} {verb} sous le "
        f"seuil de {words} ; {french.plural(people, 'habitant')} {live}. Ce seuil est celui de la "
        "méthode ; ce n'est pas une définition légale de la complétude."
    )
    caption = f"Communes sous {words}"
    if len(under) > _MOST_LISTED:
        caption = f"Les {_MOST_LISTED} communes sous {words} où il reste le plus de locaux"
    yield table(
        caption,
        ("Commune", "Locaux#", "Raccordables#", "À raccorder#", "Couverture#"),
        [_fibre_cells(subject, row) for row in under[:_MOST_LISTED]],
        f"{subject.credit('fibre')}. Toutes les communes : partie 12.",
    )


def _fibre_cells(subject: Subject, row: Row) -> tuple[str, ...]:
    """Write the counts of a commune."""
    counts = (french.number(row[name]) for name in ("locaux", "locaux_raccordables"))
    left = french.number(row["locaux_restants"])
    return (str(row["nom"]), *counts, left, subject.indicators["fibre"].text(row))


def _evolution(subject: Subject) -> Paragraph:
    """Say how far the rate came, on one series only."""
    rows = subject.snapshot.details("territory_fibre", subject.type, subject.code)
    for series in (RELEVE, HISTORIQUE):
        told = {row["quarter"]: row[_RATE] for row in rows if row["series"] == series}
        quarters = sorted(name for name, rate in told.items() if rate is not None)
        if len(quarters) > 1:
            return paragraph(*_progress(told, quarters, series, subject))
    return paragraph(
        "L'évolution ne peut pas être mesurée : un seul trimestre est connu.",
        absent_source("fibre_history"),
    )


def _progress(
    told: dict[str, float], quarters: list[str], series: str, subject: Subject
) -> Iterator[str]:
    """Write the last value, the one before, and the one of a year before."""
    last = quarters[-1]
    yield f"Au {french.quarter(last)} : {french.percent(told[last])}."
    for name in dict.fromkeys((quarters[-2], quarters[-5] if len(quarters) > 4 else quarters[0])):
        gained = 100 * (told[last] - told[name])
        sign = "+" if gained > 0 else "−" if gained < 0 else ""
        points = french.number(abs(gained), 1, "point" if abs(gained) < 2 else "points")
        yield f"Au {french.quarter(name)} : {french.percent(told[name])}, soit {sign}{points}."
    yield f"Source : {subject.credit('fibre', 'fibre_history')}."
    if series == HISTORIQUE:
        yield "Une même estimation des locaux sert à tous ces trimestres."


def _outliers(subject: Subject) -> Paragraph:
    """Name the rates that should not be taken at their word."""
    above = [
        str(row["nom"])
        for row in subject.communes
        if row["locaux"] and (row["locaux_raccordables"] or 0) > row["locaux"]
    ]
    unknown = [str(row["nom"]) for row in subject.communes if row[_RATE] is None]
    said = []
    if above:
        said.append(
            f"{_named(above)} : plus de locaux raccordables que de locaux estimés. Leur taux est "
            "affiché à 100 %, et leurs comptes sont gardés tels quels."
        )
    if unknown:
        said.append(f"{_named(unknown)} : taux inconnu, compté dans aucune moyenne.")
    return paragraph(*said or ("Aucun taux ne dépasse 100 %, et aucun ne manque.",))


def _named(names: list[str]) -> str:
    """Name a few communes, and count the others."""
    if len(names) <= _MOST_LISTED:
        return french.enumeration(names)
    others = french.plural(len(names) - _MOST_LISTED, "autre")
    return f"{', '.join(names[:_MOST_LISTED])} et {others}"


def _copper(subject: Subject) -> Iterator[Block]:
    """Say when copper closes and what it means, or that nobody gave the calendar."""
    if not subject.has_source("cuivre"):
        yield paragraph(absent_source("cuivre"))
        return
    classes = Counter(row["copper_class"] for row in subject.communes)
    if set(classes) == {None}:
        yield paragraph("Le calendrier joint ne donne aucune date pour ces communes.")
        return
    soonest = [row for row in subject.communes if (row["copper_class"] or "CU0") >= "CU2"]
    soonest.sort(key=lambda row: (str(row["fermeture_technique"] or "9"), row["code_insee"]))
    yield table(
        "Communes selon la fermeture du cuivre",
        ("Situation", "Communes#"),
        [
            *((words, french.number(classes[key])) for key, words in COPPER_WORDS.items()),
            ("Date non connue", french.number(classes[None])),
        ],
        subject.credit("cuivre"),
    )
    if soonest:
        yield table(
            "Communes dont le cuivre ferme dans les deux ans avant la fin de la fibre",
            ("Commune", "Fermeture technique", "Locaux à raccorder#"),
            [
                (
                    str(row["nom"]),
                    french.date(row["fermeture_technique"]),
                    french.number(row["locaux_restants"]),
                )
                for row in soonest
            ],
            subject.credit("cuivre", "fibre"),
        )
