"""A reference in words: what was calibrated, on what, and the table that led to the thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from carto import french
from carto.need_variants import VARIANTS
from carto.reference import FRANCE, PERCENTS, Lists, Reference, SupplyReference, ThresholdShares
from carto.typography import typeset
from carto.vocabulary import PLACE_LIST_WORDS, VERDICT_WORDS

# Indicator: French name with its unit, decimals, factor from the stored value.
_INDICATORS = {
    "taux_couverture_ftth": ("Couverture fibre (%)", 1, 100),
    "need": ("Besoin (sur 10)", 2, 1),
    "people_65_share": ("Part des 65 ans ou plus (%)", 1, 100),
    "nearest_site_min": ("Temps jusqu'au lieu le plus proche (min)", 1, 1),
    "accessibility": ("Offre accessible (h par semaine pour 1 000 habitants)", 2, 1),
    "score": ("Score (sur 100)", 1, 1),
}
# Verdicts of the table of thresholds, the most under-served first.
_SHOWN = ("3", "2", "1", "0")


def calibration_page(reference: Reference) -> str:
    """Write a reference as a French Markdown document, from its values alone.

    Parameters
    ----------
    reference
        Frozen values of a vintage.
    """
    return typeset("\n".join(_lines(reference)) + "\n")


def _lines(reference: Reference) -> Iterator[str]:
    """Write the sections, one after the other."""
    yield f"# Calibrage {reference.vintage}"
    yield ""
    yield (
        f"Valeurs nationales figées, calculées par `carto calibrate` sur toute la France (méthode "
        f"{reference.method_version}, géographie au 1er janvier {reference.cog}). Chaque valeur "
        f"est pondérée par la population. {reference.note}"
    )
    yield from ("", "## Référence de l'offre", "")
    yield (
        "Médiane nationale de l'offre accessible, en heures par semaine pour 1 000 habitants, pour "
        "chaque jeu de listes de lieux. La référence figée est cette médiane, sauf pour les seules "
        "France services : celle que la méthode avait déclarée avant le calibrage y reste."
    )
    yield ""
    yield from _table(
        ("Listes de lieux", "Lieux comptés", "Médiane calculée", "Référence figée"),
        (
            (
                _named(one.lists),
                french.number(one.sites),
                french.number(one.median, 2),
                french.number(one.apl_ref, 2),
            )
            for one in reference.supplies
        ),
    )
    yield from ("", "## Poids moyen d'un habitant dans la demande", "")
    yield from _table(
        ("Mesure", "Moyenne nationale"),
        (
            (_weighing(name), french.number(mean, 4))
            for name, mean in sorted(reference.demand_mean.items())
        ),
    )
    yield from ("", "## Quantiles nationaux", "")
    yield from _table(
        ("Indicateur", "Listes de lieux", "Communes", *(f"{percent} %" for percent in PERCENTS)),
        _quantile_rows(reference),
    )
    for supply in reference.supplies:
        alike = _printed_before(reference, supply)
        yield from _thresholds(reference, supply.lists) if alike is None else _same(supply, alike)
    yield from ("", "## Fichiers", "")
    yield from _table(
        ("Source", "Titre", "Millésime", "Date", "SHA-256"),
        (
            (f"`{source.id}`", source.title, source.millesime, source.date, source.sha256[:16])
            for source in reference.sources
        ),
    )


def _quantile_rows(reference: Reference) -> Iterator[tuple[str, ...]]:
    """Write the quantiles of the whole of France, those of sets that give the same once."""
    printed_before = {
        supply.lists for supply in reference.supplies if _printed_before(reference, supply)
    }
    for group in reference.quantiles:
        if group.level == FRANCE and group.lists not in printed_before:
            name, decimals, factor = _INDICATORS[group.indicator]
            values = (french.number(value * factor, decimals) for value in group.values)
            named = _named(group.lists) if group.lists else "sans objet"
            yield name, named, french.number(group.communes), *values


def _thresholds(reference: Reference, lists: Lists) -> Iterator[str]:
    """Write what each pair of thresholds would give with a set of lists."""
    yield from ("", f"## Seuils : {_named(lists)}", "")
    variant = VARIANTS[reference.need_variant].name if reference.need_variant else "inconnu"
    yield (
        f"Part des communes / part des habitants dans chaque classe, selon la part de la référence "
        f"sous laquelle l'offre est en alerte et le besoin à partir duquel il y a alerte "
        f"({variant.format('').replace(' )', ')')}). Les autres communes sont indéterminées ou "
        "sans objet."
    )
    yield ""
    yield from _table(
        ("Offre : part de la référence", "Besoin", *(VERDICT_WORDS[code] for code in _SHOWN)),
        (
            (
                french.number(row.apl_ratio, 1),
                french.number(row.need, 1),
                *(_shares(row, code) for code in _SHOWN),
            )
            for row in reference.thresholds
            if row.lists == lists
        ),
    )


def _printed_before(reference: Reference, supply: SupplyReference) -> SupplyReference | None:
    """Return the first set of lists before this one that gives the same values, if any."""
    before = reference.supplies[: reference.supplies.index(supply)]
    own = _values(reference, supply)
    return next((other for other in before if _values(reference, other) == own), None)


def _values(reference: Reference, supply: SupplyReference) -> tuple[object, ...]:
    """Every value that the page prints of a set of lists, without the names of the lists."""
    quantiles = [group for group in reference.quantiles if group.level == FRANCE]
    groups = [replace(group, lists=()) for group in quantiles if group.lists == supply.lists]
    shares = [replace(row, lists=()) for row in reference.thresholds if row.lists == supply.lists]
    return replace(supply, lists=()), groups, shares


def _same(supply: SupplyReference, other: SupplyReference) -> Iterator[str]:
    """Say why the quantiles and thresholds of a set are not printed again."""
    more = ", ".join(PLACE_LIST_WORDS[name] for name in supply.lists if name not in other.lists)
    yield from ("", f"## Seuils : {_named(supply.lists)}", "")
    yield (
        f"Même nombre de lieux, mêmes quantiles nationaux et mêmes parts que pour les listes "
        f"{_named(other.lists)}, ligne pour ligne : ils ne sont pas répétés. Les listes ajoutées "
        f"({more}) redisent des lieux déjà comptés, ou décrivent des structures qui ne comptent "
        "pas dans l'offre."
    )


def _shares(row: ThresholdShares, verdict: str) -> str:
    """Write both shares of a verdict."""
    rank = list(VERDICT_WORDS).index(verdict)
    return f"{french.percent(row.communes[rank])} / {french.percent(row.people[rank])}"


def _named(lists: Lists) -> str:
    """Name the lists of a set."""
    return ", ".join(PLACE_LIST_WORDS[name] for name in lists)


def _weighing(name: str) -> str:
    """Name what weighs an inhabitant."""
    return VARIANTS[name].name.format("").replace(" )", ")") if name in VARIANTS else "âge"


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a Markdown table."""
    yield f"| {' | '.join(titles)} |"
    yield f"|{' --- |' * len(titles)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
