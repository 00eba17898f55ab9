"""Column maps: how the columns of a local file of places say the fields of the national standard.

A map is a TOML file that a département writes beside its own table, without any Python; see
docs/ajouter-vos-lieux.md. It is read strictly: every fault names its key and what to write instead.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyproj import CRS
from pyproj.exceptions import CRSError

from carto import french
from carto.codes import DEPARTEMENTS
from carto.local_fields import ETP, LOCAL_FIELDS, LOCAL_LISTS, MEDIATEUR
from carto.mediation_standard import FIELDS, LISTS
from carto.vocabulary import SITE_KINDS
from geodata.errors import SettingsError
from geodata.toml_section import Section, read_toml
from geodata.values.listed_values import folded

_TOP_KEYS = (
    *("nature", "departement", "projection", "axes_inverses", "regrouper"),
    *("champs", "exclure"),
)
_FIELD_KEYS = (
    *("colonne", "colonnes", "constante", "cases"),
    *("separateur", "valeurs", "motif", "format"),
)
# Likeness from which a value was meant but misspelt; under it, the likest one has another meaning.
_SAME_WORDS = 0.85
_DATE_PARTS = {"aaaa": "%Y", "mm": "%m", "jj": "%d"}


@dataclass(frozen=True)
class FieldRule:
    """How one field of the standard is said.

    Attributes
    ----------
    columns
        Columns of the file; the texts of several are joined.
    constant
        The same text for all rows.
    ticked
        Column → value given when its cell is ticked (« Oui », « X »…).
    separator
        What parts the values of a cell.
    values
        Folded value of the file → value of the standard, "" for one that says nothing.
    pattern
        Regular expression whose first group is taken from the cell.
    date_format
        Format of dates, as `strptime` reads it.
    """

    columns: tuple[str, ...] = ()
    constant: str = ""
    ticked: Mapping[str, str] = field(default_factory=dict)
    separator: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None
    date_format: str | None = None


@dataclass(frozen=True)
class ColumnMap:
    """How a local file says the fields of the standard.

    Attributes
    ----------
    fields
        Field of the standard → its rule.
    kind
        What its places are, one of `carto.vocabulary.SITE_KINDS`.
    departement
        Code of the only département that its places are in, if any.
    crs
        Coordinate system of the columns of longitude and latitude; None for degrees (WGS 84).
    has_swapped_axes
        Whether the column of longitude holds latitudes, and the other way round.
    grouping
        Fields that make one place of several rows, empty when each row is a place.
    excluded
        Column → texts that exclude a row.
    """

    fields: Mapping[str, FieldRule]
    kind: str
    departement: str | None
    crs: str | None
    has_swapped_axes: bool
    grouping: tuple[str, ...]
    excluded: Mapping[str, tuple[str, ...]]

    def columns(self) -> tuple[str, ...]:
        """Name every column that the map reads, sorted."""
        named = {name for rule in self.fields.values() for name in (*rule.columns, *rule.ticked)}
        return tuple(sorted(named | set(self.excluded)))


def load_column_map(path: Path) -> ColumnMap:
    """Read a column map.

    Raises
    ------
    SettingsError
        Naming the file, the key (or line) at fault and what to write instead.
    """
    section = Section(path.name, "", read_toml(path))
    section.refuse_unknown(_TOP_KEYS)
    fields_section = section.section("champs")
    fields_section.refuse_unknown((*FIELDS, *LOCAL_FIELDS))
    fields = _field_rules(fields_section)
    _require_place(fields_section, fields)
    grouping = _texts(section, "regrouper") if "regrouper" in section.values else ()
    for name in grouping:
        if name not in fields:
            raise section.error("regrouper", f"« {name} » n'est pas un des champs de cette carte")
    return ColumnMap(
        fields=fields,
        kind=_choice(section, "nature", tuple(SITE_KINDS)) or "lieu",
        departement=_choice(section, "departement", tuple(DEPARTEMENTS)),
        crs=_crs(section),
        has_swapped_axes=section.flag("axes_inverses"),
        grouping=grouping,
        excluded=_excluded(section.section("exclure")),
    )


def _field_rules(fields: Section) -> dict[str, FieldRule]:
    """Read what the map says of every field; the first fault is told, the other fields named."""
    rules: dict[str, FieldRule] = {}
    faults: dict[str, SettingsError] = {}
    for name in fields.values:
        try:
            rules[name] = _field_rule(fields, name)
        except SettingsError as error:
            faults[name] = error
    if len(faults) == 1:
        raise next(iter(faults.values()))
    if faults:
        first, *others = faults
        count = french.plural(len(others), "autre champ", "autres champs")
        raise SettingsError(f"{faults[first]} Et {count} à corriger : {', '.join(others)}.")
    return rules


def _field_rule(fields: Section, name: str) -> FieldRule:
    """Read what the map says of one field: a column, several, or a section."""
    value = fields.values[name]
    if not isinstance(value, dict):
        return FieldRule(columns=_texts(fields, name))
    section = fields.section(name)
    section.refuse_unknown(_FIELD_KEYS)
    given = [key for key in ("colonne", "colonnes", "constante", "cases") if key in value]
    if len(given) != 1:
        raise section.error("colonne", "donnez une seule de colonne, colonnes, constante ou cases")
    columns = _texts(section, given[0]) if given[0].startswith("colonne") else ()
    constant = section.text("constante") or ""
    ticked = _pairs(section, "cases")
    values = _pairs(section, "valeurs")
    _require_listed(section, name, (*constant.split("|"), *ticked.values(), *values.values()))
    separator = section.values.get("separateur")
    if separator is not None and (not isinstance(separator, str) or not separator):
        raise section.error("separateur", "écrivez le séparateur entre guillemets")
    return FieldRule(
        columns=columns,
        constant=constant,
        ticked=ticked,
        separator=separator,
        values={folded(old): new for old, new in values.items()},
        pattern=_pattern(section),
        date_format=_date_format(section),
    )


def _require_place(fields: Section, rules: Mapping[str, FieldRule]) -> None:
    """Refuse a map that does not say the name of a place and where it is."""
    for name in ("nom", "commune"):
        if name not in rules:
            raise fields.error(name, "champ indispensable ; donnez le nom de sa colonne")
    if ("longitude" in rules) != ("latitude" in rules):
        raise fields.error("longitude", "donnez longitude et latitude, ou aucune des deux")
    if not {"longitude", "code_insee", "code_postal"} & set(rules):
        advice = "donnez code_insee, code_postal, ou longitude et latitude"
        raise fields.error("code_postal", f"rien ne dit où sont les lieux ; {advice}")
    if MEDIATEUR in rules and ETP not in rules:
        raise fields.error(MEDIATEUR, "donnez aussi etp : un nom ne sert qu'à partager son temps")


def _require_listed(section: Section, name: str, given: Iterable[str]) -> None:
    """Refuse values that the list of their field does not have; "" says nothing, and may."""
    listed = LISTS.get(name) or LOCAL_LISTS.get(name)
    if listed is None:
        return
    unlisted = list(dict.fromkeys(said for said in given if said and said not in listed))
    if not unlisted:
        return
    first, *others = unlisted
    close = difflib.get_close_matches(first, listed, 1, _SAME_WORDS)
    advice = f"écrivez « {close[0]} »" if close else f"valeurs possibles : {', '.join(listed)}"
    problem = f"« {first} » n'est pas dans la liste de la norme ; {advice}"
    if others:
        problem += f" ; à corriger aussi : {', '.join(f'« {said} »' for said in others)}"
    raise section.error("valeurs", problem)


def _texts(section: Section, key: str) -> tuple[str, ...]:
    """Read a text or a list of texts."""
    value = section.values.get(key)
    texts = value if isinstance(value, list) else [value]
    if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        raise section.error(key, 'écrivez un nom entre guillemets, ou une liste ["A", "B"]')
    return tuple(str(text).strip() for text in texts)


def _pairs(section: Section, key: str) -> dict[str, str]:
    """Read a table of texts, empty when the key is absent."""
    pairs = section.section(key).values
    for old, new in pairs.items():
        if not isinstance(new, str):
            raise section.error(f'{key}."{old}"', "écrivez un texte entre guillemets")
    return {old: str(new).strip() for old, new in pairs.items()}


def _choice(section: Section, key: str, choices: Sequence[str]) -> str | None:
    """Read a text that is one of several, None when absent."""
    value = section.text(key)
    if value is not None and value not in choices:
        shown = ", ".join(choices) if len(choices) < 10 else "un code comme 33 ou 2A"
        raise section.error(key, f"« {value} » inconnu ; écrivez {shown}")
    return value


def _crs(section: Section) -> str | None:
    """Read the coordinate system of the columns of position."""
    value = section.text("projection")
    try:
        return None if value is None else CRS.from_user_input(value).to_string()
    except CRSError as error:
        advice = 'écrivez un code comme "EPSG:2154" (Lambert-93)'
        raise section.error("projection", f"projection « {value} » inconnue ; {advice}") from error


def _pattern(section: Section) -> re.Pattern[str] | None:
    """Read a regular expression of one group."""
    text = section.text("motif")
    try:
        pattern = re.compile(text) if text is not None else None
    except re.error as error:
        raise section.error("motif", f"expression régulière incorrecte ({error})") from error
    if pattern is not None and pattern.groups != 1:
        raise section.error("motif", "entourez de parenthèses la partie à prendre, une seule fois")
    return pattern


def _date_format(section: Section) -> str | None:
    """Read a format of dates: `jj/mm/aaaa`."""
    text = section.text("format")
    if text is None:
        return None
    if any(text.count(part) != 1 for part in _DATE_PARTS):
        raise section.error("format", 'écrivez jj, mm et aaaa, par exemple "jj/mm/aaaa"')
    for part, directive in _DATE_PARTS.items():
        text = text.replace(part, directive)
    return text


def _excluded(section: Section) -> dict[str, tuple[str, ...]]:
    """Read which texts of which columns exclude a row."""
    return {column: _texts(section, column) for column in section.values}
