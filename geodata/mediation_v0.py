"""From the first version of the national standard (v0, 2022-2023) to v1: fields and values.

v0 separated values by `;` and named fifteen services where v1 names nine. A value of v0 is known by
what it says before its explanation (`Gratuit : Je peux accéder…`). `None` stands for what v1 does
not say any more (« Adultes » : no particular public); a value that is in no table here goes on as
it is, and is reported as outside the list.
"""

from __future__ import annotations

from collections.abc import Mapping

from carto.local_fields import PUBLIC_RESTREINT, YES
from carto.mediation_standard import FIELDS
from geodata.reading.header import WantedColumn
from geodata.values.listed_values import folded

# Field of v0, with its spellings → field of v1, for fields that only changed their name.
RENAMED = {
    "courriels": ("courriel",),
    "autres_formations_labels": ("labels_autres",),
    "fiche_acces_libre": ("accessibilite",),
    "presentation_resume": ("presentation_resumee",),
}
_OLD_FIELDS = {
    "labels_nationaux": ("labels_nationaux",),
    "conditions_acces": ("conditions_acces", "conditions_access"),
    "publics_accueillis": ("publics_accueillis",),
}

_ADMINISTRATION = "Aide aux démarches administratives"
_TOOLS = "Maîtrise des outils numériques du quotidien"
_WORK = "Insertion professionnelle via le numérique"
_UNDERSTANDING = "Compréhension du monde numérique"
_ACCESS = "Accès internet et matériel informatique"

SERVICES = {
    "Devenir autonome dans les démarches administratives": _ADMINISTRATION,
    "Gagner en autonomie dans les démarches administratives": _ADMINISTRATION,
    "Réaliser des démarches administratives avec un accompagnement": _ADMINISTRATION,
    "Etre accompagné dans les démarches administratives": _ADMINISTRATION,
    "Accompagner les démarches de santé": _ADMINISTRATION,
    "Prendre en main un smartphone ou une tablette": _TOOLS,
    "Prendre en main un ordinateur": _TOOLS,
    "Utiliser le numérique au quotidien": _TOOLS,
    "Approfondir ma culture numérique": _UNDERSTANDING,
    "Promouvoir la citoyenneté numérique": _UNDERSTANDING,
    "Favoriser mon insertion professionnelle": _WORK,
    "Créer et développer mon entreprise": _WORK,
    "Accéder à une connexion internet": _ACCESS,
    "Accéder à du matériel": _ACCESS,
    "S'équiper en matériel informatique": "Acquisition de matériel informatique à prix solidaire",
    "Créer avec le numérique": "Loisirs et créations numériques",
    "Soutenir la parentalité et l'éducation avec le numérique": (
        "Parentalité et éducation avec le numérique"
    ),
}
MODALITES_ACCOMPAGNEMENT = {
    "Seul": "En autonomie",
    "Avec de l'aide": "Accompagnement individuel",
    "Dans un atelier": "Dans un atelier collectif",
    "À ma place": "Accompagnement individuel",
}

