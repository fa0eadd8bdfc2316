"""Keeps files with an entry, in the worker: the bytes unchanged, then a small picture and what the file claims.

May touch: the store, and the viewer process for decoding. Must never decode anything in this process, and never lose
a file because its picture could not be drawn.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from safeplan.errors import Cancelled, SafePlanError
from safeplan.records import attachments, incidents
from safeplan.records.attachments import AttachmentInfo, Embedded
from ui import viewer
from ui.background import Job, Session
from ui.viewer_wire import KINDS, MAX_INPUT


@dataclass(frozen=True)
class Original:
    """Where a kept file came from, and what its bytes were then."""

    path: Path
    sha256: str
    size: int
    attachment_id: str = ""


@dataclass(frozen=True)
class KeptFiles:
    """What became of the chosen files; `failed` holds the name and the reason of each that was not kept,
    `originals` where each of `kept` still lies; `entry_left` is False when the entry held nothing and went."""

    kept: tuple[AttachmentInfo, ...] = ()
    failed: tuple[tuple[str, SafePlanError], ...] = ()
    cancelled: bool = False
    originals: tuple[Original, ...] = ()
    entry_left: bool = True


def keep_files(session: Session, job: Job, *, incident_id: str, paths: Sequence[Path]) -> KeptFiles:
    """Keep each file; progress counts KiB over all of them. Cancelling keeps those that were already complete."""
    sizes = [_size(path) for path in paths]
    total = max(1, sum(sizes) >> 10)
    kept: list[AttachmentInfo] = []
    failed: list[tuple[str, SafePlanError]] = []
    originals: list[Original] = []
    before = 0
    for path, size in zip(paths, sizes, strict=True):
        try:
            info = attachments.import_file(
                session.database,
                session.clock,
                path,
                incident_id,
                progress=_progress(job, before, total),
                cancelled=job.cancelled_between,
            )
        except Cancelled:
            left = _left_unless_empty(session, job, incident_id)
            return KeptFiles(tuple(kept), tuple(failed), cancelled=True, originals=tuple(originals), entry_left=left)
        except SafePlanError as error:
            failed.append((path.name, error))
        else:
            originals.append(Original(path, info.sha256, info.size, info.id))
            kept.append(add_picture(session, job, info))
        before += size
    left = _left_unless_empty(session, job, incident_id)
    return KeptFiles(tuple(kept), tuple(failed), originals=tuple(originals), entry_left=left)


def _left_unless_empty(session: Session, job: Job, incident_id: str) -> bool:
    """Whether the entry stays. One made for a file that then could not be kept would only be a number for ever."""
    entry = incidents.incident(session.database, incident_id)
    if not entry.fixed and not entry.attachments and all(incidents.is_empty(one.form) for one in entry.revisions):
        incidents.take_back_incident(session.database, incident_id, job.let_in)
        return False
    return True


def add_picture(session: Session, job: Job, info: AttachmentInfo) -> AttachmentInfo:
    """Draw a small picture in the viewer process and note what the file claims; without either it is kept as well."""
    if info.kind not in KINDS or info.size > MAX_INPUT:
        return info
    database = session.database
    with contextlib.suppress(SafePlanError):
        pixels = viewer.decode_blocking(
            info.kind,
            attachments.read_all(database, info.id),
            viewer.thumbnail(),
            cancelled=job.cancelled_between,
        )
        claimed = pixels.claimed
        attachments.set_thumbnail(database, info.id, viewer.small_copy(pixels).data)
        embedded = Embedded(claimed.taken_at, claimed.place, claimed.device, claimed.orientation)
        if embedded != Embedded():
            attachments.set_embedded(database, info.id, embedded)
    return attachments.attachment(database, info.id)


def read_claims(session: Session, job: Job, incident_ids: Iterable[str], files: Container[str]) -> None:
    """Look at those pictures among `files` of the entries that were never drawn: taken in from elsewhere, or kept
    when no viewer came to an end. Raises Cancelled."""
    for incident_id in incident_ids:
        for info in attachments.list_attachments(session.database, incident_id):
            never_drawn = info.embedded is None and not info.has_thumbnail
            if info.id in files and info.kind.startswith("image/") and never_drawn:
                add_picture(session, job, info)
                if job.cancelled_between():
                    raise Cancelled


def paths_to_text(paths: Sequence[Path]) -> str:
    """Paths as a draft can hold them: in hexadecimal, because a file's name need not be text."""
    return ",".join(os.fsencode(path).hex() for path in paths)


def text_to_paths(kept: str) -> list[Path]:
    """The paths of such a text."""
    return [Path(os.fsdecode(bytes.fromhex(one))) for one in kept.split(",") if one]


def _progress(job: Job, before: int, total_kib: int) -> Callable[[int, int], None]:
    return lambda done, _size: job.progress((before + done) >> 10, total_kib)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
