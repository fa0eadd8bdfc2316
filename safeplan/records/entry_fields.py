"""The texts and marks in an entry's stored form, whatever version of the program wrote it.

May touch: nothing. Must never show an id or a choice as if it were something she wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from safeplan.records.incident_form import Happened

# Ids and choices by the names they have in every part of a form.
NO_TEXT = frozenset(
    (
        "kind",
        "kinds",
        "start",
        "end",
        "anchor",
        "side",
        "colours",
        "children_present",
        "known",
        "alcohol",
        "drugs",
        "noticed",
        "willing",
        "left",
        "refused",
        "figure",
        "view",
        "region",
        "x",
        "y",
        "size",
        "pain",
        "attachment",
    )
)
_ID = re.compile("[0-9a-f]{32}")
_HAPPENED = tuple(one.name for one in fields(Happened))


@dataclass(frozen=True)
class Written:
    """One text of an entry and the field it stands in: text, place, witnesses … file_name, file_note, transcript."""

    field: str
    text: str


def searched(form: dict[str, Any]) -> Iterator[Written]:
    """Every text in a form that somebody may look for, what happened first."""
    if form.get("text"):
        yield Written("text", form["text"])
    for name, value in form.items():
        if value and name != "text":
            for text in _texts(name, value):
                yield Written(name, text)


def written_in(form: dict[str, Any]) -> Happened:
    """When it happened, out of a stored form."""
    stored = form.get("happened", {})
    return Happened(**{name: stored[name] for name in _HAPPENED if name in stored})


def people_in(form: dict[str, Any]) -> frozenset[str]:
    """Ids of the people a form names, wherever it does."""
    return frozenset(_ids("", form))


def _ids(name: str, value: object) -> Iterator[str]:
    if name in NO_TEXT:
        return
    if isinstance(value, str):
        if _ID.fullmatch(value):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _ids("", item)
    elif isinstance(value, dict):
        for inner, item in value.items():
            yield from _ids(inner, item)


def _texts(name: str, value: object) -> Iterator[str]:
    if name in NO_TEXT:
        return
    if isinstance(value, str):
        if value and not _ID.fullmatch(value):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts("", item)
    elif isinstance(value, dict):
        for inner, item in value.items():
            yield from _texts(inner, item)
