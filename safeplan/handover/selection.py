"""What she chose to hand over, to whom and what for.

May touch: nothing. Must never fill in a field by itself: a name leaves only when she typed or ticked it.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan import errors
from safeplan.handover.labels import LANGUAGES


@dataclass(frozen=True)
class Selection:
    """One choice. `language` is the reader's; the entries keep the language they were written in.

    `with_names` False shows people by nickname or initials, as on the screen. Empty text fields become lines to
    fill in by hand. `private_files` are the ids of private files that she ticked one by one: any other private file
    stays, and nothing in the folder tells of it.
    """

    incident_ids: tuple[str, ...]
    language: str
    with_attachments: bool
    recipient: str = ""
    purpose: str = ""
    until: str = ""
    author: str = ""
    case_number: str = ""
    with_names: bool = True
    private_files: tuple[str, ...] = ()


def validate(selection: Selection) -> Selection:
    """The selection with doubles dropped, order kept. Raises NothingChosen, or Bug for an unknown language."""
    if not selection.incident_ids:
        raise errors.NothingChosen
    if selection.language not in LANGUAGES:
        raise errors.Bug(code="selection-language")
    values = {**selection.__dict__, "incident_ids": tuple(dict.fromkeys(selection.incident_ids))}
    return Selection(**values)
