"""The slots of an open store: check the passphrase, change it, make and remove the spare key.

May touch: this store's own slots. Must never write a data byte, and never show a spare key before its slot is on
the disk.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator

from safeplan import errors, sparekey
from safeplan.vault import header, keyslots
from safeplan.vault.keyslots import PASSPHRASE_PLACE, RECOVERY_PLACE, SLOT_SIZE, Payload, wipe
from safeplan.vault.opened import OpenVault
from safeplan.vault.spelling import candidates, normalise

# Lower-case letters, digits and single spaces are their own normal form: no text copy has to be made of them.
_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyz0123456789 ")

_LETTERS_AND_DIGITS = frozenset((string.ascii_letters + string.digits).encode())


def _is_plain(typed: bytearray) -> bool:
    return _PLAIN.issuperset(typed) and b"  " not in typed and not typed.startswith(b" ") and not typed.endswith(b" ")


def normal_form(typed: bytearray) -> bytearray:
    """The secret that a typed passphrase (UTF-8) stands for, in a bytearray of its own. `typed` is wiped."""
    try:
        return bytearray(typed) if _is_plain(typed) else normalise(typed.decode("utf-8", "replace"))
    finally:
        wipe(typed)


def likely_secrets(typed: bytearray) -> Iterator[bytearray]:
    """What a typed passphrase may stand for: as typed, then under other keyboard layouts. Wiped as it goes on."""
    first = bytearray(typed) if _is_plain(typed) else normalise(typed.decode("utf-8", "replace"))
    try:
        yield first
        for other in candidates(typed.decode("utf-8", "replace")):
            if other != first:
                yield other
            wipe(other)
    finally:
        wipe(first)


def typed_secrets(typed: bytearray) -> tuple[Iterator[bytearray], bool]:
    """What was typed into the one field may stand for, and whether it reads as a spare key. Wiped as it goes on;
    `typed` stays until then."""
    # The reader of spare keys needs a text, and none is made of a passphrase that its bytes tell cannot be one.
    plain = sum(1 for byte in typed if byte in _LETTERS_AND_DIGITS)
    beyond = sum(1 for byte in typed if byte >= 0xC0)
    if plain <= sparekey.LENGTH <= plain + beyond:
        signs = sparekey.read_spare_key(typed.decode("utf-8", "replace"))
        if signs is not None:
            return _code_first(signs, typed), True
    return likely_secrets(typed), False


def _code_first(signs: str, typed: bytearray) -> Iterator[bytearray]:
    """One phrase of 28 letters in a few thousand reads as a spare key too, and must open all the same."""
    secret = bytearray(signs, "ascii")
    try:
        yield secret
    finally:
        wipe(secret)
    yield from likely_secrets(typed)


def open_header(
    copies: list[bytearray], secrets: Iterable[bytearray]
) -> tuple[bytearray, int, Payload] | None:  # fmt: skip
    """The copy, slot index and payload that one of `secrets` opens, or None.

    One derivation per secret; a second only where a damaged salt makes the copies differ.
    """
    for secret in secrets:
        roots: dict[bytes, bytearray] = {}
        try:
            for copy in copies:
                salt = keyslots.salt_of(copy)
                if salt not in roots:
                    roots[salt] = keyslots.derive_root(secret, salt)
                found = keyslots.open_slots(roots[salt], copy)
                if found is not None:
                    return copy, *found
        finally:
            for root in roots.values():
                wipe(root)
    return None


def own_copies(vault: OpenVault) -> list[bytearray]:
    """The copies of the key slots that belong to this open store. Raises HeaderDamaged."""
    try:
        copies = header.read_copies(vault.files.header)
    except FileNotFoundError:
        raise errors.HeaderDamaged(size=0) from None
    return [copy for copy in copies if keyslots.salt_of(copy) == vault.salt]


def open_by_passphrase(vault: OpenVault, typed: bytearray) -> Payload:
    """The payload behind the passphrase of this very store; the caller wipes it. `typed` is wiped.

    Raises WrongPassphrase, HeaderDamaged.
    """
    try:
        found = open_header(own_copies(vault), likely_secrets(typed))
    finally:
        wipe(typed)
    if found is None:
        raise errors.WrongPassphrase
    _copy, index, payload = found
    if index != vault.own_slots[PASSPHRASE_PLACE] or payload.own != vault.own_slots:
        payload.wipe()
        raise errors.WrongPassphrase
    return payload


def put_secret(vault: OpenVault, place: int, role: int, payload: Payload, secret: bytearray) -> None:
    """Seal `payload` for `secret` into `place`. Raises PassphraseInUse when the secret opens any slot already."""
    root = keyslots.derive_root(secret, vault.salt)
    try:
        for copy in own_copies(vault):
            taken = keyslots.open_slots(root, copy)
            if taken is not None:
                taken[1].wipe()
                raise errors.PassphraseInUse
        was, payload.role = payload.role, role
        sealed = keyslots.seal_slot(root, vault.salt, vault.own_slots[place], payload)
        payload.role = was
    finally:
        wipe(root)
    vault.put_slot(place, sealed)


def change_passphrase(vault: OpenVault, old: bytearray, new: bytearray) -> None:
    """Replace the passphrase: one slot is rewritten, no data. Both arguments (UTF-8) are wiped.

    Raises WrongPassphrase (for `old`), PassphraseInUse, ReadOnlyPlace, DiskFull.
    """
    try:
        vault.must_be_writable()
        payload = open_by_passphrase(vault, old)
        try:
            _set(vault, payload, new)
        finally:
            payload.wipe()
    finally:
        wipe(old)
        wipe(new)


def set_passphrase(vault: OpenVault, new: bytearray) -> None:
    """A new passphrase after opening by spare key; the spare key stays valid. `new` (UTF-8) is wiped.

    Raises Locked when the store was opened by passphrase (or this was done already), PassphraseInUse, ReadOnlyPlace.
    """
    try:
        if vault.unclaimed is None:
            raise errors.Locked
        vault.must_be_writable()
        _set(vault, vault.unclaimed, new)
        vault.forget_unclaimed()
    finally:
        wipe(new)


def _set(vault: OpenVault, payload: Payload, new: bytearray) -> None:
    secret = normal_form(new)
    try:
        if not secret:
            raise errors.PassphraseTooWeak
        put_secret(vault, PASSPHRASE_PLACE, keyslots.ROLE_PASSPHRASE, payload, secret)
    finally:
        wipe(secret)


def code_secret(untrusted_code: str) -> bytearray:
    """The secret behind a typed spare key. Raises RecoveryCodeMistyped, before any slow step.

    Capital letters and digits: never equal to a passphrase, whose normal form has no capitals.
    """
    signs = sparekey.read_spare_key(untrusted_code)
    if signs is None:
        raise errors.RecoveryCodeMistyped
    return bytearray(signs, "ascii")


def make_recovery_code(vault: OpenVault, passphrase: bytearray) -> str:
    """A new spare key, for copying by hand; an earlier one stops working. `passphrase` is wiped.

    Raises WrongPassphrase, ReadOnlyPlace, DiskFull.
    """
    try:
        vault.must_be_writable()
        payload = open_by_passphrase(vault, passphrase)
    finally:
        wipe(passphrase)
    random_bytes = keyslots.random_secret(sparekey.RANDOM_BYTES)
    code = sparekey.write_spare_key(random_bytes)
    secret = code_secret(code)
    try:
        put_secret(vault, RECOVERY_PLACE, keyslots.ROLE_RECOVERY, payload, secret)
    finally:
        payload.wipe()
        wipe(random_bytes)
        wipe(secret)
    return code


def has_recovery_code(vault: OpenVault) -> bool:
    """Whether a spare key opens this store."""
    return vault.slot_used(RECOVERY_PLACE)


def remove_recovery_code(vault: OpenVault) -> None:
    """Make the spare key useless: its slot becomes noise. Raises ReadOnlyPlace, DiskFull."""
    vault.put_slot(RECOVERY_PLACE, bytes(keyslots.random_secret(SLOT_SIZE)))
