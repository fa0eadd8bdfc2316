"""Dates as people type them, and the check of when something happened.

May touch: nothing. Must never guess: what can be read in two ways, or lies in no calendar, is refused.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from safeplan.errors import Bug, DateImpossible

HAPPENED_KINDS = ("exact", "day", "range", "vague", "unknown")
EARLIEST_YEAR = 1900
# A ban or a term may end years from now; further ahead a year is more likely mistyped.
YEARS_AHEAD = 10

# Beginnings that name a month in Kazakh, Russian or English; the longest that fits decides.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("қаңтар", "каңтар", "кантар", "январ", "янв", "january", "jan"),
    ("ақпан", "акпан", "феврал", "фев", "february", "feb"),
    ("наурыз", "март", "мар", "march", "mar"),
    ("сәуір", "сауир", "апрел", "апр", "april", "apr"),
    ("мамыр", "май", "мая", "may"),
    ("маусым", "июн", "june", "jun"),
    ("шілде", "шилде", "июл", "july", "jul"),
    ("тамыз", "август", "авг", "august", "aug"),
    ("қыркүйек", "кыркуйек", "сентябр", "сен", "september", "sept", "sep"),
    ("қазан", "казан", "октябр", "окт", "october", "oct"),
    ("қараша", "караша", "ноябр", "ноя", "november", "nov"),
    ("желтоқсан", "желтоксан", "декабр", "дек", "december", "dec"),
)
# Endings a month's name may take: «2 марта», «наурыздың», «2-наурызда».
_ENDINGS = re.compile(r"(а|я|ь|е|ы|у|ю|те|ре|ле|ме)?(дың|дің|тың|тің|ның|нің|да|де|та|те|нда|нде|ында|інде)?")
_YEAR_WORDS = {"года", "год", "г", "жыл", "жылы", "жылғы", "ж", "of"}
_DAY_WORDS = {"st", "nd", "rd", "th", "числа", "күні", "го", "е"}
_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+")
_TIME = re.compile(r"([0-9]{1,2})\s*[:.\-]?\s*([0-9]{2})")
_SIGN = r"\s*[./\-\s]\s*"
_NUMBERS_ONLY = re.compile(rf"([0-9]{{1,4}}){_SIGN}([0-9]{{1,2}})(?:{_SIGN}([0-9]{{1,4}}))?\s*[.]?\s*(?:[гж]\.?)?")


def iso_day(untrusted_text: str) -> str:
    """An ISO date as "2026-03-02", or "" for none. Raises DateImpossible."""
    try:
        # Other spellings of the same day, "20260302", would not compare as text.
        return date.fromisoformat(untrusted_text).isoformat() if untrusted_text else ""
    except ValueError:
        raise DateImpossible from None


def moved_day(day: str, days: int) -> str:
    """The ISO date so many days after `day`, before it where `days` is negative."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def parse_typed_date(untrusted_text: str, today: date, *, near: bool = False) -> str:
    """A typed date as "2026-03-02". Day before month; a missing year is the newest that is not in the future.

    `near`: for what may lie ahead, a hearing or the end of an order, it is the year that brings the day nearest to
    today: "1.12" in November is next week, never last year.

    Reads 2.3.2026, 02.03.26, 2026-03-02, 2 марта 2026, 2 наурыз, 2026 жылғы 2 наурыз, March 2, 2026. Raises
    DateImpossible for anything else, for days that do not exist, and for years before 1900 or after next year (ten
    years ahead when `near`).
    """
    text = untrusted_text.strip().casefold()
    if len(text) > 60:
        raise DateImpossible
    numbers = _NUMBERS_ONLY.fullmatch(text)
    found = _from_numbers(numbers, today, near=near) if numbers else _from_words(text, today, near=near)
    if not EARLIEST_YEAR <= found.year <= today.year + (YEARS_AHEAD if near else 1):
        raise DateImpossible
    return found.isoformat()


def parse_typed_time(untrusted_text: str) -> str:
    """A typed time of day as "14:20"; "" for nothing.

    Reads 14:20, 14.20, 9-05, 1420. Raises DateImpossible for anything else, an hour without minutes too: "nine" is
    seldom meant to the minute.
    """
    text = untrusted_text.strip()
    if not text:
        return ""
    parts = _TIME.fullmatch(text)
    if parts is None or int(parts[1]) > 23 or int(parts[2]) > 59:
        raise DateImpossible
    return f"{int(parts[1]):02d}:{parts[2]}"


def check_happened(kind: str, start: str, end: str) -> None:
    """Raise DateImpossible unless the times fit the kind. Vague and unknown need no time at all."""
    if kind not in HAPPENED_KINDS:
        raise Bug(code="happened-kind")
    moments = [_moment(text) for text in (start, end) if text]
    wrong = (
        (kind == "exact" and ("T" not in start or end))
        or (kind == "day" and (not start or "T" in start or end))
        or (kind == "range" and (not start or not end))
        or (kind == "unknown" and (start or end))
    )
    if wrong or any(not EARLIEST_YEAR <= moment.year <= 2200 for moment in moments):
        raise DateImpossible
    # A day as the end of a range lasts until midnight.
    if start and end and moments[0] > moments[1] and start[:10] != end[:10]:
        raise DateImpossible
    if start and end and "T" in start and "T" in end and moments[0] > moments[1]:
        raise DateImpossible


def _moment(text: str) -> datetime:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?", text, re.ASCII):
        raise DateImpossible
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise DateImpossible from None


def _from_numbers(numbers: re.Match[str], today: date, *, near: bool) -> date:
    first, month, last = numbers.groups()
    if len(first) == 4:
        if last is None or len(last) > 2:
            raise DateImpossible
        return _day(int(first), int(month), int(last))
    if len(first) == 3:
        raise DateImpossible
    return _with_year(int(first), int(month), last, today, near=near)


def _from_words(text: str, today: date, *, near: bool) -> date:
    day = month = None
    year: str | None = None
    for token in _TOKEN.findall(text):
        if token.isdecimal():
            if len(token) <= 2 and day is None:
                day = int(token)
            elif year is None and len(token) in (2, 4):
                year = token
            else:
                raise DateImpossible
        elif token in _YEAR_WORDS or token in _DAY_WORDS:
            continue
        elif month is None:
            month = _month(token)
        else:
            raise DateImpossible
    if day is None or month is None:
        raise DateImpossible
    return _with_year(day, month, year, today, near=near)


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS, start=1):
        for name in names:
            if word.startswith(name) and _ENDINGS.fullmatch(word[len(name) :]):
                return number
    raise DateImpossible


def _with_year(day: int, month: int, year: str | None, today: date, *, near: bool) -> date:
    if year is None:
        possible = list(_without_year(day, month, today, today.year + 1 if near else today.year))
        if near and possible:
            return min(possible, key=lambda found: (abs(found - today), found < today))
        past = [found for found in possible if found <= today]
        if not past:
            raise DateImpossible
        return past[0]
    if len(year) == 4:
        return _day(int(year), month, day)
    if len(year) != 2:
        raise DateImpossible
    whole = today.year // 100 * 100 + int(year)
    return _day(whole if whole <= today.year + (YEARS_AHEAD if near else 1) else whole - 100, month, day)


def _without_year(day: int, month: int, today: date, latest: int) -> Iterator[date]:
    """The same day of the years, the latest first; 29 February may lie years back."""
    for year in range(latest, today.year - 9, -1):
        with contextlib.suppress(ValueError):
            yield date(year, month, day)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise DateImpossible from None
