"""The words at a counsellor's desk: the list, the beginning of a session, what it can be for.

May touch: resources/desk/. Must never hold a name, nor tell a client what to decide.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "desk/shape.toml"


class ClientsWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The list."""

    title: Words
    report_title: Words
    report_no_name: Words
    search: Words
    none: Words
    nothing_found: Words
    no_name: Words
    line_session: Words
    line_made: Words
    line_until: Words
    line_session_only: Words
    open: Words
    rename: Words
    alias: Words
    alias_why: Words
    keep_name: Words
    new_title: Words
    new_about: Words
    new: Words
    call: Words
    loose_title: Words
    loose_about: Words
    loose_add: Words
    gone: Words
    gone_drop: Words
    busy: Words
    more: Words
    counts: Words


class BeginWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Before the first question of a session."""

    title: Words
    say_first: Words
    told: Words
    for_what: Words
    for_what_why: Words
    way: Words
    go_short: Words
    go_full: Words
    nothing_yet: Words
    back: Words


class PathWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the two ways a session can take."""

    title: Words
    text: Words


class DeskWords(msgspec.Struct, frozen=True):
    """All of it in one language; `topics` and `paths` by id, in the order they are shown."""

    language: str
    reviewed_by: str
    reviewed_on: str
    clients: ClientsWords
    begin: BeginWords
    paths: dict[str, PathWords]
    topics: dict[str, str]


@lru_cache(maxsize=8)
def load_desk_words(language: str) -> DeskWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("topics", "paths"))
    words = open_words("desk", language, ("clients", "begin", "paths", "topics"))
    return DeskWords(
        **words.head,
        clients=words.part("clients", ClientsWords),
        begin=words.part("begin", BeginWords),
        paths=words.each("paths", PathWords, lists["paths"]),
        topics=words.by_id("topics", lists["topics"]),
    )
