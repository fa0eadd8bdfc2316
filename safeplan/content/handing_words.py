"""The words on the way to a hand-over, in three languages: for whom, what for, what is named before it leaves.

May touch: resources/handing/. Must never call anything safe, alarm, or advise what to give.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table
from safeplan.content.words_file import list_of_ids, open_words

SHAPE = "handing/shape.toml"
_LISTS = ("kinds", "purposes", "parts", "whys", "photo_whys", "groups")


class PageWords(Strict, frozen=True):
    """The sentences of the page. Words in braces are filled in by it."""

    about: Words
    back: Words
    next: Words
    take_back: Words
    who_title: Words
    who_kind: Words
    who_purpose: Words
    who_name: Words
    who_own_words: Words
    who_none: Words
    who_about: Words
    who_about_all: Words
    who_about_case: Words
    who_about_order: Words
    who_nameless: Words
    who_asked_for: Words
    who_asked_for_why: Words
    who_until_why: Words
    who_until: Words
    who_first_page: Words
    who_more: Words
    who_more_why: Words
    who_author: Words
    who_author_why: Words
    who_case_number: Words
    again: Words
    all_handed: Words
    what_title: Words
    what_none: Words
    what_sum: Words
    what_suggested: Words
    what_suggesting: Words
    what_files: Words
    what_private: Words
    what_more: Words
    what_parts: Words
    what_fields: Words
    what_fields_why: Words
    what_notes: Words
    what_contacts: Words
    what_contacts_why: Words
    what_own_contact: Words
    annex_title: Words
    annex_why: Words
    annex_none: Words
    annex_file: Words
    annex_made_by: Words
    annex_device: Words
    annex_original: Words
    map_title: Words
    map_locked: Words
    map_sum: Words
    map_fields: Words
    map_left_out: Words
    map_copies: Words
    map_notes: Words
    map_contacts: Words
    map_with_notes: Words
    map_with_contacts: Words
    shows_title: Words
    shows_about: Words
    shows_limit: Words
    shows_wait: Words
    shows_first: Words
    shows_none: Words
    shows_sum: Words
    shows_where: Words
    shows_cover: Words
    shows_sheet: Words
    shows_beside: Words
    shows_times: Words
    shows_out: Words
    shows_in: Words
    shows_ask: Words
    shows_leave_in: Words
    shows_leave_out: Words
    shows_photos: Words
    shows_copy: Words
    shows_original: Words
    shows_stays: Words
    shows_let_original: Words
    shows_let_copy: Words
    shows_keep_file: Words
    shows_seen: Words
    safe_known: Words
    safe_own: Words
    safe_unknown: Words
    safe_off: Words
    safe_which: Words
    safe_days: Words
    safe_typed: Words
    safe_none: Words
    safe_day: Words
    safe_day_why: Words
    safe_bad: Words
    reads_title: Words
    reads_about: Words
    reads_none: Words
    reads_sum: Words
    reads_remove: Words
    reads_removed: Words
    language_title: Words
    language_one: Words
    language_why: Words
    language_second: Words
    translate_title: Words
    translate_why: Words
    translate_none: Words
    translate_stays: Words
    translate_box: Words
    more: Words


class HandingWords(msgspec.Struct, frozen=True):
    """All of it in one language. `together`: the fields of an entry that go or stay as one, by the id of `fields`."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: PageWords
    kinds: dict[str, str]
    purposes: dict[str, str]
    parts: dict[str, str]
    whys: dict[str, str]
    photo_whys: dict[str, str]
    groups: dict[str, str]
    fields: dict[str, str]
    together: dict[str, tuple[str, ...]]


@lru_cache(maxsize=8)
def load_handing_words(language: str) -> HandingWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    shape = read_table(SHAPE)
    only(shape, (*_LISTS, "fields"), SHAPE)
    together = part(shape, "fields", dict[str, tuple[Id, ...]], SHAPE)
    no_twins((field for fields in together.values() for field in fields), SHAPE, "fields")
    words = open_words("handing", language, ("page", *_LISTS, "fields"))
    return HandingWords(
        **words.head,
        page=words.part("page", PageWords),
        fields=words.by_id("fields", together),
        together=together,
        **{name: words.by_id(name, list_of_ids(shape, name, SHAPE)) for name in _LISTS},
    )
