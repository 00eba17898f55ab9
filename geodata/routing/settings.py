"""The routing service of carto.toml: `[travel]`. Without it nothing is asked of anybody.

```toml
[travel]
service = "osrm"                 # or "valhalla"
url = "http://localhost:5000"
date = "2026-06-01"              # of the road network
radius_km = 25                   # places asked for around each commune…
nearest = 5                      # …and at least that many
```
"""

from __future__ import annotations

import datetime
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from geodata.toml_section import Section

SERVICES = ("osrm", "valhalla")
_KEYS = ("service", "url", "date", "radius_km", "nearest")


@dataclass(frozen=True)
class RoutingSettings:
    """A routing service.

    Attributes
    ----------
    service
        A name of `SERVICES`: the protocol that it speaks.
    url
        Its address, without a final slash.
    date
        ISO date of its road network.
    radius_km, nearest
        Places asked for from each commune: those within this crow-fly distance, and at least that
        many.
    """

    service: str
    url: str
    date: str
    radius_km: float = 25.0
    nearest: int = 5

    @property
    def host(self) -> str:
        """Host of the service, in lower case."""
        return (urlsplit(self.url).hostname or "").lower()

    @property
    def is_local(self) -> bool:
        """Whether the service runs on this machine, by its name or address."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def read_routing(travel: Section) -> RoutingSettings | None:
    """Read the section `[travel]`; None when it is absent or empty.

    Raises
    ------
    geodata.errors.SettingsError
        Naming the key at fault and what to write instead.
    """
    travel.refuse_unknown(_KEYS)
    if not travel.values:
        return None
    service = travel.text("service")
    if service not in SERVICES:
        raise travel.error("service", f'service inconnu ; écrivez "{SERVICES[0]}" ou "valhalla"')
    return RoutingSettings(
        service=service,
        url=_url(travel),
        date=_date(travel),
        radius_km=_number(travel, "radius_km", 25.0, 100.0),
        nearest=int(_number(travel, "nearest", 5.0, 50.0)),
    )


def _url(travel: Section) -> str:
    """Read the address of the service: it ends before the path that the protocol gives."""
    url = travel.text("url") or ""
    try:
        parts = urlsplit(url)
        is_plain = not (parts.query or parts.fragment or parts.username or parts.password)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and is_plain
    except ValueError:
        is_web = False
    if not is_web:
        said = "adresse absente ou mal écrite ; écrivez par exemple"
        raise travel.error("url", f'{said} "http://localhost:5000", sans paramètre ni mot de passe')
    return url.rstrip("/")


def _date(travel: Section) -> str:
    """Read the date of the road network."""
    value = travel.values.get("date")
    try:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        return datetime.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        said = 'date du réseau routier absente ou mal écrite ; écrivez par exemple "2026-06-01"'
        raise travel.error("date", said) from None


def _number(travel: Section, key: str, default: float, most: float) -> float:
    """Read a number from 1 to `most`."""
    value = travel.values.get(key, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 1 <= value <= most:
        raise travel.error(key, f"écrivez un nombre de 1 à {most:g}")
    return float(value)
