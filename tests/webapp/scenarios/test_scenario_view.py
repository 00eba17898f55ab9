"""What the page of a scenario shows beside its map: limits, forms, where it leads."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.webapp.outline import Outline, get

START = "/scenario?territoire=departement-29"
CHANGED = f"{START}&ajout=29001:7&ajout=29019:3.5&ind=acces&fibre_min=90"


def test_it_always_says_what_it_ignores(client: FlaskClient) -> None:
    for address in (START, CHANGED):
        text = get(client, address)
        limits = text[text.index('id="limites-titre"') :]
        assert "vol d'oiseau corrigée" in limits.replace("&#39;", "'")
        assert "recommandation de fermer" in limits


def test_the_form_of_additions_proposes_the_hours_of_the_last_one(client: FlaskClient) -> None:
    assert 'id="duree-ajout" name="duree" value="3.5"' in get(client, START)
    fourteen = get(client, f"{START}&ajout=29001:14")
    assert 'id="duree-ajout" name="duree" value="14"' in fourteen


def test_every_form_carries_every_change(client: FlaskClient) -> None:
    text = get(client, CHANGED)
    forms = text.split("<form")[1:]
    gestures = [form for form in forms if 'name="geste"' in form]
    assert gestures
    assert all(form.count('name="ajout"') == 2 for form in gestures)
    assert all('name="fibre_min" value="90"' in form for form in gestures)


def test_it_leads_to_the_dossier_and_the_thresholds_of_the_scenario(client: FlaskClient) -> None:
    links = Outline(get(client, CHANGED)).links
    dossier = next(link for link in links if link.startswith("/dossier/departement/29?"))
    assert "ajout=29001:7&ajout=29019:3.5" in dossier
    assert "territoire=" not in dossier
    assert "/seuils?territoire=departement-29&fibre_min=90" in links
    assert f"{START}&ind=acces" in links, "everything can be cleared"
