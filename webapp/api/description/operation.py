"""What an address of the API takes and answers, attached to the function that answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from carto.typography import typeset
from webapp.api.description.schema import Component
from webapp.json_answers import JSON

_ATTRIBUTE = "described_operation"

View = TypeVar("View", bound=Callable[..., Any])


@dataclass(frozen=True)
class Parameter:
    """A parameter of an address.

    Attributes
    ----------
    name
        As it is written in the address.
    said
        French sentence: what it does, and what happens without it.
    schema
        What its value may be; of each value when it is repeated.
    example
        A value that answers something on the demonstration.
    place
        `query`, or `path` for a part of the address itself.
    is_required
        Whether the address cannot do without it; always so in the path.
    is_repeated
        Whether it may be given several times.
    is_listed
        Whether its value is a list parted by commas; `schema` is then that of the list.
    """

    name: str
    said: str
    schema: Mapping[str, Any]
    example: Any = None
    place: Literal["query", "path"] = "query"
    is_required: bool = False
    is_repeated: bool = False
    is_listed: bool = False

    def __post_init__(self) -> None:
        """Set the French text with its no-break spaces."""
        object.__setattr__(self, "said", typeset(self.said))


@dataclass(frozen=True)
class Operation:
    """What reading an address gives.

    Attributes
    ----------
    tag
        Chapter of the documentation, one of `TAGS`.
    summary
        A few French words.
    answer
        Schema of the answer 200.
    said
        French sentences: what it is for, and what to beware of.
    parameters
        Those of the path, then those of the query, in the order to read them.
    media_type
        Of the answer.
    errors
        Statuses it may answer besides those that every address may.
    """

    tag: str
    summary: str
    answer: Component
    said: str
    parameters: tuple[Parameter, ...] = field(default=())
    media_type: str = JSON
    errors: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Set the French texts with their no-break spaces."""
        for name in ("summary", "said"):
            object.__setattr__(self, name, typeset(getattr(self, name)))

    def names(self, place: Literal["query", "path"] = "query") -> tuple[str, ...]:
        """Names of the parameters of the query, or of the path."""
        return tuple(one.name for one in self.parameters if one.place == place)


def described(operation: Operation) -> Callable[[View], View]:
    """Attach its description to the function that answers an address; it stays as it is."""

    def attach(view: View) -> View:
        setattr(view, _ATTRIBUTE, operation)
        return view

    return attach


def operation_of(view: Callable[..., Any]) -> Operation | None:
    """Return the description of a function that answers an address; None without one."""
    found: Operation | None = getattr(view, _ATTRIBUTE, None)
    return found
