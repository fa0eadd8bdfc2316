"""The words of the calendar, of her own days and of a time that leans on one of them, in three languages.

May touch: resources/calendar/. Must never call a day without an entry quiet, give a reason or foretell.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "calendar/shape.toml"


class PageWords(Strict, frozen=True):
    """The sentences of the calendar. Words in braces are filled in by the page."""

    title: Words
    empty_title: Words
    empty_text: Words
    empty_example: Words
    write: Words
    earlier: Words
    earlier_year: Words
    later: Words
    later_year: Words
    this_month: Words
    picture: Words
    day_entries: Words
    day_nothing: Words
    day_to_come: Words
    in_force: Words
    today: Words
    key_number: Words
    key_order: Words
    key_mark: Words
    month_sum: Words
    about_sum: Words
    about_open: Words
    dates_title: Words
    date_line: Words
    order_span: Words
    order_open: Words
    order_until: Words
    order_own: Words
    open: Words
    day_more: Words
    around_title: Words
    around_about: Words
    around_sure: Words
    around_none: Words
    around_which: Words
    around_all: Words
    around_before: Words
    around_after: Words
    around_said: Words
    around_passed: Words
    around_to_come: Words
    around_more: Words
    counts_title: Words
    counts_about: Words
    span: Words
    span_all: Words
    span_year: Words
    span_quarter: Words
    span_month: Words
    span_own: Words
    since: Words
    until: Words
    day_hint: Words
    day_unreadable: Words
    end_before_start: Words
    counts_sum: Words
    counts_none: Words
    weekdays_title: Words
    hours_title: Words
    places_title: Words
    places_none: Words
    kinds_title: Words
    kinds_none: Words
    after_title: Words
    after_about: Words
    after_line: Words
    after_in_all: Words
    after_none: Words
    count_open: Words
    count_said: Words
    entries_one: Words
    entries_few: Words
    entries_many: Words
    days_one: Words
    days_few: Words
    days_many: Words
    times_one: Words
    times_few: Words
    times_many: Words


class DaysWords(Strict, frozen=True):
    """The page about her own days."""

    title: Words
    about: Words
    why: Words
    empty_title: Words
    empty_text: Words
    empty_example: Words
    add: Words
    change: Words
    remove: Words
    removed: Words
    take_back: Words
    kept: Words
    keep: Words
    back: Words
    not_kept: Words
    form_title: Words
    words: Words
    words_hint: Words
    start: Words
    start_why: Words
    end: Words
    day_hint: Words
    no_day: Words
    span: Words
    words_needed: Words
    day_unreadable: Words
    end_before_start: Words
    start_needed: Words


class WhenWords(Strict, frozen=True):
    """What stands below a time that is only about."""

    lean: Words
    lean_none: Words
    side: Words
    add: Words
    add_why: Words
    new_keep: Words
    new_back: Words
    not_there: Words


class CalendarWords(msgspec.Struct, frozen=True):
    """All of it in one language. `dates`, `hours` and `sides`: words for each id."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: PageWords
    days: DaysWords
    when: WhenWords
    dates: dict[str, str]
    hours: dict[str, str]
    sides: dict[str, str]

    def entries(self, count: int) -> str:
        """ "1 entry", "2 entries"."""
        say = self.page
        return self._counted(count, say.entries_one, say.entries_few, say.entries_many)

    def so_many_days(self, count: int) -> str:
        """ "1 day", "2 days"."""
        return self._counted(count, self.page.days_one, self.page.days_few, self.page.days_many)

    def times(self, count: int) -> str:
        """ "1 time", "2 times"."""
        return self._counted(count, self.page.times_one, self.page.times_few, self.page.times_many)

    def _counted(self, count: int, one: str, few: str, many: str) -> str:
        if self.language != "ru":
            chosen = one if count == 1 else many
        elif count % 10 == 1 and count % 100 != 11:
            chosen = one
        else:
            chosen = few if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else many
        return chosen.format(count=count)


@lru_cache(maxsize=8)
def load_calendar_words(language: str) -> CalendarWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("dates", "hours", "sides"))
    words = open_words("calendar", language, ("page", "days", "when", *lists))
    return CalendarWords(
        **words.head,
        page=words.part("page", PageWords),
        days=words.part("days", DaysWords),
        when=words.part("when", WhenWords),
        **{name: words.by_id(name, ids) for name, ids in lists.items()},
    )
