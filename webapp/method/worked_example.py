"""One commune worked through: the published values put back into the formulas of the method.

Every line is computed from what the snapshot publishes, and gives its published result again: a
reader with a calculator can check it. What is missing is said, with its reason.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from carto import french
from carto.drawing.travel_words import is_estimated, travel_words
from carto.drawing.wording import threshold
from carto.flags import MEANINGS, TEMPS_ESTIME
from carto.need_variants import REVENU
from carto.tables.communes import COMMUNES
from carto.vocabulary import VERDICT_WORDS
from webapp.method.sheet import Example
from webapp.method.worked_score import score_lines
from webapp.method.worked_supply import supply_example
from webapp.views.provenance import Facts

Row = Mapping[str, Any]

ALERTS = {
    "offre": "offre d'aide",
    "besoin": "besoin",
    "connectivite": "connectivité",
}


def worked_examples(
    row: Row, facts: Facts, contributions: Sequence[Row], sites: Mapping[str, Row]
) -> dict[str, Example]:
    """Work each indicator through for a commune.

    Parameters
    ----------
    row
        Row of `communes`, `reasons` as a dict.
    facts
        Facts of the snapshot.
    contributions
        Its rows of the table `contributions`.
    sites
        Published sites by id.

    Returns
    -------
    dict
        Indicator (`verdict`, `fibre`, `temps`, `acces`, `besoin`, `score`) to its example.
    """
    last_min = facts["method"]["parameters"]["catchment"]["breaks_min"][-1]
    return {
        "verdict": _example(_verdict(row)),
        "fibre": _example(_fibre(row, facts)),
        "temps": _example(_time(row, facts, sites)),
        "acces": supply_example(row, contributions, sites, last_min),
        "besoin": _example(_need(row, facts)),
        "score": _example(_score(row, facts)),
    }


def _example(lines: Iterator[str]) -> Example:
    """Gather the sentences, set in type."""
    return Example(tuple(lines)).in_type()


def _absent(row: Row, column: str) -> str:
    """Say that a value is missing, and why."""
    why = MEANINGS.get(row["reasons"].get(column, ""), "")
    return f"{COMMUNES.column(column).label} : donnée absente. {why}".strip()


def _verdict(row: Row) -> Iterator[str]:
    """List the alerts, raised, unknown or not, and the class they lead to."""
    states = {True: "alerte", False: "pas d'alerte", None: "on ne sait pas"}
    said = (f"{words} : {states[row[f'alert_{name}']]}" for name, words in ALERTS.items())
    yield f"{row['nom']} — {' ; '.join(said)}."
    yield f"Donc : {VERDICT_WORDS[row['verdict']]}. {row['sentence']}"


def _fibre(row: Row, facts: Facts) -> Iterator[str]:
    """Divide the two counts, and compare with the threshold."""
    rate = row["taux_couverture_ftth"]
    if rate is None:
        yield _absent(row, "taux_couverture_ftth")
        return
    able, premises = row["locaux_raccordables"], row["locaux"]
    limit = facts["method"]["parameters"]["alerts"]["fibre_pct"]
    yield (
        f"{french.plural(able, 'local raccordable', 'locaux raccordables')} ÷ "
        f"{french.plural(premises, 'local', 'locaux')} = "
        f"{french.percent(rate, 2)}, au {french.quarter(row['fibre_quarter'])}."
    )
    if able > premises:
        yield "Le nombre de locaux est sous-estimé : le taux montré s'arrête à 100 %."
    side = "sous le seuil : alerte" if 100 * rate < limit else "le seuil est atteint"
    yield f"Seuil : {threshold(limit)} % ; {side}."


def _time(row: Row, facts: Facts, sites: Mapping[str, Row]) -> Iterator[str]:
    """Put the numbers in the formula of the travel time."""
    minutes, km = row["nearest_site_min"], row["nearest_site_km"]
    if minutes is None or km is None:
        yield _absent(row, "nearest_site_min")
        return
    place = sites[row["nearest_site_id"]]["nom"]
    if not is_estimated(facts):
        yield f"Le lieu le plus proche, {place}, est à {french.number(minutes, 2, 'min')}."
        if TEMPS_ESTIME in row["flags"]:
            yield MEANINGS[TEMPS_ESTIME]
        else:
            yield f"Temps lu dans : {travel_words(facts)}."
        return
    travel = facts["method"]["parameters"]["travel"]
    inside = travel["intra_factor"] * 2 / 3 * math.sqrt(row["superficie_km2"] / math.pi)
    yield f"Le lieu le plus proche, {place}, est à {french.number(km, 3, 'km')} à vol d'oiseau."
    counted = max(km, inside)
    if inside > km:
        yield (
            f"C'est moins que la distance moyenne à l'intérieur de la commune, "
            f"{french.number(inside, 3, 'km')}, qui est retenue."
        )
    found = travel["t0_min"] + 60 * travel["detour"] * counted / travel["speed_kmh"]
    if abs(found - minutes) > 0.02:
        yield f"Temps retenu, {french.number(minutes, 2, 'min')} : {travel_words(facts)}."
        return
    yield (
        f"{threshold(travel['t0_min'])} + 60 × {threshold(travel['detour'])} × "
        f"{french.number(counted, 3)} ÷ {threshold(travel['speed_kmh'])} = "
        f"{french.number(minutes, 2, 'min')}."
    )


def _need(row: Row, facts: Facts) -> Iterator[str]:
    """Take the mean of three scores, or the income and its decile."""
    if row["need"] is None:
        yield _absent(row, "need")
        return
    scores = [row.get(name) for name in ("poverty_score", "age_score", "diploma_score")]
    if facts["method"]["need_variant"] == REVENU:
        income = french.number(row["niveau_vie_median"], 0, "€ par an")
        yield f"Niveau de vie médian : {income} ; {_income_rank(row, facts)}."
        reached = _deciles_reached(row, facts)
        yield (
            f"{french.plural(reached, 'décile atteint', 'déciles atteints')} → 10 − {reached} = "
            f"{threshold(row['need'])} sur 10."
        )
    elif all(score is not None for score in scores):
        poverty, age, diploma = (french.number(score, 2) for score in scores)
        yield (
            f"(pauvreté {poverty} + âge {age} + diplôme {diploma}) ÷ 3 = "
            f"{french.number(row['need'], 2)} sur 10."
        )
    limit = facts["method"]["parameters"]["alerts"]["need"]
    side = "le seuil est atteint : alerte" if row["need"] >= limit else "sous le seuil"
    yield f"Seuil : {threshold(limit)} ; {side}."


def _income_rank(row: Row, facts: Facts) -> str:
    """Say between which national deciles the income lies."""
    deciles = facts["method"]["parameters"]["need"]["revenu_deciles"]
    above = _deciles_reached(row, facts)
    if above == 0:
        return f"sous le 1er décile national ({french.number(deciles[0], 0, '€')})"
    rank = "1er" if above == 1 else f"{above}e"
    return f"au-dessus du {rank} décile national ({french.number(deciles[above - 1], 0, '€')})"


def _deciles_reached(row: Row, facts: Facts) -> int:
    """Count the national deciles that the income is not under."""
    deciles = facts["method"]["parameters"]["need"]["revenu_deciles"]
    return sum(row["niveau_vie_median"] >= decile for decile in deciles)


def _score(row: Row, facts: Facts) -> Iterator[str]:
    """Take the mean of the three families."""
    if row["score"] is None:
        yield _absent(row, "score")
        return
    yield from score_lines(row, facts["method"]["parameters"])
