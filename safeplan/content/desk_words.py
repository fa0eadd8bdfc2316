"""The words at a counsellor's desk: the list, the beginning of a session, what it can be for.

May touch: resources/desk/. Must never hold a name, nor tell a client what to decide.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "desk/shape.toml"


class ClientsWords(Strict, frozen=True):
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
    alias_ask: Words
    alias_open: Words
    calling: Words
    calls_no: Words
    calls_how: Words
    calls_open: Words
    calls_write: Words
    calls_why: Words
    calls_keep: Words


class BeginWords(Strict, frozen=True):
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


class PathWords(Strict, frozen=True):
    """One of the two ways a session can take."""

    title: Words
    text: Words


class DueWords(Strict, frozen=True):
    """On the list: whose folder may lie here no longer."""

    title: Words
    about: Words
    remove: Words
    ask: Words
    ask_why: Words
    ask_go: Words
    ask_back: Words
    gone: Words
    stayed: Words


class CallWords(Strict, frozen=True):
    """The page to read aloud from."""

    title: Words
    about: Words
    steps_title: Words
    steps_about: Words
    step: Words
    read_title: Words
    read_say: Words
    read_none: Words
    numbers: Words
    done: Words
    emptied: Words


class SessionWords(Strict, frozen=True):
    """A session in the client's own store."""

    title: Words
    since_title: Words
    since_nothing: Words
    since_entries: Words
    since_steps: Words
    since_done: Words
    since_unknown: Words
    today: Words
    today_none: Words
    not_kept: Words
    ways_title: Words
    ways_all: Words
    open: Words
    counted_steps: Words
    counted_facts: Words
    read_title: Words
    read_about: Words
    read_open: Words
    home_title: Words
    home_about: Words
    home_meeting: Words
    home_day: Words
    home_make: Words
    home_empty: Words
    home_done: Words
    agreed_title: Words
    agreed_none: Words
    agreed_some: Words
    agreed_open: Words
    end_title: Words
    topics: Words
    referrals: Words
    counted: Words
    end: Words
    purged: Words


class ConsentWords(Strict, frozen=True):
    """What is agreed to, and its end."""

    title: Words
    about: Words
    choose: Words
    who: Words
    purpose: Words
    purpose_first: Words
    until: Words
    until_session: Words
    until_day: Words
    day: Words
    read_title: Words
    said: Words
    said_session: Words
    said_day: Words
    said_back: Words
    agree: Words
    given: Words
    missing: Words
    holding: Words
    ended: Words
    given_on: Words
    ended_on: Words
    no_words: Words
    take_back: Words
    taken_back: Words
    second_title: Words
    second_about: Words
    second_hers: Words
    second_other: Words
    second_go: Words
    second_done: Words
    new_title: Words
    new_about: Words
    new_spare: Words
    new_spare_why: Words
    new_go: Words
    new_working: Words
    new_done: Words
    new_stopped: Words
    own_only: Words
    copies_first: Words


class LeaveWords(Strict, frozen=True):
    """The end: what is taken along and what goes."""

    title: Words
    stays_title: Words
    stays_none: Words
    stays_day: Words
    change: Words
    take_title: Words
    take_about: Words
    phrase: Words
    take: Words
    taking: Words
    taken: Words
    where: Words
    stopped: Words
    only_stick: Words
    end_title: Words
    end_gone: Words
    end_kept: Words
    ask: Words
    ask_taken: Words
    ask_not_taken: Words
    ask_go: Words
    ask_back: Words
    ending: Words
    still_here: Words
    nothing: Words
    to_list: Words
    plan: Words
    plan_why: Words
    plan_words: Words
    plan_words_why: Words
    plan_empty: Words
    plan_there: Words


class CountsWords(Strict, frozen=True):
    """The counts."""

    title: Words
    about: Words
    none: Words
    since: Words
    until: Words
    fewer: Words
    fewer_why: Words
    what: Words
    which: Words
    total: Words
    save: Words
    save_why: Words
    saved: Words
    taken: Words


class TogetherWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The page for two people in front of one screen."""

    title: Words
    both: Words
    both_why: Words
    part: Words
    count: Words
    before: Words
    next: Words
    aside: Words
    coming: Words
    last: Words
    aloud: Words
    why: Words
    notes: Words
    notes_why: Words
    write: Words
    back: Words


class AskWords(Strict, frozen=True):
    """One question of a call: what is said, what to heed, its field, and its name when it is read back."""

    say: Words
    then: Words
    field: Words
    short: Words


class WayWords(Strict, frozen=True):
    """One of the three things of a short session."""

    title: Words
    why: Words


class WhatWords(Strict, frozen=True):
    """One thing that can be agreed to; `text` stands within the sentence that is read together."""

    title: Words
    text: Words


class DeskWords(msgspec.Struct, frozen=True):
    """All of it in one language; what has ids in the order it is shown."""

    language: str
    reviewed_by: str
    reviewed_on: str
    clients: ClientsWords
    begin: BeginWords
    due: DueWords
    call: CallWords
    session: SessionWords
    consent: ConsentWords
    leave: LeaveWords
    counts: CountsWords
    together: TogetherWords
    paths: dict[str, PathWords]
    topics: dict[str, str]
    referrals: dict[str, str]
    asks: dict[str, AskWords]
    ways: dict[str, WayWords]
    what: dict[str, WhatWords]
    kinds: dict[str, str]
    parts: dict[str, str]


_PARTS: dict[str, type[Any]] = {
    "clients": ClientsWords,
    "begin": BeginWords,
    "due": DueWords,
    "call": CallWords,
    "session": SessionWords,
    "consent": ConsentWords,
    "leave": LeaveWords,
    "counts": CountsWords,
    "together": TogetherWords,
}


@lru_cache(maxsize=8)
def load_desk_words(language: str) -> DeskWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("topics", "paths", "referrals", "asks", "ways", "what", "kinds", "parts"))
    words = open_words("desk", language, (*_PARTS, *lists))
    return DeskWords(
        **words.head,
        **{key: words.part(key, kind) for key, kind in _PARTS.items()},
        paths=words.each("paths", PathWords, lists["paths"]),
        topics=words.by_id("topics", lists["topics"]),
        referrals=words.by_id("referrals", lists["referrals"]),
        asks=words.each("asks", AskWords, lists["asks"]),
        ways=words.each("ways", WayWords, lists["ways"]),
        what=words.each("what", WhatWords, lists["what"]),
        kinds=words.by_id("kinds", lists["kinds"]),
        parts=words.by_id("parts", lists["parts"]),
    )
