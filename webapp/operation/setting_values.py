"""Values of the environment that say how the service runs; each refusal says what to write.

A value that cannot be used ends the command before anything is served.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection, Mapping

from carto.french import number
from geodata.errors import SettingsError
from webapp.operation.host_names import is_host_name

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
ANY_HOST = "*"


def refused(name: str, value: str, remedy: str) -> SettingsError:
    """Make the error of a variable, with what to write instead.

    >>> str(refused("CARTO_PORT", "http", "écrivez 8000")).replace(chr(160), " ")
    'CARTO_PORT : « http » ne peut pas servir ; écrivez 8000.'
    """
    return SettingsError(f"{name} : « {value[:60]} » ne peut pas servir ; {remedy}.")


def whole_number(
    environment: Mapping[str, str], name: str, default: int, bounds: tuple[int, int]
) -> int:
    """Read a whole number within bounds.

    >>> whole_number({"CARTO_WORKERS": "4"}, "CARTO_WORKERS", 2, (1, 64))
    4
    """
    text = environment.get(name, "")
    if not text:
        return default
    least, most = bounds
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most):
        raise refused(name, text, f"écrivez un nombre de {number(least)} à {number(most)}")
    return int(text)


def one_of(
    environment: Mapping[str, str], name: str, default: str, choices: Collection[str]
) -> str:
    """Read a word among those known.

    >>> one_of({}, "CARTO_ACCESS_LOG", "texte", ("texte", "json", "aucun"))
    'texte'
    """
    text = environment.get(name, "") or default
    if text not in choices:
        raise refused(name, text, f"écrivez {' ou '.join(choices)}")
    return text


def networks(environment: Mapping[str, str], name: str) -> tuple[Network, ...]:
    """Read addresses and networks parted by commas.

    >>> networks({"CARTO_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8"}, "CARTO_TRUSTED_PROXIES")
    (IPv4Network('127.0.0.1/32'), IPv4Network('10.0.0.0/8'))
    """
    read: list[Network] = []
    for text in _parts(environment.get(name, "")):
        try:
            read.append(ipaddress.ip_network(text))
        except ValueError:
            example = "écrivez des adresses IP, par exemple 127.0.0.1 ou 10.0.0.0/8"
            raise refused(name, text, example) from None
    return tuple(read)


def host_names(environment: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Read names of hosts parted by commas, without their port; `*` accepts every one.

    >>> host_names({"CARTO_ALLOWED_HOSTS": "carte.exemple.fr"}, "CARTO_ALLOWED_HOSTS")
    ('carte.exemple.fr',)
    """
    read = tuple(part.lower() for part in _parts(environment.get(name, "")))
    for text in read:
        if text != ANY_HOST and not is_host_name(text):
            raise refused(name, text, "écrivez des noms de serveur, par exemple carte.exemple.fr")
    return read


def bind(environment: Mapping[str, str], name: str) -> tuple[str, int] | None:
    """Read an address to listen on, `adresse:port`; None when nothing is written.

    >>> bind({"CARTO_METRICS": "127.0.0.1:9100"}, "CARTO_METRICS")
    ('127.0.0.1', 9100)
    """
    text = environment.get(name, "")
    if not text:
        return None
    host, colon, port = text.rpartition(":")
    is_port = port.isascii() and port.isdigit() and len(port) <= 5 and 0 < int(port) <= 65535
    host = host.removeprefix("[").removesuffix("]")
    if not colon or not is_port or not is_host_name(host):
        raise refused(name, text, "écrivez une adresse et un port, par exemple 127.0.0.1:9100")
    return host, int(port)


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
