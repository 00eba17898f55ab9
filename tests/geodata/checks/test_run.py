"""Checks: each finds what was put wrong, and nothing in what is right."""

from __future__ import annotations

from tests.demo import Built

IDS = (
    *("communes_absentes", "sources_incompletes", "lignes_refusees", "valeurs_reparees"),
    *("lignes_changees", "departements_disparus", "lieux_disparus", "fibre_en_recul"),
    *("appariements", "valeurs_estimees", "mairies_hors_commune"),
    *("lieux_hors_commune", "lieux_sans_position", "heures", "fibre_plus_de_100"),
    *("trimestres_melanges", "groupes", "contours"),
)


def test_the_order_and_the_ids_are_stable(built_demo: Built) -> None:
    assert tuple(check["id"] for check in built_demo.snapshot.facts["checks"]) == IDS


def test_mairies_of_the_demonstration(built_demo: Built) -> None:
    communes = built_demo.by_code()
    (check,) = (c for c in built_demo.snapshot.facts["checks"] if c["id"] == "mairies_hors_commune")
    assert (check["looked_at"], check["found"], check["blocks"]) == (277, 7, False)
    by_source = {
        source: sorted(row["nom"] for row in communes.values() if row["point_source"] == source)
        for source in ("mairie_corrigee", "point_representatif")
    }
    assert by_source == {
        "mairie_corrigee": ["Dinéault"],
        "point_representatif": [
            *("Ergué-Gabéric", "Garlan", "Guengat", "Plogoff", "Saint-Derrien", "Treffiagat"),
        ],
    }
    dineault = next(item for item in check["items"] if item["nom"] == "Dinéault")
    assert "614,1\u00a0km de son contour" in dineault["message"]
    assert "corrigée" in dineault["message"]
    assert communes["29044"]["longitude"] < 0


def test_what_is_right_raises_nothing(built_demo: Built) -> None:
    found = {check["id"]: check["found"] for check in built_demo.snapshot.facts["checks"]}
    assert found == {
        **dict.fromkeys(IDS, 0),
        "appariements": 4,
        "mairies_hors_commune": 7,
        "heures": 2,
    }
