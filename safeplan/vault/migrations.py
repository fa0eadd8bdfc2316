"""The shape of the database, as numbered steps that never change once released.

May touch: the open database, inside one transaction. Must never run anything but the SQL text below, never write
to a database of a later program, and never edit a released step: its hash is frozen in the tests.
"""

from __future__ import annotations

from collections.abc import Callable

from safeplan import errors
from safeplan.vault.database import Database

# Moments are UTC text ("2026-03-01T09:20:00Z"); the zone of the computer at that moment stands beside them.
_MOMENT = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9]Z'"
# Days are local and have no hour: "2026-03-01".
_DAY = "GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
# Ids are random, so an id that is left behind in a fixed entry names nobody.
_ID = "length(id) = 32"

_STATE = (
    "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Hides order and number of entries in what is handed over (safeplan/records/tree.py).
    "INSERT INTO state VALUES ('tree_seed', lower(hex(randomblob(32))))",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE draft (form TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (form, field)) STRICT",
)

_LEDGER = (
    "CREATE TABLE ledger (seq INTEGER PRIMARY KEY CHECK (seq > 0),"
    f" recorded_at TEXT NOT NULL CHECK (recorded_at {_MOMENT}),"
    " clock_flags TEXT NOT NULL, op TEXT NOT NULL CHECK (op <> ''), object_id TEXT NOT NULL,"
    " revision INTEGER NOT NULL CHECK (revision >= 0),"
    " content_sha256 TEXT NOT NULL CHECK (length(content_sha256) IN (0, 64)),"
    " size INTEGER NOT NULL CHECK (size >= 0),"
    " entry_hash TEXT NOT NULL CHECK (length(entry_hash) = 64)) STRICT",
    # What this opening added and may still take back; it moves into the ledger at the next one.
    "CREATE TABLE waiting (place INTEGER PRIMARY KEY,"
    f" recorded_at TEXT NOT NULL CHECK (recorded_at {_MOMENT}),"
    " clock_flags TEXT NOT NULL, op TEXT NOT NULL, object_id TEXT NOT NULL, revision INTEGER NOT NULL,"
    " content_sha256 TEXT NOT NULL, size INTEGER NOT NULL) STRICT",
    "CREATE INDEX waiting_object ON waiting (object_id)",
    "CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger"
    " WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger)"
    " BEGIN SELECT RAISE(ABORT, 'ledger order'); END",
    "CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'ledger is fixed'); END",
    "CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'ledger is fixed'); END",
    # A removal writes its tombstone first; only then do the triggers below let the content go.
    "CREATE TABLE tombstone (object_id TEXT PRIMARY KEY, what TEXT NOT NULL CHECK (what IN ('incident', 'file')),"
    f" incident_id TEXT NOT NULL, removed_at TEXT NOT NULL CHECK (removed_at {_MOMENT}),"
    " zone TEXT NOT NULL, kept TEXT NOT NULL) STRICT",
    "CREATE TRIGGER tombstone_no_update BEFORE UPDATE ON tombstone BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER tombstone_no_delete BEFORE DELETE ON tombstone BEGIN SELECT RAISE(ABORT, 'fixed'); END",
)

