"""Values of the environment: what is read, and what is refused in one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from geodata.errors import SettingsError
from webapp.operation.setting_values import bind, host_names, networks, one_of, whole_number

NAME = "CARTO_X"


@pytest.mark.parametrize("text", ["-1", "0", "65", "deux", "2.5", "1e3", "٣", "9" * 40])
def test_a_number_out_of_bounds_is_refused(text: str):
    with pytest.raises(SettingsError, match=r"CARTO_X.*de 1 à 64"):
        whole_number({NAME: text}, NAME, 2, (1, 64))


def test_what_is_empty_is_the_default():
    assert whole_number({NAME: ""}, NAME, 2, (1, 64)) == 2
    assert one_of({NAME: ""}, NAME, "texte", ("texte", "json")) == "texte"
    assert (networks({}, NAME), host_names({}, NAME), bind({}, NAME)) == ((), (), None)


@pytest.mark.parametrize(
    ("read", "text", "remedy"),
    [
        (networks, "10.0.0.1/8", "10.0.0.0/8"),
        (networks, "proxy", "adresses IP"),
        (host_names, "https://a.fr", "noms de serveur"),
        (host_names, "a b", "noms de serveur"),
        (bind, "9100", "127.0.0.1:9100"),
        (bind, "127.0.0.1:0", "127.0.0.1:9100"),
        (bind, "127.0.0.1:99999", "127.0.0.1:9100"),
        (bind, "a/b:80", "127.0.0.1:9100"),
    ],
)
def test_a_value_that_cannot_serve_says_what_to_write(
    read: Callable[[dict[str, str], str], object], text: str, remedy: str
):
    with pytest.raises(SettingsError, match=remedy) as refusal:
        read({NAME: text}, NAME)
    assert str(refusal.value).startswith("CARTO_X")
    assert "\n" not in str(refusal.value)


def test_ipv6_is_read_with_its_brackets():
    assert bind({NAME: "[::1]:9100"}, NAME) == ("::1", 9100)


def test_an_unknown_word_is_answered_by_the_known_ones():
    with pytest.raises(SettingsError, match="texte ou json"):
        one_of({NAME: "xml"}, NAME, "texte", ("texte", "json"))
