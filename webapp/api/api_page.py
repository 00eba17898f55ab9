"""`/api`: how to ask the API, with questions to copy, its limits and what it promises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import orjson
from flask import Blueprint, current_app, render_template, request

from carto.typography import typeset
from webapp.api.api_examples import answer_excerpt, examples
from webapp.api.description.document import operations, path_of
from webapp.api.description.operation import Operation, Parameter
from webapp.api.description.query_parameters import LIMIT
from webapp.api.description.rule_parameters import RULE
from webapp.api.description.tags import TAGS
from webapp.api.entry import LONGEST_QUERY
from webapp.api.listing import LIST_PARAMETERS, list_parameters
from webapp.api.served_examples import ServedExamples, served_examples
from webapp.embedding.public_address import known_address
from webapp.links import API
from webapp.operation.attached import operation
from webapp.rule.rule import RULE_PARAMETERS
from webapp.snapshots.current_snapshot import current
from webapp.views.state import unknown_parameters

blueprint = Blueprint("api_page", __name__)

_KIB = 1024


@dataclass(frozen=True)
class Address:
    """An address of the API, as the page tells it.

    Attributes
    ----------
    path
        With the names of its parts in braces.
    operation
        What it takes and answers.
    own
        Its parameters, without those that many addresses share.
    has_rule, is_list
        Whether it takes those of the rule, those of the lists.
    """

    path: str
    operation: Operation
    own: tuple[Parameter, ...]
    has_rule: bool
    is_list: bool


@blueprint.get("/api")
def api() -> str:
    """Show how to ask the API: questions to copy, every address, limits, stability, licence."""
    snapshot = current()
    host = known_address() or ""
    return render_template(
        "pages/api.html",
        notices=unknown_parameters(request.args),
        host=host,
        root=API,
        examples=examples(snapshot),
        excerpt=orjson.dumps(answer_excerpt(snapshot), option=orjson.OPT_INDENT_2).decode(),
        chapters=_chapters(served_examples(snapshot)),
        rule=RULE,
        lists=list_parameters(("code_insee", "nom")),
        most=LIMIT.schema["maximum"],
        usual=LIMIT.schema["default"],
        longest_kib=LONGEST_QUERY // _KIB,
        operation=operation(),
    )


def _chapters(served: ServedExamples) -> Mapping[str, tuple[str, list[Address]]]:
    """Gather the addresses by chapter, each with what it is about."""
    found: dict[str, list[Address]] = defaultdict(list)
    for rule, one in operations(current_app):
        path = path_of(rule)
        found[one.tag].append(_address(path, served.shown(path, one)))
    return {tag: (typeset(said), found[tag]) for tag, said in TAGS.items() if found[tag]}


def _address(path: str, operation: Operation) -> Address:
    """Tell an address."""
    names = set(operation.names())
    has_rule, is_list = names.issuperset(RULE_PARAMETERS), names.issuperset(LIST_PARAMETERS)
    shared = (*(RULE_PARAMETERS if has_rule else ()), *(LIST_PARAMETERS if is_list else ()))
    return Address(
        path=f"{API}{path}",
        operation=operation,
        own=tuple(one for one in operation.parameters if one.name not in shared),
        has_rule=has_rule,
        is_list=is_list,
    )
