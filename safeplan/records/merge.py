"""Takes another record in: its entries become entries of this one, with writings and files; nothing is overwritten.

May touch: incident, revision, attachment, chunk, person, state, the waiting list, the index. Must never change what
stands here, keep the same bytes twice, or call the other record's word about time our own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, replace

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records import attachments, chain, search
from safeplan.records.incident_document import as_plain
from safeplan.records.incident_form import BodyMark, IncidentForm
from safeplan.records.merge_source import OtherEntry, OtherFile, OtherRevision, Source, signature
from safeplan.records.people import PersonForm
from safeplan.records.portions import Portions
from safeplan.records.sniff import kind_of
from safeplan.records.wording import canonical, let_others_run, new_id, sha256_hex
from safeplan.vault.database import Database

NEW, KNOWN, LONGER, DIFFERS, REMOVED_HERE = "new", "known", "longer", "differs", "removed_here"
TAKE_OVER = "take_over"

_ALL_REVISIONS = "SELECT incident_id, document FROM revision ORDER BY incident_id, number"
_REMOVED = "SELECT object_id FROM tombstone WHERE what = 'incident'"
_REMOVED_FILES = "SELECT object_id, kept FROM tombstone WHERE what = 'file'"
_NUMBER = "SELECT number FROM incident WHERE id = ?"
_KEPT = "SELECT a.id, a.incident_id FROM attachment a WHERE a.sha256 = ? ORDER BY a.rowid LIMIT 1"
_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM incident"
_ADD = "INSERT INTO incident (row, id, number) VALUES (abs(random() / 2), ?, ?)"
_ADD_REVISION = "INSERT INTO revision (incident_id, number, document) VALUES (?, ?, ?)"
_REVISIONS = "SELECT count(*) FROM revision WHERE incident_id = ?"
_ADD_FILE = "INSERT INTO attachment (id, incident_id, document, sha256, size) VALUES (?, ?, ?, ?, ?)"
_ADD_CHUNK = "INSERT INTO chunk (item, place, data) VALUES (?, ?, ?)"
_ROW = "SELECT row FROM incident WHERE id = ?"
_PERSON_FIELDS = tuple(PersonForm.__dataclass_fields__)
_PERSON = f"SELECT {', '.join(_PERSON_FIELDS)} FROM person WHERE id = ?"
_ADD_PERSON = (
    f"INSERT INTO person (id, added_at, {', '.join(_PERSON_FIELDS)})"
    f" VALUES (?, ?, {', '.join('?' * len(_PERSON_FIELDS))})"
)
_KEEP_ACT = "INSERT INTO state VALUES (?, ?)"
_ACTS = "SELECT name, value FROM state WHERE name GLOB 'taken_over:*' ORDER BY value"

Progress = Callable[[int, int], None]
Cancel = Callable[[], bool]


@dataclass(frozen=True)
class Meeting:
    """How one entry of the other record stands to this one. `what`: new | known (nothing to take) | longer (the same
    entry, further corrections there) | differs (corrected in both; the one here stays, the other comes as an entry of
    its own) | removed_here (not taken unless asked for).

    `number` is that of the entry here, 0 for a new one. `files` are those whose bytes are not kept here yet,
    `bytes` their size; `same_files` are kept already and come once only. `removed_files` were removed here, and are
    not taken either unless asked for.
    """

    what: str
    entry: OtherEntry
    here: str
    number: int
    shared: int
    files: tuple[OtherFile, ...]
    same_files: int
    removed_files: tuple[OtherFile, ...] = ()

    @property
    def bytes(self) -> int:
        """Size in bytes of the files to take."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True)
class Comparison:
    """What taking in would do: shown before anything is done. `removed_there`: entries here that the other record
    removed; they stay. `people_differ`: known here under other words; they stay as they are here."""

    source: Source
    meetings: tuple[Meeting, ...]
    removed_there: int
    people_new: int
    people_differ: int

    def count(self, what: str) -> int:
        """How many entries stand so."""
        return sum(one.what == what for one in self.meetings)

    @property
    def removed_files(self) -> int:
        """How many files of entries that stand here were removed here."""
        return sum(len(one.removed_files) for one in self.meetings)

    @property
    def bytes(self) -> int:
        """Size in bytes of all files to take."""
        return sum(one.bytes for one in self.meetings)


