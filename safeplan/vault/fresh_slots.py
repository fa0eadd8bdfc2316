"""Key slots for a key that was just made: one copy of noise in which only the given secrets open anything.

May touch: bytes it is given. Must never keep a secret, and never write a file.
"""

from __future__ import annotations

from collections.abc import Mapping

from safeplan import door as the_door
from safeplan.vault import keyslots
from safeplan.vault.keyslots import PASSPHRASE_PLACE, RECOVERY_PLACE, Payload, wipe

_ROLES = {PASSPHRASE_PLACE: keyslots.ROLE_PASSPHRASE, RECOVERY_PLACE: keyslots.ROLE_RECOVERY}


def new_slots(
    fresh: Payload, profile: int, secrets: Mapping[int, bytearray], sum_now: str = the_door.NEUTRAL_SUM
) -> bytearray:
    """One copy, under a new salt; `secrets` by place (PASSPHRASE_PLACE, RECOVERY_PLACE) are left as they are."""
    copy = keyslots.new_copy(profile)
    salt = keyslots.salt_of(copy)
    for place, secret in secrets.items():
        root, index = keyslots.derive_root(secret, salt), fresh.own[place]
        fresh.role = _ROLES[place]
        copy[keyslots.slot_span(index)] = keyslots.seal_slot(root, salt, index, fresh)
        wipe(root)
    copy[keyslots.TAIL_AT :] = the_door.tail_for(sum_now, salt)
    return copy
