"""The parts of an entry as they are read: a label, and her words below it; what is empty is left out.

May touch: nothing. Must never show an id in place of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from safeplan.records.incident_form import IncidentForm
from ui.widgets.incident_shapes import Ask, Group, guide_here, part_shapes

_ID = re.compile("[0-9a-f]{32}")
# What the entry's page has said in its own way since the first version.
ELSEWHERE = frozenset(
    ("marks", "place", "people", "kinds", "children_present", "witnesses", "injuries", "police", "medical")
)


def said_parts(
    form: IncidentForm, names: Mapping[str, str], nobody: str, language: str = ""
) -> Iterator[tuple[str, str, str]]:
    """(field, label, words) for every part since the second version that says something.

    `names` are her people by id; `nobody` stands for somebody who is no longer among them.
    Without a `language` that of the interface.
    """
    for shape in part_shapes(guide_here(language)):
        lines = []
        for ask in shape.asks:
            if ask.field not in ELSEWHERE:
                lines.append(_answer(ask, getattr(form, ask.field), names, nobody))
        for group in shape.groups:
            lines.append(_group(group, getattr(form, group.field), names, nobody))
        words = "\n".join(line for line in lines if line)
        if words:
            yield shape.id.replace("_", "-"), shape.title, words


def _group(group: Group, value: Any, names: Mapping[str, str], nobody: str) -> str:
    if not group.several:
        return "\n".join(_answers(group, value, names, nobody))
    rows = [" · ".join(_answers(group, one, names, nobody)) for one in value]
    return "\n".join(f"{number}) {row}" for number, row in enumerate(rows, 1)) if len(rows) > 1 else "".join(rows)


def _answers(group: Group, value: Any, names: Mapping[str, str], nobody: str) -> list[str]:
    found = []
    for ask in group.asks:
        said = _answer(ask, getattr(value, ask.field), names, nobody)
        if said:
            found.append(said if ask.bare else f"{ask.label}: {said}")
    return found


def _answer(ask: Ask, value: str, names: Mapping[str, str], nobody: str) -> str:
    if ask.look == "choice":
        return dict(ask.options).get(value, "")
    return names.get(value, nobody) if _ID.fullmatch(value) else value
