"""How a spare key is written down: 28 signs in groups of four, with a check that finds typing errors.

May touch: nothing but the text it is given. Must never derive a key or name the store: the everyday program
imports this module to recognise a spare key typed into it.

128 random bits are followed by a 12-bit cyclic check, 140 bits in all, five to a sign. A 12-bit cyclic check finds
every error within twelve neighbouring bits: one wrong sign anywhere, and two neighbours changing places.
"""

from __future__ import annotations

import unicodedata

# Crockford's signs: no I, L, O (they look like 1 and 0) and no U.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 28
RANDOM_BYTES = 16
_CHECK_BITS = 12
# x^12 + x^11 + x^3 + x^2 + x + 1
_POLYNOMIAL = 0x80F

# What a hand or an eye makes of a sign: Latin twins, and the Cyrillic and Kazakh letters of the same shape.
_SAME_SHAPE = str.maketrans("OILUОАВЕЁКМНРСТХУЗІЅЈҺ", "011V0ABEEKMHPCTXY31SJH")
# The same keys pressed while the Russian layout was on.
_SAME_KEY = str.maketrans("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM")


def _check(bits: int, width: int) -> int:
    """The 12-bit remainder of `bits`; starting from all ones, so that a row of zeros is not well formed."""
    remainder = 0xFFF
    for position in range(width - 1, -1, -1):
        carry = (remainder >> (_CHECK_BITS - 1)) ^ ((bits >> position) & 1)
        remainder = ((remainder << 1) & 0xFFF) ^ (_POLYNOMIAL if carry else 0)
    return remainder


def write_spare_key(random_bytes: bytes | bytearray) -> str:
    """The written form of 16 random bytes: "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"."""
    bits = int.from_bytes(random_bytes, "big")
    whole = (bits << _CHECK_BITS) | _check(bits, 8 * RANDOM_BYTES)
    signs = "".join(SIGNS[(whole >> (5 * place)) & 31] for place in range(LENGTH - 1, -1, -1))
    return "-".join(signs[start : start + 4] for start in range(0, LENGTH, 4))


def _well_formed(signs: str) -> bool:
    if len(signs) != LENGTH or any(sign not in SIGNS for sign in signs):
        return False
    whole = 0
    for sign in signs:
        whole = (whole << 5) | SIGNS.index(sign)
    return _check(whole >> _CHECK_BITS, 8 * RANDOM_BYTES) == whole & 0xFFF


def read_spare_key(untrusted_text: str) -> str | None:
    """The 28 signs of a spare key as somebody typed it, or None when the check does not fit.

    Capitals, spaces and dashes do not matter, nor O for 0, I or L for 1, U for V, Cyrillic letters of the same
    shape, or a Russian keyboard layout left on.
    """
    if len(untrusted_text) > 400:
        return None
    upper = unicodedata.normalize("NFKC", untrusted_text).upper()
    kept = "".join(sign for sign in upper if sign.isalnum())
    for table in (_SAME_SHAPE, _SAME_KEY):
        # The key of a letter may itself be one that is read as a digit (O, I, L).
        signs = kept.translate(table).translate(_SAME_SHAPE)
        if _well_formed(signs):
            return signs
    return None


def looks_like_spare_key(untrusted_text: str) -> bool:
    """Whether this is a well-formed spare key; says nothing about whether it opens anything."""
    return read_spare_key(untrusted_text) is not None
