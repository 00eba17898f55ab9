"""Contract of parsed places: what every source of places says, in the words of the standard.

Columns that the national standard of digital mediation places defines keep its names and its
lists of values; several values are joined by `|`, as in the standard.
"""

from __future__ import annotations

from dataclasses import replace

from carto.contracts import Column, TableContract
from carto.tables.inputs import CODE_INSEE
from carto.tables.shared import optional
from carto.vocabulary import SITE_FORMATS, SITE_KINDS

PIVOT_PATTERN = r"[a-zA-Z0-9]{9,14}"
_NOT_GIVEN = "Non renseigné par la source."
_SEVERAL = " Plusieurs valeurs sont séparées par « | »."


def _list(name: str, label: str, description: str) -> Column:
    """Declare a column of the standard that holds several values."""
    return optional(name, "string", label, description + _SEVERAL, _NOT_GIVEN)


def _text(name: str, label: str, description: str) -> Column:
    """Declare a column of the standard that holds one text."""
    return optional(name, "string", label, description, _NOT_GIVEN)


IDENTITY = (
    Column("id", "string", "Identifiant", "Identifiant stable : source et numéro du lieu."),
    Column("source", "string", "Source", "Identifiant de la source qui décrit le lieu."),
    Column(
        "kind",
        "string",
        "Nature",
        "Lieu (un endroit ouvert au public), point de service (un service tenu dans un lieu, "
        "permanence ou étape) ou structure (un employeur, qui ne reçoit pas toujours du public).",
        choices=tuple(SITE_KINDS),
    ),
    Column(
        "pivot",
        "string",
        "Identifiant pivot",
        "SIRET, RNA ou RIDET de la structure.",
        nullable=True,
        null_rule="Inconnu (la norme l'écrit 00000000000000).",
        pattern=PIVOT_PATTERN,
    ),
    Column("nom", "string", "Nom", "Nom publié du lieu."),
    replace(
        CODE_INSEE,
        nullable=True,
        null_rule="Non renseigné : décidé à la jointure, par la position du lieu, sinon par le "
        "nom de sa commune et son code postal.",
    ),
    Column("nom_commune", "string", "Commune", "Nom de la commune, tel que publié."),
    _text("adresse", "Adresse", "Voie et complément."),
    _text("code_postal", "Code postal", "Cinq chiffres."),
)
POSITION = (
    optional(
        "longitude",
        "number",
        "Longitude",
        "Degrés décimaux, WGS 84.",
        "Lieu publié sans coordonnées utilisables.",
        "°",
        -180,
        180,
    ),
    optional(
        "latitude",
        "number",
        "Latitude",
        "Degrés décimaux, WGS 84.",
        "Lieu publié sans coordonnées utilisables.",
        "°",
        -90,
        90,
    ),
)
OPENING = (
    Column(
        "format",
        "string",
        "Format",
        "Fixe, antenne, multisites, itinérante ou bus ; ces formats ne sont pas confondus.",
        choices=tuple(SITE_FORMATS),
    ),
    Column(
        "is_itinerant",
        "boolean",
        "Itinérant",
        "Lieu mobile (itinérante ou bus) ; compté à son point publié faute de ses étapes.",
    ),
    optional(
        "horaires_source",
        "string",
        "Horaires publiés",
        "Texte de la source, gardé tel quel.",
        "La source ne donne pas d'horaires.",
    ),
    optional(
        "horaires",
        "string",
        "Horaires",
        "Horaires en syntaxe OpenStreetMap (opening_hours), ou en clair dans les fichiers pour "
        "tableur.",
        "Horaires absents ou illisibles.",
    ),
    optional(
        "hours_per_year_declared",
        "number",
        "Heures déclarées",
        "Heures d'ouverture sur les 52 semaines entières de l'année de référence, lues des "
        "horaires, avant plafond.",
        "Horaires absents ou illisibles.",
        "heures par an",
        0,
        8736,
    ),
    optional(
        "etp",
        "number",
        "Équivalents temps plein",
        "Temps de travail des médiateurs dans ce lieu, en équivalents temps plein ; celui d'un "
        "médiateur qui tient plusieurs lieux est partagé entre eux.",
        "La source ne donne pas de temps de travail.",
        "ETP",
        0,
    ),
    optional(
        "public_restreint",
        "boolean",
        "Public restreint déclaré",
        "Vrai si la source dit que le lieu ne reçoit que certaines personnes.",
        "La source ne le dit pas.",
    ),
    Column(
        "has_appointments",
        "boolean",
        "Sur rendez-vous",
        "Prise de rendez-vous proposée.",
        nullable=True,
        null_rule="Non renseigné.",
    ),
    Column(
        "date_maj",
        "date",
        "Mise à jour",
        "Date à laquelle la source a mis la fiche à jour.",
        nullable=True,
        null_rule="Non datée par la source.",
    ),
)
STANDARD = (
    _list("typologie", "Typologie", "Codes de la norme (CCAS, RFS, EPN, BIB…)."),
    _list("services", "Services", "Services rendus, liste de la norme."),
    _list("publics_specifiquement_adresses", "Publics", "Publics visés, liste de la norme."),
    _list("prise_en_charge_specifique", "Prise en charge", "Situations prises en charge."),
    _list("frais_a_charge", "Frais", "Gratuit, gratuit sous condition ou payant."),
    _list("dispositif_programmes_nationaux", "Dispositifs", "Programmes nationaux du lieu."),
    _list("formations_labels", "Labels", "Formations et labels de la norme."),
    _list("autres_formations_labels", "Autres labels", "Labels hors de la norme."),
    _list("modalites_acces", "Accès", "Comment prendre contact, liste de la norme."),
    _list("modalites_accompagnement", "Accompagnement", "Seul, individuel, atelier, à distance."),
    _text("telephone", "Téléphone", "Numéro de l'institution ; un numéro personnel est écarté."),
    _list("courriels", "Courriels", "Adresses de l'institution ; les personnelles sont écartées."),
    _list("site_web", "Site web", "Adresses http(s)."),
    _text("fiche_acces_libre", "Accessibilité", "Adresse de la fiche d'accessibilité du lieu."),
    _text("prise_rdv", "Adresse de rendez-vous", "Adresse où prendre un rendez-vous."),
    _text("presentation_resume", "Présentation", "En 280 caractères."),
    _text("presentation_detail", "Présentation longue", "Texte de la source."),
    _text("structure_parente", "Structure parente", "Nom de la structure dont dépend le lieu."),
    _text(
        "source_declaree",
        "Source déclarée",
        "Qui tient la fiche, d'après le champ « source » de la norme.",
    ),
)
PARSED_SITES = TableContract(
    "sites",
    "Lieux d'aide au numérique",
    "Une ligne par lieu, telle que lue dans une source, avant jointure.",
    ("id",),
    (*IDENTITY, *POSITION, *OPENING, *STANDARD),
)
OPTIONAL_COLUMNS = tuple(column.name for column in PARSED_SITES.columns if column.nullable)
