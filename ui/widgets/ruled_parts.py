"""The parts of an entry as an organisation's policy wants them shown: left out, first, under its own words.

May touch: nothing but what it is given. Must never lose what a part holds that is left out: it is only not shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from safeplan.policy import FieldRules, said
from ui.widgets.incident_shapes import PartShape


def ruled(shapes: Iterable[PartShape], rules: FieldRules, language: str) -> tuple[PartShape, ...]:
    """Those that are shown, in the order of the policy; the others after them as they are."""
    known = {one.id: one for one in shapes if one.id not in rules.hidden}
    order = [id_ for id_ in rules.order if id_ in known]
    order += [id_ for id_ in known if id_ not in order]
    return tuple(
        replace(known[id_], title=said(rules.names[id_], language)) if id_ in rules.names else known[id_]
        for id_ in order
    )
