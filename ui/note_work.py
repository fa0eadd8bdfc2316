"""What the worker of a client's process leaves for the desk: sealed numbers, on the disk before anything goes on.

May touch: consents, to read; the one sealed file beside the desk's store. Must never leave a word, nor say more of a
session than three numbers and its month, which do not name whose it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from safeplan.paths import VaultFiles
from ui.background import Job, Session

if TYPE_CHECKING:
    from safeplan.records.desk_box import Note


@dataclass
class DeskBox:
    """Where notes go and what they are sealed with; without `key` nothing is left. `client`: whose process this is.

    The worker alone fills `last`, what was said of her agreements.
    """

    files: VaultFiles
    client: int
    key: bytes = b""
    last: Note | None = None


def leave_count(session: Session, job: Job, *, box: DeskBox, numbers: tuple[int, int, int]) -> None:
    """A session has ended: which way it took, its topics, where it pointed to."""
    del job
    if box.key:
        from safeplan.records import counts, desk_box

        # The desk may be opened next month only.
        note = desk_box.Note(desk_box.COUNTED, (*numbers, counts.month_now(session.clock), 0))
        desk_box.leave_note(box.files, box.key, note)


def leave_agreed(session: Session, job: Job, *, box: DeskBox) -> None:
    """Until which days may lie at the desk her folder, a name in the list, a way to call back; and who opens it.

    A consent for one session only is none here. Said again only when it has changed.
    """
    del job
    if not box.key or session.vault is None or session.vault.read_only:
        return
    # Only where there is a desk: at home every start would wait for it.
    from safeplan.records import consents, desk_box
    from safeplan.vault.second_slot import has_second_slot

    folder, alias, calls = (
        _number(consents.kept_until(session.database, session.clock, what))
        for what in (consents.FOLDER, consents.ALIAS, consents.CALL_BACK)
    )
    note = desk_box.Note(desk_box.AGREED, (box.client, folder, int(has_second_slot(session.vault)), alias, calls))
    if note != box.last:
        desk_box.leave_note(box.files, box.key, note)
        box.last = note


def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal() if day else 0
