"""The operator's settings: carto.toml, read strictly.

Every fault names the key at fault and what to write instead; unknown keys are refused with the
closest known name, so that a misspelt setting is never ignored.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from carto.codes import DEPARTEMENT_PATTERN, is_siren
from carto.need_variants import VARIANTS
from carto.rollups.groups import Group
from geodata.fetching.limits import FetchLimits, read_limits
from geodata.group_settings import read_groups
from geodata.routing.settings import RoutingSettings, read_routing
from geodata.source_settings import SourceSettings, read_sources
from geodata.toml_section import Section, read_toml

_TOP_KEYS = (
    *("title", "demo", "territory", "need", "parameters", "groupes", "fetch", "travel"),
    "sources",
)
_DEFAULT_TITLE = "Cartographie de l'inclusion numérique"


@dataclass(frozen=True)
class Scope:
    """The territory to build: départements, EPCI, or the whole of France (no codes)."""

    kind: Literal["departements", "epci", "france"]
    codes: tuple[str, ...] = ()


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
        Declared variant of the need, None for the best one that the sources allow.
    parameter_overrides
        Overrides of the method, as tables of TOML nest them (`with_overrides` reads them).
    base
        Folder of carto.toml, against which relative paths are read.
    fetch
        Bounds of fetching.
    groups
        Groups of communes made by hand, sorted by id.
    routing
        Service asked for travel times; None to ask nobody.
    """

    title: str
    is_demo: bool
    scope: Scope
    sources: tuple[SourceSettings, ...]
    need_variant: str | None = None
    parameter_overrides: Mapping[str, object] = field(default_factory=dict)
    base: Path = Path()
    fetch: FetchLimits = field(default_factory=FetchLimits)
    groups: tuple[Group, ...] = ()
    routing: RoutingSettings | None = None


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
        sources=read_sources(section.section("sources"), base),
        need_variant=_need_variant(need),
        parameter_overrides=section.section("parameters").values,
        base=base,
        fetch=read_limits(section.section("fetch")),
        groups=read_groups(section.section("groupes")),
        routing=read_routing(section.section("travel")),
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
    if variant is not None and variant not in VARIANTS:
        raise need.error("variant", f"variante inconnue ; écrivez {' ou '.join(VARIANTS)}")
    return variant