_INCIDENTS = (
    # `row` is random: a counter would show a gap where an entry was taken back.
    f"CREATE TABLE incident (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE CHECK ({_ID}),"
    " number INTEGER NOT NULL UNIQUE CHECK (number > 0)) STRICT",
    # `document` is the canonical JSON that the ledger's hash covers; `seq` is NULL until it is in the ledger.
    "CREATE TABLE revision (incident_id TEXT NOT NULL REFERENCES incident (id),"
    " number INTEGER NOT NULL CHECK (number > 0), document TEXT NOT NULL,"
    " seq INTEGER UNIQUE REFERENCES ledger (seq), PRIMARY KEY (incident_id, number)) STRICT",
    "CREATE TRIGGER revision_no_rewrite BEFORE UPDATE OF incident_id, number, document ON revision"
    " BEGIN SELECT RAISE(ABORT, 'a revision is never rewritten'); END",
    "CREATE TRIGGER revision_fixed_once BEFORE UPDATE OF seq ON revision WHEN OLD.seq IS NOT NULL"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER revision_no_delete BEFORE DELETE ON revision WHEN OLD.seq IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM tombstone WHERE object_id = OLD.incident_id)"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER incident_no_delete BEFORE DELETE ON incident WHEN"
    " EXISTS (SELECT 1 FROM tombstone WHERE object_id = OLD.id)"
    " OR EXISTS (SELECT 1 FROM revision WHERE incident_id = OLD.id AND seq IS NOT NULL)"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER incident_no_update BEFORE UPDATE ON incident WHEN"
    " EXISTS (SELECT 1 FROM tombstone WHERE object_id = OLD.id)"
    " OR EXISTS (SELECT 1 FROM revision WHERE incident_id = OLD.id AND seq IS NOT NULL)"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    # The words are stored folded (safeplan/records/search.py); secure-delete: without it a deleted entry's
    # three-letter pieces stay in the index until it happens to be merged.
    "CREATE VIRTUAL TABLE found USING fts5 (folded, tokenize = 'trigram case_sensitive 1')",
    "INSERT INTO found (found, rank) VALUES ('secure-delete', 1)",
)

_FILES = (
    f"CREATE TABLE attachment (id TEXT PRIMARY KEY CHECK ({_ID}),"
    " incident_id TEXT NOT NULL REFERENCES incident (id), document TEXT NOT NULL,"
    " sha256 TEXT NOT NULL CHECK (length(sha256) = 64), size INTEGER NOT NULL CHECK (size >= 0),"
    " seq INTEGER UNIQUE REFERENCES ledger (seq)) STRICT",
    "CREATE INDEX attachment_incident ON attachment (incident_id)",
    "CREATE INDEX attachment_sha256 ON attachment (sha256)",
    "CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment WHEN OLD.seq IS NOT NULL"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment WHEN OLD.seq IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM tombstone WHERE object_id IN (OLD.id, OLD.incident_id))"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    # No foreign key: the item row comes last, so an interrupted import is chunks that nobody names.
    "CREATE TABLE chunk (item TEXT NOT NULL, place INTEGER NOT NULL CHECK (place >= 0), data BLOB NOT NULL,"
    " PRIMARY KEY (item, place)) STRICT",
    "CREATE TRIGGER chunk_no_update BEFORE UPDATE ON chunk BEGIN SELECT RAISE(ABORT, 'originals'); END",
    "CREATE TRIGGER chunk_no_delete BEFORE DELETE ON chunk"
    " WHEN EXISTS (SELECT 1 FROM attachment WHERE id = OLD.item)"
    " BEGIN SELECT RAISE(ABORT, 'originals'); END",
    "CREATE TABLE embedded (attachment_id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,"
    " document TEXT NOT NULL) STRICT",
    "CREATE TABLE thumbnail (attachment_id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,"
    " data BLOB NOT NULL) STRICT",
    # One row for each hand-over: who, what for, until when; written by safeplan/handover/releases.py.
    f"CREATE TABLE release (id TEXT PRIMARY KEY CHECK ({_ID}),"
    f" made_at TEXT NOT NULL CHECK (made_at {_MOMENT}), zone TEXT NOT NULL, document TEXT NOT NULL) STRICT",
)

