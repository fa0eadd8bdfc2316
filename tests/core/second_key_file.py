"""The key file once more, written from its description alone: no line shared with the program.

RFC 8439 and draft-irtf-cfrg-xchacha in plain Python; BLAKE2b is the standard library's. Argon2id is libsodium's here
too: another one was not at hand, and this one is checked against published values by its own authors.
"""

from __future__ import annotations

import hashlib
import struct

import nacl.pwhash.argon2id

SALT, SLOT, SLOTS, PAYLOAD = 32, 504, 8, 432
PROFILES = ((2, 64), (3, 128), (3, 256), (3, 512), (3, 1024), (4, 1024), (6, 1024), (8, 1024))
LAYOUT = struct.Struct(">BBB4s32s16s16sII")


def _rounds(state: list[int]) -> list[int]:
    work = list(state)

    def quarter(a: int, b: int, c: int, d: int) -> None:
        for x, y, z, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            work[x] = (work[x] + work[y]) & 0xFFFFFFFF
            mixed = work[z] ^ work[x]
            work[z] = ((mixed << turn) | (mixed >> (32 - turn))) & 0xFFFFFFFF

    for _ in range(10):
        for column in range(4):
            quarter(column, 4 + column, 8 + column, 12 + column)
        for a, b, c, d in ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(a, b, c, d)
    return work


def _words(key: bytes, last: bytes) -> list[int]:
    return list(struct.unpack("<16I", b"expand 32-byte k" + key + last))


def _blocks(key: bytes, nonce: bytes, first: int, count: int) -> bytes:
    """XChaCha20's stream from block `first` on."""
    mixed = _rounds(_words(key, nonce[:16]))
    subkey = struct.pack("<8I", *mixed[:4], *mixed[12:])

    def block(counter: int) -> bytes:
        start = _words(subkey, struct.pack("<I", counter) + bytes(4) + nonce[16:])
        return struct.pack("<16I", *((a + b) & 0xFFFFFFFF for a, b in zip(_rounds(start), start, strict=True)))

    return b"".join(block(first + at) for at in range(count))


def stream(key: bytes, nonce: bytes, size: int) -> bytes:
    """What a text of `size` bytes is mixed with."""
    return _blocks(key, nonce, 1, -(-size // 64))[:size]


def one_time(key: bytes, nonce: bytes) -> tuple[int, int]:
    """Poly1305's two numbers for one message: the factor and the sum."""
    found = _blocks(key, nonce, 0, 1)
    r = int.from_bytes(found[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    return r, int.from_bytes(found[16:32], "little")


def authenticated(sealed: bytes, associated: bytes) -> list[int]:
    """The numbers that Poly1305 adds up, one for 16 bytes."""
    text = b"".join(part + bytes(-len(part) % 16) for part in (associated, sealed))
    text += struct.pack("<QQ", len(associated), len(sealed))
    return [int.from_bytes(text[at : at + 16] + b"\1", "little") for at in range(0, len(text), 16)]


def xchacha20_poly1305(key: bytes, nonce: bytes, plain: bytes, associated: bytes) -> bytes:
    """The ciphertext and its tag."""
    sealed = bytes(a ^ b for a, b in zip(plain, stream(key, nonce, len(plain)), strict=True))
    r, s = one_time(key, nonce)
    total = 0
    for number in authenticated(sealed, associated):
        total = (total + number) * r % ((1 << 130) - 5)
    return sealed + ((total + s) & ((1 << 128) - 1)).to_bytes(16, "little")


def slot_keys(root: bytes, salt: bytes, index: int, names: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """The key that encrypts a slot and the one that commits to it."""
    place = salt + bytes([index])
    first, second = (hashlib.blake2b(place, digest_size=32, key=root, person=name).digest() for name in names)
    return first, second


NAMES = (b"slot-enc-v1", b"slot-commit-v1")


def commitment(root: bytes, salt: bytes, index: int, nonce: bytes) -> bytes:
    return hashlib.blake2b(nonce, digest_size=32, key=slot_keys(root, salt, index, NAMES)[1]).digest()


def slot(
    root: bytes, salt: bytes, index: int, nonce: bytes, plain: bytes, names: tuple[bytes, bytes] = NAMES
) -> bytes:
    """504 bytes. `names`: other ones make another format."""
    encrypt, commit = slot_keys(root, salt, index, names)
    committed = hashlib.blake2b(nonce, digest_size=32, key=commit).digest()
    return nonce + committed + xchacha20_poly1305(encrypt, nonce, plain, salt + bytes([index]))


def opened(root: bytes, copy: bytes) -> tuple[int, bytes] | None:
    """The number of the slot in a copy that `root` opens, and what it holds."""
    salt = copy[:SALT]
    for index in range(SLOTS):
        there = copy[SALT + SLOT * index :][:SLOT]
        encrypt, _commit = slot_keys(root, salt, index, NAMES)
        plain = bytes(a ^ b for a, b in zip(there[56:-16], stream(encrypt, there[:24], PAYLOAD), strict=True))
        if slot(root, salt, index, there[:24], plain) == there:
            return index, plain
    return None


def root_of(secret: bytes, salt: bytes) -> bytes:
    passes, mebibytes = PROFILES[salt[0] & 7]
    found: bytes = nacl.pwhash.argon2id.kdf(32, secret, salt[16:], passes, mebibytes << 20)
    return found


def database_key(plain: bytes) -> bytes:
    """What SQLCipher is given, from a slot's content."""
    _version, _role, _file, _own, master, _vault, salt, _day, _flags = LAYOUT.unpack_from(plain)
    key = hashlib.blake2b(b"", digest_size=32, key=master, person=b"sqlcipher-key1").hexdigest()
    return f"x'{key}{salt.hex()}'".encode()
