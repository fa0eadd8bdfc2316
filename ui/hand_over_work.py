"""What the worker does to hand something over: make the folder or the locked file, and check it.

May touch: the worker's session, processes that draw pictures, and the one folder she chose. Must never run in the
interface thread, and never put more into a folder than was chosen.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from safeplan.beside import called_beside
from safeplan.handover import bag
from safeplan.handover.sealed_bundle import write_pdf, write_zip
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from ui.background import Job, Session
from ui.hand_over_copies import makers_for
from ui.hand_over_made import COPIED, LOCKED, REPORTED, HandedOver

_HALF = 0.5
# After so many pictures half of their part is over.
_PICTURES = 8


def hand_over(
    session: Session, job: Job, *, selection: Selection, folder: Path, form: str = "folder", phrase: str = ""
) -> HandedOver:
    """Make the copy inside `folder` and check it once more. `form` is one of hand_over_made.FORMS;
    `phrase` locks "pdf" and "zip".

    Progress comes in thousandths; hand_over_made.stage_at() says what is being done then. Raises as bag.write_bag.
    """
    db, far = session.database, _HowFar(job, form)
    makers = makers_for(db, job.cancelled_between, far.picture)
    if form in LOCKED:
        write = write_pdf if form == "pdf" else write_zip
        release = write(db, session.clock, selection, folder, phrase, makers, far.bytes, job.cancelled_between)
        return HandedOver(release, folder / release.folder_name, 1, unchanged=True)
    release = bag.write_bag(
        db,
        session.clock,
        selection,
        folder,
        makers.picture_of,
        far.bytes,
        job.cancelled_between,
        copy_of=makers.copy_of,
        clean_of=makers.clean_of,
        read_back=form == "stick",
    )
    made = folder / release.folder_name
    if form == "stick":
        # Every byte was just read from the stick itself and compared.
        return HandedOver(release, made, sum(1 for one in made.rglob("*") if one.is_file()), unchanged=True)
    far.checking()
    # One call that reads all of it once more; nothing of it is asked of the store.
    verdict = called_beside(partial(verify_bag, made), job.let_in)
    return HandedOver(release, made, verdict.files, verdict.status == UNCHANGED)


class _HowFar:
    """Joins what the steps report into one line from 0 to 1000 that never goes back."""

    def __init__(self, job: Job, form: str) -> None:
        self._job, self._form, self._now = job, form, 0
        self._pictures = 0

    def bytes(self, done: int, total: int) -> None:
        """Of the originals; of those read back too, where that is done. Of a PDF: pieces of the report."""
        part = done / total if total else 0.0
        if self._form == "pdf":
            self._say(COPIED + round(part * (1000 - COPIED)))
        elif self._form == "folder":
            self._say(round(part * COPIED))
        elif part <= _HALF:
            self._say(round(2 * part * COPIED))
        else:
            self._say(REPORTED + round((2 * part - 1) * (1000 - REPORTED)))

    def picture(self) -> None:
        """One more picture for the report; how many there will be is not known: each takes a part of the rest."""
        self._pictures += 1
        before, after = (0, COPIED) if self._form == "pdf" else (COPIED, REPORTED)
        self._say(after - round((after - before) / (1 + self._pictures / _PICTURES)))

    def checking(self) -> None:
        """The folder is read once more."""
        self._say(REPORTED)

    def _say(self, thousandths: int) -> None:
        self._now = max(self._now, thousandths)
        self._job.progress(self._now, 1000)
