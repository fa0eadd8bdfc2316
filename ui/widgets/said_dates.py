"""Days and moments in words, in her language and her time.

May touch: nothing. Must never show a stored UTC time as if it were hers.
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QDate, QLocale

from safeplan.clock import Clock, from_text

# Kazakh names the year first.
_ORDER = {"kk": "yyyy 'ж.' d MMMM"}
_LANGUAGES = {"kk": QLocale.Language.Kazakh, "ru": QLocale.Language.Russian, "en": QLocale.Language.English}


def her_now(clock: Clock) -> datetime:
    """The present moment on the clock at her wall."""
    return clock.now().astimezone(_zone(clock))


def day_in_words(day: date, language: str) -> str:
    """ "1 March 2026", «1 марта 2026», «2026 ж. 1 наурыз»."""
    locale = QLocale(_LANGUAGES.get(language, QLocale.Language.English))
    return locale.toString(QDate(day.year, day.month, day.day), _ORDER.get(language, "d MMMM yyyy"))


def source_day(text: str, language: str) -> str:
    """A date as a source states it, "2026", "2026-03" or "2026-03-01", in words; anything else as it is."""
    locale = QLocale(_LANGUAGES.get(language, QLocale.Language.English))
    if len(text) == len("2026-03") and text[4] == "-":
        month = locale.standaloneMonthName(int(text[5:]))
        # Kazakh writes months small; Qt begins a standing one with a capital.
        return f"{text[:4]} ж. {month.lower()}" if language == "kk" else f"{month} {text[:4]}"
    try:
        return day_in_words(date.fromisoformat(text), language)
    except ValueError:
        return text


def moment_in_words(stored: str, clock: Clock, language: str) -> str:
    """A stored UTC moment as "1 March 2026, 21:14" in her time."""
    here = from_text(stored).astimezone(_zone(clock))
    return f"{day_in_words(here.date(), language)}, {here:%H:%M}"


def _zone(clock: Clock) -> tzinfo | None:
    return datetime.strptime(clock.zone(), "%z").tzinfo
