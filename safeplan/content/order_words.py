"""The words of the page about orders, in three languages, and what a breach can have been.

May touch: resources/orders/. Must never say that an order keeps anyone away, call a day missed, or add a
kind of harm to what she chose.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "orders/shape.toml"


class PageWords(Strict, frozen=True):
    """The sentences of the page. What stands in {braces} is filled in by it."""

    title: Words
    about: Words
    not_stop: Words
    empty_title: Words
    empty_text: Words
    empty_example: Words
    not_kept: Words
    add: Words
    change: Words
    remove: Words
    removed: Words
    remove_ask: Words
    remove_ask_text: Words
    leave_it: Words
    remove_it: Words
    take_back: Words
    kept: Words
    keep: Words
    back: Words
    form_title: Words
    kind: Words
    kind_own: Words
    name: Words
    number: Words
    issued_by: Words
    against: Words
    dates: Words
    issued: Words
    handed_over: Words
    handed_over_why: Words
    copy_received: Words
    paper: Words
    paper_why: Words
    paper_start: Words
    paper_end: Words
    day_hint: Words
    day_unreadable: Words
    end_before_start: Words
    terms: Words
    terms_hint: Words
    one_is_enough: Words
    left_one: Words
    left_few: Words
    left_many: Words
    ends: Words
    ended_on: Words
    begins: Words
    by_paper: Words
    by_pack_handed: Words
    by_pack_start: Words
    last_day_open: Words
    newer_rule: Words
    use_newer: Words
    rule_from: Words
    before_end: Words
    before_end_why: Words
    number_on: Words
    issued_on: Words
    handed_on: Words
    copy_on: Words
    calendar: Words
    calendar_from: Words
    calendar_later: Words
    calendar_key: Words
    came: Words
    there_now: Words
    there_now_text: Words
    there_now_yes: Words
    there_now_no: Words
    there_now_back: Words
    write_title: Words
    write_why: Words
    write_text: Words
    write_what: Words
    write_when: Words
    write_one: Words
    breaches: Words
    breach_no_entry: Words
    breach_open: Words
    breach_entry: Words
    breach_unlink: Words
    breach_unlinked: Words
    ask_for: Words
    ask_for_none: Words
    article_known: Words
    article_ask: Words
    article_hint: Words
    police_title: Words
    reported: Words
    reported_yes: Words
    reported_no: Words
    reported_at: Words
    reported_to: Words
    report_number: Words
    answer: Words
    came_of_it: Words
    better_this_week: Words
    day_passed: Words
    limit_from: Words
    photo: Words
    photo_why: Words
    photo_add: Words
    photo_more: Words
    photo_open: Words
    photo_pages: Words
    photo_not: Words
    photo_gone: Words
    photo_words: Words
    photo_taking: Words
    photo_kept: Words
    photo_stopped: Words
    photo_failed: Words
    if_broken: Words
    before_end_own: Words
    note_add: Words
    note_title: Words
    note_why: Words
    note_on: Words
    note_words: Words
    reported_line: Words
    reported_plain: Words
    reported_none: Words
    police_open: Words
    answer_line: Words
    came_line: Words
    after_text: Words
    after_write: Words
    breaches_more: Words
    left: Words


class OrderWords(msgspec.Struct, frozen=True):
    """All of it in one language. `states`, `missing` and `questions`: a sentence for each id of order_days;
    `happened`: what a breach can have been."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: PageWords
    states: dict[str, str]
    missing: dict[str, str]
    questions: dict[str, str]
    happened: dict[str, str]

    def left(self, days: int) -> str:
        """ "day left", "days left": the words that stand beside the number."""
        if self.language == "en":
            return self.page.left_one if days == 1 else self.page.left_many
        if days % 10 == 1 and days % 100 != 11:
            return self.page.left_one
        few = days % 10 in (2, 3, 4) and days % 100 not in (12, 13, 14)
        return self.page.left_few if few else self.page.left_many


@lru_cache(maxsize=8)
def load_order_words(language: str) -> OrderWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("states", "missing", "questions", "happened"))
    words = open_words("orders", language, ("page", *lists))
    return OrderWords(
        **words.head,
        page=words.part("page", PageWords),
        **{name: words.by_id(name, ids) for name, ids in lists.items()},
    )