@dataclass(frozen=True)
class TakenIn:
    """What was taken in: ids of entries here that are new, or were continued; how many files and people."""

    act: str
    added: tuple[str, ...]
    continued: tuple[str, ...]
    files: int
    same_files: int
    people: int


def compare(db: Database, source: Source) -> Comparison:
    """Hold the other record against this one; changes nothing."""
    writings = _writings_here(db)
    removed = {name for (name,) in db.rows(_REMOVED)}
    meeting, meetings = _Meet(db, writings, removed, _files_removed(db)), []
    for entry in source.entries:
        meetings.append(meeting.meet(entry))
        let_others_run()
    known = [db.row(_PERSON, (who,)) for who, _ in source.people]
    differ = sum(
        here is not None and tuple(here) != astuple(form)
        for here, (_, form) in zip(known, source.people, strict=True)
    )
    return Comparison(
        source,
        tuple(meetings),
        sum(name in writings and name not in removed for name in source.removed),
        known.count(None),
        differ,
    )


def take_in(
    db: Database,
    clock: Clock,
    comparison: Comparison,
    progress: Progress,
    cancelled: Cancel,
    *,
    also_removed: bool = False,
) -> TakenIn:
    """Take in what `comparison` shows as new, longer and differing; with `also_removed` entries and
    files that were removed here, too.

    Everything is appended and waits like any writing of this opening, so an entry can still be taken back. Files
    come first and cannot be seen until all are there; then everything else in one step. `progress(done, total)` in
    bytes of files. Raises RecordDamaged when a file is not what its own record says, Cancelled, DiskFull: nothing of
    it is here then.
    """
    met = comparison.meetings
    if also_removed:
        met = tuple(_with_removed(one) for one in met)
    chosen = [one for one in met if one.what in (NEW, LONGER, DIFFERS)]
    if also_removed:
        chosen += [one for one in met if one.what == REMOVED_HERE]
    total, copied = sum(one.bytes for one in chosen), _Copied(db, progress, cancelled)
    copied.total = total
    progress(0, total)
    try:
        for meeting in chosen:
            for file in meeting.files:
                copied.take(file)
        with db.transaction():
            return _write_all(db, clock, comparison, chosen, copied)
    except BaseException:
        with contextlib.suppress(errors.SafePlanError):
            # Pieces that no file names; what is left of them goes at the next opening.
            attachments.collect_unfinished(db)
        raise


def taken_over(db: Database) -> tuple[dict[str, object], ...]:
    """Every act of taking in: {"at", "zone", "kind", "record", "head", "entries", "same_files", "salt"}."""
    return tuple(json.loads(value) | {"act": name.partition(":")[2]} for name, value in db.rows(_ACTS))


# ── Compare ─────────────────────────────────────────────────────────────────────────────────────────────────────
Writings = dict[str, list[tuple[str, list[str]]]]


def _writings_here(db: Database) -> Writings:
    """{id an entry was first given: [(its id here, hashes of its writings where they were first written)]}."""
    by_entry: dict[str, tuple[str, list[str]]] = {}
    for incident_id, document in db.rows(_ALL_REVISIONS):
        first, origin = signature(document)
        by_entry.setdefault(incident_id, (first, []))[1].append(origin)
    found: Writings = {}
    for incident_id, (first, origins) in by_entry.items():
        found.setdefault(first, []).append((incident_id, origins))
    return found


def _files_removed(db: Database) -> set[str]:
    """Ids of files that were removed here, and their hashes where she kept them."""
    found = set[str]()
    for id_, kept in db.rows(_REMOVED_FILES):
        found.update((id_, *json.loads(kept)))
    return found


