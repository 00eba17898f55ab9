"""site.toml: what it sets, and the line said for each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from geodata.errors import SettingsError
from webapp.house.site_settings import SiteSettings, read_site, site_settings

WHOLE = """
nom = "Sicoval"
couleur = "#7A1F5C"
contact = "numerique@sicoval.example"
accueil = "epci/243100633"
adresse = "https://carte.sicoval.example/"
integration = ["https://www.sicoval.example", "http://intranet.example:8080/"]
fond = "ign"

[mentions]
editeur = "Sicoval"
directeur_de_publication = "La présidente"
hebergeur = "Un hébergeur"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_read(tmp_path: Path) -> None:
    site = read_site(written(tmp_path, WHOLE))
    assert site.nom == "Sicoval"
    assert site.couleur == "#7a1f5c"
    assert site.contact == "mailto:numerique@sicoval.example"
    assert site.accueil == ("epci", "243100633")
    assert site.adresse == "https://carte.sicoval.example"
    assert site.integration == ("https://www.sicoval.example", "http://intranet.example:8080")
    assert site.fond == "ign"
    assert site.mentions.editeur == "Sicoval"
    assert site.mentions.directeur_de_publication == "La présidente"
    assert site.mentions.hebergeur == "Un hébergeur"


def test_without_a_file_nothing_is_set() -> None:
    assert site_settings(None) == site_settings("") == SiteSettings()


def test_an_empty_file_sets_nothing(tmp_path: Path) -> None:
    site = read_site(written(tmp_path, ""))
    assert site == SiteSettings(digest=site.digest)
    assert site.integration == ("*",)


def test_what_answers_are_cached_by_follows_the_file(tmp_path: Path) -> None:
    digests = {read_site(written(tmp_path, f'nom = "{nom}"')).digest for nom in ("Un", "Deux")}
    assert len(digests) == 2


def test_an_empty_list_lets_nobody_frame_the_maps(tmp_path: Path) -> None:
    assert read_site(written(tmp_path, "integration = []")).integration == ("'none'",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('couleur = "#777777"', "clé couleur\u00a0: «\u00a0#777777\u00a0» se lit mal"),
        ('couleur = "#777777"', "4,47:1, il en faut au moins 4,5:1"),
        ('couleur = "teal"', "n'est pas une couleur"),
        ('couleur = "#0f5361;}body{display:none"', "n'est pas une couleur"),
        ("couleur = 12", "clé couleur"),
        ('colour = "#0f5361"', "écrivez couleur"),
        ('nom = ""', "clé nom"),
        (f'nom = "{"x" * 61}"', "écrivez-en 60 au plus"),
        ('contact = "javascript:alert(1)"', "n'est ni un courriel ni une adresse"),
        ('contact = "https://a.example/\\"onclick=x"', "n'est ni un courriel ni une adresse"),
        ('accueil = "29"', 'écrivez "epci/243100633"'),
        ('accueil = "planete/terre"', "n'est pas un territoire"),
        ('adresse = "https://a.example/carte"', "n'est pas l'adresse d'un site"),
        ('adresse = "carte.example"', "n'est pas l'adresse d'un site"),
        ('adresse = "http://[::1"', "n'est pas l'adresse d'un site"),
        ('integration = "https://a.example"', "liste de sites mal écrite"),
        ("integration = [1]", "liste de sites mal écrite"),
        ('integration = ["https://a.example; script-src *"]', "n'est pas l'adresse d'un site"),
        ('integration = ["*"]', "n'est pas l'adresse d'un site"),
        ('fond = "google"', 'écrivez "aucun" ou "ign"'),
        ("mentions = 1", "écrivez une section [mentions]"),
        (
            '[mentions]\neditor = "x"',
            "clé mentions.editor\u00a0: clé inconnue\u00a0; écrivez editeur",
        ),
        ("nom = Sicoval", "ligne 1, caractère 7"),
    ],
)
def test_a_fault_is_one_line_that_names_its_key(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_site(written(tmp_path, text))
    message = str(refused.value)
    assert said in message
    assert message.startswith("site.toml")
    assert "\n" not in message


def test_a_file_that_is_not_there_names_where_it_was_said(tmp_path: Path) -> None:
    absent = tmp_path / "absent.toml"
    with pytest.raises(SettingsError, match="--site"):
        read_site(absent, "--site")
    with pytest.raises(SettingsError, match="CARTO_SITE"):
        site_settings(str(absent))
