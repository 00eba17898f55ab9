"""Figures of a dossier computed again from the published communes, and held to what it says."""

from __future__ import annotations

from collections import Counter
from typing import Any

from carto import french
from carto.vocabulary import TERRITORY_TYPES, VERDICT_WORDS
from geodata.storage.snapshot import Snapshot
from tests.journeys.dossier_reading import KEY_FIGURES, ReadDossier, plain

Row = dict[str, Any]
KEYS = {"epci": "siren_epci", "departement": "code_departement"}
OF_COMMUNE = {"epci": "siren_epci", "departement": "departement"}
TIMES = (10, 15, 20, 30)
HALF_A_TENTH = 0.0501
# Communes beyond which their table is in the archive of annexes alone.
LONGEST_TABLE = 200


def check_figures(read: ReadDossier, snapshot: Snapshot, type_: str, code: str) -> None:
    """Hold every counted figure of a dossier to the rows of the snapshot."""
    communes = [row for row in snapshot.rows("communes") if row[OF_COMMUNE[type_]] == code]
    (territory,) = [row for row in snapshot.rows(type_) if row[KEYS[type_]] == code]
    check_key_figures(read, communes, territory)
    check_every_commune(read, communes)
    check_the_list(read, communes)
    check_types(read, communes)
    check_times(read, territory)
    check_baseline(read, territory)


def check_key_figures(read: ReadDossier, communes: list[Row], territory: Row) -> None:
    """Hold the numbers to remember, summed over the communes."""
    found = {words.partition(" ")[0]: (value, words) for value, words, _ in _key_rows(read)}
    listed = [row for row in communes if row["is_underserved"]]
    value, words = found["Communes"]
    people, everybody = people_of(listed), people_of(communes)
    assert value == text(french.number(len(listed))) + f" sur {text(french.number(len(communes)))}"
    assert text(french.percent(people / everybody)) in words
    assert text(french.number(people)) in words
    counted = [row for row in communes if row["locaux"] and row["locaux_raccordables"] is not None]
    premises = sum(row["locaux"] for row in counted)
    connected = sum(row["locaux_raccordables"] for row in counted)
    assert found["Fibre"][0] == text(french.percent(connected / premises))
    assert text(french.number(premises - connected)) in found["Fibre"][1]
    timed = [row for row in communes if row["nearest_site_min"] is not None and row["population"]]
    minutes = sum(row["population"] * row["nearest_site_min"] for row in timed) / people_of(timed)
    assert found["Temps"][0] == text(french.number(territory["nearest_site_min"], 1, "min"))
    assert abs(minutes - territory["nearest_site_min"]) < 0.02
    assert text(french.number(territory["accessibility"], 2, "h")) == found["Offre"][0]


def check_every_commune(read: ReadDossier, communes: list[Row]) -> None:
    """Hold the table of all communes: people, class, fibre; a long one is said to be apart."""
    if len(communes) > LONGEST_TABLE:
        apart = f"{len(communes)} communes : leur tableau complet est dans l'archive des annexes"
        assert apart in plain(read.text)
        return
    rows = {row[0]: row for row in read.table("Toutes les communes")}
    assert len(rows) == len({row["nom"] for row in communes})
    for row in communes:
        said = rows[plain(row["nom"])]
        if Counter(one["nom"] for one in communes)[row["nom"]] > 1:
            continue
        assert said[1] == text(french.number(row["population"]))
        assert said[2] == VERDICT_WORDS[row["verdict"]]
        rate = row["taux_couverture_ftth"]
        if rate is not None and rate <= 1:
            shown = float(said[6].removesuffix(" %").replace(",", "."))
            assert abs(shown - 100 * rate) <= HALF_A_TENTH


def check_the_list(read: ReadDossier, communes: list[Row]) -> None:
    """Hold the list of the under-served: who, how many people, which rank."""
    listed = {plain(row["nom"]): row for row in communes if row["is_underserved"]}
    tables = [rows for name, rows in read.tables.items() if name.startswith("Communes sous-desse")]
    if not listed:
        assert not tables
        return
    said = {row[0]: row for row in tables[0][1:]}
    assert said.keys() == listed.keys()
    for name, row in listed.items():
        assert said[name][4] == text(french.number(row["population"]))
        ranked = "non classée" if row["rank"] is None else text(french.number(row["rank"]))
        assert said[name][5].startswith(ranked)
        if row["verdict"] != "indetermine":
            assert VERDICT_WORDS[row["verdict"]] in said[name][1]


def check_types(read: ReadDossier, communes: list[Row]) -> None:
    """Hold the communes and the people of each type."""
    said = {row[0].lower(): row[1:3] for row in read.table("Fibre, aide et besoin croisés")}
    for name, type_ in TERRITORY_TYPES.items():
        found = [row for row in communes if row["typology"] == name]
        if type_.words.lower() in said:
            expected = [text(french.number(len(found))), text(french.number(people_of(found)))]
            assert said[type_.words.lower()] == expected


def check_times(read: ReadDossier, territory: Row) -> None:
    """Hold the share of people beyond each travel time."""
    said = {row[0]: row[1] for row in read.table("Habitants selon le temps")}
    for minutes in TIMES:
        share = territory[f"population_beyond_{minutes}_min_share"]
        assert said[f"Plus de {minutes} min"] == text(french.percent(share))


def check_baseline(read: ReadDossier, territory: Row) -> None:
    """Hold the figures that the next edition starts from."""
    said = {row[0]: row[1] for row in read.table("Indicateurs au point de départ")}
    assert said["Communes"] == text(french.number(territory["communes_count"]))
    assert said["Habitants"] == text(french.number(territory["population"]))
    assert said["Communes sous-desservies"] == text(
        french.number(territory["communes_underserved"])
    )
    assert said["Couverture par la fibre"] == text(
        french.percent(territory["taux_couverture_ftth"])
    )
    assert said["Lieux d'aide ouverts à tous"] == text(french.number(territory["sites_count"]))


def people_of(communes: list[Row]) -> int:
    """Add up the people of some communes."""
    return sum(row["population"] or 0 for row in communes)


def text(written: str) -> str:
    """Write a number as it is compared."""
    return plain(written)


def _key_rows(read: ReadDossier) -> list[list[str]]:
    """Rows of the numbers to remember."""
    return read.tables[KEY_FIGURES][1:]