class _Meet:
    """Holds entry after entry against those here; what one of them takes along does not come with a later one."""

    def __init__(self, db: Database, writings: Writings, removed: set[str], removed_files: set[str]) -> None:
        self._db, self._writings, self._removed, self._removed_files = db, writings, removed, removed_files
        self._coming, self._continued = set[str](), set[str]()

    def meet(self, entry: OtherEntry) -> Meeting:
        """How this one stands."""
        what, where, shared = self._stands(entry)
        # The same bytes twice in one entry count once as well.
        fresh = {file.sha256: file for file in entry.files if self._is_fresh(file)}
        removed = tuple(file for file in fresh.values() if what != REMOVED_HERE and self._was_removed(file))
        files = tuple(file for file in fresh.values() if file not in removed)
        if what == LONGER:
            self._continued.add(where)
        if what == KNOWN and files:
            # Only a file was added there.
            what = LONGER
        if what != REMOVED_HERE:
            self._coming.update(file.sha256 for file in files)
        number = int(self._db.value(_NUMBER, (where or entry.id,)) or 0)
        return Meeting(what, entry, where, number, shared, files, len(entry.files) - len(fresh), removed)

    def _stands(self, entry: OtherEntry) -> tuple[str, str, int]:
        theirs = [revision.claim.origin for revision in entry.revisions]
        what, where, shared = (REMOVED_HERE if entry.id in self._removed else NEW), "", 0
        for incident_id, ours in self._writings.get(entry.id, []):
            if ours[: len(theirs)] == theirs:
                return KNOWN, incident_id, len(theirs)
            # Of two that begin like the one here, one goes on from it: the other never was a correction of that one.
            if theirs[: len(ours)] == ours and incident_id not in self._continued:
                if len(ours) > shared:
                    what, where, shared = LONGER, incident_id, len(ours)
            elif what != LONGER:
                what, where = DIFFERS, incident_id
        return what, where, shared

    def _is_fresh(self, file: OtherFile) -> bool:
        return file.sha256 not in self._coming and self._db.row(_KEPT, (file.sha256,)) is None

    def _was_removed(self, file: OtherFile) -> bool:
        return not self._removed_files.isdisjoint((file.id, file.claim.id, file.sha256))


def _with_removed(meeting: Meeting) -> Meeting:
    """The same meeting when the files that were removed here are asked for."""
    if not meeting.removed_files:
        return meeting
    what = LONGER if meeting.what == KNOWN else meeting.what
    return replace(meeting, what=what, files=meeting.files + meeting.removed_files, removed_files=())


# ── Take in ─────────────────────────────────────────────────────────────────────────────────────────────────────
class _Copied:
    """Copies files into pieces that nobody names yet, and hashes them on the way."""

    def __init__(self, db: Database, progress: Progress, cancelled: Cancel) -> None:
        self.done, self.total, self.kinds = 0, 0, dict[str, tuple[str, str]]()
        self._db, self._progress, self._cancelled = db, progress, cancelled

    def take(self, file: OtherFile) -> None:
        """Raises RecordDamaged, Cancelled."""
        if file.sha256 in self.kinds:
            return
        made, digest, size, start, place = new_id(), hashlib.sha256(), 0, b"", 0
        pieces, at_end = _even(file.read(), attachments.CHUNK), False
        portions = Portions(self._db, attachments.CHUNKS_AT_ONCE)
        while not at_end:
            if self._cancelled():
                raise errors.Cancelled
            with portions.next() as places:
                for _ in places:
                    if self._cancelled():
                        raise errors.Cancelled
                    piece = next(pieces, b"")
                    size += len(piece)
                    if size > file.size:
                        raise errors.RecordDamaged(reason="file")
                    if not piece:
                        at_end = True
                        break
                    digest.update(piece)
                    self._db.execute(_ADD_CHUNK, (made, place, piece))
                    start, place = start or piece, place + 1
                    self.done += len(piece)
                    self._progress(self.done, self.total)
        if size != file.size or digest.hexdigest() != file.sha256:
            raise errors.RecordDamaged(reason="file")
        self.kinds[file.sha256] = (made, kind_of(start))


def _even(pieces: Iterable[bytes], length: int) -> Iterator[bytes]:
    """The same bytes in pieces of exactly `length`, the last one shorter."""
    held = bytearray()
    for piece in pieces:
        held += piece
        while len(held) >= length:
            yield bytes(held[:length])
            del held[:length]
    if held:
        yield bytes(held)


