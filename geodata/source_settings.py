"""The sources of carto.toml: which reader each one is for, its file or address, and its vintage.

A source is named after its reader, or after its reader and a suffix of the operator's choice:
`[sources.population]` and `[sources.population_mayotte]` are two files of the same kind.
"""

from __future__ import annotations

import codecs
import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from geodata.errors import SettingsError
from geodata.fetching.addresses import has_official_address
from geodata.toml_section import Section

READER_IDS = (
    *("contours", "mairies", "cog", "mouvements", "population", "epci", "ept"),
    *("fibre", "fibre_history", "cuivre"),
    *("lieux", "france_services", "conseillers_numeriques", "aidants_connect"),
    *("fragilite", "filosofi", "filosofi_epci", "structure_population", "diplomes"),
    *("frr", "grille_densite", "activite", "communes_relais", "enquete"),
    *("bilan_activite", "labels_lieux", "ouvertures_prevues"),
    *("temps_trajet", "carreaux"),
)
SITE_READERS = ("lieux", "france_services", "conseillers_numeriques", "aidants_connect")
# Files that operators write themselves.
LOCAL_READERS = (
    *("activite", "bilan_activite", "communes_relais", "enquete"),
    *("labels_lieux", "ouvertures_prevues", "temps_trajet"),
)
SHIPPED_COLUMNS = Path(__file__).parent / "sources" / "colonnes"

_SOURCE_KEYS = ("file", "url", "millesime", "date", "cog", "encoding", "colonnes")
_ENCODINGS = ("utf-8", "cp1252", "iso8859-1", "iso8859-15", "utf-16")
_SUFFIX = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True)
class SourceSettings:
    """One configured source, and its vintage.

    Its bytes come from `file` (absolute), from `url`, or, when both are None, from the official
    address of its publisher. `columns` is the map of the columns of a local file of places, None
    for a published layout.
    """

    id: str
    file: Path | None
    url: str | None
    millesime: str
    date: str
    cog: int
    encoding: str | None = None
    columns: Path | None = None

    @property
    def reader(self) -> str:
        """Identifier of the reader of this source."""
        return reader_of(self.id)


def reader_of(source_id: str) -> str:
    """Reader of a source: the longest reader id that begins its name.

    Raises
    ------
    KeyError
        When no reader has such a name.

    Examples
    --------
    >>> reader_of("population_mayotte"), reader_of("fibre_history")
    ('population', 'fibre_history')
    """
    if source_id in READER_IDS:
        return source_id
    for reader in sorted(READER_IDS, key=len, reverse=True):
        suffix = source_id.removeprefix(f"{reader}_")
        if suffix != source_id and _SUFFIX.fullmatch(suffix):
            return reader
    raise KeyError(source_id)


def read_sources(sources: Section, base: Path) -> tuple[SourceSettings, ...]:
    """Read every `[sources.x]`, sorted by id; relative paths are read against `base`.

    Raises
    ------
    SettingsError
        Naming the key at fault and what to write instead.
    """
    for key in sources.values:
        try:
            reader_of(key)
        except KeyError:
            sources.refuse_unknown(READER_IDS)
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
    is_official = file is None and url is None and has_official_address(section.last_name)
    if (file is None) == (url is None) and not is_official:
        raise section.error("file", "donnez soit file, soit url")
    path = base / file if file else None
    if path is not None and not path.is_file():
        raise section.error("file", f"le fichier {path} n'existe pas ; corrigez le chemin")
    if url is not None and not _is_web_address(url):
        raise section.error("url", f"« {url} » n'est pas une adresse http:// ou https://")
    encoding = section.text("encoding")
    if encoding is not None and not is_encoding(encoding):
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
        columns=_columns(section, base),
    )


def _columns(section: Section, base: Path) -> Path | None:
    """Find the map of columns: one of ours by its name, or a file beside carto.toml."""
    written = section.text("colonnes")
    if written is None:
        return None
    if reader_of(section.name.removeprefix("sources.")) != "lieux":
        raise section.error("colonnes", "seule une source de lieux (lieux_…) a des colonnes")
    shipped = {path.stem: path for path in sorted(SHIPPED_COLUMNS.glob("*.toml"))}
    path = shipped.get(written, base / written)
    if not path.is_file():
        ours = f", ou écrivez {' ou '.join(shipped)}" if shipped else ""
        said = f"le fichier {path} n'existe pas ; corrigez le chemin{ours}"
        raise section.error("colonnes", said)
    return path


def _is_web_address(url: str) -> bool:
    """Whether `url` is an http or https address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def is_encoding(name: str) -> bool:
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
