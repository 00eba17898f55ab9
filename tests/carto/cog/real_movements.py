"""Rows of INSEE's movements (COG 2026, Licence Ouverte), one small group for each trouble."""

from __future__ import annotations

import pandas as pd

# modalité, date, type, code and name before, type, code and name after
_ROWS = (
    # Re-established, and carved out of nothing they had: Hocmont is shared among its neighbours.
    ("30", "1968-03-02", "COM", "08203", "Guignicourt", "COM", "08203", "Guignicourt"),
    ("30", "1968-03-02", "COM", "08227", "Hocmont", "COM", "08203", "Guignicourt"),
    ("30", "1968-03-02", "COM", "08227", "Hocmont", "COM", "08454", "Touligny"),
    ("30", "1968-03-02", "COM", "08454", "Touligny", "COM", "08454", "Touligny"),
    # Corsica becomes two départements.
    ("41", "1976-01-01", "COM", "20004", "Ajaccio", "COM", "2A004", "Ajaccio"),
    # Chamrousse is made of land of three communes.
    ("20", "1989-02-15", "COM", "38422", "Saint-Martin", "COM", "38422", "Saint-Martin"),
    ("20", "1989-02-15", "COM", "38422", "Saint-Martin", "COM", "38567", "Chamrousse"),
    ("20", "1989-02-15", "COM", "38478", "Séchilienne", "COM", "38478", "Séchilienne"),
    ("20", "1989-02-15", "COM", "38478", "Séchilienne", "COM", "38567", "Chamrousse"),
    ("20", "1989-02-15", "COM", "38529", "Vaulnaveys", "COM", "38529", "Vaulnaveys"),
    ("20", "1989-02-15", "COM", "38529", "Vaulnaveys", "COM", "38567", "Chamrousse"),
    # Four join Les Essarts; two of them leave again.
    ("32", "2016-01-01", "COM", "85030", "Boulogne", "COM", "85084", "Essarts en Bocage"),
    ("32", "2016-01-01", "COM", "85084", "Les Essarts", "COM", "85084", "Essarts en Bocage"),
    ("32", "2016-01-01", "COM", "85084", "Les Essarts", "COMD", "85084", "Les Essarts"),
    ("32", "2016-01-01", "COM", "85165", "L'Oie", "COM", "85084", "Essarts en Bocage"),
    ("32", "2016-01-01", "COM", "85165", "L'Oie", "COMD", "85165", "L'Oie"),
    ("32", "2016-01-01", "COM", "85212", "Sainte-Florence", "COM", "85084", "Essarts en Bocage"),
    ("21", "2024-01-01", "COM", "85084", "Essarts en Bocage", "COM", "85084", "Essarts-en-Bocage"),
    ("21", "2024-01-01", "COM", "85084", "Essarts en Bocage", "COM", "85165", "L'Oie"),
    ("21", "2024-01-01", "COM", "85084", "Essarts en Bocage", "COM", "85212", "Sainte-Florence"),
    ("21", "2024-01-01", "COMD", "85165", "L'Oie", "COM", "85165", "L'Oie"),
    # Freigné changes département, and joins others, on the same day.
    ("41", "2018-01-01", "COM", "49144", "Freigné", "COM", "44225", "Freigné"),
    ("32", "2018-01-01", "COM", "44017", "Bonnœuvre", "COM", "44180", "Vallons-de-l'Erdre"),
    ("32", "2018-01-01", "COM", "44180", "St-Mars", "COM", "44180", "Vallons-de-l'Erdre"),
    ("32", "2018-01-01", "COM", "44225", "Freigné", "COM", "44180", "Vallons-de-l'Erdre"),
    ("32", "2018-01-01", "COM", "44225", "Freigné", "COMD", "44225", "Freigné"),
    # Les Trois Lacs takes the code of another of its parts, then takes it back.
    ("50", "2021-01-01", "COM", "27676", "Les Trois Lacs", "COM", "27058", "Les Trois Lacs"),
    ("50", "2023-01-01", "COM", "27058", "Les Trois Lacs", "COM", "27676", "Les Trois Lacs"),
    # A new code.
    ("50", "2025-01-01", "COM", "49069", "Orée d'Anjou", "COM", "49126", "Orée d'Anjou"),
    # In force on the 2nd of January: not in the COG of that year.
    ("10", "2025-01-02", "COM", "29019", "Brest", "COM", "29019", "Brest"),
    # From nowhere, and to nowhere.
    ("20", "1957-08-05", "AUCUNE", "97424", "Cilaos", "COM", "97424", "Cilaos"),
    ("30", "2007-02-23", "COM", "97123", "St-Barthélemy", "AUCUNE", "97123", "St-Barthélemy"),
)
_COLUMNS = ("modalite", "date_effet", "type_avant", "code_avant", "nom_avant")


def real_movements() -> pd.DataFrame:
    """Give the rows in the columns of their contract."""
    return pd.DataFrame(_ROWS, columns=[*_COLUMNS, "type_apres", "code_apres", "nom_apres"])
