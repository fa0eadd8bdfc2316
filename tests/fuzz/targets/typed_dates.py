"""Days, hours and moments as somebody types them: a day of this calendar, or a refusal."""

from __future__ import annotations

from datetime import date, datetime

from safeplan.errors import Bug, DateImpossible
from safeplan.records.dates import check_happened, iso_day, parse_typed_date, parse_typed_time
from ui.widgets.typed_moment import as_typed, read_moment

_TODAYS = (date(2026, 3, 5), date(2024, 2, 29), date(2026, 12, 31))


def target(data: bytes) -> None:
    text = data[1:].decode("utf-8", "replace")
    today, near = _TODAYS[(data[0] if data else 0) % 3], bool(data and data[0] & 64)
    day = _or_none(lambda: parse_typed_date(text, today, near=near))
    assert day is None or 1900 <= date.fromisoformat(day).year <= today.year + 10
    hour = _or_none(lambda: parse_typed_time(text))
    assert not hour or datetime.strptime(hour, "%H:%M")
    moment = _or_none(lambda: read_moment(text, today, near=near))
    assert day is None or moment == day
    if moment:
        assert read_moment(as_typed(moment), today, near=near) == moment
    iso = _or_none(lambda: iso_day(text))
    assert not iso or date.fromisoformat(iso).isoformat() == iso
    start, _, end = text.partition(" ")
    for kind in ("exact", "day", "range", "vague", "unknown", text[:5]):
        _or_none(lambda kind=kind: check_happened(kind, start, end))


def _or_none(read):  # type: ignore[no-untyped-def]
    try:
        return read()
    except DateImpossible:
        return None
    except Bug as bug:
        if bug.facts.get("code") != "happened-kind":
            raise
        return None