_PEOPLE_AND_PLAN = (
    f"CREATE TABLE person (id TEXT PRIMARY KEY CHECK ({_ID}), name TEXT NOT NULL, nickname TEXT NOT NULL,"
    " role TEXT NOT NULL CHECK (role IN ('trusted', 'witness', 'child', 'harms', 'official', 'service')),"
    " contact TEXT NOT NULL, safe_contact TEXT NOT NULL, code_word TEXT NOT NULL, knows TEXT NOT NULL,"
    f" notes TEXT NOT NULL, added_at TEXT NOT NULL CHECK (added_at {_MOMENT})) STRICT",
    f"CREATE TABLE step (id TEXT PRIMARY KEY CHECK ({_ID}), place INTEGER NOT NULL, section TEXT NOT NULL,"
    " suggestion TEXT NOT NULL, words TEXT NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('will_do', 'done', 'not_now', 'not_safe')),"
    " person_id TEXT NOT NULL DEFAULT '', look_again TEXT NOT NULL DEFAULT '',"
    f" changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    "CREATE UNIQUE INDEX step_suggestion ON step (section, suggestion) WHERE suggestion <> ''",
    "CREATE TABLE answer (question TEXT PRIMARY KEY, text TEXT NOT NULL,"
    f" changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    "CREATE TABLE situation (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
)

_WHOLE_PLAN = (
    "ALTER TABLE step ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN not_told TEXT NOT NULL DEFAULT ''",
    # A child's.
    "ALTER TABLE person ADD COLUMN age TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN school TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN collects TEXT NOT NULL DEFAULT ''",
    # Of someone who harms.
    "ALTER TABLE person ADD COLUMN uses TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN places TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN helped_by TEXT NOT NULL DEFAULT ''",
    # Of an official or a service.
    "ALTER TABLE person ADD COLUMN office TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE person ADD COLUMN statement_number TEXT NOT NULL DEFAULT ''",
    # Code words and signs agreed with a person, and what that person does on hearing or seeing one.
    f"CREATE TABLE signal (id TEXT PRIMARY KEY CHECK ({_ID}), place INTEGER NOT NULL, person_id TEXT NOT NULL,"
    " kind TEXT NOT NULL CHECK (kind IN ('word', 'sign')), words TEXT NOT NULL, action TEXT NOT NULL) STRICT",
    "CREATE INDEX signal_person ON signal (person_id)",
    # The plan as it stood at the end of a sitting; people by id only, so a removed person is gone from here too.
    f"CREATE TABLE plan_version (id TEXT PRIMARY KEY CHECK ({_ID}),"
    f" made_at TEXT NOT NULL CHECK (made_at {_MOMENT}), zone TEXT NOT NULL, document TEXT NOT NULL) STRICT",
    f"CREATE TABLE sign_review (id TEXT PRIMARY KEY CHECK ({_ID}),"
    f" made_at TEXT NOT NULL CHECK (made_at {_MOMENT}), zone TEXT NOT NULL, document TEXT NOT NULL) STRICT",
    # What a certified counsellor found with an instrument of their own. Never leaves in a hand-over.
    f"CREATE TABLE certified_result (id TEXT PRIMARY KEY CHECK ({_ID}), name TEXT NOT NULL, result TEXT NOT NULL,"
    f" on_day TEXT NOT NULL, noted_at TEXT NOT NULL CHECK (noted_at {_MOMENT})) STRICT",
    "CREATE TABLE looked (item TEXT PRIMARY KEY, state TEXT NOT NULL, note TEXT NOT NULL,"
    f" changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    "CREATE TABLE weight (value TEXT PRIMARY KEY, weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 3),"
    f" words TEXT NOT NULL, changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    f"CREATE TABLE own_number (id TEXT PRIMARY KEY CHECK ({_ID}), place INTEGER NOT NULL, name TEXT NOT NULL,"
    " number TEXT NOT NULL, note TEXT NOT NULL) STRICT",
    # A country's pack that an organisation signed; checked again each time it is read.
    "CREATE TABLE loaded_pack (id TEXT PRIMARY KEY, name TEXT NOT NULL, document BLOB NOT NULL,"
    f" signer TEXT NOT NULL, loaded_at TEXT NOT NULL CHECK (loaded_at {_MOMENT})) STRICT",
)

_WHOLE_LOG = (
    # Days of her own by which a vague time is told: "before Nauryz", "in the fifth month". Local days or moments.
    f"CREATE TABLE life_event (id TEXT PRIMARY KEY CHECK ({_ID}), place INTEGER NOT NULL, words TEXT NOT NULL,"
    ' start TEXT NOT NULL, "end" TEXT NOT NULL) STRICT',
    # Her words beside a file; the file itself never changes. They leave with it.
    "CREATE TABLE file_note (attachment_id TEXT PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,"
    " words TEXT NOT NULL, transcript TEXT NOT NULL, private INTEGER NOT NULL CHECK (private IN (0, 1)),"
    f" changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    # What entries can be narrowed by; written with the index of words, read from the newest revision.
    "CREATE TABLE facet (incident_row INTEGER NOT NULL REFERENCES incident (row) ON DELETE CASCADE,"
    " kind TEXT NOT NULL CHECK (kind IN ('person', 'harm', 'place', 'order', 'day')), value TEXT NOT NULL,"
    " PRIMARY KEY (incident_row, kind, value)) STRICT, WITHOUT ROWID",
    "CREATE INDEX facet_value ON facet (kind, value)",
    f"CREATE TABLE court_order (id TEXT PRIMARY KEY CHECK ({_ID}), place INTEGER NOT NULL, document TEXT NOT NULL,"
    f" changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    # `incident_id` is NULL once its entry was taken back.
    f"CREATE TABLE order_breach (id TEXT PRIMARY KEY CHECK ({_ID}),"
    " order_id TEXT NOT NULL REFERENCES court_order (id) ON DELETE CASCADE,"
    " incident_id TEXT REFERENCES incident (id) ON DELETE SET NULL, document TEXT NOT NULL,"
    f" noted_at TEXT NOT NULL CHECK (noted_at {_MOMENT}), UNIQUE (order_id, incident_id)) STRICT",
    "CREATE INDEX order_breach_incident ON order_breach (incident_id)",
    # A taken back entry leaves no empty link behind that would tell of it.
    "CREATE TRIGGER order_breach_alone BEFORE DELETE ON incident"
    " BEGIN DELETE FROM order_breach WHERE incident_id = OLD.id AND document = '{}'; END",
    f"CREATE TABLE case_file (id TEXT PRIMARY KEY CHECK ({_ID}), place INTEGER NOT NULL, document TEXT NOT NULL,"
    f" changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    # `on_day` and `due` are local days or '', `done_at` is '' while it is open.
    f"CREATE TABLE case_item (id TEXT PRIMARY KEY CHECK ({_ID}),"
    " case_id TEXT NOT NULL REFERENCES case_file (id) ON DELETE CASCADE, kind TEXT NOT NULL CHECK (kind <> ''),"
    " on_day TEXT NOT NULL, due TEXT NOT NULL, document TEXT NOT NULL,"
    f" done_at TEXT NOT NULL CHECK (done_at = '' OR done_at {_MOMENT}),"
    f" changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    "CREATE INDEX case_item_case ON case_item (case_id, on_day)",
    "CREATE INDEX case_item_due ON case_item (due) WHERE due <> ''",
    # What stands beside an entry about pressure: the paper, what was promised, what came of it. Her working notes.
    "CREATE TABLE pressure_note (incident_id TEXT PRIMARY KEY REFERENCES incident (id) ON DELETE CASCADE,"
    f" document TEXT NOT NULL, changed_at TEXT NOT NULL CHECK (changed_at {_MOMENT})) STRICT",
    # An entry removed for good takes what was noted beside it along.
    "CREATE TRIGGER pressure_note_removed AFTER INSERT ON tombstone WHEN NEW.what = 'incident'"
    " BEGIN DELETE FROM pressure_note WHERE incident_id = NEW.object_id; END",
)

_CUSTODY = (
    # What was found each time the record (attachment_id NULL) or one file was checked, and a file whose original was
    # removed from the computer. What is in the ledger or in `release` is not kept twice.
    f"CREATE TABLE custody (id TEXT PRIMARY KEY CHECK ({_ID}),"
    f" at TEXT NOT NULL CHECK (at {_MOMENT}), zone TEXT NOT NULL,"
    " what TEXT NOT NULL CHECK (what IN ('check', 'original_removed')),"
    " attachment_id TEXT REFERENCES attachment (id) ON DELETE CASCADE, document TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX custody_file ON custody (attachment_id)",
    "CREATE TRIGGER custody_no_update BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    # A removed file takes its rows along; while it is there they stay.
    "CREATE TRIGGER custody_no_delete BEFORE DELETE ON custody WHEN OLD.attachment_id IS NULL"
    " OR EXISTS (SELECT 1 FROM attachment WHERE id = OLD.attachment_id)"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    # When she looked at a file, only while she wants it noted. Apart from everything that a hand-over reads: it would
    # show when she sat here. She may forget all of it.
    f"CREATE TABLE viewed (id TEXT PRIMARY KEY CHECK ({_ID}), at TEXT NOT NULL CHECK (at {_MOMENT}),"
    " zone TEXT NOT NULL, attachment_id TEXT NOT NULL REFERENCES attachment (id) ON DELETE CASCADE)"
    " STRICT, WITHOUT ROWID",
    "CREATE INDEX viewed_file ON viewed (attachment_id)",
    "CREATE TRIGGER viewed_no_update BEFORE UPDATE ON viewed BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    # What she does not want to be told of again that could still be fetched; it leaves with its entry or case.
    "CREATE TABLE put_aside (object_id TEXT NOT NULL, point TEXT NOT NULL, PRIMARY KEY (object_id, point))"
    " STRICT, WITHOUT ROWID",
    "CREATE TRIGGER put_aside_taken_back AFTER DELETE ON incident"
    " BEGIN DELETE FROM put_aside WHERE object_id = OLD.id; END",
    "CREATE TRIGGER put_aside_removed AFTER INSERT ON tombstone WHEN NEW.what = 'incident'"
    " BEGIN DELETE FROM put_aside WHERE object_id = NEW.object_id; END",
    "CREATE TRIGGER put_aside_case AFTER DELETE ON case_file"
    " BEGIN DELETE FROM put_aside WHERE object_id = OLD.id; END",
)

_DESK = (
    # At a counsellor's desk: the clients, each by the name agreed with her ('' when she wants none). Random numbers:
    # they name folders and must not tell how many there were. All else of a client stands in her own store.
    "CREATE TABLE client (number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 2147483647), alias TEXT NOT NULL,"
    f" made_on TEXT NOT NULL CHECK (made_on {_DAY}),"
    f" keep_until TEXT NOT NULL CHECK (keep_until = '' OR keep_until {_DAY}),"
    f" last_session TEXT NOT NULL CHECK (last_session = '' OR last_session {_DAY}),"
    " has_second_slot INTEGER NOT NULL CHECK (has_second_slot IN (0, 1))) STRICT",
    # How often, by month and by id; nothing leads from here to a client.
    "CREATE TABLE tally (month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),"
    " kind TEXT NOT NULL CHECK (kind IN ('session', 'topic', 'referral')), name TEXT NOT NULL,"
    " amount INTEGER NOT NULL CHECK (amount > 0), PRIMARY KEY (month, kind, name)) STRICT, WITHOUT ROWID",
    # Where a backup lies that has to go on a day (`client` 0: of this store). `end_sha256` covers its last 8,192
    # bytes: another file of that name is left alone.
    f"CREATE TABLE kept_copy (id TEXT PRIMARY KEY CHECK ({_ID}),"
    " client INTEGER NOT NULL CHECK (client BETWEEN 0 AND 2147483647), place TEXT NOT NULL CHECK (place <> ''),"
    " end_sha256 TEXT NOT NULL CHECK (length(end_sha256) = 64), size INTEGER NOT NULL CHECK (size > 0),"
    f" made_at TEXT NOT NULL CHECK (made_at {_MOMENT})) STRICT",
    "CREATE INDEX kept_copy_client ON kept_copy (client)",
    # In a client's own store. What she agreed to, in the words that stood on the screen; `document` is '' once the
    # words of an ended one were removed. Lines of the ledger cover both documents.
    f"CREATE TABLE consent (id TEXT PRIMARY KEY CHECK ({_ID}), document TEXT NOT NULL,"
    f" given_at TEXT NOT NULL CHECK (given_at {_MOMENT}), end_document TEXT NOT NULL DEFAULT '',"
    f" ended_at TEXT NOT NULL DEFAULT '' CHECK (ended_at = '' OR ended_at {_MOMENT})) STRICT",
    "CREATE TRIGGER consent_no_rewrite BEFORE UPDATE OF id, document, given_at ON consent"
    " WHEN NEW.id <> OLD.id OR NEW.given_at <> OLD.given_at"
    " OR (NEW.document <> OLD.document AND (NEW.document <> '' OR OLD.ended_at = ''))"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER consent_ends_once BEFORE UPDATE OF end_document, ended_at ON consent WHEN OLD.ended_at <> ''"
    " BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER consent_no_delete BEFORE DELETE ON consent BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    # A session at the desk: what it was for, which way it took, and where the record stood when it ended.
    f"CREATE TABLE session_held (id TEXT PRIMARY KEY CHECK ({_ID}), on_day TEXT NOT NULL CHECK (on_day {_DAY}),"
    f" ended_at TEXT NOT NULL CHECK (ended_at {_MOMENT}), zone TEXT NOT NULL, document TEXT NOT NULL) STRICT",
    # The last day of a record (`field` '') or of one field of it; `what` as in safeplan/records/retention.py.
    "CREATE TABLE keep_until (what TEXT NOT NULL CHECK (what <> ''), object_id TEXT NOT NULL, field TEXT NOT NULL,"
    f" until TEXT NOT NULL CHECK (until {_DAY}), PRIMARY KEY (what, object_id, field)) STRICT, WITHOUT ROWID",
    # Fields that were taken out of a fixed revision, with the hash of what was left; a line of the ledger covers the
    # row. It is written first (`done` 0): only then does the trigger below let the revision change.
    f"CREATE TABLE field_removed (id TEXT PRIMARY KEY CHECK ({_ID}), incident_id TEXT NOT NULL,"
    " revision INTEGER NOT NULL CHECK (revision > 0), fields TEXT NOT NULL,"
    f" removed_at TEXT NOT NULL CHECK (removed_at {_MOMENT}), zone TEXT NOT NULL,"
    " after_sha256 TEXT NOT NULL CHECK (length(after_sha256) = 64),"
    " done INTEGER NOT NULL CHECK (done IN (0, 1))) STRICT",
    "CREATE INDEX field_removed_revision ON field_removed (incident_id, revision)",
    "CREATE TRIGGER field_removed_no_update BEFORE UPDATE ON field_removed WHEN OLD.done = 1"
    " OR NEW.id <> OLD.id OR NEW.incident_id <> OLD.incident_id OR NEW.revision <> OLD.revision"
    " OR NEW.fields <> OLD.fields OR NEW.removed_at <> OLD.removed_at OR NEW.zone <> OLD.zone"
    " OR NEW.after_sha256 <> OLD.after_sha256 BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "CREATE TRIGGER field_removed_no_delete BEFORE DELETE ON field_removed BEGIN SELECT RAISE(ABORT, 'fixed'); END",
    "DROP TRIGGER revision_no_rewrite",
    "CREATE TRIGGER revision_no_rewrite BEFORE UPDATE OF incident_id, number, document ON revision"
    " WHEN NEW.incident_id <> OLD.incident_id OR NEW.number <> OLD.number OR NOT EXISTS"
    " (SELECT 1 FROM field_removed WHERE incident_id = OLD.incident_id AND revision = OLD.number AND done = 0)"
    " BEGIN SELECT RAISE(ABORT, 'a revision is never rewritten'); END",
)

# Step n lifts a database from version n to n + 1.
STEPS: tuple[tuple[str, ...], ...] = (
    (*_STATE, *_LEDGER, *_INCIDENTS, *_FILES, *_PEOPLE_AND_PLAN),
    _WHOLE_PLAN,
    _WHOLE_LOG,
    _CUSTODY,
    _DESK,
)


def version(db: Database) -> int:
    """The number of steps this database has had; 0 for an empty one."""
    return int(db.value("PRAGMA user_version"))


def migrate(db: Database, make_copy: Callable[[], None] | None = None) -> int:
    """Bring the database to the newest shape, all steps in one transaction; the version reached.

    `make_copy` is called before the first step when the database already holds something. Raises VaultTooNew, and
    then nothing was written.
    """
    found = version(db)
    if found > len(STEPS):
        raise errors.VaultTooNew(found=found, known=len(STEPS))
    if found == len(STEPS):
        return found
    if found and make_copy is not None:
        make_copy()
    with db.transaction():
        for step in STEPS[found:]:
            for statement in step:
                db.execute(statement)
        # Last: a half-made shape can never call itself finished.
        db.execute(f"PRAGMA user_version = {len(STEPS)}")
    return len(STEPS)
