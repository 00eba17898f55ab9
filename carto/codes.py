"""Official codes: communes, EPCI, départements, régions, and islands without a road.

Codes are strings, always. Names of départements and régions are INSEE's (COG 2026).
"""

from __future__ import annotations

import re

FRANCE_CODE = "FR"

CODE_INSEE_PATTERN = r"([0-9]{2}|2[AB])[0-9]{3}"
SIREN_PATTERN = r"[0-9]{9}"
DEPARTEMENT_PATTERN = r"[0-9]{2}|2[AB]|97[1-8]|98[678]"

_CODE_INSEE = re.compile(CODE_INSEE_PATTERN)
_SIREN = re.compile(SIREN_PATTERN)

REGIONS = {
    "01": "Guadeloupe",
    "02": "Martinique",
    "03": "Guyane",
    "04": "La Réunion",
    "06": "Mayotte",
    "11": "Île-de-France",
    "24": "Centre-Val de Loire",
    "27": "Bourgogne-Franche-Comté",
    "28": "Normandie",
    "32": "Hauts-de-France",
    "44": "Grand Est",
    "52": "Pays de la Loire",
    "53": "Bretagne",
    "75": "Nouvelle-Aquitaine",
    "76": "Occitanie",
    "84": "Auvergne-Rhône-Alpes",
    "93": "Provence-Alpes-Côte d'Azur",
    "94": "Corse",
}

# code: (name, code of the région)
DEPARTEMENTS = {
    "01": ("Ain", "84"),
    "02": ("Aisne", "32"),
    "03": ("Allier", "84"),
    "04": ("Alpes-de-Haute-Provence", "93"),
    "05": ("Hautes-Alpes", "93"),
    "06": ("Alpes-Maritimes", "93"),
    "07": ("Ardèche", "84"),
    "08": ("Ardennes", "44"),
    "09": ("Ariège", "76"),
    "10": ("Aube", "44"),
    "11": ("Aude", "76"),
    "12": ("Aveyron", "76"),
    "13": ("Bouches-du-Rhône", "93"),
    "14": ("Calvados", "28"),
    "15": ("Cantal", "84"),
    "16": ("Charente", "75"),
    "17": ("Charente-Maritime", "75"),
    "18": ("Cher", "24"),
    "19": ("Corrèze", "75"),
    "2A": ("Corse-du-Sud", "94"),
    "2B": ("Haute-Corse", "94"),
    "21": ("Côte-d'Or", "27"),
    "22": ("Côtes-d'Armor", "53"),
    "23": ("Creuse", "75"),
    "24": ("Dordogne", "75"),
    "25": ("Doubs", "27"),
    "26": ("Drôme", "84"),
    "27": ("Eure", "28"),
    "28": ("Eure-et-Loir", "24"),
    "29": ("Finistère", "53"),
    "30": ("Gard", "76"),
    "31": ("Haute-Garonne", "76"),
    "32": ("Gers", "76"),
    "33": ("Gironde", "75"),
    "34": ("Hérault", "76"),
    "35": ("Ille-et-Vilaine", "53"),
    "36": ("Indre", "24"),
    "37": ("Indre-et-Loire", "24"),
    "38": ("Isère", "84"),
    "39": ("Jura", "27"),
    "40": ("Landes", "75"),
    "41": ("Loir-et-Cher", "24"),
    "42": ("Loire", "84"),
    "43": ("Haute-Loire", "84"),
    "44": ("Loire-Atlantique", "52"),
    "45": ("Loiret", "24"),
    "46": ("Lot", "76"),
    "47": ("Lot-et-Garonne", "75"),
    "48": ("Lozère", "76"),
    "49": ("Maine-et-Loire", "52"),
    "50": ("Manche", "28"),
    "51": ("Marne", "44"),
    "52": ("Haute-Marne", "44"),
    "53": ("Mayenne", "52"),
    "54": ("Meurthe-et-Moselle", "44"),
    "55": ("Meuse", "44"),
    "56": ("Morbihan", "53"),
    "57": ("Moselle", "44"),
    "58": ("Nièvre", "27"),
    "59": ("Nord", "32"),
    "60": ("Oise", "32"),
    "61": ("Orne", "28"),
    "62": ("Pas-de-Calais", "32"),
    "63": ("Puy-de-Dôme", "84"),
    "64": ("Pyrénées-Atlantiques", "75"),
    "65": ("Hautes-Pyrénées", "76"),
    "66": ("Pyrénées-Orientales", "76"),
    "67": ("Bas-Rhin", "44"),
    "68": ("Haut-Rhin", "44"),
    "69": ("Rhône", "84"),
    "70": ("Haute-Saône", "27"),
    "71": ("Saône-et-Loire", "27"),
    "72": ("Sarthe", "52"),
    "73": ("Savoie", "84"),
    "74": ("Haute-Savoie", "84"),
    "75": ("Paris", "11"),
    "76": ("Seine-Maritime", "28"),
    "77": ("Seine-et-Marne", "11"),
    "78": ("Yvelines", "11"),
    "79": ("Deux-Sèvres", "75"),
    "80": ("Somme", "32"),
    "81": ("Tarn", "76"),
    "82": ("Tarn-et-Garonne", "76"),
    "83": ("Var", "93"),
    "84": ("Vaucluse", "93"),
    "85": ("Vendée", "52"),
    "86": ("Vienne", "75"),
    "87": ("Haute-Vienne", "75"),
    "88": ("Vosges", "44"),
    "89": ("Yonne", "27"),
    "90": ("Territoire de Belfort", "27"),
    "91": ("Essonne", "11"),
    "92": ("Hauts-de-Seine", "11"),
    "93": ("Seine-Saint-Denis", "11"),
    "94": ("Val-de-Marne", "11"),
    "95": ("Val-d'Oise", "11"),
    "971": ("Guadeloupe", "01"),
    "972": ("Martinique", "02"),
    "973": ("Guyane", "03"),
    "974": ("La Réunion", "04"),
    "976": ("Mayotte", "06"),
}

