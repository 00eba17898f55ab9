"""The page of the method: each indicator explained, and worked through for one commune."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from webapp.communes.commune_study import commune_study
from webapp.method import method
from webapp.method.method_sheets import sheets
from webapp.method.study_sheets import study_sheets
from webapp.method.worked_example import worked_examples
from webapp.page_state import current_view, page_state
from webapp.snapshots.loaded_snapshot import COMMUNE, LoadedSnapshot, Row
from webapp.views.provenance import need_wording

blueprint = Blueprint("method", __name__)

COMMUNE_PARAMETER = "commune"


@blueprint.get("/methode")
def method_page() -> str:
    """Explain the definitions, formulas and parameters of the snapshot.

    `commune` chooses the commune of the examples; without it, one that has every value.
    """
    snapshot = current_view()
    read = page_state(snapshot, (), COMMUNE_PARAMETER)
    row = _chosen(snapshot)
    contributions = snapshot.details("contributions", row["code_insee"])
    names = {code: other["nom"] for code, other in snapshot.communes.items()}
    study = commune_study(row, snapshot.details, snapshot.facts, names)
    around = snapshot.epci.get(row["siren_epci"] or "") or snapshot.departements.get(
        row["departement"]
    )
    examples = worked_examples(row, snapshot.facts, contributions, snapshot.sites)
    return render_template(
        "pages/methode.html",
        example=row,
        verdict_example=examples["verdict"],
        sheets=[
            *sheets(snapshot.facts, examples),
            *study_sheets(snapshot.facts, study, row, around),
        ],
        method=snapshot.facts["method"],
        parameters=method.parameters(snapshot.facts),
        columns=method.columns(),
        flags=method.flags(),
        need=need_wording(snapshot.facts),
        state=read.state,
        notices=read.notices,
    )


def _chosen(snapshot: LoadedSnapshot) -> Row:
    """Take the commune asked for, else the first by code of those that have the most values."""
    asked = request.args.get(COMMUNE_PARAMETER)
    if asked is not None:
        return snapshot.territory(COMMUNE, asked)
    return min(
        snapshot.communes.values(),
        key=lambda row: (row["is_underserved"] is not True, len(row["reasons"]), row["code_insee"]),
    )
