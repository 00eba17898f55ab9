"""The document, and what it refuses to leave out."""

from __future__ import annotations

import pytest
from flask import Flask

from webapp.api.description.document import UndescribedError, openapi_document
from webapp.api.description.operation import Operation, Parameter, described
from webapp.api.description.query_parameters import BBOX, in_path
from webapp.api.description.schema import Component, Schema, listed, members, text

WORD = Component("Mot", text("Un mot."))
CODE = in_path("code", "Son code.", text(), "29")
REPEATED = Parameter("mot", "Des mots.", text(), is_repeated=True)


def app_with(rule: str, operation: Operation | None) -> Flask:
    app = Flask("described", static_folder=None)

    def view(**_: str) -> str:
        return ""

    app.add_url_rule(rule, "api.view", described(operation)(view) if operation else view)
    return app


def operation(*parameters: Parameter, answer: Schema = WORD, tag: str = "Communes") -> Operation:
    component = Component("Reponse", members({"mots": listed(answer)}))
    return Operation(tag, "Un mot", component, "Le voici.", parameters, errors=(404,))


def test_an_address_is_written_with_what_it_takes_and_answers() -> None:
    described_as = operation(CODE, BBOX, REPEATED)
    document = openapi_document(app_with("/api/v1/mots/<path:code>", described_as), {"info": {}})
    told = document["paths"]["/mots/{code}"]["get"]
    assert told["operationId"] == "view"
    assert [one["required"] for one in told["parameters"]] == [True, False, False]
    assert told["parameters"][1]["explode"] is False
    assert told["parameters"][2]["schema"]["type"] == "array"
    assert {"200", "304", "400", "404", "406", "414", "429", "503"} == set(told["responses"])
    schemas = document["components"]["schemas"]
    assert schemas["Reponse"]["properties"]["mots"]["items"] == {"$ref": "#/components/schemas/Mot"}


def test_addresses_beside_the_api_are_not_its() -> None:
    assert openapi_document(app_with("/mots", None), {})["paths"] == {}


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("/api/v1/mots", None),
        ("/api/v1/mots/<autre>", operation(CODE)),
        ("/api/v1/mots", operation(CODE)),
        ("/api/v1/mots", operation(tag="Ailleurs")),
        ("/api/v1/mots", operation(answer=Component("Reponse", text()))),
    ],
)
def test_what_is_told_otherwise_than_it_is_is_refused(rule: str, told: Operation | None) -> None:
    with pytest.raises(UndescribedError):
        openapi_document(app_with(rule, told), {})
