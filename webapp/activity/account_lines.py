"""The yearly table in words: one line a measure, one cell a year and a source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from carto import french
from carto.tables.local_inputs import INFORMATION
from carto.typography import thin_thousands, typeset
from webapp.activity.yearly_account import ACTIONS, REPORT, Part, YearlyAccount, of_latest_year

# Kinds of actions, as a sentence names one of them or several.
_ONE = {"stage": "stage", "atelier": "atelier", "point_information": "point d'information"}
KIND_WORDS = {
    "stage": "stages",
    "atelier": "ateliers",
    "point_information": "points d'information",
}
# A rate is not written smaller: it would read zero.
_LEAST_RATE = 0.01
_UNKNOWN_RELAYS = typeset("donnée absente : le rapport ne dit pas lesquelles")


@dataclass(frozen=True)
class Cell:
    """A figure in words, and what stands beside it: a rate, a share; both empty when unknown."""

    text: str
    beside: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the source does not say it."""
        return self.text.startswith(french.MISSING)


@dataclass(frozen=True)
class AccountLine:
    """A measure: its label, whether it is a part of the one above, and its cells."""

    label: str
    is_part: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Measure:
    """A count that the table gives, by the name of its line in the file.

    Attributes
    ----------
    name, label
        In the file, and in the table.
    value
        Takes it from an account.
    is_part
        Whether it is part of the line above.
    is_expected
        Whether the table says that it is missing when no account tells it.
    """

    name: str
    label: str
    value: Callable[[YearlyAccount], int | None]
    is_part: bool = False
    is_expected: bool = True


COUNTED = (
    Measure("permanences", "Permanences", lambda one: one.counts.get("permanence")),
    Measure("personnes_recues", "Personnes reçues", lambda one: one.received),
    Measure("rendez_vous", "Rendez-vous", lambda one: one.counts.get("rendez_vous")),
    Measure(
        "actions_collectives",
        "Ateliers, stages et points d'information",
        lambda one: one.gatherings,
    ),
    Measure("stages", "dont stages", lambda one: one.counts.get("stage"), is_part=True),
    Measure(
        "ateliers", "dont ateliers, éclair compris", lambda one: one.counts.get("atelier"), True
    ),
    Measure(
        "points_information",
        "dont points d'information",
        lambda one: one.counts.get(INFORMATION),
        is_part=True,
    ),
    Measure("inscrits", "Personnes inscrites aux ateliers", lambda one: one.enrolled),
    Measure(
        "participations",
        "Participations aux ateliers et stages",
        lambda one: one.attended,
        is_expected=False,
    ),
    Measure("personnes_informees", "Personnes aux points d'information", lambda one: one.informed),
)


def account_lines(accounts: Sequence[YearlyAccount], population: int | None) -> list[AccountLine]:
    """Write the table of the accounts of a territory.

    Parameters
    ----------
    accounts
        One a column.
    population
        Inhabitants of the territory; None when unknown.
    """
    lines = [
        AccountLine(
            typeset(measure.label),
            measure.is_part,
            tuple(_counted(measure.value(one), population) for one in accounts),
        )
        for measure in COUNTED
        if measure.is_expected or any(measure.value(one) is not None for one in accounts)
    ]
    lines.append(_line("Hors de la ville-centre", (_outside(one.outside) for one in accounts)))
    lines.append(_line("Communes relais", (_part(one.relays) for one in accounts)))
    lines.append(_line("Habitants en commune relais", map(_relay_people, accounts)))
    if any(one.hours is not None for one in accounts):
        hours = (Cell(french.number(one.hours, 0, "h")) for one in accounts)
        lines.append(_line("Heures de toutes ces actions", hours))
    return lines


def column_title(account: YearlyAccount) -> str:
    """Name a column: its year, and whether a report or the actions tell it."""
    return f"{account.year}, {'actions saisies' if account.origin == ACTIONS else 'rapport'}"


def source_words(account: YearlyAccount, credit: str) -> str:
    """Name the source of a column: the report and its page, and whose file gives it."""
    told = [account.report] if account.report else ["actions saisies une à une"]
    if account.page:
        told.append(f"p. {account.page}")
    return typeset(f"{column_title(account)} : {', '.join(told)} ({credit}).")


