"""Groups of communes of carto.toml, `[groupes.<id>]`, read strictly."""

from __future__ import annotations

import re

from carto.codes import is_code_insee
from carto.rollups.groups import Group
from geodata.arrondissements import commune_of_arrondissement
from geodata.toml_section import Section

_ID = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
_EXAMPLE = 'communes = ["29233", "29103"]'


def read_groups(section: Section) -> tuple[Group, ...]:
    """Read every group.

    Parameters
    ----------
    section
        `[groupes]`, empty when there is none.

    Returns
    -------
    tuple of Group
        Sorted by id. Whether communes exist is only known once the contours are read.

    Raises
    ------
    geodata.errors.SettingsError
        Naming the key at fault and what to write instead.
    """
    return tuple(_group(section, name) for name in sorted(section.values))


def _group(section: Section, name: str) -> Group:
    """Read one group."""
    if not _ID.fullmatch(name):
        advice = "écrivez des minuscules sans accent, des chiffres et des tirets"
        raise section.error(name, f"identifiant de groupe incorrect ; {advice} ([groupes.leon])")
    group = section.section(name)
    group.refuse_unknown(("nom", "communes"))
    nom = group.text("nom")
    if nom is None:
        raise group.error("nom", "nom du groupe absent ; écrivez un texte entre guillemets")
    return Group(name, nom, _communes(group))


def _communes(group: Section) -> tuple[str, ...]:
    """Read the codes of the communes of a group."""
    codes = group.values.get("communes")
    if not isinstance(codes, list) or not codes:
        raise group.error("communes", f"liste de codes absente ou vide ; écrivez {_EXAMPLE}")
    for code in codes:
        if isinstance(code, int):
            said = f"« {code} » est un nombre ; écrivez chaque code entre guillemets"
            raise group.error("communes", f"{said}, {_EXAMPLE}")
        if not isinstance(code, str) or not is_code_insee(code):
            said = f"« {code} » n'est pas un code de commune"
            raise group.error("communes", f"{said} ; écrivez cinq caractères, {_EXAMPLE}")
        commune = commune_of_arrondissement(code)
        if commune is not None:
            said = f"« {code} » est un arrondissement"
            raise group.error("communes", f"{said} ; écrivez sa commune, « {commune} »")
    repeated = next((code for code in codes if codes.count(code) > 1), None)
    if repeated is not None:
        raise group.error("communes", f"« {repeated} » est écrit deux fois ; retirez-en un")
    return tuple(codes)