def _write_all(db: Database, clock: Clock, comparison: Comparison, chosen: list[Meeting], copied: _Copied) -> TakenIn:
    act, source = new_id(), comparison.source
    document = canonical(
        {
            "salt": new_id(),
            "at": as_text(clock.now()),
            "zone": clock.zone(),
            "kind": source.kind,
            "record": source.record,
            "head": source.head,
            "entries": len(chosen),
            "same_files": sum(one.same_files for one in chosen),
        }
    )
    people = _add_people(db, clock, source)
    added: list[str] = []
    continued: list[str] = []
    files: set[str] = set()
    if chosen:
        db.execute(_KEEP_ACT, (f"taken_over:{act}", document))
    for meeting in chosen:
        goes_on = meeting.what == LONGER
        id_ = meeting.here if goes_on else _free_id(db, meeting.entry.id)
        if not goes_on:
            db.execute(_ADD, (id_, db.value(_NEXT)))
        # The line says where it came from before the lines that say what came.
        chain.wait(db, clock, TAKE_OVER, id_, 0, sha256_hex(document), len(document.encode("utf-8")))
        for revision in meeting.entry.revisions[meeting.shared :]:
            _add_revision(db, clock, id_, revision, _ids_here(db, id_, meeting, copied))
        for file in meeting.files:
            if file.sha256 not in files:
                _add_file(db, clock, id_, file, *copied.kinds[file.sha256])
                files.add(file.sha256)
        search.add_words(db, int(db.value(_ROW, (id_,))))
        (continued if goes_on else added).append(id_)
    same = sum(one.same_files for one in chosen)
    return TakenIn(act, tuple(added), tuple(continued), len(files), same, people)


def _ids_here(db: Database, id: str, meeting: Meeting, copied: _Copied) -> dict[str, str]:
    """{id a file of the entry has there: id of the same bytes with the entry here}."""
    found = {}
    for file in meeting.entry.files:
        kept = db.row(_KEPT, (file.sha256,))
        if file.sha256 in copied.kinds:
            found[file.id] = copied.kinds[file.sha256][0]
        elif kept is not None and kept[1] == id:
            found[file.id] = kept[0]
    return found


def _free_id(db: Database, wanted: str) -> str:
    """The id it had, so that the other record is recognised again; another one where that is taken here."""
    return new_id() if db.row("SELECT 1 FROM incident WHERE id = ?", (wanted,)) else wanted


def _add_revision(db: Database, clock: Clock, id: str, revision: OtherRevision, new_ids: dict[str, str]) -> None:
    number = int(db.value(_REVISIONS, (id,))) + 1
    text = canonical(
        {
            "salt": new_id(),
            "incident": id,
            "revision": number,
            # Written here now; when it was written there is what the other record claims.
            "written_at_utc": as_text(clock.now()),
            "zone": clock.zone(),
            "reason": revision.reason,
            "form": as_plain(_with_marks(revision.form, new_ids)),
            "claimed": revision.claim.plain(),
        }
    )
    db.execute(_ADD_REVISION, (id, number, text))
    op = "add" if number == 1 else "amend"
    chain.wait(db, clock, op, id, number, sha256_hex(text), len(text.encode("utf-8")))


def _with_marks(form: IncidentForm, new_ids: dict[str, str]) -> IncidentForm:
    """The form with its marks pointing to the pictures under their ids here."""

    def moved(mark: BodyMark) -> BodyMark:
        return replace(mark, attachment=new_ids.get(mark.attachment, mark.attachment))

    return replace(form, marks=tuple(moved(mark) for mark in form.marks))


def _add_file(db: Database, clock: Clock, id: str, file: OtherFile, made: str, kind: str) -> None:
    text = canonical(
        {
            "salt": new_id(),
            "attachment": made,
            "incident": id,
            "name": file.name,
            "size": file.size,
            "sha256": file.sha256,
            "kind": kind,
            "imported_at_utc": as_text(clock.now()),
            "zone": clock.zone(),
            "file_time": file.file_time,
            "note": file.note,
            "claimed": file.claim.plain(),
        }
    )
    db.execute(_ADD_FILE, (made, id, text, file.sha256, file.size))
    chain.wait(db, clock, "attach", made, 0, sha256_hex(text), len(text.encode("utf-8")))


def _add_people(db: Database, clock: Clock, source: Source) -> int:
    """People of the other record under their ids, so that its entries go on naming them; nobody here is changed."""
    added = 0
    for who, form in source.people:
        if db.row(_PERSON, (who,)) is None:
            db.execute(_ADD_PERSON, (who, as_text(clock.now()), *astuple(form)))
            added += 1
    return added
