"""What is proposed to a question: communes, what they bring, and how far that holds."""

from __future__ import annotations

from dataclasses import dataclass

from carto.planning.siting.question import PLUS_LOIN, TOUS, Question
from carto.planning.siting.roads import Roads


@dataclass(frozen=True)
class Loss:
    """What is lost in the perimeter and around: hours that are missing, person-minutes, people."""

    inside: float
    around: float

    @property
    def whole(self) -> float:
        """Both together."""
        return self.inside + self.around


@dataclass(frozen=True)
class Opening:
    """What opens in one commune.

    Attributes
    ----------
    code
        Code of the commune.
    count
        Half-days a week, or one place.
    """

    code: str
    count: int


@dataclass(frozen=True)
class Chosen:
    """A commune that is proposed.

    Attributes
    ----------
    code, name, count
        The commune, and what opens there.
    brought
        What would be lost again without it, the other ones staying.
    communes_helped, people_helped
        Communes that it alone would help, and their inhabitants, where they are known.
    communes_around, people_around
        Those of them that lie around the perimeter, and not in it.
    is_shared_with_unknown
        Whether a commune of unknown population is in its reach: it then brings less than said.
    alternatives
        Codes of the communes that could stand for it and gain as much within 1 %, best first.
    roads
        Names of the roads on which it is proposed, or could stand for one that is.
    """

    code: str
    name: str
    count: int
    brought: float
    communes_helped: int
    people_helped: float
    communes_around: int
    people_around: float
    is_shared_with_unknown: bool
    alternatives: tuple[str, ...]
    roads: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """The best plan of so many half-days or places, and what is lost with it.

    Attributes
    ----------
    count
        How many may open.
    openings
        What opens where, by code.
    loss
        What is lost.
    is_best
        Whether it is proved that no plan of as many does better; else it was made one after the
        other, or time ran out.
    """

    count: int
    openings: tuple[Opening, ...]
    loss: Loss
    is_best: bool


@dataclass(frozen=True)
class OnRoads:
    """The plan on one estimate of the roads.

    Attributes
    ----------
    roads
        The estimate.
    openings
        What opens where, by code; nothing where so few places cannot serve all.
    alternatives
        Codes of the communes that could stand for one of these, see `Chosen`; rising.
    is_best
        Whether it is proved that no plan does better there; else time ran out.
    """

    roads: Roads
    openings: tuple[Opening, ...]
    alternatives: tuple[str, ...]
    is_best: bool

    def has(self, code: str) -> bool:
        """Whether a commune is in the plan, or could be without losing by it."""
        return code in self.alternatives or any(one.code == code for one in self.openings)


@dataclass(frozen=True)
class Proposal:
    """An answer to a question.

    Attributes
    ----------
    question
        As it was asked.
    reference
        A*, hours a week per 1,000 inhabitants.
    candidates_count
        Communes that were tried.
    people_inside, people_counted
        Known inhabitants of the perimeter, and of all the communes that count.
    chosen
        Communes that are proposed, by code.
    before, after
        What is lost today, and with the plan.
    bound
        No plan loses less than this; for `tous`, none opens fewer places.
    is_best
        Whether it is proved that no plan does better; else time ran out.
    steps
        From 1 to what was asked.
    on_roads
        The plan on slow, central and fast roads.
    unknown
        Codes of the communes of the perimeter of unknown population.
    out_of_reach
        Codes of the communes of the perimeter that neither a place nor a candidate reaches.
    names
        Name of every commune whose code is said.
    """

    question: Question
    reference: float
    candidates_count: int
    people_inside: float
    people_counted: float
    chosen: tuple[Chosen, ...]
    before: Loss
    after: Loss
    bound: float
    is_best: bool
    steps: tuple[Step, ...]
    on_roads: tuple[OnRoads, ...]
    unknown: tuple[str, ...]
    out_of_reach: tuple[str, ...]
    names: dict[str, str]

    @property
    def is_cut_short(self) -> bool:
        """Whether time ran out somewhere: the same question may be answered otherwise again."""
        proved = (self.is_best, *(one.is_best for one in self.steps))
        return not all((*proved, *(one.is_best for one in self.on_roads)))

    @property
    def opened(self) -> int:
        """Half-days or places that open in all."""
        return sum(one.count for one in self.chosen)

    @property
    def closed_share(self) -> float | None:
        """Share of the loss of the perimeter that the plan makes up for; None when none is lost."""
        if not 0 < self.before.inside < float("inf"):
            return None
        return 1 - self.after.inside / self.before.inside

    @property
    def gap(self) -> float:
        """Share of what the best plan would gain that this one may miss; 0 when it is the best.

        For `tous`, the share of its places that may be too many; for `plus-loin`, that of its
        longest trip.
        """
        if self.is_best:
            return 0.0
        if self.question.kind == TOUS:
            return (self.opened - self.bound) / max(self.opened, 1)
        if self.question.kind == PLUS_LOIN:
            return 1 - self.bound / self.after.whole
        best = self.before.whole - self.bound
        return (self.after.whole - self.bound) / best if best > 0 else 0.0
