"""The sum that leads to the store, typed into the everyday program.

May touch: the key file's salts and tails, for reading. Must never import the store, and never say anything: the
everyday program asks one question and gets yes or no. The sum keeps out a glance; only the passphrase is a lock,
because a short sum behind a fast hash can be guessed by someone who has the files and knows this program.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from safeplan.paths import VaultFiles
from safeplan.sparekey import looks_like_spare_key

# Documented: it makes a new store after the old one was destroyed, and it stands until she chooses her own.
NEUTRAL_SUM = "7*7*7*7"

# The key file's shape, as far as this question needs it (safeplan/vault/keyslots.py has the rest).
_COPY_SIZE, _SALT_SIZE, _TAIL_SIZE = 4096, 32, 32
_PERSON = b"door-tail-v1"
_LONGEST = 200

_SAME_KEY = str.maketrans({"×": "*", "∙": "*", "·": "*", "⋅": "*", "÷": "/", "∕": "/", "⁄": "/", ":": "/", ",": ".",
                           "−": "-", "–": "-", "—": "-", "х": "*", "x": "*"})  # fmt: skip

_NUMBER = r"\d+(?:\.\d+)?%?"
_SUM = re.compile(rf"-?{_NUMBER}(?:[-+*/]{_NUMBER})+")
_DATE = re.compile(r"(\d{1,4})[-+*/.](\d{1,2})[-+*/.](\d{1,4})")
_FEWEST_DIGITS = 5
_DIGITS_OF_ONE_STEP = 7


def canonical(keys: str) -> str:
    """The one way to write a sum, whichever signs the keys of a program bear. Idempotent; "" for nothing.

    What a calculator has no key for becomes "?": dropped, it would make two different texts the same sum.
    """
    text = unicodedata.normalize("NFKC", keys[:_LONGEST]).casefold().translate(_SAME_KEY)
    digits = (str(unicodedata.decimal(c, c)) for c in text if not c.isspace())
    kept = "".join(c if c.isascii() and c.isprintable() else "?" for c in digits)
    return kept[:_LONGEST].rstrip("=")


def tail_for(calculation: str, salt: bytes) -> bytes:
    """32 bytes that look random; equal for every way of typing the same sum under the same salt (32 bytes)."""
    # Not at the top: it loads OpenSSL, 4 MiB in a calculator that stays open all day.
    import hashlib

    keyed = hashlib.blake2b(
        canonical(calculation).encode("utf-8", "replace"), digest_size=32, key=salt, person=_PERSON
    )
    return keyed.digest()


def opens(files: VaultFiles, typed: str) -> bool:
    """Whether what was typed into the everyday program leads to the store.

    Where there is no key file, or not one whole copy of it, the neutral sum does. A well-formed spare key always
    does: without it, a forgotten sum would keep her from the one field where the spare key could be used.
    """
    import hmac

    if looks_like_spare_key(typed):
        return True
    # While a backup takes the place of what is here, and after that was killed, the key file may lie in passing.
    untrusted = _start_of(files.header) or _start_of(files.going.header)
    if len(untrusted) < _COPY_SIZE:
        return hmac.compare_digest(canonical(typed).encode("utf-8", "replace"), NEUTRAL_SUM.encode())
    fits = False
    for at in (0, _COPY_SIZE):
        copy = untrusted[at : at + _COPY_SIZE]
        if len(copy) == _COPY_SIZE:
            fits |= hmac.compare_digest(tail_for(typed, copy[:_SALT_SIZE]), copy[-_TAIL_SIZE:])
    return fits


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(2 * _COPY_SIZE)
    except OSError:
        return b""


# ── What may be chosen ──────────────────────────────────────────────────────────────────────────────────────────
def refuse_reason(calculation: str) -> str | None:
    """Why this sum is no good: "date", "phone", "not_a_sum", "everyday", "short"; None when it may be chosen.

    Dates and telephone numbers are what someone close would try first. The rest keeps ordinary calculating from
    opening the way by accident: prices and percentages are round, playing repeats one digit.
    """
    keys = canonical(calculation)
    if keys == NEUTRAL_SUM:
        return None
    if _is_date(keys):
        return "date"
    if _is_phone(keys):
        return "phone"
    if not _SUM.fullmatch(keys) or len(keys) > 40:
        return "not_a_sum"
    numbers = re.findall(r"\d+(?:\.\d+)?", keys)
    if _is_everyday(keys, numbers):
        return "everyday"
    # Zeros at either end are what prices are made of: they do not make a sum unlikely.
    telling = sum(len(number.replace(".", "").strip("0")) for number in numbers)
    fewest = _FEWEST_DIGITS if len(numbers) > 2 else _DIGITS_OF_ONE_STEP
    return "short" if telling < fewest else None


def _is_date(keys: str) -> bool:
    """A day, month and year in any order and with any sign between them, or six or eight digits that read so."""
    found = _DATE.fullmatch(keys)
    if found is not None:
        return _reads_as_date(*found.groups())
    digits = keys if keys.isascii() and keys.isdigit() else ""
    if len(digits) == 8:
        return _reads_as_date(digits[:2], digits[2:4], digits[4:]) or _reads_as_date(
            digits[:4], digits[4:6], digits[6:]
        )
    return len(digits) == 6 and _reads_as_date(digits[:2], digits[2:4], digits[4:])


def _reads_as_date(first: str, second: str, third: str) -> bool:
    for day, month, year in ((first, second, third), (second, first, third), (third, second, first)):
        right_length = len(year) in (2, 4) and len(day) <= 2 and len(month) <= 2
        right_year = len(year) == 2 or 1900 <= int(year) <= 2099
        if right_length and right_year and 1 <= int(day) <= 31 and 1 <= int(month) <= 12:
            return True
    return False


def _is_phone(keys: str) -> bool:
    """Ten or more digits with nothing but a leading +, dashes and brackets among them."""
    digits = re.sub(r"[-()]", "", keys.removeprefix("+"))
    if not digits.isascii() or not digits.isdigit():
        return False
    return (10 <= len(digits) <= 12 and digits[0] in "78") or (keys.startswith("+") and 10 <= len(digits) <= 15)


def _is_everyday(keys: str, numbers: list[str]) -> bool:
    round_ones = [number for number in numbers if len(number.replace(".", "").strip("0")) <= 1]
    one_digit_over_and_over = len(set("".join(numbers)) - {"0", "."}) <= 1
    percent_of_round = "%" in keys and len(numbers) == 2 and numbers[0].endswith("0")
    counting = "".join(numbers) in "12345678901234567890"
    few_and_round = len(numbers) < 4 and len(round_ones) == len(numbers)
    return few_and_round or one_digit_over_and_over or percent_of_round or counting
