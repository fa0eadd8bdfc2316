"""The words of the page with drafts for the counter, in three languages.

May touch: resources/drafts/. Must never state a fact of law: those have a source and a date, in the country's pack.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import (
    Id,
    Words,
    known_language,
    no_twins,
    only,
    part,
    read_table,
    review_of,
    same_ids,
    stated_language,
)

SHAPE = "drafts/shape.toml"


class DraftPage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
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
    file = f"drafts/{known_language(language)}.toml"
    shape, words = read_table(SHAPE), read_table(file)
    only(shape, ("languages",), SHAPE)
    only(words, ("language", "reviewed_by", "reviewed_on", "page", "languages"), file)
    stated_language(words, language, file)
    by, on = review_of(words, file)
    ids = part(shape, "languages", tuple[Id, ...], SHAPE)
    no_twins(ids, SHAPE, "languages")
    said = part(words, "languages", dict[str, Words], file)
    same_ids(ids, said, file, "languages")
    page = part(words, "page", DraftPage, file)
    return DraftWords(language, by, on, page, {one: said[one] for one in ids})
