"""How far a verdict holds, in plain words: draws, ranks, what would change it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from carto import french
from carto.codes import departement_name
from carto.drawing.charts.figure import ChartTable, figure
from carto.drawing.charts.intervals import Interval, draw_intervals
from carto.flags import REGLE_MODIFIEE
from carto.typography import typeset
from carto.vocabulary import FLIPPING_INPUT_WORDS, FLIPPING_THRESHOLD_WORDS, LEAST_QUALITY
from webapp.views.provenance import Facts

Row = Mapping[str, Any]

HEADINGS = {
    "robuste": "Verdict robuste",
    "fragile": "Verdict fragile",
    "bascule": "Verdict qui peut basculer",
}


@dataclass(frozen=True)
class Steadiness:
    """How far the verdict of a commune holds.

    Attributes
    ----------
    key
        `robuste`, `fragile`, `bascule`, or empty when the verdict is not decided.
    heading
        The finding in a few words.
    lines
        Sentences: draws, what would change the verdict, the rank with its interval.
    changes
        Those of the sentences that say what would change the verdict.
    ranks
        The rank and its interval, drawn; empty without a rank.
    """

    key: str
    heading: str
    lines: tuple[str, ...]
    changes: tuple[str, ...]
    ranks: str


def steadiness(
    row: Row, details: Sequence[Row], facts: Facts, codes: Collection[str] = ()
) -> Steadiness:
    """Say how far the verdict of a commune holds.

    Parameters
    ----------
    row
        Row of `communes`.
    details
        Its rows of the table `robustness`, one or none.
    facts
        Facts of the snapshot.
    codes
        Codes of all the communes, which tell how many of the département have no score.
    """
    if row["reasons"].get("robustness") == REGLE_MODIFIEE:
        return _under_another_rule(row, details, codes)
    key = row.get("robustness") or ""
    parameters = facts["method"]["parameters"]["robustness"]
    detail = details[0] if details else {}
    changes = tuple(_what_would_change(row, detail, parameters["threshold_change"]))
    lines = (
        *_draws(row, detail, parameters["input_draws"]),
        *changes,
        *_rank(row, detail, codes),
    )
    return Steadiness(
        key,
        _heading(row),
        tuple(map(typeset, lines)),
        tuple(map(typeset, changes)),
        _drawn_rank(row, detail),
    )


def _under_another_rule(row: Row, details: Sequence[Row], codes: Collection[str]) -> Steadiness:
    """Say that the verdict was not tried under a reader's rule; the rank may hold all the same."""
    detail = details[0] if details else {}
    lines = (
        "Les calculs refaits qui mettent un verdict à l'épreuve le sont à la publication, pour la "
        "règle publiée : sous une autre, on ne sait pas si celui-ci est solide.",
        *_rank(row, detail, codes),
    )
    return Steadiness(
        key="",
        heading="Solidité non calculée sous une règle modifiée",
        lines=tuple(map(typeset, lines)),
        changes=(),
        ranks=_drawn_rank(row, detail),
    )


def _heading(row: Row) -> str:
    """Say the finding; the class may be open where the answer is not."""
    if row["verdict"] == "indetermine" and row["is_underserved"]:
        return "Sous-desservie à coup sûr, classe indéterminée"
    return HEADINGS.get(row.get("robustness") or "", "Verdict indéterminé")


def _draws(row: Row, detail: Row, draws: int) -> Iterator[str]:
    """Say in which share of the draws the verdict is the published one."""
    agreement = detail.get("agreement")
    if agreement is not None:
        what = "sous-desservie" if row["is_underserved"] else "non sous-desservie"
        yield (
            f"En faisant varier ensemble trajets, heures, besoin et fibre dans leur marge, "
            f"{french.number(draws)} fois, la commune est {what} dans "
            f"{french.whole_percent(agreement)} des cas{'' if agreement >= 0.5 else ' seulement'}."
        )
        if agreement < 0.5:
            yield "La plupart des calculs refaits donnent l'autre réponse."
        if row["robustness"] == "fragile" and row["accessibility_quality"] == LEAST_QUALITY:
            yield (
                "La plupart des heures d'ouverture accessibles sont estimées : le verdict ne peut "
                "pas être dit robuste."
            )
    elif row["verdict"] == "indetermine" and detail:
        low, high = (detail[f"underserved_probability_{end}"] for end in ("low", "high"))
        yield (
            f"Une donnée manque. Selon les calculs refaits, la commune est sous-desservie à coup "
            f"sûr dans {french.percent(low, 0)} des cas, et peut l'être dans "
            f"{french.percent(high, 0)}."
        )


