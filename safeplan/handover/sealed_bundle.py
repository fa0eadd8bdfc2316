"""Hands a selection over as one locked file: a PDF of the report, or a ZIP with the whole folder inside.

May touch: the record, and one new file. Must never let anything of it lie open on a disk on the way, keep the
passphrase, or leave half a file; a hand-over is written down only when the file is there.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC
from functools import partial
from pathlib import Path

from safeplan import errors
from safeplan.clock import Clock, as_text, from_text
from safeplan.handover.bag import fill_bag
from safeplan.handover.bag_files import Cancel, Makers, Progress, report_pictures, stop_if
from safeplan.handover.chosen import choose, report_content
from safeplan.handover.folder import named
from safeplan.handover.labels import wall_clock
from safeplan.handover.releases import Release, keep_release
from safeplan.handover.report import compile_report
from safeplan.handover.report_data import report_data
from safeplan.handover.sealed_pdf import seal_pdf
from safeplan.handover.sealed_zip import read_back, sealing
from safeplan.handover.selection import Selection, validate
from safeplan.handover.stick import SPARE_ROOM, must_fit
from safeplan.records import ledger
from safeplan.records.wording import new_id
from safeplan.vault.database import Database
from safeplan.vault.whole_file import WholeFile, new_file, room_told

# The folder in the ZIP, whoever opens it: its own name stands on the first page of what is in it.
INSIDE = "copy"
_LARGE = 1 << 31


def write_zip(
    db: Database,
    clock: Clock,
    selection: Selection,
    folder: Path,
    passphrase: str,
    makers: Makers,
    progress: Progress,
    cancelled: Cancel,
) -> Release:
    """Make one new file inside `folder`: the folder of bag.write_bag, locked with `passphrase`; and write it down.

    `progress(done, total)` in bytes of originals, counted twice: the file is read back with the passphrase. Raises as
    bag.write_bag, and PassphraseTooWeak. Whatever is raised, no file is there and nothing changed in the record.
    """
    selection = validate(selection)

    def fill(out: WholeFile, target: Path, wanted: list[int]) -> Release:
        chosen = choose(db, selection)
        total = sum(info.size for info in chosen.infos)
        wanted.append(total + SPARE_ROOM)
        must_fit(folder, wanted)
        large = total + SPARE_ROOM > _LARGE
        with sealing(out, passphrase, selection.language, inside=INSIDE, large=large) as sealed:
            release = fill_bag(
                db, clock, selection, chosen, sealed, makers, lambda done, _: progress(done, 2 * total), cancelled
            )
        read = 0

        def counted(size: int) -> None:
            nonlocal read
            stop_if(cancelled)
            read += size
            progress(total + min(read, total), 2 * total)

        size = read_back(out, passphrase, counted)
        return replace(release, form="zip", folder_name=target.name, size=size)

    return _one_file(db, clock, folder, "zip", fill)


def write_pdf(
    db: Database,
    clock: Clock,
    selection: Selection,
    folder: Path,
    passphrase: str,
    makers: Makers,
    progress: Progress,
    cancelled: Cancel,
) -> Release:
    """Make one new file inside `folder`: the report with its photos, locked with `passphrase`; and write it down.

    The files themselves stay: `files` of the release names those whose picture stands in the report. `progress(done,
    total)` counts pieces of the report. Raises as write_zip.
    """
    selection = validate(selection)

    def fill(out: WholeFile, target: Path, wanted: list[int]) -> Release:
        chosen = choose(db, selection)
        made_at, zone, bundle = as_text(clock.now()), clock.zone(), _bundle_number()
        pictures = report_pictures(chosen, makers, cancelled)
        content = replace(
            report_content(db, selection, chosen, made_at, zone, bundle, alone=True),
            pictures={info_id: f"p{place}" for place, info_id in enumerate(pictures, 1)},
        )
        paper = compile_report(
            report_data(content),
            {content.pictures[key]: jpeg for key, jpeg in pictures.items()},
            progress=progress,
            cancelled=cancelled,
        )
        sealed = seal_pdf(paper, passphrase)
        stop_if(cancelled)
        wanted.append(len(sealed))
        must_fit(folder, wanted)
        out.write(sealed)
        os.fsync(out.fileno())
        out.seek(0)
        if out.read() != sealed:
            raise errors.DiskFailing(reason="read_back")
        return Release(
            id=new_id(),
            made_at=made_at,
            zone=zone,
            recipient=selection.recipient,
            purpose=selection.purpose,
            until=selection.until,
            language=selection.language,
            bundle=bundle,
            incidents=tuple((one.id, one.revisions[-1].number) for one in chosen.incidents),
            files=tuple(pictures),
            with_files=selection.with_attachments,
            bag_sha256=hashlib.sha256(sealed).hexdigest(),
            root=chosen.root,
            folder_name=target.name,
            size=len(sealed),
            form="pdf",
            choice=selection,
        )

    return _one_file(db, clock, folder, "pdf", fill)


def _one_file(
    db: Database, clock: Clock, folder: Path, ending: str, fill: Callable[[WholeFile, Path, list[int]], Release]
) -> Release:
    """All or nothing: the line in the record and the file under its name, or neither."""
    made_at = as_text(clock.now())
    # Its own random name: the number inside is for whoever has the passphrase.
    target = folder / f"copy-{wall_clock(made_at, clock.zone()):%Y-%m-%d}-{_bundle_number()}.{ending}"
    if not named(folder.is_dir):
        raise errors.DiskFailing(reason="gone")
    there = False
    try:
        # A hand-over fixes what was written in this opening; one that fails must not have done so.
        with room_told(folder) as wanted, db.transaction(partial(ledger.fix_pending, db, clock)):
            with new_file(target) as out:
                release = fill(out, target, wanted)
                keep_release(db, clock, release)
            there = True
            _same_day(target, release.made_at)
    except BaseException:
        if there:
            with suppress(OSError):
                target.unlink()
        raise
    return release


def _same_day(target: Path, made_at: str) -> None:
    """The date of a file would tell when she worked; some sticks take none."""
    moment = from_text(made_at).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0).timestamp()
    with suppress(OSError):
        os.utime(target, (moment, moment))


def _bundle_number() -> str:
    digits = secrets.token_hex(4).upper()
    return f"{digits[:4]}-{digits[4:]}"
