"""Filters made by chance, of every operation, written with as few parentheses as can be."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.webapp.ogc.filtering.small_table import ROWS, TYPES

_COMPARISONS = st.sampled_from(["=", "<>", "<", "<=", ">", ">="])
_PATTERNS = st.text("Brestaôœ%_\\", max_size=6).filter(lambda text: not text.endswith("\\"))


def _written(name: str) -> st.SearchStrategy[str]:
    """Values near those of a column, as a filter writes them."""
    type_ = TYPES[name]
    place = [*TYPES].index(name)
    held = st.sampled_from([row[place] for row in ROWS if row[place] is not None])
    if type_ == "string":
        return (held | st.text("aBé'%_ ", max_size=3)).map(_quoted)
    if type_ == "integer":
        return (held | st.integers(-2, 2_000)).map(str)
    if type_ == "number":
        return (held | st.sampled_from([0.5, -3.25, 1e3, 0.1])).map(repr)
    if type_ == "boolean":
        return st.sampled_from(["TRUE", "FALSE"])
    return (held | st.just("2026-01-01")).map(lambda day: f"DATE('{day}')")


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _compared(name: str) -> st.SearchStrategy[str]:
    """Conditions about one column."""
    values = _written(name)
    signs = st.sampled_from(["=", "<>"]) if TYPES[name] == "boolean" else _COMPARISONS
    choices = [
        st.builds("{} {} {}".format, st.just(name), signs, values),
        st.builds("{} {} {}".format, values, signs, st.just(name)),
        st.lists(values, min_size=1, max_size=4).map(lambda some: f"{name} IN ({', '.join(some)})"),
        st.lists(values, min_size=1, max_size=4).map(
            lambda some: f"{name} NOT IN ({', '.join(some)})"
        ),
        st.sampled_from([f"{name} IS NULL", f"{name} IS NOT NULL"]),
    ]
    if TYPES[name] == "boolean":
        choices.append(st.just(name))
    else:
        for word in ("BETWEEN", "NOT BETWEEN"):
            choices.append(st.builds(f"{name} {word} {{}} AND {{}}".format, values, values))
    if TYPES[name] == "string":
        choices += [
            st.builds(f"{name} LIKE {{}}".format, _PATTERNS.map(_quoted)),
            st.builds(f"{name} NOT LIKE {{}}".format, _PATTERNS.map(_quoted)),
            st.builds(f"CASEI({name}) {{}} CASEI({{}})".format, signs, values),
            st.builds(f"ACCENTI({name}) LIKE ACCENTI({{}})".format, _PATTERNS.map(_quoted)),
        ]
    return st.one_of(choices)


_TOGETHER = st.sampled_from([("nom", "zone"), ("population", "locaux"), ("locaux", "taux")])
_SIMPLE = st.one_of(
    st.sampled_from([*TYPES]).flatmap(_compared),
    st.builds(lambda names, sign: f"{names[0]} {sign} {names[1]}", _TOGETHER, _COMPARISONS),
    st.sampled_from(["TRUE", "FALSE"]),
)


def _joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Join conditions: without parentheses, the order of NOT, AND and OR decides."""
    several = st.lists(inner, min_size=2, max_size=3)
    return st.one_of(
        several.map(" AND ".join),
        several.map(" OR ".join),
        inner.map("NOT {}".format),
        inner.map("NOT ({})".format),
        inner.map("({})".format),
    )


FILTERS = st.recursive(_SIMPLE, _joined, max_leaves=6)