def _what_would_change(row: Row, detail: Row, change: float) -> Iterator[str]:
    """Name the inputs and the thresholds that change the verdict by themselves."""
    inputs = _named(row.get("flipping_inputs"), FLIPPING_INPUT_WORDS)
    if inputs:
        unseen = " (cas qu'aucun calcul refait n'a atteint)" if detail.get("agreement") == 1 else ""
        yield f"Ce qui suffirait à le faire changer, poussé au bout de sa marge{unseen} : {inputs}."
    elif row.get("robustness"):
        yield "Aucune donnée, prise seule au bout de sa marge, ne suffirait à le faire changer."
    thresholds = _named(row.get("flipping_thresholds"), FLIPPING_THRESHOLD_WORDS)
    if thresholds:
        yield (
            f"La classe changerait si l'on déplaçait de {french.percent(change, 0)} le seuil sur "
            f"{thresholds}."
        )


def _named(joined: str | None, words: Mapping[str, str]) -> str:
    """Write a list of names as French does."""
    *others, last = [words[name] for name in (joined or "").split("|") if name] or [""]
    return f"{', '.join(others)} ou {last}" if others else last


def _rank(row: Row, detail: Row, codes: Collection[str]) -> Iterator[str]:
    """Give the rank with its interval, never without; a commune alone has none to speak of."""
    ranked = detail.get("ranked_count")
    if row.get("rank") is None or ranked == 1:
        return
    among, without = "", ""
    if ranked:
        among = f" des {french.plural(ranked, 'commune classée', 'communes classées')}"
        siblings = [code for code in codes if code.startswith(row["departement"])]
        left_out = len(siblings) - ranked
        without = f", {french.number(left_out)} sans score" if left_out > 0 else ""
    low, high = _ordinal(row["rank_low"]), _ordinal(row["rank_high"])
    yield (
        f"Par score, toutes classes confondues, {_ordinal(row['rank'])}{among} "
        f"({departement_name(row['departement'])}{without}) ; entre {low} et {high} selon le "
        "poids donné à l'offre, au besoin et à la connectivité (1re : le plus d'attention)."
    )


def _ordinal(rank: int) -> str:
    """Write a rank of a commune."""
    return "1re" if rank == 1 else f"{french.number(rank)}e"


def _drawn_rank(row: Row, detail: Row) -> str:
    """Draw the interval of the rank among others."""
    if row.get("rank") is None or (detail.get("ranked_count") or 0) < 2:
        return ""
    written = (
        f"{_ordinal(row['rank'])}, de {_ordinal(row['rank_low'])} à {_ordinal(row['rank_high'])}"
    )
    interval = Interval("Rang", row["rank_low"], row["rank_high"], row["rank"], written)
    bounds = (1, detail["ranked_count"])
    ends = (_ordinal(bounds[0]), _ordinal(bounds[1]))
    title = "Rang dans le département"
    ranks = (
        ("Ceux de la méthode", "rank"),
        ("Ceux qui la placent le plus haut", "rank_low"),
        ("Ceux qui la placent le plus bas", "rank_high"),
    )
    return figure(
        draw_intervals(title, [interval], bounds, ends=ends),
        f"{title} : {written}, sur {french.number(bounds[1])}.",
        ChartTable(title, ("Poids", "Rang"), [(said, _ordinal(row[name])) for said, name in ranks]),
    )
