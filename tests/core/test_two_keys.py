"""A ciphertext made so that two passphrases both open it: the cipher alone lets it pass, the commitment does not.

Len, Grubbs and Ristenpart (2021) search passphrases by many at once with such texts; here one is made for each try,
with the second implementation's arithmetic, and shown to be one before the program is asked.
"""

from __future__ import annotations

import random
from types import SimpleNamespace

import nacl.bindings
import nacl.exceptions
import pytest
import second_key_file as second

from safeplan import errors
from safeplan.vault import keyslots
from tests.campaign.selecting import Tries

PRIME = (1 << 130) - 5
WHOLE = 1 << 128
# Two blocks of 16 bytes among the zeros behind what a slot says: they are solved for.
FREE = (20, 21)


def crafted(roots: tuple[bytes, bytes], salt: bytes, index: int, chance: random.Random) -> bytes:
    """A nonce, 432 bytes and a tag that both roots' keys accept at this place."""
    associated = salt + bytes([index])
    keys = [second.slot_keys(root, salt, index, second.NAMES)[0] for root in roots]
    plain = second.LAYOUT.pack(
        1, 1, 0, bytes(range(4)), *(chance.randbytes(size) for size in (32, 16, 16)), 20_514, 0
    )
    while True:
        nonce = chance.randbytes(24)
        streams = [second.stream(key, nonce, second.PAYLOAD) for key in keys]
        if streams[0][0] ^ streams[1][0] > 1:
            # The second reading would call itself a later form; the one who makes it tries another nonce.
            continue
        sealed = bytearray(a ^ b for a, b in zip(plain.ljust(second.PAYLOAD, b"\0"), streams[0], strict=True))
        numbers = second.authenticated(bytes(sealed), associated)
        # The associated 33 bytes are three numbers; the text's own follow.
        places = [3 + at for at in FREE]
        solved = _solved(numbers, places, [second.one_time(key, nonce) for key in keys], chance)
        if solved is None:
            continue
        (first, other), tag = solved
        sealed[16 * FREE[0] : 16 * FREE[0] + 32] = first.to_bytes(16, "little") + other.to_bytes(16, "little")
        return nonce + bytes(sealed) + tag.to_bytes(16, "little")


def _solved(
    numbers: list[int], places: list[int], one_times: list[tuple[int, int]], chance: random.Random
) -> tuple[tuple[int, int], int] | None:
    """Two blocks and a tag for which both sums come out; None where no blocks of 128 bits do."""
    for _ in range(64):
        tag = chance.getrandbits(128)
        rows = []
        for r, s in one_times:
            powers = [pow(r, len(numbers) - at, PRIME) for at in range(len(numbers))]
            rest = sum(
                number * power
                for at, (number, power) in enumerate(zip(numbers, powers, strict=True))
                if at not in places
            )
            # The sum is taken modulo 2^128 after the prime: a random lift of it.
            wanted = (tag - s) % WHOLE + WHOLE * chance.randrange(3)
            rows.append((powers[places[0]], powers[places[1]], (wanted - rest) % PRIME))
        (a, b, e), (c, d, f) = rows
        inverse = pow(a * d - b * c, -1, PRIME)
        first, other = (e * d - b * f) * inverse % PRIME, (a * f - e * c) * inverse % PRIME
        if first >> 128 == 1 and other >> 128 == 1:
            return (first - WHOLE, other - WHOLE), tag
    return None


def accepted_by_the_cipher(root: bytes, salt: bytes, index: int, made: bytes) -> bool:
    key = second.slot_keys(root, salt, index, second.NAMES)[0]
    try:
        nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            made[24:], salt + bytes([index]), made[:24], key
        )  # fmt: skip
    except nacl.exceptions.CryptoError:
        return False
    return True


def who_opens(times: int) -> list[int]:
    """For each crafted slot, how many of both passphrases the program lets in, with either commitment."""
    chance, found = random.Random(20261123), []
    for number in range(times):
        roots, index = (chance.randbytes(32), chance.randbytes(32)), chance.randrange(8)
        copy = bytearray(chance.randbytes(keyslots.COPY_SIZE))
        salt = keyslots.salt_of(copy)
        made = crafted(roots, salt, index, chance)
        assert all(accepted_by_the_cipher(root, salt, index, made) for root in roots), "it is one"
        chosen = roots[number % 2]
        copy[keyslots.slot_span(index)] = made[:24] + second.commitment(chosen, salt, index, made[:24]) + made[24:]
        opened = 0
        for root in roots:
            try:
                opened += keyslots.open_slots(bytearray(root), copy) is not None
            except errors.VaultTooNew:
                opened += 1
        found.append(opened)
    return found


@pytest.mark.row("K-03")
def test_no_ciphertext_opens_for_two_passphrases(tries: Tries) -> None:
    """One commitment fits one of them, and the other is refused."""
    assert set(who_opens(tries.of(200, daily=5))) == {1}


@pytest.mark.row("K-03", control=True)
def test_without_the_commitment_the_same_ciphertexts_open_for_both(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyslots, "hmac", SimpleNamespace(compare_digest=lambda _one, _other: True))
    assert who_opens(3) == [2, 2, 2]


@pytest.mark.row("K-03")
def test_a_commitment_that_is_another_by_one_bit_opens_for_nobody() -> None:
    copy, root = keyslots.new_copy(0), bytearray(b"k" * 32)
    sealed = bytearray(keyslots.seal_slot(root, keyslots.salt_of(copy), 2, keyslots.new_payload(20_514)))
    for bit in range(8 * 32):
        sealed[24 + bit // 8] ^= 1 << bit % 8
        copy[keyslots.slot_span(2)] = sealed
        assert keyslots.open_slots(root, copy) is None
        sealed[24 + bit // 8] ^= 1 << bit % 8
    copy[keyslots.slot_span(2)] = sealed
    assert keyslots.open_slots(root, copy) is not None
