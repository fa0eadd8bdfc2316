"""What only she can say of a file that goes along: who made it, on which device, where the original is now.

May touch: nothing. Must never say anything of a file that she did not type, and is looked through like her words.
"""

from __future__ import annotations

from collections.abc import Iterator

from safeplan.handover.report_content import AnnexFacts
from safeplan.handover.selection import Selection, part_as_it_leaves


def facts_of(selection: Selection) -> Iterator[tuple[str, AnnexFacts]]:
    """(id of the file, facts) for the files that go along, as typed. A mark names the file, the field, revision 0."""
    for attachment_id, *typed in selection.annex_facts:
        along = selection.attachments is None or attachment_id in selection.attachments
        if selection.with_attachments and along and any(text.strip() for text in typed):
            yield attachment_id, AnnexFacts(*typed)


def facts_as_they_leave(selection: Selection) -> dict[str, AnnexFacts]:
    """{id of the file: facts without marked places}."""
    return {
        attachment_id: part_as_it_leaves(selection, attachment_id, one) for attachment_id, one in facts_of(selection)
    }
