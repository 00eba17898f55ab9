"""Part 6: the under-served communes, the rule that says so, and what they lack."""

from __future__ import annotations

from collections.abc import Iterator

from carto import french
from carto.capitals import calm_name
from carto.drawing.travel_words import travel_words
from carto.drawing.wording import threshold
from carto.vocabulary import ROBUSTNESS_WORDS, TERRITORY_TYPES, VERDICT_WORDS
from webapp.dossier.blocks import Block, Section, SubSection, Table
from webapp.dossier.figures.map_figures import map_of
from webapp.dossier.prose import agree, bullets, paragraph, table
from webapp.dossier.subject import Subject
from webapp.places.places import commune_of
from webapp.rule.ruled_snapshot import RuledSnapshot
from webapp.snapshots.loaded_snapshot import Row

_HELP, _NEED, _NETWORK = "alert_offre", "alert_besoin", "alert_connectivite"


def gaps(subject: Subject) -> Section:
    """Write the gaps between what there is and what is needed."""
    return Section(
        6,
        "Écarts : les communes sous-desservies",
        (
            SubSection("La règle", (paragraph(*_rule(subject)),)),
            SubSection("La liste", tuple(_lists(subject))),
            SubSection("Fibre, aide et besoin croisés", tuple(_crossing(subject))),
        ),
        "ecarts",
    )


def _rule(subject: Subject) -> Iterator[str]:
    """Write the rule with its thresholds, and that of a reader when there is one."""
    alerts = subject.alerts
    yield (
        "Trois alertes sont posées pour chaque commune. Aide : le lieu le plus proche est à plus "
        f"de {subject.limit}, ou l'offre accessible est sous {threshold(alerts.accessibility_min)} "
        "h par semaine pour 1 000 habitants. Besoin : il atteint "
        f"{threshold(alerts.need)} sur 10. Connectivité : moins de {threshold(alerts.fibre_pct)} % "
        "des locaux sont raccordables à la fibre, ou le cuivre ferme avant elle."
    )
    yield (
        "Une commune est sous-desservie quand l'alerte sur l'aide s'ajoute à l'une des deux autres "
        "; elle est prioritaire quand les trois sont là. Le score et le rang ordonnent les "
        "communes, ils ne décident pas de la classe."
    )
    if isinstance(subject.snapshot, RuledSnapshot):
        yield f"Ce dossier n'applique pas la règle publiée. {subject.snapshot.ruling.sentence}"


def _lists(subject: Subject) -> Iterator[Block]:
    """List the under-served communes, and those that nobody can judge yet."""
    found = subject.underserved
    if found:
        yield paragraph(*_solidity(subject))
        yield _listed(subject, found)
    else:
        yield paragraph("Aucune commune du territoire n'est sous-desservie selon cette règle.")
    undecided = [row for row in subject.communes if row["verdict"] == "indetermine"]
    if undecided:
        count = len(undecided)
        yield paragraph(
            f"Pour {french.plural(count, 'commune')}, une donnée manque et la classe reste "
            "indéterminée."
        )
        yield bullets(str(row["sentence"]) for row in undecided)


def _solidity(subject: Subject) -> Iterator[str]:
    """Count the verdicts by how far they hold."""
    count = len(subject.underserved)
    parts = [
        f"{french.number(held)} {agree(held, word, f'{word}s')}"
        for word in ("robuste", "fragile")
        if (held := _held(subject, word))
    ]
    tipping = _held(subject, "bascule")
    if tipping:
        parts.append(f"{french.number(tipping)} {agree(tipping, 'peut', 'peuvent')} basculer")
    verb = agree(count, "est sous-desservie", "sont sous-desservies")
    yield f"{french.plural(count, 'commune')} {verb}, dans l'ordre d'attention."
    if parts:
        share = french.percent(_robust_share(subject), 0)
        yield (
            f"Solidité des verdicts : {', '.join(parts)}. Un verdict robuste est le même dans au "
            f"moins {share} des essais où trajets, heures, besoin et fibre varient dans leur marge."
        )


def _held(subject: Subject, robustness: str) -> int:
    """Count the under-served communes whose verdict holds so far."""
    return sum(row["robustness"] == robustness for row in subject.underserved)


def _robust_share(subject: Subject) -> float:
    """Share of the draws from which a verdict is robust."""
    return float(subject.facts["method"]["parameters"]["robustness"]["robust_p"])


