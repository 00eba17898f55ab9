"""Tests of `webapp.dossier.parts.gaps`."""

from __future__ import annotations

from tests.webapp.dossier.reading import column, table_of, text_of
from webapp.dossier.parts.gaps import gaps
from webapp.dossier.subject import Subject
from webapp.rule.rule import Rule
from webapp.rule.ruled_snapshot import judged_again

CAPTION = "Communes sous-desservies"


def test_every_under_served_commune_is_listed_in_order_of_attention(departement: Subject) -> None:
    names = column(table_of(gaps(departement), CAPTION), 0)
    assert len(names) == departement.row["communes_underserved"]
    assert names == [row["nom"] for row in departement.underserved]
    assert departement.underserved[0]["verdict"] == "3"


def test_reasons_are_the_alerts_with_value_and_threshold(departement: Subject) -> None:
    table = table_of(gaps(departement), CAPTION)
    reasons = dict(zip(column(table, 0), column(table, 2), strict=True))
    assert reasons["Argol"] == ("aide : lieu à 25 min ; besoin : 8 sur 10 ; fibre : 76,4 %")
    for row in departement.underserved:
        said = reasons[row["nom"]]
        assert ("aide :" in said) is bool(row["alert_offre"])
        assert ("besoin :" in said) is bool(row["alert_besoin"])


def test_the_nearest_place_is_named_even_outside(subject: Subject) -> None:
    nearest = column(table_of(gaps(subject), CAPTION), 3)
    assert any("km" in one for one in nearest)


def test_the_crossing_counts_every_typed_commune(departement: Subject) -> None:
    table = table_of(gaps(departement), "Fibre, aide et besoin croisés")
    typed = sum(map(int, column(table, 1)))
    assert typed + 2 == departement.row["communes_count"]
    assert "n'a pas de type : 2 ici" in table.note.replace("\xa0", " ")


def test_communes_that_nobody_can_judge_are_listed(departement: Subject) -> None:
    text = text_of(gaps(departement))
    assert "Pour 2 communes, une donnée manque" in text
    assert "Guerlesquin" in text


def test_the_rule_of_a_reader_is_said(departement: Subject) -> None:
    ruled = judged_again(departement.snapshot, Rule(temps_max=15))
    text = text_of(gaps(Subject(ruled, "departement", "29")))
    assert "n'applique pas la règle publiée" in text
    assert "à plus de 15 min" in text
