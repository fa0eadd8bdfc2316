"""Words and dates of the report, in the language chosen for it.

May touch: resources/reports/labels. Must never hold a sentence itself: advocates correct the words without Python.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from safeplan.clock import from_text
from safeplan.content.resources import read_resource
from safeplan.errors import ContentBroken

LANGUAGES = ("en", "ru", "kk")


@dataclass(frozen=True)
class Labels:
    """One language: the tables of its TOML file, and dates written its way."""

    language: str
    tables: Mapping[str, Mapping[str, str]]
    months: tuple[str, ...]

    def __call__(self, table: str, key: str, **values: object) -> str:
        """The words under `table.key` with {names} filled in."""
        return self.tables[table][key].format(**values)

    def several(self, table: str, key: str) -> tuple[str, ...]:
        """The list under `table.key`; one text counts as a list of one."""
        words: Any = self.tables[table][key]
        return (words,) if isinstance(words, str) else tuple(words)

    def day(self, day: date) -> str:
        """A date in words: "3 March 2026"."""
        return self("dates", "day", day=day.day, month=self.months[day.month - 1], year=day.year)

    def local(self, iso_text: str) -> str:
        """A local "2026-03-01T14:20" or "2026-03-01" in words; anything else is shown as it stands."""
        try:
            if len(iso_text) <= 10:
                return self.day(date.fromisoformat(iso_text))
            moment = datetime.fromisoformat(iso_text)
        except ValueError:
            return iso_text
        return self("dates", "moment", date=self.day(moment.date()), time=moment.strftime("%H:%M"))

    def moment(self, utc_text: str, zone: str) -> str:
        """A stored moment as the clock on the wall showed it, with its offset: "3 March 2026, 23:40 (UTC+05:00)"."""
        there = wall_clock(utc_text, zone)
        words = self("dates", "moment", date=self.day(there.date()), time=there.strftime("%H:%M"))
        return f"{words} ({self('dates', 'zone', zone=zone)})"

    def delay(self, minutes: int) -> str:
        """How long after, without adjectives: "3 d 4 h"; hours only below a week, minutes only below a day."""
        days, rest = divmod(minutes, 24 * 60)
        hours, left = divmod(rest, 60)
        parts = [("days", days), ("hours", hours if days < 7 else 0), ("minutes", left if not days else 0)]
        return " ".join(self("dates", name, n=n) for name, n in parts if n)


def wall_clock(utc_text: str, zone: str) -> datetime:
    """The local time, without zone, of a stored moment; an unreadable zone counts as UTC."""
    try:
        sign = -1 if zone.startswith("-") else 1
        hours, minutes = zone[1:].split(":")
        offset = timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))
    except ValueError:
        return from_text(utc_text).replace(tzinfo=None)
    return from_text(utc_text).astimezone(offset).replace(tzinfo=None)


@functools.cache
def load_labels(language: str) -> Labels:
    """The words of one language ("en", "ru", "kk"). Raises ContentBroken."""
    name = f"reports/labels/{language}.toml"
    if language not in LANGUAGES:
        raise ContentBroken(file=name, where="language")
    try:
        tables = tomllib.loads(read_resource(name).decode("utf-8"))
        months = tuple(tables["dates"].pop("months"))
        if len(months) != 12:
            raise ContentBroken(file=name, where="dates.months")
        words = {key: value for key, value in tables.items() if isinstance(value, dict)}
        return Labels(language, words, months)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError):
        raise ContentBroken(file=name, where="not loadable") from None
