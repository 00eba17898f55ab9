"""Part 7: the territory beside those that hold it and those like it."""

from __future__ import annotations

from collections.abc import Iterator

from carto import french
from carto.drawing.charts.strip import SHAPES
from webapp.dossier.blocks import Block, Section, SubSection, Table
from webapp.dossier.prose import bullets, paragraph, table
from webapp.dossier.subject import Subject, full_name
from webapp.snapshots.loaded_snapshot import DEPARTEMENT, EPCI, FRANCE, REGION
from webapp.territories.references import Reference
from webapp.territories.twins import INDICATORS, TwinsBlock, twins_block
from webapp.views.compared_measures import compared_measures

# Indicators of which a higher value is better; the need is neither good nor bad.
_BETTER_HIGH = {"taux_couverture_ftth", "accessibility", "sites_per_10000"}
_NEITHER = {"need"}


def comparison(subject: Subject) -> Section:
    """Compare the territory."""
    return Section(
        7,
        "Comparaison",
        (*_above(subject), SubSection("Territoires comparables", tuple(_alike(subject)))),
        "comparaison",
    )


def _references(subject: Subject) -> list[Reference]:
    """List the territories of the columns, the région included."""
    found = [one for one in subject.references if one.type]
    regions = {row["region"] for row in subject.communes} - {None}
    known = {one.type for one in found}
    if REGION not in known and len(regions) == 1:
        (code,) = regions
        row = subject.snapshot.regions.get(code)
        if row is not None:
            found.insert(1, Reference(str(row["nom"]), row, SHAPES[1], REGION, code))
    return found


def _above(subject: Subject) -> Iterator[Block]:
    """Put the same figures side by side."""
    others = _references(subject)
    if not others:
        wider = (
            "Ni la région ni la France ne sont publiées dans ces données"
            if subject.type == DEPARTEMENT
            else "Ni le département, ni la région, ni la France ne sont publiés dans ces données"
        )
        yield paragraph(
            f"{wider} : aucune comparaison avec un territoire plus large n'est possible. Pour "
            "combler ce manque : publier des données de toute la France."
        )
    elif unknown := _unknown_above(subject, others):
        yield paragraph(
            f"{unknown} Pour combler ce manque : publier des données de toute la France."
        )
    yield _side_by_side(subject, others)


def _unknown_above(subject: Subject, others: list[Reference]) -> str:
    """Say which wider territories cannot be put beside; empty when none is missing."""
    known = {one.type for one in others}
    has_region = len({row["region"] for row in subject.communes} - {None}) != 1 or REGION in known
    if has_region and FRANCE in known:
        return ""
    if has_region:
        return "La France n'est pas publiée dans ces données."
    if FRANCE in known:
        return "La région n'est pas publiée dans ces données."
    return "La région et la France ne sont pas publiées dans ces données."


def _side_by_side(subject: Subject, others: list[Reference]) -> Table:
    """Write every measure of the territory and of those that hold it."""
    measures = compared_measures(subject.facts)
    sources = dict.fromkeys(french.capitalised(measure.source) for measure in measures)
    return table(
        "Les mêmes mesures, dans les mêmes données",
        ("Mesure", "Ici#", *(f"{one.nom}#" for one in others)),
        [
            (
                measure.label,
                measure.write(subject.row),
                *(measure.write(one.row) for one in others),
            )
            for measure in measures
        ],
        f"{' ; '.join(sources)}. Temps, offre et besoin sont des moyennes par habitant.",
    )


def _alike(subject: Subject) -> Iterator[Block]:
    """Name the territories alike, and the gaps to their median."""
    block = _twins(subject) if subject.type == EPCI else None
    if block is None:
        only = "Les territoires comparables ne sont cherchés que pour les intercommunalités."
        none = "Aucun territoire comparable : une caractéristique du territoire est inconnue."
        yield paragraph(none if subject.type == EPCI else only)
        return
    names = french.enumeration([full_name(twin.nom) for twin in block.twins])
    yield paragraph(f"{names}.", french.capitalised(f"ce sont {_rule_of(block)}"))
    if block.gaps:
        yield paragraph(*_verdict(subject))
        yield table(
            "Écarts à la médiane des territoires comparables",
            ("Indicateur", "Ici#", "Médiane#", "Écart#"),
            [(gap.label, gap.value, gap.median, gap.gap) for gap in block.gaps],
            f"Méthode {subject.facts['method']['version']}.",
        )
    yield bullets(
        (
            "Se comparer n'est pas se classer : un écart appelle une explication, pas un jugement.",
            "Les listes de lieux sont plus ou moins complètes d'un territoire à l'autre.",
        )
    )


def _twins(subject: Subject) -> TwinsBlock | None:
    """Describe the intercommunalités alike."""
    names = {siren: str(row["nom"]) for siren, row in subject.snapshot.epci.items()}
    twins, gaps = (
        subject.snapshot.details(name, EPCI, subject.code) for name in ("twins", "twin_gaps")
    )
    return twins_block(twins, gaps, names, subject.limit)


def _rule_of(block: TwinsBlock) -> str:
    """Give the rule of the twins, without what a page says before it."""
    return block.rule.partition("Ce sont ")[2]


def _verdict(subject: Subject) -> Iterator[str]:
    """Say on what the territory is better off than those alike, and on what it is not."""
    better: list[str] = []
    worse: list[str] = []
    for gap in subject.snapshot.details("twin_gaps", EPCI, subject.code):
        name = gap["indicator"]
        if name in _NEITHER or name not in INDICATORS or not gap["gap"]:
            continue
        label = INDICATORS[name].label.format(limit=subject.limit)
        is_better = (gap["gap"] > 0) == (name in _BETTER_HIGH)
        (better if is_better else worse).append(label[0].lower() + label[1:])
    if better:
        yield f"Plus favorable que leur médiane : {french.enumeration(better)}."
    if worse:
        yield f"Moins favorable : {french.enumeration(worse)}."
