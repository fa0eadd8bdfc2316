"""Lines of a household budget: reading them from the settings, and their totals, exact to the last coin.

May touch: nothing outside its arguments; no Qt. Must never add money as binary fractions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from ui.disguises import arithmetic

SPENT = ("food", "home", "utilities", "transport", "clothes", "health", "children", "study", "leisure", "gifts",
         "phone", "other")  # fmt: skip
RECEIVED = ("salary", "pension", "benefits", "extra_work", "other_income")
KINDS: Mapping[str, tuple[str, ...]] = {"spent": SPENT, "received": RECEIVED}

LONGEST_NOTE = 60
MOST_LINES = 3000
LARGEST = Decimal(10) ** 12
_CENT = Decimal("0.01")
_MONTH = re.compile(r"(19|20)\d\d-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Line:
    """One line; `month` is "2026-03", `amount` is above zero and has two decimals."""

    month: str
    kind: str
    category: str
    amount: Decimal
    note: str = ""

    def as_row(self) -> dict[str, Any]:
        """The line as plain values for the settings file."""
        return {
            "month": self.month, "kind": self.kind, "category": self.category, "amount": str(self.amount),
            "note": self.note,
        }  # fmt: skip


@dataclass(frozen=True)
class Totals:
    """What came in, what went out, what is left of one month."""

    received: Decimal
    spent: Decimal

    @property
    def left(self) -> Decimal:
        """Below zero when more went out than came in."""
        return self.received - self.spent


def lines_from(untrusted_rows: Iterable[Mapping[str, Any]]) -> list[Line]:
    """Every row that makes sense as a line; the others are left out."""
    found = (_line(row) for row in untrusted_rows)
    return [line for line in found if line is not None][:MOST_LINES]


def _line(untrusted: Mapping[str, Any]) -> Line | None:
    month, kind, category = untrusted.get("month"), untrusted.get("kind"), untrusted.get("category")
    amount, note = untrusted.get("amount"), untrusted.get("note", "")
    if not isinstance(month, str) or not _MONTH.fullmatch(month) or not isinstance(kind, str):
        return None
    if category not in KINDS.get(kind, ()) or not isinstance(amount, str) or not isinstance(note, str):
        return None
    try:
        money = Decimal(amount[:40])
    except InvalidOperation:
        return None
    if not money.is_finite() or not _CENT <= money <= LARGEST:
        return None
    return Line(month, kind, str(category), money.quantize(_CENT), note[:LONGEST_NOTE])


def amount_from(value: Fraction) -> Decimal | None:
    """`value` rounded to whole hundredths, halves up; None when it is no amount for a line."""
    if not 0 < value <= LARGEST:
        return None
    money = Decimal(arithmetic.write_money(value))
    return money if money > 0 else None


def totals(lines: Iterable[Line], month: str) -> Totals:
    """The sums of `month`."""
    received = spent = Decimal(0)
    for line in lines:
        if line.month == month:
            if line.kind == "received":
                received += line.amount
            else:
                spent += line.amount
    return Totals(received, spent)


def by_category(lines: Iterable[Line], month: str, kind: str) -> list[tuple[str, Decimal]]:
    """The categories of `month` that hold anything, largest first."""
    sums: dict[str, Decimal] = {}
    for line in lines:
        if (line.month, line.kind) == (month, kind):
            sums[line.category] = sums.get(line.category, Decimal(0)) + line.amount
    return sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))


def moved(month: str, by: int) -> str:
    """The month `by` months after `month`, held between 1900 and 2099."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    count = min(max(count, 1900 * 12), 2099 * 12 + 11)
    return f"{count // 12:04d}-{count % 12 + 1:02d}"
