"""The words of "My record, checked": the page, the card on paper, what a check found, what happened to a file.

May touch: resources/proof/. Must never claim more than a comparison shows.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "proof/shape.toml"

_Several = Annotated[tuple[Words, ...], msgspec.Meta(min_length=1, max_length=8)]


class PageWords(Strict, frozen=True):
    """The sentences of the page, which fills in {lines}, {moment}, {count}, {place}, {words}, {then} and {now}."""

    title: Words
    none_title: Words
    none_text: Words
    none_example: Words
    check_title: Words
    check_text: Words
    check: Words
    checking: Words
    well: Words
    advice: Words
    advice_loose: Words
    last: Words
    last_bad: Words
    shows_title: Words
    shows: _Several
    not_title: Words
    not_shows: _Several
    head_title: Words
    head_text: Words
    head_use: Words
    head_show: Words
    head_again: Words
    head_lines: Words
    head_waiting: Words
    head_all: Words
    head_ask_title: Words
    head_ask: Words
    head_ask_all: Words
    head_ask_before: Words
    head_ask_back: Words
    head_number: Words
    head_square: Words
    square_spoken: Words
    card_title: Words
    card_text: Words
    card_risk: Words
    card_name: Words
    card_name_why: Words
    card_make: Words
    card_made: Words
    card_place: Words
    card_bad_name: Words
    compare_title: Words
    compare_field: Words
    compare_why: Words
    compare: Words
    compare_unreadable: Words
    compare_unknown: Words
    compare_same: Words
    compare_found: Words
    compare_empty: Words
    compare_limit: Words
    compare_missing: Words
    compare_or: Words
    custody_title: Words
    custody_text: Words
    custody_none: Words
    more: Words
    views_title: Words
    views_tick: Words
    views_why: Words
    views_count: Words
    views_forget: Words
    views_forgotten: Words
    file_title: Words
    fingerprint: Words
    to_record: Words


class GivenWords(Strict, frozen=True):
    """Who got it, what for and until when: {who}, {what}, {when}, {entries}, {files}, {number}."""

    to: Words
    nobody: Words
    purpose: Words
    until: Words
    held: Words
    of_entry: Words


class CardWords(Strict, frozen=True):
    """What stands on the printed card; {day} is in words, in `day_opened` that of the opening it speaks up to."""

    title: Words
    day: Words
    day_opened: Words
    number: Words
    square: Words
    note: Words
    use: Words
    cut: Words


class ChangeWords(Strict, frozen=True):
    """How a change to an entry is shown and read aloud; {words} are hers."""

    title: Words
    key: Words
    was: Words
    now: Words
    nothing: Words
    first: Words
    marks: Words
    other: Words


class RecordWords(msgspec.Struct, frozen=True):
    """All of it in one language. `faults` and `acts`: a sentence for each fault, for each thing that happened."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: PageWords
    given: GivenWords
    card: CardWords
    changes: ChangeWords
    faults: dict[str, str]
    acts: dict[str, str]


@lru_cache(maxsize=8)
def load_record_words(language: str) -> RecordWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("faults", "acts"))
    words = open_words("proof", language, ("page", "given", "card", "changes", *lists))
    return RecordWords(
        **words.head,
        page=words.part("page", PageWords),
        given=words.part("given", GivenWords),
        card=words.part("card", CardWords),
        changes=words.part("changes", ChangeWords),
        **{name: words.by_id(name, ids) for name, ids in lists.items()},
    )
