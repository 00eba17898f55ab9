"""Sections of a TOML file that know their name, so that every fault names its key."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geodata.errors import SettingsError


def read_toml(path: Path, option: str = "--config") -> dict[str, object]:
    """Parse a TOML file that an option or a variable names, with errors in French."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"{path} : fichier de réglages introuvable ou illisible ; "
            f"vérifiez le chemin donné à {option}."
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path.name} : enregistrez ce fichier en UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        where = f", ligne {place[1]}, caractère {place[2]}" if place else ""
        raise SettingsError(
            f"{path.name}{where} : syntaxe TOML incorrecte ; "
            'écrivez cle = valeur, les textes entre guillemets droits ("29").'
        ) from error


@dataclass(frozen=True)
class Section:
    """One section of a TOML file: its file, its dotted name (empty at the top), its values."""

    file: str
    name: str
    values: Mapping[str, object]

    @property
    def last_name(self) -> str:
        """Last part of the name (`population` of `sources.population`)."""
        return self.name.rsplit(".", 1)[-1]

    def key(self, name: str) -> str:
        """Dotted name of one of the keys of this section."""
        return f"{self.name}.{name}" if self.name else name

    def error(self, key: str, problem: str) -> SettingsError:
        """Make the error that names `key`; `problem` says in French what to write instead."""
        return SettingsError(f"{self.file}, clé {self.key(key)} : {problem}.")

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """Refuse a key that is not among `known`, suggesting the closest one."""
        names = list(known)
        for key in self.values:
            if key not in names:
                close = difflib.get_close_matches(key, names, 1, 0.5)
                advice = f"écrivez {close[0]}" if close else "retirez-la"
                raise self.error(key, f"clé inconnue ; {advice} (connues : {', '.join(names)})")

    def text(self, key: str) -> str | None:
        """Read a text, None when the key is absent."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            raise self.error(key, "écrivez un texte non vide entre guillemets")
        return value.strip()

    def flag(self, key: str) -> bool:
        """Read a boolean, False when the key is absent."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "écrivez true ou false, sans guillemets")
        return value

    def section(self, key: str) -> Section:
        """Open a section below this one, empty when the key is absent."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, f"écrivez une section [{self.key(key)}]")
        return Section(self.file, self.key(key), value)
