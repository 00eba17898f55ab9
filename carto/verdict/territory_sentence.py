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
        The rollup columns `communes_count`, `communes_underserved`, `communes_verdict_3`,
        `communes_verdict_indetermine`, `population_underserved` and `population`.

    Examples
    --------
    >>> territory_sentence("Essai", {"communes_count": 2, "communes_underserved": 0,
    ...     "communes_verdict_3": 0, "communes_verdict_indetermine": 0,
    ...     "population_underserved": 0, "population": 10})
    "Essai\xa0: aucune des 2\xa0communes n'est sous-desservie."

    Where none is known to be under-served and some are undetermined, the sentence says that none is
    for sure.
    """
    total = int(counts["communes_count"] or 0)
    underserved = int(counts["communes_underserved"] or 0)
    priority = int(counts["communes_verdict_3"] or 0)
    unknown = int(counts["communes_verdict_indetermine"] or 0)
    if underserved == 0 and total == unknown == 1:
        return f"{nom}{french.NBSP}: la seule commune reste indéterminée."
    if underserved == 0 and total == 1:
        said = "la seule commune n'est pas sous-desservie"
    elif underserved == 0:
        sure = " à coup sûr" if unknown else ""
        said = f"aucune des {french.plural(total, 'commune')} n'est sous-desservie{sure}"
    else:
        people, population = counts["population_underserved"], counts["population"]
        share = people / population if people is not None and population else None
        of_people = f" ({french.percent(share)} des habitants)" if share is not None else ""
        verb = "sont sous-desservies" if underserved > 1 else "est sous-desservie"
        said = (
            f"{french.plural(underserved, 'commune')} sur {french.number(total)}{of_people} {verb}"
        )
        if priority:
            adjective = "prioritaires" if priority > 1 else "prioritaire"
            said += f", dont {french.number(priority)} {adjective}"
    if unknown:
        verb = "restent indéterminées" if unknown > 1 else "reste indéterminée"
        said += f"{french.NBSP}; {french.number(unknown)} {verb}"
    return f"{nom}{french.NBSP}: {said}."
