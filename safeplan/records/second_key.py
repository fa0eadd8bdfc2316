"""The counsellor's passphrase for a client's store: only while a consent says so; when that ends, the key is changed.

May touch: the second slot, consents. Must never open the way without a consent that holds now, nor write her no down
while the counsellor's passphrase still opens.
"""

from __future__ import annotations

from collections.abc import Callable

from safeplan import errors
from safeplan.clock import Clock
from safeplan.records import consents
from safeplan.records.consents import Consent
from safeplan.vault.opened import OpenVault
from safeplan.vault.rekey import rekey
from safeplan.vault.second_slot import add_second_slot, has_second_slot, remove_second_slot

# The salt of the key file whose key a counsellor's passphrase has opened: a new key has another one.
_SEEN = "second_key_seen"
_GET = "SELECT value FROM state WHERE name = ?"
_SET = "INSERT INTO state VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"


def allow_second_key(vault: OpenVault, clock: Clock, hers: bytearray, counsellors: bytearray) -> Consent:
    """Let the counsellor's passphrase open it; the consent it rests on. Both passphrases are wiped.

    Raises Bug when no consent holds, and what add_second_slot raises.
    """
    agreed = consents.allowed(vault.database, clock, consents.SECOND_SLOT)
    if agreed is None:
        hers[:], counsellors[:] = bytes(len(hers)), bytes(len(counsellors))
        raise errors.Bug(code="second-key-consent")
    add_second_slot(vault, hers, counsellors)
    return agreed


def second_key_is_over(vault: OpenVault, clock: Clock) -> bool:
    """Whether the counsellor's passphrase opens it, or a key it has shown, though no consent holds any more: the key
    has to be changed."""
    seen = has_second_slot(vault) or vault.database.value(_GET, (_SEEN,)) == vault.salt.hex()
    return seen and consents.allowed(vault.database, clock, consents.SECOND_SLOT) is None


def end_consent(vault: OpenVault, clock: Clock, id: str) -> Consent:
    """She takes back a consent of any kind. With the last one to the second key, the counsellor's passphrase opens
    nothing any more before that stands on record; the key has to be changed besides.

    Raises NotThere, ReadOnlyPlace, DiskFull; then the consent still holds.
    """
    db = vault.database
    if consents.SECOND_SLOT in consents.consent(db, id).what:
        others = (one for one in consents.holding(db, clock) if one.id != id)
        if not any(consents.SECOND_SLOT in one.what for one in others):
            _close_second(vault)
    return consents.end_consent(db, clock, id)


def end_what_is_over(vault: OpenVault, clock: Clock) -> None:
    """As consents.end_what_is_over; with the last consent to the second key, the counsellor's passphrase opens
    nothing any more before that stands on record.

    Raises ReadOnlyPlace, DiskFull; then the consents still hold.
    """
    db = vault.database
    over = {one.id for one in consents.what_is_over(db, clock)}
    left = (one for one in consents.list_consents(db) if not one.ended_at and one.id not in over)
    if not any(consents.SECOND_SLOT in one.what for one in left):
        _close_second(vault)
    consents.end_what_is_over(db, clock)


def take_back_second_key(
    vault: OpenVault,
    clock: Clock,
    hers: bytearray,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
    spare_key: str = "",
    least_mib: int = 0,
) -> OpenVault:
    """End every consent to it, then give her store a new key; the store opened anew. `vault` is closed by it.

    Her passphrase goes on working, her spare key when it is typed too. Stopped on the way, her no is on record, the
    counsellor's passphrase opens nothing, and second_key_is_over says what is left to do. The neutral sum leads to it
    from now on: at a desk nobody types hers, the desk's leads to every store. `least_mib` as for rekey. Raises as
    rekey, but for the sum.
    """
    try:
        vault.must_be_writable()
        _close_second(vault)
        # Those too whose day is over by a clock that may run ahead: by the right one they would hold again.
        for one in consents.list_consents(vault.database):
            if consents.SECOND_SLOT in one.what and not one.ended_at:
                consents.end_consent(vault.database, clock, one.id)
    except BaseException:
        hers[:] = bytes(len(hers))
        raise
    return rekey(vault, hers, progress, cancelled, spare_key=spare_key, least_mib=least_mib)


def _close_second(vault: OpenVault) -> None:
    if has_second_slot(vault):
        # First: killed in between, it is still known that the key has to be changed.
        vault.database.execute(_SET, (_SEEN, vault.salt.hex()))
        remove_second_slot(vault)
