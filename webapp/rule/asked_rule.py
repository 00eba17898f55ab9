"""The rule that the address of a request asks for, and the snapshot read under it.

A few rules are kept in memory: somebody who tries a threshold looks at several pages under it. One
rule of the whole of France takes a quarter of a second to judge, and holds some eight megabytes.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from typing import cast

from flask import Flask, Response, current_app, g

from webapp.asked_query import asked_query
from webapp.rule.rule import Rule, read_rule
from webapp.rule.ruled_snapshot import RuledSnapshot, judged_again, rule_in
from webapp.snapshots.loaded_snapshot import LoadedSnapshot

_EXTENSION = "carto_rules"
MOST_KEPT = 4
_FILE_SUFFIX = re.compile(r'(\.fr)?\.[a-z0-9]+"$')

Key = tuple[str, tuple[str, ...], Rule]


class RuledSnapshots:
    """The rules that this process has judged a snapshot by, the last ones asked for."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, RuledSnapshot] = OrderedDict()

    def under(self, snapshot: LoadedSnapshot, rule: Rule) -> LoadedSnapshot:
        """Read a snapshot under a rule; itself when the rule is the published one.

        Parameters
        ----------
        snapshot
            As published.
        rule
            Values equal to the published ones change nothing.
        """
        departing = rule_in(snapshot, rule)
        if departing.is_published:
            return snapshot
        key = (snapshot.id, snapshot.warnings, departing)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = judged_again(snapshot, departing)
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]


def attach_rules(app: Flask, ruled: RuledSnapshots) -> None:
    """Give `app` the rules that its requests are answered under, and name files after them."""
    app.extensions[_EXTENSION] = ruled
    app.after_request(_name_ruled_file)


def under_asked_rule(snapshot: LoadedSnapshot) -> LoadedSnapshot:
    """Read a snapshot under the rule of the address of this request.

    What cannot be used of the rule is left at the published values; the state of the page says so.
    """
    query = asked_query()
    return under_rule(snapshot, read_rule(query)[0])


def under_rule(snapshot: LoadedSnapshot, rule: Rule) -> LoadedSnapshot:
    """Answer this request from a snapshot under a rule; from itself under the published one.

    Parameters
    ----------
    snapshot
        As published.
    rule
        Already read.
    """
    view = cast(RuledSnapshots, current_app.extensions[_EXTENSION]).under(snapshot, rule)
    if isinstance(view, RuledSnapshot):
        g.ruled = view
    return view


def _name_ruled_file(response: Response) -> Response:
    """Say in the name of a file that its rule was changed: a file forgets its address."""
    named = response.headers.get("Content-Disposition")
    if named is not None and ruled_view() is not None:
        marked = _FILE_SUFFIX.sub(r"-regle-modifiee\g<0>", named)
        response.headers["Content-Disposition"] = marked
    return response


def ruled_view() -> RuledSnapshot | None:
    """Return what this request is answered from, None under the published rule."""
    return cast("RuledSnapshot | None", g.get("ruled"))
