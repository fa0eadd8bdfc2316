"""What the worker does to hand something over: list what there is, make the folder and check it.

May touch: the worker's session, the viewer process for pictures, and the one folder she chose. Must never run in the
interface thread, and never put more into a folder than was chosen.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.handover import bag, releases
from safeplan.handover.releases import Release
from safeplan.handover.selection import Selection
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import attachments, file_notes, incidents
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.incidents import Happened
from ui.background import Job, Session
from ui.viewer import decode_blocking, report_photo, small_copy

FIRST_WORDS = 90


@dataclass(frozen=True)
class Line:
    """One entry that can be handed over; `size` in bytes of its files, `wordings` how often it was written.

    `private`: (id, size) of its private files, which are in neither of the two counts.
    """

    id: str
    number: int
    happened: Happened
    first_words: str
    files: int
    size: int
    wordings: int
    private: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class HandOverView:
    """`lines` the last written first; `releases` the newest first; `new_ids` is what the newest of them lacks."""

    lines: tuple[Line, ...] = ()
    releases: tuple[Release, ...] = ()
    new_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class HandedOver:
    """A finished hand-over: `files` counts everything in the folder; `unchanged` is the check after writing."""

    release: Release
    folder: Path
    files: int
    unchanged: bool


def load_view(session: Session, _job: Job) -> HandOverView:
    """Everything the page shows. Removed entries have nothing to hand over."""
    db = session.database
    lines, hidden = [], file_notes.private_files(db)
    for one in incidents.list_incidents(db):
        latest = one.latest
        if latest is not None:
            words = " ".join(latest.form.text[: FIRST_WORDS * 4].split())
            short = words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"
            open_ = [info for info in one.attachments if info.id not in hidden]
            private = tuple((info.id, info.size) for info in one.attachments if info.id in hidden)
            size, wordings = sum(info.size for info in open_), len(one.revisions)
            happened = latest.form.happened
            lines.append(Line(one.id, one.number, happened, short, len(open_), size, wordings, private))
    earlier = releases.list_releases(db)
    new: tuple[str, ...] = ()
    if earlier:
        since = releases.what_is_new_since(db, earlier[0])
        new = (*since.added, *since.changed)
    return HandOverView(tuple(lines), earlier, new)


def hand_over(session: Session, job: Job, *, selection: Selection, folder: Path) -> HandedOver:
    """Make the folder inside `folder` and check it once more. Raises as bag.write_bag."""
    db = session.database

    def picture_of(info: AttachmentInfo) -> bytes | None:
        try:
            pixels = decode_blocking(
                info.kind, attachments.read_chunks(db, info.id), report_photo(), cancelled=job.cancelled
            )
        except errors.Cancelled:
            raise
        except errors.SafePlanError:
            # The file itself leaves unchanged; the report names it without a picture.
            return None
        return small_copy(pixels).data

    release = bag.write_bag(db, session.clock, selection, folder, picture_of, job.progress, job.cancelled)
    verdict = verify_bag(folder / release.folder_name)
    return HandedOver(release, folder / release.folder_name, verdict.files, verdict.status == UNCHANGED)
