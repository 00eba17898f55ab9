"""One French sentence per territory: how many communes are under-served, and their people."""

from __future__ import annotations

from collections.abc import Mapping

from carto import french


def territory_sentence(nom: str, counts: Mapping[str, float | None]) -> str:
    r"""Say the finding of a territory: how many communes are under-served, and their people.

    Parameters
    ----------
    nom
        Name of the territory.
    counts
        The rollup columns `communes_count`, `communes_expected`, `communes_underserved`,
        `communes_verdict_2`, `communes_verdict_3`, `communes_verdict_indetermine`,
        `population_underserved` and `population`.

    Examples
    --------
    >>> territory_sentence("Essai", {"communes_count": 2, "communes_expected": 2,
    ...     "communes_underserved": 0, "communes_verdict_2": 0, "communes_verdict_3": 0,
    ...     "communes_verdict_indetermine": 0, "population_underserved": 0, "population": 10})
    "Essai\xa0: aucune des 2\xa0communes n'est sous-desservie."

    Where none is known to be under-served and some are undetermined, the sentence says that none is
    for sure. A commune may be under-served for sure while its class is open: it is counted among
    those, and not again among the undetermined.
    """
    total = int(counts["communes_count"] or 0)
    if total == 1 and counts["communes_expected"] == 1:
        return f"{nom} {_of_one_commune(counts)}."
    underserved = int(counts["communes_underserved"] or 0)
    unknown = int(counts["communes_verdict_indetermine"] or 0)
    if underserved:
        inexact = certain_of_open_class(counts)
        unknown -= inexact
        said = _underserved(counts, underserved, total) + _of_which(counts, inexact)
        others = " autres" if inexact and unknown > 1 else " autre" if inexact else ""
    elif total == 1:
        others = ""
        said = f"la seule commune connue {_of_one_commune(counts)}"
        unknown = 0
    else:
        others = ""
        sure = " à coup sûr" if unknown else ""
        said = f"aucune des {french.plural(total, 'commune')} n'est sous-desservie{sure}"
    if unknown:
        verb = "restent indéterminées" if unknown > 1 else "reste indéterminée"
        said += f"{french.NBSP}; {french.number(unknown)}{others} {verb}"
    return f"{nom}{french.NBSP}: {said}.{_incomplete(counts, total)}"


def _of_one_commune(counts: Mapping[str, float | None]) -> str:
    """Say what the only commune of a territory is, after the name of either."""
    if counts["communes_underserved"]:
        return f"est sous-desservie{', et prioritaire' if counts['communes_verdict_3'] else ''}"
    unknown = counts["communes_verdict_indetermine"]
    return "reste indéterminée" if unknown else "n'est pas sous-desservie"


def certain_of_open_class(counts: Mapping[str, float | None]) -> int:
    """Count the communes under-served for sure whose class is open, from a territory's columns.

    >>> certain_of_open_class(
    ...     {"communes_underserved": 61, "communes_verdict_2": 52, "communes_verdict_3": 7}
    ... )
    2
    """
    total, *classes = (
        int(counts[name] or 0)
        for name in ("communes_underserved", "communes_verdict_2", "communes_verdict_3")
    )
    return total - sum(classes)


def _underserved(counts: Mapping[str, float | None], underserved: int, total: int) -> str:
    """Say how many communes are under-served, and the share of people who live there."""
    people, population = counts["population_underserved"], counts["population"]
    share = people / population if people is not None and population else None
    of_people = f" ({french.percent(share)} des habitants)" if share is not None else ""
    verb = "sont sous-desservies" if underserved > 1 else "est sous-desservie"
    return f"{french.plural(underserved, 'commune')} sur {french.number(total)}{of_people} {verb}"


def _of_which(counts: Mapping[str, float | None], inexact: int) -> str:
    """Say how many of them are of the worst class, and how many may be."""
    priority = int(counts["communes_verdict_3"] or 0)
    parts = []
    if priority:
        adjective = "prioritaires" if priority > 1 else "prioritaire"
        parts.append(f"{french.number(priority)} {adjective}")
    if inexact:
        parts.append(f"{french.number(inexact)} dont la classe exacte reste inconnue")
    return f", dont {' et '.join(parts)}" if parts else ""


def _incomplete(counts: Mapping[str, float | None], total: int) -> str:
    """Say how many communes of the territory the data have, when some lack."""
    expected = int(counts["communes_expected"] or 0)
    if total >= expected:
        return ""
    start, verb = ("Seules", "sont connues") if total > 1 else ("Seule", "est connue")
    return (
        f" {start} {french.number(total)} des {french.plural(expected, 'commune')} du territoire "
        f"{verb}."
    )
