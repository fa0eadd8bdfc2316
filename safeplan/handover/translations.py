"""Her own translation of an entry: what of it leaves, beside the words it was made from.

May touch: nothing. Must never let more of a translation leave than of the entry: it is looked through and cut alike,
and stays where the words it was made from stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from safeplan.handover.selection import Selection, part_as_it_leaves


@dataclass(frozen=True)
class Translation:
    """One of them. A mark that leaves a place out names the entry, the field "translation" and revision 0."""

    translation: str


def translations_of(selection: Selection) -> Iterator[tuple[str, Translation]]:
    """(id of the entry, translation) for the chosen entries, as typed; none where their words are left out."""
    if "text" in selection.fields_left_out:
        return
    for incident_id, text in selection.translations:
        if incident_id in selection.incident_ids and text.strip():
            yield incident_id, Translation(text)


def translations_as_they_leave(selection: Selection) -> dict[str, str]:
    """{id of the entry: translation without marked places}."""
    return {
        incident_id: part_as_it_leaves(selection, incident_id, one).translation
        for incident_id, one in translations_of(selection)
    }
