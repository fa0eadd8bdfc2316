"""What the worker does about keys: passphrase, spare key, own sum.

May touch: the worker's session. Must never run in the interface thread, and never return a secret other than a
freshly made spare key or suggested words, which are shown once.
"""

from __future__ import annotations

import hmac

from safeplan import door
from safeplan.errors import Locked, PassphrasesDiffer, PassphraseTooWeak
from safeplan.records import people
from safeplan.vault import container, passphrase
from safeplan.vault.container import OpenVault
from ui.background import Job, Session
from ui.widgets.settings_facts import KeyState


def key_state(session: Session, _job: Job) -> KeyState:
    """What opens the notes now."""
    vault = _vault(session)
    return KeyState(
        own_sum=not door.opens(session.files, door.NEUTRAL_SUM),
        spare_key=container.has_recovery_code(vault),
        old_needed=vault.unclaimed is None,
        read_only=vault.read_only,
    )


def suggest_passphrase(_session: Session, _job: Job, *, language: str, words: int) -> str:
    """`words` words drawn at random from the list of `language`."""
    return passphrase.generate(language, words)


def change_passphrase(
    session: Session,
    _job: Job,
    *,
    old: bytearray,
    new: bytearray,
    again: bytearray,
    suggested: str = "",
    least_words: int = 0,
) -> None:
    """Change it; all three secrets are wiped. A suggested one is not judged again. `least_words`: of the policy.

    Raises PassphrasesDiffer, PassphraseTooWeak(reason), WrongPassphrase, PassphraseInUse, ReadOnlyPlace, DiskFull.
    """
    try:
        vault = _vault(session)
        if not hmac.compare_digest(new, again):
            raise PassphrasesDiffer
        typed = new.decode("utf-8", "replace")
        if not (suggested and typed.split() == suggested.split()):
            known = people.list_people(vault.database)
            personal = [words for one in known for words in (one.name, one.nickname, one.contact)]
            strength = passphrase.estimate(typed, [words for words in personal if words], least_words)
            if not strength.enough:
                raise PassphraseTooWeak(reason=strength.reason)
        if vault.unclaimed is None:
            container.change_passphrase(vault, old, new)
        else:
            container.set_passphrase(vault, new)
    finally:
        for secret in (old, new, again):
            secret[:] = bytes(len(secret))


def make_spare_key(session: Session, _job: Job, *, typed: bytearray) -> str:
    """A new spare key, to be shown once; an earlier one stops working. `typed` is her passphrase and is wiped.

    Raises WrongPassphrase, ReadOnlyPlace, DiskFull.
    """
    try:
        return container.make_recovery_code(_vault(session), typed)
    finally:
        typed[:] = bytes(len(typed))


def remove_spare_key(session: Session, job: Job) -> KeyState:
    """Make the spare key useless. Raises ReadOnlyPlace, DiskFull."""
    container.remove_recovery_code(_vault(session))
    return key_state(session, job)


def change_sum(session: Session, _job: Job, *, typed: bytearray, again: bytearray) -> None:
    """Set her own sum; both arguments are wiped. Two ways of typing the same sum are the same.

    Raises PassphrasesDiffer, DoorSumRefused(reason), ReadOnlyPlace, DiskFull.
    """
    try:
        first, second = typed.decode("utf-8", "replace"), again.decode("utf-8", "replace")
        if door.canonical(first) != door.canonical(second):
            raise PassphrasesDiffer
        container.set_door(_vault(session), first)
    finally:
        typed[:] = bytes(len(typed))
        again[:] = bytes(len(again))


def _vault(session: Session) -> OpenVault:
    if session.vault is None:
        raise Locked
    return session.vault
