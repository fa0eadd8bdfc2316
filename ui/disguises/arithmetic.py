"""Everyday sums, exactly: what a key does to the line being typed, what the line is worth, how a number is written.

May touch: nothing outside its arguments; no Qt. Must never lose a digit by binary floating point, run for long on
any line of LINE_LIMIT keys, or raise anything but SumError and its kinds.
"""

from __future__ import annotations

import decimal
import re
from fractions import Fraction
from typing import ClassVar

LINE_LIMIT = 255  # keys on one line; more are ignored, as a pocket calculator does
NUMBER_LIMIT = 32  # digits of one number
SHOWN_DIGITS = 28
ENDLESS_DIGITS = 16  # of 1 ÷ 3: more would only make the figures smaller; the value itself stays exact
_LARGEST = 10**300
_SMALLEST = Fraction(1, _LARGEST)
_DEPTH_LIMIT = 64  # nested parentheses and signs; keeps the parser far from Python's own limit

DIGITS = "0123456789"
OPERATORS = "+-*/"
_WRITTEN = str.maketrans(
    {"×": "*", "÷": "/", ":": "/", "−": "-", "–": "-", "·": "*", "\u00a0": "", "\u202f": "", " ": ""}
)


class SumError(Exception):
    """The line has no value."""

    id: ClassVar[str] = "not_a_sum"


class DividedByZero(SumError):
    """A division by nothing."""

    id = "divided_by_zero"


class TooLarge(SumError):
    """Beyond 10**300."""

    id = "too_large"


# ── Typing ──────────────────────────────────────────────────────────────────────────────────────────────────────
def type_key(line: str, key: str) -> str:
    """`line` after one key of "0123456789.+-*/()%±" was pressed; unchanged where the key makes no sense there."""
    if len(line) >= LINE_LIMIT:
        return line
    if key in DIGITS:
        return _type_digit(line, key)
    if key == ".":
        return _type_point(line)
    if key in OPERATORS:
        return _type_operator(line, key)
    if key == "(":
        return line + "(" if line.count("(") < _DEPTH_LIMIT // 2 else line
    if key == ")":
        return line + ")" if line.count("(") > line.count(")") and _ends_value(line) else line
    if key == "%":
        return line + "%" if _ends_value(line) else line
    if key == "±":
        return _turn_sign(line)
    return line


def last_number(line: str) -> str:
    """The digits and point at the end of `line`, "" when it ends with anything else."""
    start = len(line)
    while start and line[start - 1] in DIGITS + ".":
        start -= 1
    return line[start:]


def _ends_value(line: str) -> bool:
    return bool(line) and line[-1] in DIGITS + ".)%"


def _type_digit(line: str, key: str) -> str:
    number = last_number(line)
    if number == "0":
        return line[:-1] + key
    if len(number.replace(".", "")) >= NUMBER_LIMIT:
        return line
    return line + key


def _type_point(line: str) -> str:
    number = last_number(line)
    if "." in number:
        return line
    return line + "." if number else line + "0."


def _type_operator(line: str, key: str) -> str:
    if not line or line.endswith("("):
        return line + "-" if key == "-" else line
    if line in ("-",) or line.endswith("(-"):
        return line
    if key == "-" and line[-1] in "*/":
        return line + "-"
    # A second operator means the first was a slip: 5 + × 3 is 5 × 3, and 5 × − + 3 is 5 + 3.
    return line.rstrip(OPERATORS) + key


def _turn_sign(line: str) -> str:
    number = last_number(line.rstrip("%"))
    end = line[len(line.rstrip("%")) :]
    if not number:
        return line
    before = line[: len(line) - len(end) - len(number)]
    if before.endswith("-"):
        before = before[:-1]
        # 8 − 5 turns into 8 + 5; a sign of the number itself just goes.
        return (before + "+" if _ends_value(before) else before) + number + end
    if before.endswith("+"):
        return before[:-1] + "-" + number + end
    return before + ("*-" if _ends_value(before) else "-") + number + end


# ── Working out ─────────────────────────────────────────────────────────────────────────────────────────────────
def work_out(line: str, carried: Fraction | None = None) -> Fraction:
    """The exact value of `line`; "A" in it stands for `carried`, the result it goes on from.

    Percent is the everyday one: 200+10% is 220, 50*10% is 5. An operator left at the end and parentheses left
    open are forgiven. Raises SumError, DividedByZero or TooLarge.
    """
    untrusted_line = line[: LINE_LIMIT * 2].rstrip(OPERATORS + "(")
    if not untrusted_line:
        raise SumError
    parser = _Parser(untrusted_line, carried)
    value = parser.sum(0)
    if parser.rest():
        raise SumError
    return within_limits(value)


def again(line: str) -> str:
    """The last operator and number of `line`, for a repeated "=": "2+3*4" gives "*4", "5" gives ""."""
    number = line.rstrip("%")
    tail = last_number(number)
    before = number[: len(number) - len(tail)]
    if not tail or not before or before[-1] not in OPERATORS:
        return ""
    operator = before[-1]
    if operator == "-" and before[:-1].endswith(("*", "/")):
        operator = before[-2:]
    elif not _ends_value(before[:-1]) and before[:-1] != "A" and not before[:-1].endswith("A"):
        return ""
    return operator + tail + line[len(number) :]


def within_limits(value: Fraction) -> Fraction:
    """`value`, rounded to 60 digits once its fraction grows without end; TooLarge above 10**300."""
    if abs(value) >= _LARGEST:
        raise TooLarge
    if value and abs(value) < _SMALLEST:
        return Fraction(0)
    if value.denominator > _LARGEST:
        return Fraction(_rounded(value, 60))
    return value


