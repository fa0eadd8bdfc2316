"""Keys of the calculator in any order: a value, or a named refusal; and the sum that leads further."""

from __future__ import annotations

from fractions import Fraction

from safeplan import door
from safeplan.sparekey import looks_like_spare_key
from ui.disguises import arithmetic
from ui.disguises.arithmetic import SumError

KEYS = "0123456789.+-*/()%±"


def target(data: bytes) -> None:
    line = ""
    for byte in data[:300]:
        line = arithmetic.type_key(line, KEYS[byte % len(KEYS)])
    assert len(line) <= arithmetic.LINE_LIMIT + 2
    _worth(line)
    typed = data.decode("utf-8", "replace")
    _worth(typed)
    for read in (arithmetic.number, arithmetic.read_sum):
        try:
            arithmetic.write_money(read(typed))
        except SumError:
            continue
    once = door.canonical(typed)
    assert door.canonical(once) == once
    door.refuse_reason(typed)
    looks_like_spare_key(typed)


def _worth(line: str) -> None:
    try:
        value = arithmetic.work_out(line, Fraction(7, 3))
    except SumError:
        return
    arithmetic.write_number(value)
    arithmetic.again(line)
