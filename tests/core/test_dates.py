"""Typed dates: read the way people write them here, and refused when they cannot be."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeplan.errors import Bug, DateImpossible
from safeplan.records.dates import check_happened, parse_typed_date, parse_typed_time

TODAY = date(2026, 3, 5)
MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "en": "January February March April May June July August September October November December",
}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2.3.2026", "2026-03-02"),
        ("02.03.26", "2026-03-02"),
        ("02/03/2026", "2026-03-02"),
        ("2-3-26", "2026-03-02"),
        ("2 3 2026", "2026-03-02"),
        (" 2026-03-02 ", "2026-03-02"),
        ("2026.3.2", "2026-03-02"),
        ("2.03.2026 г.", "2026-03-02"),
        ("2 марта 2026", "2026-03-02"),
        ("2 марта", "2026-03-02"),
        ("2 наурыз", "2026-03-02"),
        ("2026 жылғы 2 наурызда", "2026-03-02"),
        ("2-наурыз", "2026-03-02"),
        ("March 2, 2026", "2026-03-02"),
        ("2nd of March 2026", "2026-03-02"),
        ("2 Мар 26", "2026-03-02"),
        ("6.3", "2025-03-06"),
        ("6 наурыз", "2025-03-06"),
        ("29.02", "2024-02-29"),
        ("29.02.2024", "2024-02-29"),
        ("1.1.99", "1999-01-01"),
        ("12 мая 2025 года", "2025-05-12"),
    ],
)
def test_dates_are_read_as_people_write_them(typed, meant):
    assert parse_typed_date(typed, TODAY) == meant


IMPOSSIBLE = """30.02.2026|29.02.2025|0.1.2026|32.1.2026|1.13.2026|2 мартобря|март|2026|2|31 апреля|2.3.20266
1.1.1899|1.1.2028|2 3 4 5|две недели назад|2 марта апреля|12345678|2026-03|02.03.026|2 марта 2026 25 26|٢.٣.٢٠٢٦|2²"""


@pytest.mark.parametrize("typed", ["", "9" * 70, *IMPOSSIBLE.replace("\n", "|").split("|")])
def test_what_cannot_be_a_date_is_refused(typed):
    with pytest.raises(DateImpossible):
        parse_typed_date(typed, TODAY)


@given(st.dates(date(1950, 1, 1), TODAY), st.sampled_from(sorted(MONTHS)))
def test_every_day_reads_back_in_every_form(day, language):
    month = MONTHS[language].split()[day.month - 1]
    forms = [
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}".upper(),
    ]
    assert {parse_typed_date(form, TODAY) for form in forms} == {day.isoformat()}


@given(st.dates(TODAY - timedelta(days=360), TODAY))
def test_a_missing_year_means_the_newest_day_not_in_the_future(day):
    assert parse_typed_date(f"{day:%d.%m}", TODAY) == day.isoformat()


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_refused(typed):
    with contextlib.suppress(DateImpossible):
        assert date.fromisoformat(parse_typed_date(typed, TODAY))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1/12", "2026-12-01"),
        ("5 декабря", "2026-12-05"),
        ("20.11", "2026-11-20"),
        ("22.11", "2026-11-22"),
        ("10 қаңтар", "2027-01-10"),
        ("1.12.2025", "2025-12-01"),
        ("29.2", "2024-02-29"),
        ("29.02.2028", "2028-02-29"),
        ("1.3.29", "2029-03-01"),
        ("1.3.45", "1945-03-01"),
    ],
)
def test_a_day_that_may_lie_ahead_is_the_nearest_of_its_name(typed, read):
    """A hearing typed as "1/12" in November was once kept as a day of last year, and was on no list any more."""
    assert parse_typed_date(typed, date(2026, 11, 22), near=True) == read


@pytest.mark.parametrize("typed", ["1.1.2037", "30.2", "31.11"])
def test_a_day_too_far_ahead_or_in_no_calendar_is_refused(typed):
    with pytest.raises(DateImpossible):
        parse_typed_date(typed, date(2026, 11, 22), near=True)


@given(st.dates(TODAY - timedelta(days=180), TODAY + timedelta(days=180)))
def test_every_day_half_a_year_around_is_meant_without_its_year(day):
    if (day.month, day.day) != (2, 29):
        assert parse_typed_date(f"{day:%d.%m}", TODAY, near=True) == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "read"),
    [("21:40", "21:40"), (" 9:05 ", "09:05"), ("9.05", "09:05"), ("2140", "21:40"), ("00:00", "00:00"), ("", "")],
)
def test_a_typed_time_is_read(typed, read):
    assert parse_typed_time(typed) == read


@pytest.mark.parametrize("typed", ["9", "24:00", "12:60", "about nine", "12:5", "1:2:3", "٢١:٤٠", "-1:30"])
def test_what_is_no_time_to_the_minute_is_refused(typed):
    with pytest.raises(DateImpossible):
        parse_typed_time(typed)


@given(st.times())
def test_every_minute_reads_back(time):
    assert parse_typed_time(f"{time:%H:%M}") == f"{time:%H:%M}"


def test_times_fit_their_kind():
    check_happened("exact", "2026-03-01T14:20", "")
    check_happened("day", "2026-03-01", "")
    check_happened("range", "2026-03-01T22:00", "2026-03-01")
    check_happened("vague", "", "")
    check_happened("unknown", "", "")
    with pytest.raises(Bug):
        check_happened("sometime", "", "")
