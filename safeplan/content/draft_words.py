"""The words of the page with drafts for the counter, in three languages.

May touch: resources/drafts/. Must never state a fact of law: those have a source and a date, in the country's pack.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "drafts/shape.toml"


class DraftPage(Strict, frozen=True):
    """The sentences of the page. What stands in braces is filled in by it."""

    not_here: Words
    nothing: Words
    write_down: Words
    which: Words
    language: Words
    entries: Words
    entries_why: Words
    more: Words
    only_files: Words
    order: Words
    order_none: Words
    order_of: Words
    order_nameless: Words
    orders_page: Words
    about: Words
    about_why: Words
    to: Words
    from_: Words
    from_why: Words
    case_number: Words
    in_words: Words
    read_over: Words
    read_title: Words
    read_about: Words
    too_many: Words
    not_on: Words
    hand_over: Words
    found_title: Words
    found_about: Words
    found_none: Words
    kept_lines: Words
    asks: Words
    boxes: Words
    filled_anew: Words
    name: Words
    name_why: Words
    bad_name: Words
    write: Words
    written: Words
    written_where: Words


class DraftWords(msgspec.Struct, frozen=True):
    """All of it in one language. `languages`: what each language of a paper is called."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: DraftPage
    languages: dict[str, str]


@lru_cache(maxsize=8)
def load_draft_words(language: str) -> DraftWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("languages",))
    words = open_words("drafts", language, ("page", *lists))
    return DraftWords(
        **words.head,
        page=words.part("page", DraftPage),
        languages=words.by_id("languages", lists["languages"]),
    )
