"""Tests of what every format writes."""

from geodata.column_meanings import DICTIONARY_HEADER
from geodata.export_formats.exported_table import SOURCES_HEADER, ExportedTable


def test_records_are_plain_and_leave_the_geometry_out(communes: ExportedTable):
    records = list(communes.records())
    assert [record["nom"] for record in records] == ["Dinan", "Argol", "Brest", "Ouessant"]
    assert records[3]["locaux"] is None
    assert records[1]["locaux_raccordables"] == 0
    assert "geometry" not in records[0]


def test_keys_identify_rows(communes: ExportedTable):
    assert communes.keys() == ["22050", "29001", "29019", "29155"]


def test_the_dictionary_explains_every_column_and_its_missing_values(communes: ExportedTable):
    entries = {
        entry[0]: dict(zip(DICTIONARY_HEADER, entry, strict=True))
        for entry in communes.dictionary()
    }
    assert list(entries) == [field["name"] for field in communes.fields]
    taux = entries["taux_couverture_ftth"]
    assert (taux["libellé"], taux["unité"]) == ("Taux de couverture FttH", "part")
    assert taux["valeur absente"].startswith("Commune absente du fichier")


def test_sources_name_the_file_and_its_fingerprint(communes: ExportedTable):
    (source,) = communes.sources()
    said = dict(zip(SOURCES_HEADER, source, strict=True))
    assert said["producteur"] == "ARCEP"
    assert said["fichier"] == "cartefibre-2026t2.csv"
    assert said["adresse"] == ""
    assert len(said["sha256"]) == 64


def test_people_are_spared_what_only_programs_read(communes: ExportedTable):
    told = communes.for_people()
    names = [field["name"] for field in told.fields]
    assert "reasons" not in names
    assert {field["name"] for field in communes.fields} - set(names) == {"reasons"}
    assert len(told.cells(next(communes.records()))) == len(names)


def test_a_file_is_dated_by_its_data(communes: ExportedTable):
    assert communes.date == max(source["date"] for source in communes.facts["sources"])
    assert dict(communes.said())["Instantané"] == communes.snapshot_id
