"""Schemas that the answers of plans, scenarios, withdrawals and tours share."""

from __future__ import annotations

from webapp.api.description.operation import Parameter
from webapp.api.description.schema import Component, members, nullable, number, text
from webapp.api.schemas.shared import ADDRESS

LINKS = members({"page": ADDRESS}, "La page du territoire.")
TERRITORY_PARAMETER = Parameter(
    "territoire",
    "Type et code : `epci-242900314`, `departement-29`, `ept-…`, ou `groupe-` suivi de codes de "
    "communes.",
    text(pattern="^(epci|departement|ept|groupe)-.+$"),
    "epci-242900314",
    is_required=True,
)
NAMED_COMMUNE = Component(
    "CommuneNommee", members({"code_insee": text("Son code."), "nom": text("Son nom.")})
)
INSIDE_AND_AROUND = Component(
    "DedansEtAutour",
    members(
        {
            "inside": nullable(number("Dans le territoire.")),
            "around": nullable(number("Dans les trente kilomètres autour.")),
        },
        "Ce qui manque, dans l'unité de la question ; null sans limite connue.",
    ),
)