def _listed(subject: Subject, found: tuple[Row, ...]) -> Table:
    """Write the table of the under-served communes."""
    return table(
        "Communes sous-desservies : raisons, lieu le plus proche, habitants, rang",
        ("Commune", "Classe", "Raisons", "Lieu le plus proche", "Habitants#", "Rang#"),
        [
            (
                str(row["nom"]),
                _class(row),
                _reasons(subject, row),
                _nearest(subject, row),
                french.number(row["population"]),
                _rank(row),
            )
            for row in found
        ],
        f"{_thresholds(subject)} {french.capitalised(travel_words(subject.facts))}. "
        "Rang par score dans le département, avec le meilleur et le moins bon rang selon le poids "
        "donné à l'offre, au besoin et à la connectivité ; le 1er appelle le plus d'attention. Un "
        "lieu suivi de son département est hors du territoire.",
    )


def _class(row: Row) -> str:
    """Write the class and how far it holds."""
    words = VERDICT_WORDS[row["verdict"]]
    if row["verdict"] == "indetermine":
        words = "sous-desservie à coup sûr, classe inconnue"
    held = ROBUSTNESS_WORDS.get(row["robustness"] or "")
    return f"{words} ({held})" if held else words


def _reasons(subject: Subject, row: Row) -> str:
    """Write the value behind each alert of a commune; the note of the table says the thresholds."""
    alerts, indicators = subject.alerts, subject.indicators
    parts = []
    if row[_HELP]:
        parts.append(f"aide : {_help(subject, row)}")
    if row[_NEED]:
        parts.append(f"besoin : {indicators['besoin'].text(row)}")
    if row[_NETWORK]:
        rate = row["taux_couverture_ftth"]
        is_late = rate is not None and 100 * rate < alerts.fibre_pct
        parts.append(
            f"fibre : {indicators['fibre'].text(row)}"
            if is_late
            else f"cuivre : fermeture technique, {french.date(row['fermeture_technique'])}"
        )
    return " ; ".join(parts)


def _help(subject: Subject, row: Row) -> str:
    """Write what raises the alert on help: the time, or the supply within reach."""
    alerts, minutes = subject.alerts, row["nearest_site_min"]
    if minutes is None or minutes > alerts.time_min:
        text = subject.indicators["temps"].text(row)
        return f"lieu à {text}" if minutes else text
    supply = subject.indicators["acces"]
    text = supply.text(row).removesuffix(supply.unit).rstrip()
    return f"{text} h par semaine pour 1 000 habitants"


def _thresholds(subject: Subject) -> str:
    """Write the thresholds that the reasons of the table are beyond."""
    alerts = subject.alerts
    return (
        f"Seuils : lieu à {subject.limit} ; offre accessible de "
        f"{threshold(alerts.accessibility_min)} h par semaine pour 1 000 habitants ; besoin de "
        f"{threshold(alerts.need)} sur 10 ; fibre à {threshold(alerts.fibre_pct)} %."
    )


def _nearest(subject: Subject, row: Row) -> str:
    """Name the nearest place, its commune, the kilometres, and where it is when outside."""
    place = subject.snapshot.sites.get(row["nearest_site_id"] or "")
    if place is None:
        return "aucun lieu accessible par la route"
    own = {commune["code_insee"] for commune in subject.communes}
    commune = commune_of(place, subject.snapshot.communes)
    outside = "" if place["code_insee"] in own else f", {place['departement']}, hors du territoire"
    distance = french.number(row["nearest_site_km"], 1, "km")
    return f"{calm_name(str(place['nom']))} ({commune}{outside}), {distance}"


def _rank(row: Row) -> str:
    """Write the rank with its interval, never without."""
    if row["rank"] is None:
        return "non classée"
    return f"{row['rank']}{french.NBSP}[{row['rank_low']}–{row['rank_high']}]"


def _crossing(subject: Subject) -> Iterator[Block]:
    """Cross the three alerts: who lacks what, how many people, what it invites to study."""
    row = subject.row
    if not any(row[f"communes_type_{key}"] for key in TERRITORY_TYPES):
        yield paragraph("Aucune commune n'a ses trois alertes connues : rien ne peut être croisé.")
        return
    yield paragraph(
        "Chaque commune est rangée selon ses trois alertes, en huit types. Le type dit ce qui "
        "manque, et ce que l'on peut étudier ; la décision est celle du territoire."
    )
    yield table(
        "Fibre, aide et besoin croisés",
        ("Type de commune", "Communes#", "Habitants#", "Piste"),
        [
            (
                french.capitalised(words.words),
                french.number(row[f"communes_type_{key}"]),
                french.number(row[f"population_type_{key}"]),
                words.calls_for,
            )
            for key, words in TERRITORY_TYPES.items()
        ],
        f"Méthode {subject.facts['method']['version']}. Une commune dont une alerte est inconnue, "
        f"ou sans habitant, n'a pas de type : {french.number(_untyped(row))} ici.",
    )
    yield map_of(subject, "typologie")


def _untyped(row: Row) -> int:
    """Count the communes without a type."""
    typed = sum(row[f"communes_type_{key}"] for key in TERRITORY_TYPES)
    untyped: int = row["communes_count"] - typed
    return untyped
