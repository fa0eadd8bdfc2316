"""What she takes along from a desk or a kiosk: one folder on her stick with her record and, if she wants, her plan.

May touch: one new folder at the place she chose; the open store, to read. Must never leave half of it under a name
that looks finished, open with anybody's passphrase but hers, or be noted anywhere here: where she keeps it is hers.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from safeplan import errors
from safeplan.clock import Clock, from_text
from safeplan.handover.folder import UNFINISHED
from safeplan.handover.sealed_pdf import seal_pdf
from safeplan.handover.stick import must_fit
from safeplan.handover.verify import safe_path
from safeplan.handover.volume import Volume
from safeplan.records.deadlines import local_day
from safeplan.vault import restore, session, whole_file
from safeplan.vault.backup import backup_size, make_backup
from safeplan.vault.backup_frame import BackupFacts
from safeplan.vault.header import is_there, named_os_error, sync_folder
from safeplan.vault.keyslots import wipe
from safeplan.vault.opened import OpenVault
from safeplan.vault.recovery import open_by_passphrase
from safeplan.vault.session_copy import make_session_copy

# Names that say nothing to whoever finds the stick.
RECORD, PLAN = "copy.bin", "list.pdf"
_PASSING = re.compile(UNFINISHED + "[0-9a-f]{8}")

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]


@dataclass(frozen=True)
class Capsule:
    """What lies on her stick now. `plan` is None when she took none along; `size` in bytes, of everything."""

    folder: Path
    record: Path
    plan: Path | None
    facts: BackupFacts
    size: int


@dataclass(frozen=True)
class SealedPlan:
    """Her plan as a PDF (printable.compile_plan) and the phrase that locks it, from sealing_phrase: another one than
    hers, since a PDF can be tried a million times faster than a store."""

    pdf: bytes
    phrase: str


def capsule_fits(vault: OpenVault, place: Path, plan: SealedPlan | None = None) -> Volume:
    """Ask before anything is written whether all of it can lie at `place`. Raises as stick.must_fit."""
    return must_fit(place, [backup_size(vault), *([2 * len(plan.pdf)] if plan else [])])


def write_capsule(
    vault: OpenVault,
    clock: Clock,
    passphrase: bytearray,
    place: Path,
    progress: Progress,
    cancelled: Cancel,
    *,
    name: str = "",
    plan: SealedPlan | None = None,
    least_mib: int = 0,
) -> Capsule:
    """Write the folder, read everything back, and open the record in it with her passphrase.

    `passphrase` (UTF-8, wiped): hers as she has just typed it; after a kiosk's session, which has none, the one she
    chose for this, and then `least_mib` as for create_vault. `name`: of the folder, a neutral one when it is empty.
    `progress(done, total)` in bytes.
    Raises WrongPassphrase (also for a counsellor's) and PassphraseTooWeak before anything is written, FolderNotEmpty
    when `name` is taken, DiskFull, NoPermission (also for the store's own folder), ReadOnlyPlace, DiskFailing
    (`reason` "gone": pulled out), VaultDamaged, Cancelled. Whatever is raised, nothing of it is left there, as far as
    the stick still is.
    """
    try:
        for_session = vault.opened_by == session.OPENED_BY
        if not for_session:
            # Hers, not the counsellor's.
            open_by_passphrase(vault, bytearray(passphrase)).wipe()
        elif not passphrase.strip():
            raise errors.PassphraseTooWeak
        if vault.files.folder.absolute() in (place.absolute(), *place.absolute().parents):
            raise errors.NoPermission(reason="own_folder")
        name = name or f"copy-{local_day(clock).isoformat()}-{secrets.randbelow(10_000):04d}"
        if not safe_path(name) or "/" in name:
            raise errors.Bug(code="capsule-name")
        if is_there(place / name):
            raise errors.FolderNotEmpty
        sealed = seal_pdf(plan.pdf, plan.phrase) if plan else b""
        capsule_fits(vault, place, plan)
        remove_unfinished(place)
        passing = place / f"{UNFINISHED}{secrets.token_hex(4)}"
        try:
            _make(passing)
            record = passing / RECORD
            if for_session:
                facts = make_session_copy(
                    vault, clock, record, bytearray(passphrase), progress, cancelled, least_mib=least_mib
                )
            else:
                facts = make_backup(vault, clock, record, progress, cancelled)
                restore.open_backup(record, bytearray(passphrase)).close()
            if sealed:
                _write_back(passing / PLAN, sealed)
            if cancelled():
                raise errors.Cancelled
            size = _finish(passing, place / name, facts.made_at)
        except BaseException:
            _remove(passing)
            raise
    finally:
        wipe(passphrase)
    target = place / name
    return Capsule(target, target / RECORD, target / PLAN if sealed else None, facts, size)


def remove_unfinished(place: Path) -> int:
    """Remove what a killed attempt left at `place`; how many folders. Anything else in one keeps it. Never raises."""
    removed = 0
    with contextlib.suppress(OSError):
        for found in list(place.iterdir()):
            if _PASSING.fullmatch(found.name) and found.is_dir() and not found.is_symlink():
                _remove(found)
                removed += not is_there(found)
    return removed


def _make(passing: Path) -> None:
    try:
        passing.mkdir(mode=0o700)
    except OSError as error:
        raise _named(passing.parent, error) from None


def _write_back(path: Path, content: bytes) -> None:
    with whole_file.new_file(path) as out:
        out.write(content)
        os.fsync(out.fileno())
        whole_file.forget_cached(out.fileno())
        out.seek(0)
        if out.readall() != content:
            raise errors.DiskFailing(reason="read_back")


def _finish(passing: Path, target: Path, made_at: str) -> int:
    """Everything gets one date without an hour, then the folder its name; the size of all in bytes."""
    midnight = from_text(made_at).replace(hour=0, minute=0, second=0).timestamp()
    try:
        files = list(passing.iterdir())
        size = sum(path.stat().st_size for path in files)
        for path in (*files, passing):
            # Some sticks refuse dates; the files are whole without them.
            with contextlib.suppress(OSError):
                os.utime(path, (midnight, midnight))
        if is_there(target):
            raise errors.FolderNotEmpty
        passing.rename(target)
        sync_folder(target)
        sync_folder(target.parent)
    except OSError as error:
        raise _named(target.parent, error) from None
    return size


def _named(place: Path, error: OSError) -> errors.SafePlanError:
    return named_os_error(error) if is_there(place) else errors.DiskFailing(reason="gone")


def _remove(passing: Path) -> None:
    whole_file.remove_unfinished(passing)
    for name in (RECORD, PLAN):
        with contextlib.suppress(OSError):
            (passing / name).unlink()
    with contextlib.suppress(OSError):
        passing.rmdir()
