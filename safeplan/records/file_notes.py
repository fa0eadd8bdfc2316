"""Her words beside a file: a note, what is said in a recording, and whether the file is private.

May touch: file_note, and the thumbnail of a private file, to delete it. Must never change a file, and never let a
private one be seen in a list: there it is a number.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.records.wording import keep_as_typed
from safeplan.vault.database import Database

_ONE = "SELECT words, transcript, private FROM file_note WHERE attachment_id = ?"
_THERE = "SELECT 1 FROM attachment WHERE id = ?"
# Two statements instead of one upsert: its conflict rule would reach into the triggers that keep the search index.
_ADD = "INSERT INTO file_note (words, transcript, private, changed_at, attachment_id) VALUES (?, ?, ?, ?, ?)"
_CHANGE = "UPDATE file_note SET words = ?, transcript = ?, private = ?, changed_at = ? WHERE attachment_id = ?"
_DROP = "DELETE FROM file_note WHERE attachment_id = ?"
_NO_THUMBNAIL = "DELETE FROM thumbnail WHERE attachment_id = ?"
_PRIVATE = "SELECT attachment_id FROM file_note WHERE private = 1"


@dataclass(frozen=True)
class FileNote:
    """What stands beside one file. `transcript`: what is said or written in it, in her writing."""

    words: str = ""
    transcript: str = ""
    private: bool = False


def file_note(db: Database, attachment_id: str) -> FileNote:
    """The note of one file; an empty one when nothing was written. Raises NotThere."""
    _must_be_there(db, attachment_id)
    row = db.row(_ONE, (attachment_id,))
    return FileNote(row[0], row[1], bool(row[2])) if row else FileNote()


def write_file_note(
    db: Database, clock: Clock, attachment_id: str, *, words: str | None = None, transcript: str | None = None
) -> FileNote:
    """Change the note or the transcript; None leaves one as it is. Raises NotThere."""
    known = file_note(db, attachment_id)
    return _keep(
        db,
        clock,
        attachment_id,
        FileNote(
            known.words if words is None else words,
            known.transcript if transcript is None else transcript,
            known.private,
        ),
    )


def mark_file_private(db: Database, clock: Clock, attachment_id: str, *, private: bool) -> FileNote:
    """Make a file private or no longer so. Its small picture is deleted and is made anew only by looking again.

    Raises NotThere.
    """
    known = file_note(db, attachment_id)
    return _keep(db, clock, attachment_id, FileNote(known.words, known.transcript, private))


def private_files(db: Database) -> frozenset[str]:
    """The ids of all private files."""
    return frozenset(file for (file,) in db.rows(_PRIVATE))


def _keep(db: Database, clock: Clock, attachment_id: str, note: FileNote) -> FileNote:
    words, transcript = (keep_as_typed(text) if text.strip() else "" for text in (note.words, note.transcript))
    kept = FileNote(words, transcript, note.private)
    with db.transaction():
        if kept == FileNote():
            db.execute(_DROP, (attachment_id,))
        else:
            values = (words, transcript, int(kept.private), as_text(clock.now()), attachment_id)
            if not db.execute(_CHANGE, values):
                db.execute(_ADD, values)
        if kept.private:
            db.execute(_NO_THUMBNAIL, (attachment_id,))
    return kept


def _must_be_there(db: Database, attachment_id: str) -> None:
    if db.row(_THERE, (attachment_id,)) is None:
        raise errors.NotThere
