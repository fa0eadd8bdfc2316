"""What the worker does about consents: write one down, end one, open the second way, and change the key when it ends.

May touch: the worker's session. Must never run in the interface thread, and never keep a passphrase after its use.
"""

from __future__ import annotations

from dataclasses import dataclass

from safeplan import errors
from safeplan.errors import SafePlanError
from safeplan.records import consents, second_key
from safeplan.records.consents import Consent, ConsentForm
from safeplan.vault.opened import OpenVault
from safeplan.vault.second_slot import has_second_slot
from ui.background import Job, Session


@dataclass(frozen=True)
class ConsentsView:
    """`second_agreed`: a consent for it holds; `second_open`: the counsellor's passphrase opens it; `key_due`: the
    key it has shown is still in use though no consent holds any more. `hers`: opened with her own. `folder_until`: ""
    for this session only."""

    holding: tuple[Consent, ...] = ()
    ended: tuple[Consent, ...] = ()
    second_agreed: bool = False
    second_open: bool = False
    key_due: bool = False
    hers: bool = True
    folder_until: str = ""


@dataclass(frozen=True)
class KeyChanged:
    """`error` is None when the key was changed; `view` is None when the store has to be opened anew."""

    view: ConsentsView | None
    error: SafePlanError | None = None


def look(session: Session, job: Job) -> ConsentsView:
    """Everything that was agreed to, and who can open it."""
    del job
    vault = _open(session)
    db, clock = vault.database, session.clock
    holding = consents.holding(db, clock)
    known = {one.id for one in holding}
    return ConsentsView(
        holding,
        tuple(one for one in consents.list_consents(db) if one.id not in known),
        second_agreed=any(consents.SECOND_SLOT in one.what for one in holding),
        second_open=has_second_slot(vault),
        key_due=second_key.second_key_is_over(vault, clock),
        hers=vault.opened_by != "second",
        folder_until=consents.kept_until(db, clock),
    )


def give(session: Session, job: Job, *, form: ConsentForm) -> ConsentsView:
    """Write it down. Raises as consents.give_consent."""
    _open(session).must_be_writable()
    consents.give_consent(session.database, session.clock, form)
    return look(session, job)


def end(session: Session, job: Job, *, id: str) -> ConsentsView:
    """She takes it back. That the counsellor's passphrase opens it is over before it stands on record."""
    _open(session).must_be_writable()
    second_key.end_consent(_open(session), session.clock, id)
    return look(session, job)


def open_second(session: Session, job: Job, *, hers: bytearray, counsellors: bytearray) -> ConsentsView:
    """Let the counsellor's passphrase open it too; both are wiped. Raises as second_key.allow_second_key."""
    second_key.allow_second_key(_open(session), session.clock, hers, counsellors)
    return look(session, job)


def change_key(session: Session, job: Job, *, hers: bytearray, spare_key: bytearray, least_mib: int) -> KeyChanged:
    """Write everything anew under a new key; both typed secrets are wiped. `least_mib`: of the policy."""
    vault = _open(session)
    typed = spare_key.decode("utf-8", "replace")
    spare_key[:] = bytes(len(spare_key))
    try:
        session.vault = second_key.take_back_second_key(
            vault, session.clock, hers, job.progress, job.cancelled, spare_key=typed, least_mib=least_mib
        )
    except SafePlanError as error:
        if _is_open(vault):
            return KeyChanged(look(session, job), error)
        vault.close()
        session.vault = None
        return KeyChanged(None, error)
    return KeyChanged(look(session, job))


def _open(session: Session) -> OpenVault:
    if session.vault is None:
        raise errors.Locked
    return session.vault


def _is_open(vault: OpenVault) -> bool:
    try:
        consents.list_consents(vault.database)
    except Exception:
        # Whatever a closed connection answers with.
        return False
    return True
