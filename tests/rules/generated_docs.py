"""The documents that come from the code: `python -m tests.rules.generated_docs` writes them.

A test compares them with what the code says now, so that they cannot fall behind it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from carto.calibration_page import calibration_page
from carto.contracts import Column, TableContract
from carto.flags import MEANINGS
from carto.tables.parsed import INPUT_TABLES
from carto.tables.published import COMPLEMENTS, SNAPSHOT_TABLES
from carto.tables.standard_places import LIEUX_STANDARD
from carto.verdict.parameter_labels import PARAMETER_LABELS
from carto.verdict.parameters import Parameters
from geodata.checks.findings import FINDINGS
from geodata.fetching.addresses import (
    OFFICIAL,
    Address,
    AddressByVintage,
    StableAddress,
)
from geodata.inputs import REQUIRED
from geodata.readers import READERS, Reader
from geodata.references import frozen_reference
from geodata.settings import load_settings
from geodata.source_settings import SourceSettings
from geodata.storage.quarantine_table import QUARANTINE
from tests.rules.described_interfaces import verbs
from tests.rules.route_addresses import HOW_TO_ASK, route_addresses, row_of
from tests.rules.table_schemas import table_schemas

ROOT = Path(__file__).resolve().parents[2]
LOCAL_FILES = "donnees-locales.md"
# Module of each layout of a source that has several → the files that it reads.
RECOGNISED = {
    "admin_express": "GeoPackage ou FlatGeobuf",
    "contours": "GeoJSON",
    "ma_connexion": "CSV avec `elig_ftth` ou `nb_locaux_fibre`",
    "carte_fibre": "tout autre fichier (`Locaux` et `ftth`)",
    "lieux_v0": "norme v0 : anciens noms de champs",
    "lieux_locaux": "tableau local, avec `colonnes` dans carto.toml",
    "lieux": "tout autre fichier (norme v1)",
    "filosofi_long": "depuis 2023 : une ligne par mesure (`FILOSOFI_MEASURE`)",
    "filosofi": "jusqu'en 2021 : une colonne par mesure (`Q219`, `TP6019`)",
}
DECLARED_YEARS = (
    ("bases communales INSEE (`structure_population`, `diplomes`) 2022", "2024 (millésime + 2)"),
    ("Filosofi (`filosofi`) 2019", "2020"),
    ("Filosofi, autres millésimes", "celle que donne la page du fichier"),
    ("IFN (`fragilite`) 2023", "2021"),
    ("Ma connexion internet (`fibre`), fin 2023", "2023"),
    ("France Services, `lieux`", "année de la liste"),
    ("FRR 2025", "2025"),
)
HEADING = "<!-- Écrit par `make docs` à partir du code : ne pas modifier à la main. -->\n"


def render() -> dict[Path, str]:
    """Write every generated document.

    Returns
    -------
    dict
        Path from the root of the project → text, in the order of the paths.
    """
    pages: dict[str, Callable[[], str]] = {
        "docs/api.md": api,
        "docs/cli.md": cli,
        "docs/data_dictionary.md": data_dictionary,
        "docs/flags.md": flags,
        "docs/parameters.md": parameters,
        "docs/sources.md": sources,
    }
    reference = frozen_reference()
    pages[f"docs/calibration-{reference.vintage}.md"] = partial(calibration_page, reference)
    written = {Path(path): f"{HEADING}\n{write()}" for path, write in pages.items()}
    return written | {Path(path): text for path, text in table_schemas().items()}


def data_dictionary() -> str:
    """Define every column of every table, from the contracts."""
    published = (
        *SNAPSHOT_TABLES.values(),
        *COMPLEMENTS.values(),
        QUARANTINE,
        FINDINGS,
        LIEUX_STANDARD,
    )
    return (
        "# Dictionnaire des données\n\n"
        "Une valeur absente est absente : elle n'est jamais zéro. « Si absente » dit ce que "
        "l'absence signifie.\n\n"
        "## Tables publiées dans un instantané\n\n"
        + "\n".join(map(_table_of, published))
        + "\n## Tables d'entrée, après lecture et contrôle\n\n"
        + "\n".join(map(_table_of, INPUT_TABLES))
    )


def flags() -> str:
    """Say what each flag and each reason of a missing value means."""
    rows = [(f"`{code}`", meaning) for code, meaning in sorted(MEANINGS.items())]
    return (
        "# Signalements et raisons\n\n"
        "Les mêmes codes disent ce qui est douteux d'une ligne (colonne `flags`) et pourquoi une "
        "valeur est absente (colonne `reasons`).\n\n" + _table(("code", "sens"), rows)
    )


def parameters() -> str:
    """List every parameter of the method with its default value."""
    default = Parameters()
    rows = []
    for group, values in default.as_dict().items():
        if isinstance(values, Mapping):
            for name, value in values.items():
                label, unit = PARAMETER_LABELS.get(f"{group}.{name}", ("", ""))
                rows.append((f"`{group}.{name}`", label, _value(value), unit))
    return (
        "# Paramètres de la méthode\n\n"
        f"Version de la méthode : {default.method_version}. Chaque valeur est une convention ; "
        "`[parameters]` de carto.toml la remplace, et chaque instantané publie celles qui l'ont "
        "fait. Les raisons sont dans [carto/METHODS.md](../carto/METHODS.md).\n\n"
        + _table(("paramètre", "ce qu'il règle", "valeur", "unité"), rows)
    )


def sources() -> str:
    """Describe each source that is read, and the file of the demonstration."""
    demo = load_settings(ROOT / "geodata" / "demo" / "carto.toml")
    configured = {source.id: source for source in demo.sources}
    rows = []
    for reader, layouts in READERS.items():
        used = configured.get(reader)
        required = " (indispensable)" if reader in REQUIRED else ""
        rows += [
            (
                f"`{reader}`{required}",
                _recognised(layout, layouts),
                layout.description.producer,
                _linked(layout.description.title, layout.description.homepage or LOCAL_FILES),
                layout.description.licence,
                _embedded(used) if used and layout is layouts[-1] else "",
            )
            for layout in layouts
        ]
    columns = ("identifiant", "fichier reconnu", "producteur", "jeu de données", "licence")
    described = _table((*columns, "dans la démonstration"), rows)
    return "# Sources\n\n" + described + _declared_years() + _official_addresses()


def _recognised(layout: Reader, layouts: Sequence[Reader]) -> str:
    """Say which files a layout reads, when its source has several."""
    if len(layouts) == 1:
        return ""
    return RECOGNISED[layout.parse.__module__.rpartition(".")[2]]


def _declared_years() -> str:
    """Tell the year of the COG that the codes of each official file belong to."""
    return (
        "\n## Année du COG à déclarer\n\n`cog` est l'année des codes communes du fichier, qui "
        "n'est pas toujours son millésime. Le nom du fichier ou sa page la donne ; à défaut :\n\n"
        + _table(("fichier", "`cog`"), DECLARED_YEARS)
    )


def _official_addresses() -> str:
    """List where `carto fetch` finds the sources configured with neither `file` nor `url`."""
    rows = [
        (f"`{source_id}`", vintage, where)
        for source_id, address in OFFICIAL.items()
        for vintage, where in _places(address)
    ]
    return (
        "\n## Adresses officielles\n\nUne source sans `file` ni `url` est prise ici par `carto "
        "fetch`, au millésime que carto.toml déclare. `{cog}` est l'année de la géographie, "
        "`{year}` et `{quarter}` celles de `date`. Une section est un identifiant du premier "
        "tableau, seul ou suivi d'un suffixe : `fibre_carte` est lue comme `fibre`, "
        "`lieux_aidants_connect` comme `lieux`.\n\n"
        + _table(("section", "millésime", "adresse"), rows)
    )


def _places(address: Address) -> list[tuple[str, str]]:
    """Say where each vintage is found."""
    if isinstance(address, StableAddress):
        return [("", f"`{address.url}`")]
    if isinstance(address, AddressByVintage):
        return [(f"{address.by} {year}", f"`{url}`") for year, url in address.urls.items()]
    return [("", f"data.gouv.fr : {address.described}")]


def _embedded(used: SourceSettings) -> str:
    """Describe the file of the demonstration."""
    name = used.file.name if used.file else str(used.url)
    return f"`{name}`, millésime {used.millesime}, état au {used.date}, COG {used.cog}"


def cli() -> str:
    """Describe each verb of the `carto` command."""
    sections = [
        f"## `carto {verb.name}`\n\n{verb.purpose}\n\n"
        + _table(("option", "sens"), [(f"`{names}`", said) for names, said in verb.options])
        for verb in verbs()
    ]
    return (
        "# La commande `carto`\n\n"
        "Les données vont sur la sortie standard, les mots sur la sortie d'erreur. Code de sortie "
        "0 : fait ; 1 : échec prévu, dit en une ligne ; 2 : commande mal écrite.\n\n"
        + "\n".join(sections)
    )


def api() -> str:
    """List the addresses that the service answers."""
    return HOW_TO_ASK + _table(("address", "example", "answer"), map(row_of, route_addresses()))


def _linked(text: str, address: str) -> str:
    """Write a link."""
    return f"[{text}]({address})"


def _table_of(contract: TableContract) -> str:
    """Describe one table."""
    rows = [
        (
            f"`{column.name}`",
            column.label,
            _kind(column),
            column.unit,
            column.null_rule or ("peut être absente" if column.nullable else "jamais"),
            column.description,
        )
        for column in contract.columns
    ]
    key = ", ".join(f"`{name}`" for name in contract.key) or "aucune"
    columns = ("colonne", "libellé", "type", "unité", "si absente", "définition")
    return (
        f"### `{contract.name}` — {contract.title}\n\n{contract.description} Clé : {key}.\n\n"
        + _table(columns, rows)
    )


def _kind(column: Column) -> str:
    """Type of a column, with what its values may be."""
    if column.choices is not None:
        return f"{column.type} : {', '.join(f'`{choice}`' for choice in column.choices)}"
    if column.pattern is not None:
        return f"{column.type} : `{column.pattern}`"
    low, high = column.minimum, column.maximum
    if low is not None and high is not None:
        return f"{column.type}, de {low:g} à {high:g}"
    return column.type if low is None else f"{column.type}, au moins {low:g}"


def _value(value: object) -> str:
    """Write a parameter as carto.toml takes it."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_value(one) for one in value)}]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join(f"| {' | '.join(_escaped(cell) for cell in line)} |\n" for line in lines)


def _escaped(cell: str) -> str:
    """Keep the bars of a cell from ending it."""
    return cell.replace("|", r"\|")


def main() -> int:
    """Write the documents into the project."""
    for path, text in render().items():
        (ROOT / path).parent.mkdir(exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
