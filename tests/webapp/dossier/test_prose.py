"""Tests of `webapp.dossier.prose`."""

from __future__ import annotations

from webapp.dossier.prose import absent_source, bullets, paragraph, said, table, to_complete


def test_texts_have_french_spaces() -> None:
    assert said("Oui : 1 000 lieux !") == "Oui\xa0: 1\u202f000\xa0lieux\xa0!"
    assert paragraph("Un.", "", "Deux ?").text == "Un. Deux\xa0?"
    assert bullets(["Un ;"], is_numbered=True).items == ("Un\xa0;",)
    assert to_complete("Qui ?", "Nom.").label == "Qui\xa0?"


def test_columns_of_numbers_are_marked() -> None:
    made = table("Titre", ("Commune", "Habitants#"), [("Brest", "142 346")])
    assert [(one.title, one.is_number) for one in made.columns] == [
        ("Commune", False),
        ("Habitants", True),
    ]
    assert made.rows == (("Brest", "142\u202f346"),)


def test_a_missing_source_is_told_with_what_to_do() -> None:
    words = absent_source("cuivre")
    assert words.startswith("Les dates de fermeture du cuivre ne sont pas montrées.")
    assert "joindre la source « Fermeture du cuivre »" in words
