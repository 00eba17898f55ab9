"""Column maps are read strictly: each fault names its key and says what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.column_maps import load_column_map
from geodata.errors import SettingsError
from geodata.source_settings import SHIPPED_COLUMNS

SOUND = """
departement = "29"
[champs]
nom = "Lieu"
commune = "Ville"
code_postal = "CP"
"""


def load(folder: Path, text: str) -> str:
    """Load a map; the error that it makes, in plain spaces, or nothing."""
    path = folder / "carte.toml"
    path.write_text(text, encoding="utf-8")
    try:
        load_column_map(path)
    except SettingsError as error:
        return str(error).replace("\u00a0", " ")
    return ""


def test_a_sound_map(tmp_path: Path) -> None:
    path = tmp_path / "carte.toml"
    path.write_text(
        SOUND
        + """
longitude = "x"
latitude = "y"
adresse = ["N°", "Rue"]
date_maj = { colonne = "MAJ", format = "jj/mm/aaaa" }
services = { colonne = "aide", separateur = " / ", valeurs = { "Wifi !" = "" } }
typologie = { constante = "BIB|MUNI" }
modalites_acces = { cases = { "Accueil" = "Se présenter" } }
[exclure]
"Etat" = "fermé"
""",
        encoding="utf-8",
    )
    columns = load_column_map(path)
    assert columns.columns() == (
        *("Accueil", "CP", "Etat", "Lieu", "MAJ", "N°", "Rue", "Ville", "aide", "x", "y"),
    )
    assert (columns.kind, columns.departement, columns.crs) == ("lieu", "29", None)
    assert columns.fields["services"].values == {"wifi": ""}
    assert columns.fields["date_maj"].date_format == "%d/%m/%Y"
    assert columns.excluded == {"Etat": ("fermé",)}


@pytest.mark.parametrize("path", sorted(SHIPPED_COLUMNS.glob("*.toml")), ids=lambda path: path.stem)
def test_shipped_maps_are_sound(path: Path) -> None:
    assert load_column_map(path).departement


def test_four_maps_are_shipped() -> None:
    assert {path.stem for path in SHIPPED_COLUMNS.glob("*.toml")} >= {
        *("creuse", "gironde", "haute-vienne", "maine-et-loire"),
    }


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("titre = 'x'", "clé titre : clé inconnue"),
        ("departement = '2'", "clé departement : « 2 » inconnu"),
        ("nature = 'bureau'", "écrivez lieu, point_de_service, structure"),
        ("axes_inverses = 'oui'", "écrivez true ou false"),
        ("projection = 'EPSG:99'", 'écrivez un code comme "EPSG:2154"'),
        ("regrouper = ['adresse']", "« adresse » n'est pas un des champs de cette carte"),
        ("regrouper = 3", 'écrivez un nom entre guillemets, ou une liste ["A", "B"]'),
    ],
)
def test_faults_of_the_whole(tmp_path: Path, change: str, said: str) -> None:
    error = load(tmp_path, SOUND.replace('departement = "29"', change))
    assert error.startswith("carte.toml, clé ")
    assert said in error


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("nomm = 'x'", "clé champs.nomm : clé inconnue ; écrivez nom"),
        ("adresse = 3", "clé champs.adresse : écrivez un nom entre guillemets"),
        ("adresse = []", "clé champs.adresse : écrivez un nom entre guillemets"),
        ("longitude = 'x'", "donnez longitude et latitude, ou aucune des deux"),
        ("services = {}", "clé champs.services.colonne : donnez une seule de colonne"),
        ("services = { colonne = 'a', constante = 'b' }", "donnez une seule de colonne"),
        ("services = { column = 'a' }", "champs.services.column : clé inconnue ; écrivez colonne"),
        ("frais_a_charge = { constante = 'Gratuits' }", "écrivez « Gratuit »"),
        ("typologie = { colonne = 'a', valeurs = { x = 'Zzz' } }", "valeurs possibles : ACI"),
        ("services = { cases = { wifi = 3 } }", 'champs.services.cases."wifi" : écrivez un texte'),
        ("services = { colonne = 'a', separateur = '' }", "écrivez le séparateur entre guillemets"),
        ("adresse = { colonne = 'a', motif = '(' }", "expression régulière incorrecte"),
        ("adresse = { colonne = 'a', motif = 'b' }", "entourez de parenthèses la partie à prendre"),
        ("date_maj = { colonne = 'a', format = 'dd/mm' }", "écrivez jj, mm et aaaa"),
    ],
)  # fmt: skip
def test_faults_of_a_field(tmp_path: Path, field: str, said: str) -> None:
    assert said in load(tmp_path, SOUND + field)


def test_a_value_of_another_meaning_is_not_suggested(tmp_path: Path) -> None:
    error = load(tmp_path, SOUND + "services = { constante = 'Ateliers numériques' }")
    assert "écrivez « " not in error
    assert "valeurs possibles : Aide aux démarches administratives, " in error


def test_all_the_faults_are_named_at_once(tmp_path: Path) -> None:
    values = "{ x = 'Zzz', y = 'Gratuit', z = 'Yyy' }"
    fields = f"frais_a_charge = {{ colonne = 'a', valeurs = {values} }}\nadresse = 3\nhoraires = 4"
    error = load(tmp_path, SOUND + fields)
    assert "champs.frais_a_charge.valeurs : « Zzz » n'est pas dans la liste" in error
    assert error.endswith("aussi : « Yyy ». Et 2 autres champs à corriger : adresse, horaires.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('nom = "Lieu"', "clé champs.nom : champ indispensable"),
        ('commune = "Ville"', "clé champs.commune : champ indispensable"),
        ('code_postal = "CP"', "clé champs.code_postal : rien ne dit où sont les lieux"),
    ],
)
def test_what_no_map_can_do_without(tmp_path: Path, line: str, said: str) -> None:
    assert said in load(tmp_path, SOUND.replace(line, ""))


def test_a_map_that_is_no_toml(tmp_path: Path) -> None:
    assert "carte.toml, ligne 1" in load(tmp_path, "champs = = 3")