class _Parser:
    """Recursive descent over one line: sum, product, signed, percent, number or parentheses."""

    def __init__(self, line: str, carried: Fraction | None) -> None:
        self._line = line
        self._at = 0
        self._carried = carried

    def rest(self) -> str:
        return self._line[self._at :]

    def sum(self, depth: int) -> Fraction:
        total, _ = self._product(depth)
        while self._peek() in ("+", "-"):
            operator = self._take()
            term, is_percent = self._product(depth)
            if is_percent:
                term *= total
            total = within_limits(total + term if operator == "+" else total - term)
        return total

    def _product(self, depth: int) -> tuple[Fraction, bool]:
        """The value, and whether it was nothing but a percentage: then it counts from what stands before it."""
        product, is_percent = self._signed(depth)
        while self._peek() and (self._peek() in "*/(A" + DIGITS):
            operator = self._take() if self._peek() in "*/" else "*"
            factor, _ = self._signed(depth)
            if operator == "/" and not factor:
                raise DividedByZero
            product = within_limits(product * factor if operator == "*" else product / factor)
            is_percent = False
        return product, is_percent

    def _signed(self, depth: int) -> tuple[Fraction, bool]:
        if depth > _DEPTH_LIMIT:
            raise SumError
        if self._peek() == "-":
            self._take()
            value, is_percent = self._signed(depth + 1)
            return -value, is_percent
        value = self._single(depth)
        is_percent = False
        while self._peek() == "%":
            self._take()
            value, is_percent = value / 100, True
        return value, is_percent

    def _single(self, depth: int) -> Fraction:
        if self._peek() == "(":
            self._take()
            value = self.sum(depth + 1)
            if self._peek() == ")":
                self._take()
            elif self.rest():
                raise SumError
            return value
        if self._peek() == "A" and self._carried is not None:
            self._take()
            return self._carried
        start = self._at
        while self._peek() and self._peek() in DIGITS + ".":
            self._take()
        return number(self._line[start : self._at])

    def _peek(self) -> str:
        return self._line[self._at : self._at + 1]

    def _take(self) -> str:
        self._at += 1
        return self._line[self._at - 1]


def number(untrusted_text: str) -> Fraction:
    """A plain decimal number such as "12", "0.5" or "3."; SumError for anything else."""
    whole, _, part = untrusted_text.partition(".")
    digits = whole + part
    if not digits or len(digits) > 2 * NUMBER_LIMIT or any(letter not in DIGITS for letter in digits):
        raise SumError
    return Fraction(int(digits), 10 ** len(part))


def read_sum(untrusted_text: str, group: str = ",") -> Fraction:
    """The value of a number or sum as people write it: "1 250,50", "12×3"; `group` parts thousands where it fits."""
    text = untrusted_text[: LINE_LIMIT * 2].translate(_WRITTEN)
    if group == ",":
        text = re.sub(r"\d{1,3}(?:,\d{3})+(?![\d,])", lambda found: found[0].replace(",", ""), text)
    text = text.replace(",", ".").lstrip("+")
    if not text or "A" in text or len(text) > LINE_LIMIT:
        raise SumError
    return work_out(text)


# ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────
def _rounded(value: Fraction, digits: int) -> decimal.Decimal:
    # One division of two exact integers, so there is exactly one rounding.
    context = decimal.Context(prec=digits, rounding=decimal.ROUND_HALF_UP, Emax=9999, Emin=-9999)
    size = max(len(str(abs(value.numerator))), len(str(value.denominator))) + 1
    exact = decimal.Context(prec=size, Emax=9999, Emin=-9999)
    return context.divide(exact.create_decimal(value.numerator), exact.create_decimal(value.denominator))


def write_number(value: Fraction, digits: int | None = None) -> str:
    """`value` in plain decimals: "0.3", "-1234.5", "1.5e+40"; halves round away from zero.

    Every digit where it ends within SHOWN_DIGITS of them, otherwise ENDLESS_DIGITS; or at most `digits`.
    """
    rounded = _rounded(value, digits or SHOWN_DIGITS)
    if digits is None and Fraction(rounded) != value:
        rounded = _rounded(value, ENDLESS_DIGITS)
    digits = digits or SHOWN_DIGITS
    if not rounded:
        return "0"
    exponent = rounded.adjusted()
    if -10 <= exponent < digits:
        text = f"{rounded:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    mantissa = f"{rounded.scaleb(-exponent, decimal.Context(prec=digits, Emax=9999, Emin=-9999)):f}"
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}e{exponent:+d}"


def write_money(value: Fraction) -> str:
    """`value` with exactly two decimals, halves away from zero: "-12.50"."""
    cents = abs(value) * 100
    whole = int(cents + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // 100}.{whole % 100:02d}"


def grouped(text: str, point: str = ".", group: str = ",") -> str:
    """Every number in `text` with `point` as decimal sign and `group` between thousands."""
    written: list[str] = []
    at = 0
    while at < len(text):
        piece = text[at : at + 1]
        if piece not in DIGITS + ".":
            written.append(piece)
            at += 1
            continue
        end = at
        while end < len(text) and text[end] in DIGITS + ".":
            end += 1
        whole, dot, part = text[at:end].partition(".")
        # An exponent is never grouped.
        if not text[:at].endswith(("e+", "e-")):
            head = len(whole) % 3
            groups = [whole[:head]] if head else []
            groups += [whole[i : i + 3] for i in range(head, len(whole), 3)]
            whole = group.join(groups)
        written.append(whole + (point if dot else "") + part)
        at = end
    return "".join(written)
