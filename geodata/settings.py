"""The operator's settings: carto.toml, read strictly.

Every fault names the key at fault and what to write instead; unknown keys are refused with the
closest known name, so that a misspelt setting is never ignored.
"""

from __future__ import annotations

import codecs
import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from carto.codes import DEPARTEMENT_PATTERN, is_siren
from geodata.errors import SettingsError
from geodata.toml_section import Section, read_toml

READ_SOURCES = (
    *("contours", "mairies", "population", "epci", "fibre", "france_services", "filosofi"),
)
PLANNED_SOURCES = (
    *("cog", "mouvements", "fibre_history", "lieux", "conseillers_numeriques"),
    *("aidants_connect", "fragilite", "frr", "cuivre", "activite"),
)
NEED_VARIANTS = ("revenu",)

_TOP_KEYS = ("title", "demo", "territory", "need", "parameters", "sources")
_SOURCE_KEYS = ("file", "url", "millesime", "date", "cog", "encoding")
_ENCODINGS = ("utf-8", "cp1252", "iso8859-1", "iso8859-15", "utf-16")
_DEFAULT_TITLE = "Cartographie de l'inclusion numérique"


@dataclass(frozen=True)
class Scope:
    """The territory to build: départements, EPCI, or the whole of France (no codes)."""

    kind: Literal["departements", "epci", "france"]
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceSettings:
    """One configured source: exactly one of `file` (absolute) and `url`, and its vintage."""

    id: str
    file: Path | None
    url: str | None
    millesime: str
    date: str
    cog: int
    encoding: str | None = None


@dataclass(frozen=True)
class BuildSettings:
    """What to build, and from what.

    Attributes
    ----------
    title
        Name of the build, shown on every page.
    is_demo
        Whether pages must say that this is the embedded demonstration.
    scope
        Territory to publish.
    sources
        Configured sources, sorted by id.
    need_variant
        Declared variant of the need indicator, None for the standard one.
    parameter_overrides
        Overrides of the method, with dotted names (`alerts.fibre_pct` → value).
    base
        Folder of carto.toml, against which relative paths are read.
    """

    title: str
    is_demo: bool
    scope: Scope
    sources: tuple[SourceSettings, ...]
    need_variant: str | None = None
    parameter_overrides: Mapping[str, object] = field(default_factory=dict)
    base: Path = Path()


def load_settings(path: Path) -> BuildSettings:
    """Read carto.toml.

    Raises
    ------
    SettingsError
        Naming the file, the key (or line) at fault and what to do.
    """
    section = Section(path.name, "", read_toml(path))
    section.refuse_unknown(_TOP_KEYS)
    territory = section.section("territory")
    territory.refuse_unknown(("scope",))
    need = section.section("need")
    need.refuse_unknown(("variant",))
    base = path.resolve().parent
    return BuildSettings(
        title=section.text("title") or _DEFAULT_TITLE,
        is_demo=section.flag("demo"),
        scope=_scope(territory),
        sources=_sources(section.section("sources"), base),
        need_variant=_need_variant(need),
        parameter_overrides=dict(_flatten(section.section("parameters").values)),
        base=base,
    )


def _scope(territory: Section) -> Scope:
    """Read `[territory] scope`."""
    value = territory.values.get("scope")
    codes = [value] if isinstance(value, str) else value
    advice = 'écrivez "29", ["22", "29"], "epci:242900801" ou "FR"'
    if not isinstance(codes, list) or not codes or not all(isinstance(c, str) for c in codes):
        raise territory.error("scope", f"territoire absent ou mal écrit ; {advice}")
    if codes == ["FR"]:
        return Scope("france")
    unique = tuple(sorted(set(codes)))
    if all(re.fullmatch(DEPARTEMENT_PATTERN, code) for code in unique):
        return Scope("departements", unique)
    sirens = tuple(code.removeprefix("epci:") for code in unique)
    if all(code.startswith("epci:") for code in unique) and all(map(is_siren, sirens)):
        return Scope("epci", sirens)
    raise territory.error("scope", f"« {', '.join(codes)} » n'est pas un territoire ; {advice}")


def _need_variant(need: Section) -> str | None:
    """Read `[need] variant`."""
    variant = need.text("variant")
    if variant is not None and variant not in NEED_VARIANTS:
        raise need.error("variant", f"variante inconnue ; écrivez {' ou '.join(NEED_VARIANTS)}")
    return variant


def _sources(sources: Section, base: Path) -> tuple[SourceSettings, ...]:
    """Read every `[sources.x]`."""
    for key in sources.values:
        if key in PLANNED_SOURCES:
            raise sources.error(
                key, "source prévue mais pas encore lue par cette version ; retirez cette section"
            )
    sources.refuse_unknown(READ_SOURCES)
    if not sources.values:
        raise SettingsError(
            f"{sources.file} : aucune source ; ajoutez au moins [sources.contours] "
            "et [sources.population]."
        )
    return tuple(_source(sources.section(key), base) for key in sorted(sources.values))


def _source(section: Section, base: Path) -> SourceSettings:
    """Read one `[sources.x]`."""
    section.refuse_unknown(_SOURCE_KEYS)
    file, url = section.text("file"), section.text("url")
    if (file is None) == (url is None):
        raise section.error("file", "donnez soit file, soit url")
    path = base / file if file else None
    if path is not None and not path.is_file():
        raise section.error("file", f"le fichier {path} n'existe pas ; corrigez le chemin")
    if url is not None and not _is_web_address(url):
        raise section.error("url", f"« {url} » n'est pas une adresse http:// ou https://")
    encoding = section.text("encoding")
    if encoding is not None and not _is_encoding(encoding):
        raise section.error(
            "encoding", f"encodage « {encoding} » inconnu ; écrivez utf-8, cp1252 ou latin-1"
        )
    return SourceSettings(
        id=section.name.removeprefix("sources."),
        file=path,
        url=url,
        millesime=_millesime(section),
        date=_date(section),
        cog=_cog(section),
        encoding=encoding,
    )


def _is_web_address(url: str) -> bool:
    """Whether `url` is an http or https address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_encoding(name: str) -> bool:
    """Whether `name` is an encoding that French files are written in."""
    try:
        return codecs.lookup(name).name in _ENCODINGS
    except (LookupError, ValueError):
        return False


def _millesime(section: Section) -> str:
    """Read the vintage: a text, or a year."""
    value = section.values.get("millesime")
    if isinstance(value, bool) or not isinstance(value, (int, str)) or not str(value).strip():
        raise section.error("millesime", 'millésime absent ; écrivez par exemple "2026"')
    return str(value).strip()


def _date(section: Section) -> str:
    """Read the date that the figures describe, as ISO text."""
    value = section.values.get("date")
    try:
        if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
            return value.isoformat()
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise section.error("date", 'date absente ou mal écrite ; écrivez par exemple "2026-06-30"')


def _cog(section: Section) -> int:
    """Read the year of the COG."""
    value = section.values.get("cog")
    if isinstance(value, bool) or not isinstance(value, int) or not 1943 <= value <= 2100:
        raise section.error("cog", "année du code officiel géographique attendue (cog = 2026)")
    return value


def _flatten(values: Mapping[str, object], prefix: str = "") -> Iterable[tuple[str, object]]:
    """Yield dotted names and values of nested sections, sorted by name."""
    for key in sorted(values):
        value = values[key]
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value