# Départements overseas.
OVERSEAS = tuple(code for code in DEPARTEMENTS if len(code) == 3)

# Collectivités d'outre-mer and New Caledonia: they have communes, and belong to no région.
COLLECTIVITES = {
    "975": "Saint-Pierre-et-Miquelon",
    "977": "Saint-Barthélemy",
    "978": "Saint-Martin",
    "986": "Wallis-et-Futuna",
    "987": "Polynésie française",
    "988": "Nouvelle-Calédonie",
}

# Communes that have municipal arrondissements, and the codes of these.
ARRONDISSEMENTS = {
    "75056": tuple(str(code) for code in range(75101, 75121)),
    "69123": tuple(str(code) for code in range(69381, 69390)),
    "13055": tuple(str(code) for code in range(13201, 13217)),
}

# Communes that no road joins to the mainland: code → island. Ré, Oléron and Noirmoutier have
# bridges or a causeway. Corsica and each overseas département are landmasses of their own.
ISLANDS = {
    "17004": "Île d'Aix",
    "22016": "Île de Bréhat",
    "29082": "Île de Batz",
    "29083": "Île de Sein",
    "29084": "Île Molène",
    "29155": "Ouessant",
    "56009": "Belle-Île",
    "56069": "Groix",
    "56085": "Hœdic",
    "56086": "Houat",
    "56087": "Île aux Moines",
    "56088": "Île d'Arz",
    "56114": "Belle-Île",
    "56152": "Belle-Île",
    "56241": "Belle-Île",
    "85113": "Île d'Yeu",
    "97108": "Marie-Galante",
    "97110": "La Désirade",
    "97112": "Marie-Galante",
    "97126": "Marie-Galante",
    "97130": "Terre-de-Bas",
    "97131": "Terre-de-Haut",
    "97608": "Petite-Terre",
    "97615": "Petite-Terre",
}


def is_code_insee(text: str) -> bool:
    """Whether `text` has the form of a commune code (five characters, `2A`/`2B` for Corsica).

    >>> is_code_insee("2A004"), is_code_insee("1001"), is_code_insee("29019")
    (True, False, True)
    """
    return bool(_CODE_INSEE.fullmatch(text))


def is_siren(text: str) -> bool:
    """Whether `text` has the form of a SIREN (nine digits).

    >>> is_siren("242900801"), is_siren("2429008")
    (True, False)
    """
    return bool(_SIREN.fullmatch(text))


def departement_of(code_insee: str) -> str:
    """Code of the département of a commune, read from its code.

    >>> departement_of("29019"), departement_of("2A004"), departement_of("97411")
    ('29', '2A', '974')
    """
    return code_insee[:3] if code_insee.startswith(("97", "98")) else code_insee[:2]


def departement_name(code: str) -> str:
    """Name of a département or of a collectivité d'outre-mer, or its code when it is neither.

    >>> departement_name("29"), departement_name("975")
    ('Finistère', 'Saint-Pierre-et-Miquelon')
    """
    return DEPARTEMENTS[code][0] if code in DEPARTEMENTS else COLLECTIVITES.get(code, code)


def region_of(departement: str) -> str | None:
    """Code of the région of a département, None outside the 101.

    >>> region_of("29")
    '53'
    """
    return DEPARTEMENTS[departement][1] if departement in DEPARTEMENTS else None


def is_one_departement(region: str) -> bool:
    """Whether a région and its département are the same land under the same name.

    >>> is_one_departement("01"), is_one_departement("94")
    (True, False)
    """
    return [of for _, of in DEPARTEMENTS.values()].count(region) == 1


def landmass_of(code_insee: str) -> str:
    """Name of the land that roads connect to a commune; places on another one are out of reach.

    >>> landmass_of("29155"), landmass_of("29019"), landmass_of("2B033")
    ('Ouessant', 'continent', 'Corse')
    """
    if code_insee in ISLANDS:
        return ISLANDS[code_insee]
    departement = departement_of(code_insee)
    if departement in ("2A", "2B"):
        return "Corse"
    if len(departement) == 3:
        return departement_name(departement)
    return "continent"
