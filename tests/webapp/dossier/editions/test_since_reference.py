"""What changed since an earlier edition, in the follow-up of a dossier."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from webapp.dossier.blocks import Bullets, Dossier, Paragraph, SubSection, Table
from webapp.dossier.editions.frozen import Frozen
from webapp.dossier.editions.frozen_files import UnusableReferenceError
from webapp.dossier.editions.since_reference import FOLLOW_UP, TITLE, with_changes

COMMUNE = {"alert_offre": False, "alert_besoin": False, "alert_connectivite": False}


def earlier(frozen: Frozen, **changes: Mapping[str, Any]) -> Frozen:
    """Make an earlier state: other data, some communes otherwise (`c29001={…}`)."""
    communes = {
        code: {**row, **changes.get(f"c{code}", {})}
        for code, row in frozen.release.communes.items()
    }
    return replace(
        frozen,
        date="2020-01-01",
        baseline=replace(frozen.baseline, snapshot_id="0" * 16),
        release=replace(frozen.release, id="0" * 16, communes=communes),
    )


def told(dossier: Dossier, reference: Frozen, frozen: Frozen) -> SubSection:
    changed = with_changes(dossier, reference, frozen)
    (section,) = [one for one in changed.sections if one.number == FOLLOW_UP]
    first = section.blocks[0]
    assert isinstance(first, SubSection)
    assert first.title == TITLE
    return first


def tables(piece: SubSection) -> dict[str, Table]:
    return {block.caption: block for block in piece.blocks if isinstance(block, Table)}


def words(piece: SubSection) -> str:
    said = [block.text for block in piece.blocks if isinstance(block, Paragraph)]
    items = [item for block in piece.blocks if isinstance(block, Bullets) for item in block.items]
    return " ".join([*said, *items]).replace("\u00a0", " ").replace("\u202f", " ")


def test_the_same_data_changed_nothing(dossier: Dossier, frozen: Frozen) -> None:
    piece = told(dossier, frozen, frozen)
    assert "aucun chiffre n'a changé" in words(piece)
    assert not tables(piece)


def test_figures_stand_side_by_side_with_what_they_gained(dossier: Dossier, frozen: Frozen) -> None:
    values = {value.id: value for value in frozen.baseline.values}
    fibre = values["taux_couverture_ftth"]
    assert fibre.value is not None
    lower = replace(fibre, value=fibre.value - 4.2, text="jadis")
    unknown = replace(values["population"], value=None, text="donnée absente")
    old = tuple(
        {"taux_couverture_ftth": lower, "population": unknown}.get(value.id, value)
        for value in frozen.baseline.values
    )
    reference = earlier(frozen)
    reference = replace(reference, baseline=replace(reference.baseline, values=old[:-1]))
    (figures,) = tables(told(dossier, reference, frozen)).values()
    rows = {row[0]: row[1:] for row in figures.rows}
    assert rows[fibre.label] == ("jadis", fibre.text, "+4,2\u00a0points")
    assert rows[unknown.label][2] == "—"
    assert rows[old[-1].label][0] == "non suivi"
    assert rows[values["communes_count"].label][2] == "="


def test_communes_that_entered_and_left_are_listed_with_the_cause(
    dossier: Dossier, frozen: Frozen
) -> None:
    listed = [code for code, row in frozen.release.communes.items() if row["is_underserved"]]
    others = [code for code, row in frozen.release.communes.items() if row["verdict"] in "01"]
    entering = frozen.release.communes[listed[0]]
    reference = earlier(
        frozen,
        **{
            f"c{listed[0]}": {**COMMUNE, "verdict": "0", "taux_couverture_ftth": 0.999},
            f"c{others[0]}": {"verdict": "2", "alert_offre": True, "nearest_site_min": 55.0},
        },
    )
    found = tables(told(dossier, reference, frozen))
    entered = found["Communes entrées dans la liste des sous-desservies"]
    left = found["Communes sorties de la liste des sous-desservies"]
    assert [row[0] for row in entered.rows] == [f"{entering['nom']} ({listed[0]})"]
    assert entered.rows[0][2] == "non sous-desservie"
    assert entered.rows[0][4]
    assert [row[0][-6:-1] for row in left.rows] == [others[0]]


def test_another_rule_is_said_first(dossier: Dossier, frozen: Frozen) -> None:
    reference = earlier(frozen)
    parameters = dict(reference.release.rule["parameters"])
    parameters["alerts"] = {**parameters["alerts"], "fibre_pct": 80.0}
    rule = {**reference.release.rule, "parameters": parameters}
    reference = replace(reference, release=replace(reference.release, rule=rule))
    said = words(told(dossier, reference, frozen))
    assert "La règle de calcul n'est plus la même" in said
    assert "80 %, puis 95 %" in said


def test_a_commune_that_joined_and_one_that_left_are_named(
    dossier: Dossier, frozen: Frozen
) -> None:
    codes = sorted(frozen.release.communes)
    fewer = {code: frozen.release.communes[code] for code in codes[1:]}
    gone = {**frozen.release.communes[codes[0]], "code_insee": "29999", "nom": "Ys"}
    reference = earlier(frozen)
    reference = replace(
        reference, release=replace(reference.release, communes={**fewer, "29999": gone})
    )
    said = words(told(dossier, reference, frozen))
    joined = frozen.release.communes[codes[0]]["nom"]
    assert f"1 commune a rejoint le territoire : {joined}." in said
    assert "1 commune n'en fait plus partie : Ys." in said


def test_another_territory_is_refused(dossier: Dossier, frozen: Frozen) -> None:
    other = replace(frozen, baseline=replace(frozen.baseline, code="000000000"))
    with pytest.raises(UnusableReferenceError):
        with_changes(dossier, other, frozen)
