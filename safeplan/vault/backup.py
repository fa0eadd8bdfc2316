"""Makes a backup: one encrypted file that is the store at this moment, read back before it gets its name.

May touch: the open store, to read, and one new file. Must never write a readable byte, never leave half a backup, and
never close a second descriptor of the data file: on POSIX that would give the store's lock away.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from safeplan import __version__, errors
from safeplan.clock import Clock, as_text, from_text
from safeplan.vault import header, keyslots
from safeplan.vault.backup_frame import END_SIZE, BackupFacts, seal_note, slots_for_backup
from safeplan.vault.database import PAGE_SIZE, Database
from safeplan.vault.migrations import version
from safeplan.vault.opened import OpenVault
from safeplan.vault.whole_file import WholeFile, forget_cached, must_fit, new_file, room_told

PIECE = 64 * PAGE_SIZE
# Most of a large store is files: so many bytes hang on one page of their table. It tells how far reading back is.
READ_WITH_A_PAGE = 8 * 262_144
# SQLite keeps its lock at this place and never stores anything in the page around it.
LOCK_PAGE = 1 << 30

_SEED = "SELECT value FROM state WHERE name = 'tree_seed'"
_COUNTS = {
    "waiting": "SELECT count(*) FROM {schema}.waiting",
    "entries": "SELECT count(*) FROM {schema}.incident WHERE id NOT IN (SELECT object_id FROM {schema}.tombstone)",
    "files": "SELECT count(*) FROM {schema}.attachment",
    "steps": "SELECT count(*) FROM {schema}.step",
}
_HEAD = "SELECT seq, entry_hash FROM {schema}.ledger ORDER BY seq DESC LIMIT 1"
_NOTHING_BEFORE = bytes(32).hex()

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]


def backup_size(vault: OpenVault) -> int:
    """How many bytes a backup made now would have."""
    return int(vault.database.value("PRAGMA page_count")) * PAGE_SIZE + END_SIZE


def make_backup(vault: OpenVault, clock: Clock, target: Path, progress: Progress, cancelled: Cancel) -> BackupFacts:
    """Write the store as it is now into the new file `target`, and read it back with its own key before it counts.

    It opens with the passphrase and the spare key of today, also after they are changed here. Reading back unlocks
    every page, which takes longer than copying it. `progress(done, total)` in bytes; writing is one
    half, reading back the other, told about right. Room and the largest file of the place are asked first.
    Raises DiskFull (`reason`, see whole_file.must_fit), FolderNotEmpty when `target` exists, NoPermission (also for
    the store's own folder), ReadOnlyPlace, VaultDamaged when the store itself does not read, DiskFailing when the
    copy does not, Cancelled. Whatever is raised, `target` is not there.
    """
    if target.absolute().parent == vault.files.folder.absolute():
        raise errors.NoPermission(reason="own_folder")
    size = backup_size(vault) - END_SIZE
    must_fit(target.parent, size + END_SIZE)
    facts = facts_of(vault.database, clock, "main", size)
    # A counsellor's slot stays where it was allowed: a copy opens with her own passphrase and spare key alone.
    hers = tuple(slot for place, slot in enumerate(vault.own_slots) if place != keyslots.SECOND_PLACE)
    slots = slots_for_backup(_own_copy(vault), hers)
    with room_told(target.parent) as wanted, new_file(target) as out:
        wanted.append(size + END_SIZE)
        progress(0, 2 * size)
        done = 0
        for piece in _pages(vault.files.data, size):
            if cancelled():
                raise errors.Cancelled
            out.write(piece)
            done += len(piece)
            progress(done, 2 * size)
        os.fsync(out.fileno())

        def look(pages: int) -> None:
            nonlocal done
            if cancelled():
                raise errors.Cancelled
            # The end is asked for thousands of times, row by row.
            if done < 2 * size:
                done = size + min(pages * READ_WITH_A_PAGE, size)
                progress(done, 2 * size)

        _read_back(vault, clock, out, facts, look)
        look(size)
        out.seek(size)
        end = seal_note(facts, vault.slot_marks, slots) + slots
        out.write(end)
        os.fsync(out.fileno())
        out.seek(size)
        if out.read() != end:
            raise errors.DiskFailing(code="backup")
        progress(2 * size, 2 * size)
    # Midnight, as for everything that leaves: when exactly she sat here is nobody's business.
    with contextlib.suppress(OSError):
        midnight = from_text(facts.made_at).replace(hour=0, minute=0, second=0).timestamp()
        os.utime(target, (midnight, midnight))
    return facts


def facts_of(db: Database, clock: Clock, schema: str, size: int) -> BackupFacts:
    """What stands in `schema` ("main", or the name of an attached copy) now, with the moment of `clock`."""
    head = db.row(_HEAD.format(schema=schema)) or (0, _NOTHING_BEFORE)
    return BackupFacts(
        made_at=as_text(clock.now()),
        zone=clock.zone(),
        size=size,
        record=record_name(db, schema),
        lines=int(head[0]),
        head_hex=str(head[1]),
        shape=version(db),
        program=__version__,
        **{name: int(db.value(sql.format(schema=schema))) for name, sql in _COUNTS.items()},
    )


def record_name(db: Database, schema: str = "main") -> str:
    """Tells records apart: copies of one record share it, whatever was written in them since."""
    seed = db.value(_SEED.replace("FROM state", f"FROM {schema}.state"))
    return hashlib.sha256(b"record " + str(seed).encode()).hexdigest()[:32]


def _own_copy(vault: OpenVault) -> bytearray:
    """The copy of the key slots that has the slot of the passphrase; one of the two may be damaged."""
    try:
        copies = [copy for copy in header.read_copies(vault.files.header) if keyslots.salt_of(copy) == vault.salt]
    except FileNotFoundError:
        copies = []
    place = vault.own_slots[keyslots.PASSPHRASE_PLACE]
    for copy in copies:
        if keyslots.is_marked(vault.slot_marks, copy, place):
            return copy
    # A backup that no passphrase opens is none.
    raise errors.HeaderDamaged(size=len(copies) * keyslots.COPY_SIZE)


def _pages(path: Path, size: int) -> Iterator[bytes]:
    """The data file in pieces, as it lies on the disk: encrypted. Between two writes it is whole."""
    with _reading(path) as read:
        at = 0
        while at < size:
            if at == LOCK_PAGE:
                # Zeros, or unreadable while it is locked; noise tells nothing.
                piece = os.urandom(PAGE_SIZE)
            else:
                until = LOCK_PAGE if at < LOCK_PAGE else size
                piece = read(min(PIECE, size - at, until - at), at)
            if not piece or len(piece) % PAGE_SIZE:
                raise errors.VaultDamaged(size=at)
            yield piece
            at += len(piece)


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[Callable[[int, int], bytes]]:
    if os.name != "posix":
        with path.open("rb") as source:

            def read(length: int, at: int) -> bytes:
                source.seek(at)
                return source.read(length)

            yield read
        return
    # SQLite's own descriptor: opening another and closing it would drop the lock that keeps a second program out.
    wanted = path.stat()
    for name in os.listdir("/dev/fd"):  # noqa: PTH208  (numbers, not paths)
        with contextlib.suppress(OSError):
            found = os.fstat(int(name))
            if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
                yield lambda length, at, descriptor=int(name): os.pread(descriptor, length, at)  # type: ignore[misc]
                return
    raise errors.DiskFailing(code="moved")


def _read_back(
    vault: OpenVault, clock: Clock, out: WholeFile, facts: BackupFacts, look: Callable[[int], None]
) -> None:
    """Open the written copy with the store's own key: every page in use, the structure, the same newest line."""
    db = vault.database
    if not _lies_where_it_was(out):
        # A stick that was taken out; ATTACH would make an empty file in its place.
        raise errors.DiskFailing(code="copy", reason="gone")
    # What is read next comes from the medium, where the system can be asked for that.
    forget_cached(out.fileno())
    # Without a key of its own a second file is opened with that of the first; only the page size must be told before.
    db.execute(f"PRAGMA cipher_default_page_size = {PAGE_SIZE}")
    fault = True
    try:
        db.execute("ATTACH DATABASE ? AS written", (os.fsdecode(out.name),))
        try:
            whole = db.reads_through("written", look)
            seen = facts_of(db, clock, "written", facts.size)
            fault = not whole or (seen.record, seen.lines, seen.head_hex) != (
                facts.record,
                facts.lines,
                facts.head_hex,
            )
        finally:
            with contextlib.suppress(errors.SafePlanError):
                db.execute("DETACH DATABASE written")
    except (errors.VaultDamaged, errors.DiskFailing):
        fault = True
    if fault:
        raise errors.VaultDamaged(reason="store") if _same(vault, out, facts) else errors.DiskFailing(code="copy")


def _lies_where_it_was(out: WholeFile) -> bool:
    try:
        return os.path.samestat(Path(os.fsdecode(out.name)).stat(), os.fstat(out.fileno()))
    except OSError:
        return False


def _same(vault: OpenVault, out: WholeFile, facts: BackupFacts) -> bool:
    """Whether the copy holds what the store does: then the store is at fault, not the medium."""
    at = 0
    for piece in _pages(vault.files.data, facts.size):
        out.seek(at)
        if at != LOCK_PAGE and out.read(len(piece)) != piece:
            return False
        at += len(piece)
    return True
