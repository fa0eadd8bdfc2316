"""The counsellor's passphrase for a client's store: only while a consent says so; when that ends, the key is changed.

May touch: the second slot, consents. Must never open the way without a consent that holds now.
"""

from __future__ import annotations

from collections.abc import Callable

from safeplan import errors
from safeplan.clock import Clock
from safeplan.records import consents
from safeplan.records.consents import Consent
from safeplan.vault.opened import OpenVault
from safeplan.vault.rekey import rekey
from safeplan.vault.second_slot import add_second_slot, has_second_slot


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
    """Whether the counsellor's passphrase opens it though no consent holds any more: the key has to be changed."""
    return has_second_slot(vault) and consents.allowed(vault.database, clock, consents.SECOND_SLOT) is None


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

    Her passphrase goes on working, her spare key when it is typed too. Stopped on the way, her no is on record and
    second_key_is_over says what is left to do. `least_mib` as for rekey. Raises as rekey.
    """
    try:
        vault.must_be_writable()
        for one in consents.holding(vault.database, clock):
            if consents.SECOND_SLOT in one.what:
                consents.end_consent(vault.database, clock, one.id)
    except BaseException:
        hers[:] = bytes(len(hers))
        raise
    return rekey(vault, hers, progress, cancelled, spare_key=spare_key, least_mib=least_mib)
