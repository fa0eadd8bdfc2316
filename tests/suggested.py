"""What the pages of a hand-over do before she changes anything, in one call: the least, looked through, left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from safeplan.handover import identifying, recordings_say
from safeplan.handover.identifying import Finding
from safeplan.handover.identifying_known import her_devices
from safeplan.handover.photo_marks import PhotoMark, photo_marks, safe_day_of
from safeplan.handover.selection import Selection, validate
from safeplan.handover.suggest import Scope, asks_until, findings, least
from safeplan.records import incidents
from safeplan.vault.database import Database


@dataclass(frozen=True)
class Suggestion:
    """A selection to begin with, and what it rests on. `findings`: everything that shows where she is, left out in
    the selection unless `ask`; `photos`: named photos, of which a clean copy leaves."""

    selection: Selection
    asks_until: bool
    findings: tuple[Finding, ...]
    photos: tuple[PhotoMark, ...]


def suggest(
    db: Database,
    recipient_kind: str,
    purpose: str,
    language: str,
    scope: Scope | None = None,
    *,
    safe_day: str | None = None,
) -> Suggestion:
    """The least, with everything that shows where she is left out. `safe_day`: her first day in a safe place; None
    looks for it among her days. Raises as `least` does.
    """
    selection = least(db, recipient_kind, purpose, language, scope)
    found = findings(db, selection)
    day = safe_day_of(db) if safe_day is None else safe_day
    infos = {info.id: info for one in selection.incident_ids for info in incidents.incident(db, one).attachments}
    along = [infos[one] for one in selection.attachments or ()]
    photos = photo_marks(along, day, her_devices(db), recordings_say.what_they_say(db, along, lambda: False))
    if recipient_kind != "herself":
        selection = validate(
            replace(
                selection,
                marks=identifying.left_out_by_default(found),
                clean_copies=tuple(one.attachment_id for one in photos),
            )
        )
    return Suggestion(selection, asks_until(recipient_kind), found, photos)
