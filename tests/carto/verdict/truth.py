"""The 27 states of three alerts and the verdict of each, enumerated without the code tested."""

from __future__ import annotations

from itertools import product

Truth = bool | None
State = tuple[Truth, Truth, Truth]

STATES: tuple[State, ...] = tuple(product((True, False, None), repeat=3))


def name(state: State) -> str:
    """Name a state for the report of a test: `O=+ B=- C=?`."""
    sign = {True: "+", False: "-", None: "?"}
    return " ".join(f"{family}={sign[truth]}" for family, truth in zip("OBC", state, strict=True))


def rule(offre: bool, besoin: bool, connectivite: bool) -> int:
    """Give the class of decided alerts, from the text of the definition."""
    if offre:
        return 1 + besoin + connectivite
    return 1 if besoin or connectivite else 0


def possible(state: State) -> list[int]:
    """Give every class that some completion of the unknown alerts has."""
    completions = product(*([truth] if truth is not None else [True, False] for truth in state))
    return sorted({rule(*completion) for completion in completions})


def underserved(state: State) -> Truth:
    """Say whether all completions agree on « sous-desservie », class 2 or 3."""
    answers = {found >= 2 for found in possible(state)}
    return answers.pop() if len(answers) == 1 else None
