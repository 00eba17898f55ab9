"""The parameters that several addresses share, their bounds taken from where they are read."""

from __future__ import annotations

from typing import Any

from carto import french
from carto.codes import DEPARTEMENT_PATTERN
from carto.tables.communes import COMMUNES
from carto.tables.shared import VERDICTS
from carto.vocabulary import VERDICT_WORDS
from webapp.api.description.operation import Parameter
from webapp.api.description.schema import listed, number, text, whole
from webapp.parameters import DEFAULT_LIMIT, LARGEST_LIMIT, LARGEST_OFFSET

CODE_INSEE = {"type": "string", "pattern": f"^(?:{COMMUNES.column('code_insee').pattern})$"}
SIREN = {"type": "string", "pattern": "^[0-9]{9}$"}
DEPARTEMENT_CODE = {"type": "string", "pattern": f"^(?:{DEPARTEMENT_PATTERN})$"}

LIMIT = Parameter(
    "limit",
    f"Combien en rendre, de 1 à {french.number(LARGEST_LIMIT)} ; {DEFAULT_LIMIT} par défaut.",
    whole(minimum=1, maximum=LARGEST_LIMIT, default=DEFAULT_LIMIT),
    10,
)
OFFSET = Parameter(
    "offset",
    "Combien en passer avant ; suivez plutôt « next », qui donne l'adresse de la suite.",
    whole(minimum=0, maximum=LARGEST_OFFSET, default=0),
    0,
)
EPCI = Parameter("epci", "SIREN d'une intercommunalité.", SIREN, "242900314")
DEPARTEMENT = Parameter("departement", "Code d'un département.", DEPARTEMENT_CODE, "29")
COMMUNE = Parameter("commune", "Code INSEE d'une commune.", CODE_INSEE, "29019")
CLASSE = Parameter(
    "classe",
    "Verdict : "
    + ", ".join(f"{verdict} ({words})" for verdict, words in VERDICT_WORDS.items())
    + ".",
    text(enum=list(VERDICTS)),
    "3",
)
BBOX = Parameter(
    "bbox",
    "Ouest, sud, est, nord, en degrés (WGS 84) ; les bords sont compris.",
    listed(number(minimum=-180, maximum=180), minItems=4, maxItems=4),
    [-5.2, 47.7, -3.3, 48.8],
    is_listed=True,
)


def in_path(name: str, said: str, schema: dict[str, Any], example: str) -> Parameter:
    """Describe a part of the address itself."""
    return Parameter(name, said, schema, example, place="path", is_required=True)
