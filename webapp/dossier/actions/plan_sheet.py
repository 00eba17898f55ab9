"""The sheet of a plan: what it proposes, its tables, how it was found and what it ignores."""

from __future__ import annotations

from webapp.dossier.blocks import Block, KeyFigure, KeyFigures, SubSection
from webapp.dossier.prose import bullets, paragraph, said, table
from webapp.siting.plan import Plan


def plan_sheet(title: str, plan: Plan, question: str, source: str) -> SubSection:
    """Write the sheet of a plan.

    Parameters
    ----------
    title
        Of the sheet.
    plan
        The answer.
    question
        What was asked, in words; empty where the answer says it.
    source
        What its figures rest on.
    """
    blocks: list[Block] = [paragraph(question, plan.finding)]
    if plan.figures:
        figures = (KeyFigure(said(one.value), said(one.label), source) for one in plan.figures)
        blocks.append(KeyFigures(tuple(figures)))
    for listed in plan.tables:
        if listed.rows:
            titles = [f"{one.title}{'#' if one.is_number else ''}" for one in listed.columns]
            rows = [tuple(cell.text for cell in row) for row in listed.rows]
            blocks.append(table(listed.caption, titles, rows, listed.note))
    blocks.append(bullets((*plan.cautions, *plan.method)))
    return SubSection(title, tuple(blocks))
