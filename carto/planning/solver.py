"""Mixed-integer programs, solved by HiGHS: same program, same answer.

min cost·x    subject to    lower ≤ A·x ≤ upper,  0 ≤ x ≤ most,  x whole where it must be
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

# An answer is optimal when no other is better by more than this share.
_GAP = 1e-10


@dataclass(frozen=True)
class Program:
    """A program of n variables, from 0 to 1 unless told otherwise, and k rows.

    Attributes
    ----------
    cost
        Cost of each variable; n.
    whole
        How many of the first variables must be whole numbers.
    row, column, value
        Where A is not 0, and its values; any order.
    lower, upper
        Bounds of each row; k; infinite when there is none.
    most
        Greatest value of each variable; None when it is 1 for all.
    start
        A usable value of each variable, so that time never runs out without an answer; None without
        one.
    """

    cost: Floats
    whole: int
    row: Integers
    column: Integers
    value: Floats
    lower: Floats
    upper: Floats
    most: Floats | None = None
    start: Floats | None = None


@dataclass(frozen=True)
class Answer:
    """What the solver found.

    Attributes
    ----------
    values
        One per variable.
    gap
        Share by which a better answer may exist: 0 when this one is optimal.
    least
        No answer costs less: the cost of this one when it is optimal.
    """

    values: Floats
    gap: float
    least: float


class NoAnswerError(RuntimeError):
    """No answer exists, or none was found in time."""


def minimise(program: Program, limit_s: float) -> Answer:
    """Solve a program, or give the best answer found in time.

    Parameters
    ----------
    program
        What to minimise.
    limit_s
        Seconds after which the best answer so far is given, with its gap.

    Raises
    ------
    NoAnswerError
        When no answer exists, or none was found in time.
    """
    # HiGHS is loaded by those who plan only: a page that shows a table does without it.
    import highspy  # noqa: PLC0415

    rows = len(program.lower)
    # Its tolerances are not shares: costs that are all small would be nothing to it.
    greatest = np.abs(program.cost).max(initial=0)
    growth = 1 / greatest if 0 < greatest < 1 else 1
    order = np.lexsort((program.column, program.row))
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(program.cost), rows
    model.col_cost_ = program.cost * growth
    model.col_lower_, model.col_upper_ = np.zeros_like(program.cost), _most(program)
    model.row_lower_, model.row_upper_ = program.lower, program.upper
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.searchsorted(program.row[order], np.arange(rows + 1))
    model.a_matrix_.index_ = program.column[order]
    model.a_matrix_.value_ = program.value[order]
    kinds = highspy.HighsVarType
    continuous = len(program.cost) - program.whole
    model.integrality_ = [kinds.kInteger] * program.whole + [kinds.kContinuous] * continuous
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its constructor has no types
    for name, value in {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        "mip_rel_gap": _GAP,
        "mip_abs_gap": 0.0,
        "time_limit": limit_s,
    }.items():
        solver.setOptionValue(name, value)
    solver.passModel(model)
    if program.start is not None:
        known = highspy.HighsSolution()
        known.col_value = program.start.tolist()
        solver.setSolution(known)
    solver.run()
    info = solver.getInfo()
    if info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        raise NoAnswerError(f"No answer: {solver.modelStatusToString(solver.getModelStatus())}.")
    is_optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    values = np.array(solver.getSolution().col_value)
    if is_optimal:
        return Answer(values, 0.0, float(program.cost @ values))
    return Answer(values, float(info.mip_gap), float(info.mip_dual_bound) / growth)


def _most(program: Program) -> Floats:
    """Greatest value of each variable."""
    return np.ones_like(program.cost) if program.most is None else program.most