def summary(account: YearlyAccount, *, names_source: bool = False) -> str:
    """Tell a year in a sentence or two, with what is known of it."""
    held = french.enumeration(list(_held(account)))
    year = f"{account.year}, {_told_by(account)}" if names_source else str(account.year)
    lines = [f"En {year} : {held}." if held else f"Année {year}."]
    where = " ; ".join(_where(account))
    if where:
        lines.append(f"{french.capitalised(where)}.")
    return typeset(" ".join(lines))


def latest_summary(accounts: Sequence[YearlyAccount]) -> str:
    """Tell the latest year; each source is named when several tell it, and empty without any."""
    told = of_latest_year(accounts)
    return " ".join(summary(one, names_source=len(told) > 1) for one in told)


def _told_by(account: YearlyAccount) -> str:
    """Name who tells an account, inside a sentence."""
    if account.origin == ACTIONS:
        return "selon les actions saisies une à une"
    return f"selon le rapport « {account.report} »"


def _held(account: YearlyAccount) -> Iterator[str]:
    """Tell how many actions were held."""
    permanences, people = account.counts.get("permanence"), account.received
    if permanences is not None:
        received = french.plural(people or 0, "personne reçue", "personnes reçues")
        told = "" if people is None else f" ({received})"
        yield french.plural(permanences, "permanence") + told
    if account.gatherings is not None:
        kind = "atelier, stage ou point d'information"
        yield french.plural(account.gatherings, kind, "ateliers, stages et points d'information")


def _where(account: YearlyAccount) -> Iterator[str]:
    """Tell how much left the main town, and how many communes are relays."""
    if account.outside is not None and account.outside.total > 1:
        kinds = french.enumeration([KIND_WORDS[kind] for kind in account.outside.kinds])
        outside = account.outside
        verb = "ont eu" if outside.count > 1 else "a eu"
        yield f"{outside.count} des {outside.total} {kinds} {verb} lieu hors de la ville-centre"
    if account.relays is not None and not account.relays.unknown:
        relays = account.relays
        verb = "communes sur {} sont relais" if relays.count > 1 else "commune sur {} est relais"
        yield f"{relays.count} {verb.format(relays.total)}"


def per_1000(count: int | None, population: int | None) -> float | None:
    """Rate of a count for 1,000 inhabitants; None when one of them is unknown.

    >>> per_1000(65, 50000), per_1000(None, 50000), per_1000(3, 0)
    (1.3, None, None)
    """
    return None if count is None or not population else 1000 * count / population


def _counted(count: int | None, population: int | None) -> Cell:
    """Write a count, and its rate."""
    rate = per_1000(count, population)
    if rate is None:
        return Cell(french.number(count))
    decimals = 1 if rate >= 1 or not count else 2
    least = "moins de " if 0 < rate < _LEAST_RATE else ""
    shown = max(rate, _LEAST_RATE) if count else rate
    beside = f"{least}{french.number(shown, decimals)} pour 1 000 hab."
    return Cell(french.number(count), thin_thousands(typeset(beside)))


def _line(label: str, cells: Iterator[Cell]) -> AccountLine:
    """Make a line of its own."""
    return AccountLine(typeset(label), False, tuple(cells))


def _outside(part: Part | None) -> Cell:
    """Write a part of the workshops, and which ones it counts."""
    if part is None or not part.total:
        return Cell(french.MISSING)
    words = _ONE if part.total == 1 else KIND_WORDS
    kinds = french.enumeration([words[kind] for kind in part.kinds])
    return Cell(french.percent(part.count / part.total), typeset(f"{_of(part)} {kinds}"))


def _part(part: Part | None) -> Cell:
    """Write a part of a whole, and its share."""
    if part is None or not part.total:
        return Cell(french.MISSING)
    if part.unknown:
        listed = french.plural(part.total, "commune renseignée", "communes renseignées")
        every = french.number(part.total + part.unknown)
        return Cell(f"{french.number(part.count)}", typeset(f"sur {listed}, {every} en tout"))
    return Cell(_of(part), french.percent(part.count / part.total))


def _relay_people(account: YearlyAccount) -> Cell:
    """Write the share of people who live in a relay commune."""
    if account.relay_people is None:
        is_report = account.origin == REPORT and account.relays is not None
        return Cell(_UNKNOWN_RELAYS if is_report else french.MISSING)
    return Cell(french.percent(account.relay_people))


def _of(part: Part) -> str:
    r"""Write a part of a whole.

    >>> _of(Part(24, 27))
    '24\xa0sur\xa027'
    """
    return f"{french.number(part.count)}{french.NBSP}sur{french.NBSP}{french.number(part.total)}"