# Field of v0 → value → field and value of v1.
_Target = tuple[str, str] | None
VALUES: Mapping[str, Mapping[str, _Target]] = {
    "services": {old: ("services", new) for old, new in SERVICES.items()},
    "modalites_accompagnement": {
        old: ("modalites_accompagnement", new) for old, new in MODALITES_ACCOMPAGNEMENT.items()
    },
    "conditions_acces": {
        value: ("frais_a_charge", value)
        for value in ("Gratuit", "Gratuit sous condition", "Payant")
    },
    "publics_accueillis": {
        "Adultes": None,
        "Familles/enfants": ("publics_specifiquement_adresses", "Familles et/ou enfants"),
        "Jeunes (16-26 ans)": ("publics_specifiquement_adresses", "Jeunes"),
        "Seniors (+ 65 ans)": ("publics_specifiquement_adresses", "Seniors"),
        "Uniquement femmes": ("publics_specifiquement_adresses", "Femmes"),
        "Déficience visuelle": ("prise_en_charge_specifique", "Déficience visuelle"),
        "Surdité": ("prise_en_charge_specifique", "Surdité"),
        "Handicaps mentaux": ("prise_en_charge_specifique", "Handicaps mentaux"),
        "Handicaps psychiques": ("prise_en_charge_specifique", "Handicaps mentaux"),
        "Public langues étrangères": (
            "prise_en_charge_specifique",
            "Langues étrangères (autres)",
        ),
        "Personnes en situation d'illettrisme": ("prise_en_charge_specifique", "Illettrisme"),
    },
    "labels_nationaux": {
        "Aidants Connect": ("dispositif_programmes_nationaux", "Aidants Connect"),
        "CNFS": ("dispositif_programmes_nationaux", "Conseillers numériques"),
        "France Services": ("dispositif_programmes_nationaux", "France Services"),
        "Grandes écoles du numérique": (
            "dispositif_programmes_nationaux",
            "Grande école du numérique",
        ),
        "Point numérique CAF": ("dispositif_programmes_nationaux", "Point d'accès numérique CAF"),
        "Fabriques de Territoire": ("formations_labels", "Fabriques de Territoire"),
        "APTIC": ("autres_formations_labels", "APTIC"),
        "Campus connecté": ("autres_formations_labels", "Campus connecté"),
        "French Tech": ("autres_formations_labels", "French Tech"),
        "Point relais CAF": ("autres_formations_labels", "Point relais CAF"),
        "Relais pôle emploi": ("autres_formations_labels", "Relais pôle emploi"),
    },
}
# Where a value that is in no table goes.
_SAME_FIELD = {
    "services": "services",
    "modalites_accompagnement": "modalites_accompagnement",
    "conditions_acces": "frais_a_charge",
    "publics_accueillis": "publics_specifiquement_adresses",
    "labels_nationaux": "autres_formations_labels",
}
# The one value of v0 that shuts other people out; the value of v1 it becomes does not say so.
_ONLY = folded("Uniquement femmes")
_SEVERAL = ("typologie", "courriels", "autres_formations_labels")
_BY_FOLDED = {
    field: {folded(old): new for old, new in values.items()} for field, values in VALUES.items()
}

WANTED = (
    *(
        WantedColumn(field, (field, *RENAMED.get(field, ())), field in ("id", "nom", "commune"))
        for field in FIELDS
        if field not in ("services", "modalites_accompagnement")
    ),
    WantedColumn("services", ("services",)),
    WantedColumn("modalites_accompagnement", ("modalites_accompagnement",), is_required=False),
    *(WantedColumn(field, names, is_required=False) for field, names in _OLD_FIELDS.items()),
)


def to_v1(cells: Mapping[str, str]) -> dict[str, str]:
    """Put a place written in v0 in the fields and words of v1.

    Parameters
    ----------
    cells
        Fields of v0, under the names of `WANTED`, to text.

    Returns
    -------
    dict
        Fields of v1 to text, several values joined by `|`; `public_restreint` for a place of v0
        that receives women only.

    Examples
    --------
    >>> v1 = to_v1({"conditions_acces": "Payant : cher;Adhésion", "labels_nationaux": "CNFS"})
    >>> v1["frais_a_charge"], v1["dispositif_programmes_nationaux"]
    ('Payant|Adhésion', 'Conseillers numériques')
    """
    v1 = {field: cells.get(field, "") for field in FIELDS if field not in VALUES}
    for field in _SEVERAL:
        v1[field] = v1[field].replace(";", "|")
    found: dict[str, list[str]] = {}
    for field, known in _BY_FOLDED.items():
        for written in filter(None, map(str.strip, cells.get(field, "").split(";"))):
            if folded(written.partition(" : ")[0]) == _ONLY:
                v1[PUBLIC_RESTREINT] = YES
            target = known.get(folded(written.partition(" : ")[0]), (_SAME_FIELD[field], written))
            if target is not None:
                found.setdefault(target[0], []).append(target[1])
    for field, values in found.items():
        already = [v1[field]] if v1.get(field) else []
        v1[field] = "|".join(dict.fromkeys([*already, *values]))
    return v1
