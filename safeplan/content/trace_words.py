"""The words about what this computer still knows, in three languages: each place, what it tells, what can be done.

May touch: resources/traces/. Must never call a computer clean, or promise that something removed is erased.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "traces/shape.toml"


class TracesPageWords(Strict, frozen=True):
    """The sentences around what was found. Filled in by the page: {count}, {place} and {text}."""

    title: Words
    line: Words
    about: Words
    first: Words
    look: Words
    looking: Words
    stopped: Words
    found_title: Words
    found_none: Words
    found_named: Words
    lines: Words
    lines_named: Words
    named: Words
    more: Words
    place: Words
    tells: Words
    way_hand: Words
    way_admin: Words
    way_never: Words
    remove: Words
    ask: Words
    ask_lines: Words
    ask_files: Words
    noticed: Words
    returns: Words
    disk: Words
    leave: Words
    go: Words
    removed: Words
    gone: Words
    changed: Words
    refused: Words
    link: Words
    to_settings: Words
    looked_title: Words
    looked_about: Words
    seen_found: Words
    seen_named: Words
    seen_clean: Words
    seen_part: Words
    seen_closed: Words
    seen_missing: Words
    unseen_title: Words
    word_title: Words
    word_about: Words
    word: Words
    word_why: Words
    word_look: Words
    word_none: Words
    word_not: Words
    word_found: Words
    unread: Words


class OthersWords(Strict, frozen=True):
    """The card of the settings: pictures of the screen, copied words. One of the `help_…` holds on each system."""

    title: Words
    about: Words
    help: Words
    help_keeps: Words
    help_older: Words
    help_no: Words
    help_refused: Words
    copies: Words
    copies_why: Words
    copies_never: Words
    to_page: Words


class PlaceWords(Strict, frozen=True):
    """One place: what it is, what it tells somebody who looks, what can be done about it."""

    title: Words
    tells: Words
    way: Words


class TraceWords(msgspec.Struct, frozen=True):
    """All of it in one language; `places` and `unseen` by the ids of safeplan/traces/."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: TracesPageWords
    settings: OthersWords
    places: dict[str, PlaceWords]
    unseen: dict[str, str]


@lru_cache(maxsize=8)
def load_trace_words(language: str) -> TraceWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("places", "unseen"))
    words = open_words("traces", language, ("page", "settings", "places", "unseen"))
    return TraceWords(
        **words.head,
        page=words.part("page", TracesPageWords),
        settings=words.part("settings", OthersWords),
        places=words.each("places", PlaceWords, lists["places"]),
        unseen=words.by_id("unseen", lists["unseen"]),
    )
