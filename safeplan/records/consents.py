"""What she agreed to: who may keep what, for what, until when, in the words that stood before her on the screen.

May touch: the table consent of her own store, the ledger, the believed day. Must never take silence for a yes:
without an entry everything is for this session only; and must never appear in what is handed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from safeplan import errors
from safeplan.clock import Clock, as_text
from safeplan.content.words import LANGUAGES
from safeplan.records import chain
from safeplan.records.believed_day import believed_day
from safeplan.records.chain import CONSENT, CONSENT_END, Entry
from safeplan.records.dates import iso_day
from safeplan.records.deadlines import local_day
from safeplan.records.wording import canonical, keep_as_typed, new_id, sha256_hex
from safeplan.vault.database import Database, Row

# A name in the desk's list; her folder on the desk's computer; that the counsellor's passphrase opens it too; backups
# made here; her answers to be called back.
ALIAS, FOLDER, SECOND_SLOT, COPIES, CALL_BACK = "alias", "folder", "second_slot", "copies", "call_back"
WHAT = (ALIAS, FOLDER, SECOND_SLOT, COPIES, CALL_BACK)
# Why it ended: she said so, its day is over, or it was for one session.
REVOKED, DAY_OVER, SESSION_OVER = "revoked", "day_over", "session_over"
REASONS = (REVOKED, DAY_OVER, SESSION_OVER)

_COLUMNS = "id, document, given_at, end_document, ended_at"
_ADD = "INSERT INTO consent (id, document, given_at) VALUES (?, ?, ?)"
_ALL = f"SELECT {_COLUMNS} FROM consent ORDER BY given_at DESC, rowid DESC"
_ONE = f"SELECT {_COLUMNS} FROM consent WHERE id = ?"
_END = "UPDATE consent SET end_document = ?, ended_at = ? WHERE id = ?"
_FORGET = "UPDATE consent SET document = '' WHERE id = ?"
_OPENING = "SELECT value FROM state WHERE name IN ('opened_at', 'opened_ticks') ORDER BY name"
_LINES = (
    "SELECT op, object_id, content_sha256 FROM ledger WHERE op IN (?1, ?2)"
    " UNION ALL SELECT op, object_id, content_sha256 FROM waiting WHERE op IN (?1, ?2)"
)


@dataclass(frozen=True)
class ConsentForm:
    """What is agreed. `who` may keep `what` (ids of WHAT) for `purpose`, until the end of the day `until`; "" means
    until this session ends. `words_shown` is the whole text that stood on the screen, in `language`."""

    who: str
    what: tuple[str, ...]
    purpose: str
    until: str
    language: str
    words_shown: str


@dataclass(frozen=True)
class Consent:
    """One consent. Moments are UTC; `ended_at` "" and `reason` "" while it holds.

    `forgotten`: its words were removed after it had ended; then only the two moments are left.
    """

    id: str
    who: str
    what: tuple[str, ...]
    purpose: str
    until: str
    language: str
    words_shown: str
    given_at: str
    zone: str = ""
    ended_at: str = ""
    reason: str = ""
    forgotten: bool = False
    # By which a consent for one session knows whether that one still lasts.
    opening: str = ""


def give_consent(db: Database, clock: Clock, form: ConsentForm) -> Consent:
    """Write down what she agreed to, and its line for the ledger.

    Raises NothingWritten without `who` or words, NothingChosen without `what`, DateImpossible for a day that has
    passed or does not exist.
    """
    _check(form, clock)
    made, moment = new_id(), as_text(clock.now())
    document = canonical(
        {
            # Without it, the line's hash could be matched with a name.
            "salt": new_id(),
            "consent": made,
            "given_at_utc": moment,
            "zone": clock.zone(),
            "who": keep_as_typed(form.who),
            # In one order, whatever was ticked first.
            "what": [one for one in WHAT if one in form.what],
            "purpose": keep_as_typed(form.purpose),
            "until": iso_day(form.until),
            # "This session" ends with this opening, whatever the computer's clock says next time.
            "opening": _opening(db),
            "language": form.language,
            "words_shown": keep_as_typed(form.words_shown),
        }
    )
    with db.transaction():
        db.execute(_ADD, (made, document, moment))
        chain.wait(db, clock, CONSENT, made, 0, sha256_hex(document), len(document.encode("utf-8")))
    return consent(db, made)


def end_consent(db: Database, clock: Clock, id: str, reason: str = REVOKED) -> Consent:
    """Write down that it holds no longer; ending an ended one changes nothing. Raises NotThere.

    Taking back that the counsellor's passphrase opens her store needs safeplan.vault.rekey besides: whoever could
    open it may have kept the key.
    """
    if reason not in REASONS:
        raise errors.Bug(code="consent-reason")
    known = consent(db, id)
    if known.ended_at:
        return known
    # A clock that was set back must not let it end before it began.
    moment = max(known.given_at, as_text(clock.now()))
    document = canonical(
        {"salt": new_id(), "consent": id, "ended_at_utc": moment, "zone": clock.zone(), "reason": reason}
    )
    with db.transaction():
        db.execute(_END, (document, moment, id))
        chain.wait(db, clock, CONSENT_END, id, 0, sha256_hex(document), len(document.encode("utf-8")))
    return consent(db, id)


def end_what_is_over(db: Database, clock: Clock) -> tuple[Consent, ...]:
    """End those whose day has passed, and those for one session that an earlier opening left; which ones.

    By the day that is believed (believed_day.py): an end stays. To be called when the store is opened, after
    begin_sitting.
    """
    over = what_is_over(db, clock)
    return tuple(end_consent(db, clock, one.id, DAY_OVER if one.until else SESSION_OVER) for one in over)


def what_is_over(db: Database, clock: Clock) -> tuple[Consent, ...]:
    """Those that end_what_is_over would end now."""
    day = believed_day(db, clock)
    return tuple(one for one in list_consents(db) if not one.ended_at and not _lasts(db, one, day))


def forget_words(db: Database, id: str) -> Consent:
    """Remove the words of an ended consent for good; its lines in the ledger stay, and hashes nobody can guess back.

    Raises NotThere, and Bug while it holds.
    """
    if not consent(db, id).ended_at:
        raise errors.Bug(code="consent-holds")
    db.execute(_FORGET, (id,))
    return consent(db, id)


def consent(db: Database, id: str) -> Consent:
    """One consent. Raises NotThere."""
    row = db.row(_ONE, (id,))
    if row is None:
        raise errors.NotThere
    return _read(row)


def list_consents(db: Database) -> tuple[Consent, ...]:
    """All consents, the newest first; ended ones too."""
    return tuple(_read(row) for row in db.rows(_ALL))


def holding(db: Database, clock: Clock) -> tuple[Consent, ...]:
    """Those that hold now: not ended, and their day is not over."""
    day = local_day(clock)
    return tuple(one for one in list_consents(db) if not one.ended_at and _lasts(db, one, day))


def allowed(db: Database, clock: Clock, what: str) -> Consent | None:
    """The consent by which `what` may be done now, the one that lasts longest; None: she has not agreed."""
    return _longest(holding(db, clock), what)


def kept_until(db: Database, clock: Clock, what: str = FOLDER) -> str:
    """The last day until which `what` may be kept; "" for this session only, which is also the answer to nothing.

    By the day that is believed: what is not kept is destroyed, and one evening's clock must not do that.
    """
    day = _day_of_keeping(db, clock)
    found = _longest([one for one in list_consents(db) if not one.ended_at and _lasts(db, one, day)], what)
    return found.until if found else ""


# ── For the check of the record ─────────────────────────────────────────────────────────────────────────────────
def fits(db: Database, entry: Entry) -> bool:
    """Whether the consent that a line of the ledger is about is as it was written down."""
    return _fits(entry.op, entry.content_sha256, db.row(_ONE, (entry.object_id,)))


def all_have_their_lines(db: Database) -> bool:
    """Whether every consent and every end of one has its line, in the ledger or waiting, and each line its own."""
    lines = db.rows(_LINES, (CONSENT, CONSENT_END))
    rows = {row[0]: row for row in db.rows(_ALL)}
    named = [(op, about) for op, about, _ in lines]
    wanted = [(CONSENT, about) for about in rows] + [(CONSENT_END, row[0]) for row in rows.values() if row[4]]
    return sorted(named) == sorted(wanted) and all(_fits(op, sha, rows[about]) for op, about, sha in lines)


def _fits(op: str, sha256: str, row: Row | None) -> bool:
    if row is None:
        return False
    document = row[1] if op == CONSENT else row[3]
    if op == CONSENT and not document and row[4]:
        # Its words were removed after it had ended.
        return True
    return bool(sha256_hex(document) == sha256) and json.loads(document)["consent"] == row[0]


def _check(form: ConsentForm, clock: Clock) -> None:
    if not form.who.strip() or not form.words_shown.strip():
        raise errors.NothingWritten
    if not form.what:
        raise errors.NothingChosen
    if set(form.what) - set(WHAT) or form.language not in LANGUAGES:
        raise errors.Bug(code="consent-form")
    if form.until and iso_day(form.until) < local_day(clock).isoformat():
        raise errors.DateImpossible


def _lasts(db: Database, one: Consent, day: date) -> bool:
    return one.until >= day.isoformat() if one.until else one.opening == _opening(db)


def _longest(these: Iterable[Consent], what: str) -> Consent | None:
    if what not in WHAT:
        raise errors.Bug(code="consent-what")
    return max((one for one in these if what in one.what), key=lambda one: one.until, default=None)


def _day_of_keeping(db: Database, clock: Clock) -> date:
    try:
        return believed_day(db, clock)
    except errors.ReadOnlyPlace:
        # There no leap can be noted, and nothing ended.
        return local_day(clock)


def _opening(db: Database) -> str:
    return " ".join(value for (value,) in db.rows(_OPENING))


def _read(row: Row) -> Consent:
    made, document, given_at, end_document, ended_at = row
    end = json.loads(end_document) if end_document else {}
    value = json.loads(document) if document else {}

    def text(name: str) -> str:
        return str(value.get(name, ""))

    return Consent(
        made,
        text("who"),
        tuple(str(one) for one in value.get("what", ())),
        text("purpose"),
        text("until"),
        text("language"),
        text("words_shown"),
        given_at,
        text("zone"),
        ended_at,
        str(end.get("reason", "")),
        forgotten=not document,
        opening=text("opening"),
    )
