"""A second slot: what a counsellor's own passphrase opens, in the store of a client who allowed it.

May touch: that one slot of an open store. Must never keep or wrap a key (the passphrase is typed every time, so a
stolen desk opens nobody), and must never be made without hers.
"""

from __future__ import annotations

from safeplan import errors
from safeplan.vault import keyslots
from safeplan.vault.keyslots import SECOND_PLACE, SLOT_SIZE, wipe
from safeplan.vault.opened import OpenVault
from safeplan.vault.recovery import normal_form, open_by_passphrase, put_secret


def add_second_slot(vault: OpenVault, hers: bytearray, counsellors: bytearray) -> None:
    """Let `counsellors` open this store too, from its next opening on. Both (UTF-8) are wiped.

    Whether she agreed is asked by safeplan.records.second_key. An earlier second slot is replaced. Raises
    WrongPassphrase (for `hers`), PassphraseInUse when both are the same, PassphraseTooWeak, ReadOnlyPlace, DiskFull.
    """
    try:
        vault.must_be_writable()
        payload = open_by_passphrase(vault, hers)
        try:
            secret = normal_form(counsellors)
            try:
                if not secret:
                    raise errors.PassphraseTooWeak
                # The slot of before would count as one that its passphrase opens already.
                remove_second_slot(vault)
                put_secret(vault, SECOND_PLACE, keyslots.ROLE_SECOND, payload, secret)
            finally:
                wipe(secret)
        finally:
            payload.wipe()
    finally:
        wipe(hers)
        wipe(counsellors)


def has_second_slot(vault: OpenVault) -> bool:
    """Whether somebody else's passphrase opens this store."""
    return vault.slot_used(SECOND_PLACE)


def remove_second_slot(vault: OpenVault) -> None:
    """Make the slot noise. Whoever opened it before may have kept the key: safeplan.vault.rekey takes that too.

    Raises ReadOnlyPlace, DiskFull.
    """
    if has_second_slot(vault):
        vault.put_slot(SECOND_PLACE, bytes(keyslots.random_secret(SLOT_SIZE)))
