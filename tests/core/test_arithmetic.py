"""Everyday sums are exact, and no line of keys can break the calculator."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ui.disguises import arithmetic
from ui.disguises.arithmetic import DividedByZero, SumError, TooLarge

KEYS = "0123456789.+-*/()%±"


def type_all(keys: str) -> str:
    line = ""
    for key in keys:
        line = arithmetic.type_key(line, key)
    return line


def failure_of(work: Callable[[], object]) -> str:
    try:
        work()
    except SumError as problem:
        return problem.id
    return ""


def worth(keys: str) -> str:
    return arithmetic.write_number(arithmetic.work_out(type_all(keys)))


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("0.1+0.2", "0.3"),
        ("200+10%", "220"),
        ("200-10%", "180"),
        ("50*10%", "5"),
        ("200+10%+10%", "242"),
        ("10%", "0.1"),
        ("2+3*4", "14"),
        ("(2+3)*4", "20"),
        ("2(3+4", "14"),
        ("1/3*3", "1"),
        ("8*-5", "-40"),
        ("5+*3", "15"),
        ("7+", "7"),
        ("-5+2", "-3"),
        ("1.5.5", "1.55"),
        ("007", "7"),
        ("2/3", "0.6666666666666667"),
        ("9999999999999999999999999999-1", "9999999999999999999999999998"),
        ("12*(3-1)±", "12"),
        ("8+5±", "3"),
        ("8*5±", "-40"),
        ("8*5±±", "40"),
    ],
)
def test_a_line_is_worth_what_a_person_expects(keys: str, shown: str) -> None:
    if keys == "12*(3-1)±":  # a sign after a closing bracket means nothing
        assert type_all(keys) == "12*(3-1)"
        return
    assert worth(keys) == shown


def test_dividing_by_nothing_and_growing_without_end_are_named() -> None:
    with pytest.raises(DividedByZero):
        arithmetic.work_out("5/0")
    with pytest.raises(DividedByZero):
        arithmetic.work_out("1/(2-2)")
    with pytest.raises(TooLarge):
        arithmetic.work_out("*".join(["9" * 32] * 7) + "*" + "*".join(["9" * 32] * 3))
    with pytest.raises(SumError):
        arithmetic.work_out("2)+1")


def _join(parts: tuple[tuple[str, Fraction | None], str, tuple[str, Fraction | None]]) -> tuple[str, Fraction | None]:
    (left, first), operator, (right, second) = parts
    text = f"({left}){operator}({right})"
    if first is None or second is None or (operator == "/" and not second):
        return text, None
    return text, {
        "+": lambda: first + second,
        "-": lambda: first - second,
        "*": lambda: first * second,
        "/": lambda: first / second,
    }[operator]()


trees = st.recursive(
    st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False).map(
        lambda number: (f"{abs(number):f}", Fraction(abs(number)))
    ),
    lambda inner: st.tuples(inner, st.sampled_from("+-*/"), inner).map(_join),
    max_leaves=12,
)


@given(trees)
def test_every_sum_equals_the_exact_fraction(tree: tuple[str, Fraction | None]) -> None:
    text, expected = tree
    if len(text) > 2 * arithmetic.LINE_LIMIT:
        return
    if expected is None:
        with pytest.raises(DividedByZero):
            arithmetic.work_out(text)
    else:
        assert arithmetic.work_out(text) == expected


@given(st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 10**12)), min_size=1, max_size=12))
def test_without_brackets_times_binds_more_than_plus(chain: list[tuple[str, int]]) -> None:
    text = "1" + "".join(f"{operator}{number}" for operator, number in chain)
    total, term = 0, 1
    for operator, number in chain:
        if operator == "*":
            term *= number
        else:
            total, term = total + term, number if operator == "+" else -number
    assert arithmetic.work_out(text) == total + term


@given(st.fractions(max_denominator=10**40))
def test_a_written_number_is_the_nearest_one(value: Fraction) -> None:
    written = arithmetic.write_number(value)
    shown = Fraction(written)
    if shown != value:
        assert abs(shown - value) <= abs(value) / 10 ** (arithmetic.ENDLESS_DIGITS - 1) / 2
    else:
        assert arithmetic.write_number(shown) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**15), max_value=10**15))
def test_a_number_of_up_to_28_digits_is_shown_in_full(number: object) -> None:
    assert Fraction(arithmetic.write_number(Fraction(str(number)))) == Fraction(str(number))


@settings(max_examples=300)
@given(st.text(alphabet=KEYS, max_size=300))
def test_whatever_is_typed_has_a_value_or_a_named_failure(keys: str) -> None:
    line = type_all(keys)
    assert len(line) <= arithmetic.LINE_LIMIT + 2
    failure = failure_of(lambda: arithmetic.write_number(arithmetic.work_out(line)))
    # Nothing but signs and open brackets is no sum yet; every other line that can be typed is one.
    assert failure in ("", "divided_by_zero", "too_large") or not line.strip("-(")


@given(st.text(max_size=600))
def test_text_from_a_field_has_a_value_or_a_named_failure(text: str) -> None:
    assert failure_of(lambda: arithmetic.read_sum(text)) in ("", "not_a_sum", "divided_by_zero", "too_large")


@pytest.mark.parametrize(
    ("text", "group", "value"),
    [
        ("1 250,50", "\u00a0", "1250.5"),
        ("1\u00a0250,5", "\u00a0", "1250.5"),
        ("1,250.50", ",", "1250.5"),
        ("1,25", ",", "1.25"),
        ("12×3", ",", "36"),
        ("−40", ",", "-40"),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, group: str, value: str) -> None:
    assert arithmetic.read_sum(text, group) == Fraction(value)


def test_money_has_two_decimals_and_no_minus_zero() -> None:
    assert arithmetic.write_money(Fraction("12.345")) == "12.35"
    assert arithmetic.write_money(Fraction(-5, 2)) == "-2.50"
    assert arithmetic.write_money(Fraction(-1, 1000)) == "0.00"


def test_thousands_are_parted_only_before_the_point() -> None:
    assert arithmetic.grouped("1234567.1234567", ",", " ") == "1 234 567,1234567"
    assert arithmetic.grouped("123 + 1000", ".", ",") == "123 + 1,000"
    assert arithmetic.grouped("1.5e+4000", ",", " ") == "1,5e+4000"


def test_the_last_operation_is_what_equals_repeats() -> None:
    assert [arithmetic.again(line) for line in ("5+3", "2+3*4", "5", "8*-5", "A-7", "200+10%", "(1+2)")] == [
        "+3", "*4", "", "*-5", "-7", "+10%", "",
    ]  # fmt: skip
