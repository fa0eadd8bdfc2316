"""The words of a computer that many people use in turn: its first page, the two words, taking along and ending.

May touch: resources/kiosk/. Must never say that something is kept there.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "kiosk/shape.toml"


class StartWords(Strict, frozen=True):
    """The first page, before anything is open."""

    title: Words
    of: Words
    about: Words
    nothing_kept: Words
    begin: Words
    beginning: Words
    numbers: Words
    not_swept: Words


class TwoWords(Strict, frozen=True):
    """The page that shows the two words, and asks for them later."""

    title: Words
    title_back: Words
    keep_in_mind: Words
    way_back: Words
    hand: Words
    go_on: Words
    field: Words
    field_why: Words
    open: Words
    wrong: Words
    wait: Words
    left_minutes: Words
    left_seconds: Words
    not_yours: Words


class LeaveWords(Strict, frozen=True):
    """The page at the end."""

    title: Words
    about: Words
    end: Words
    end_why: Words
    ask: Words
    ask_text: Words
    ask_back: Words
    ask_end: Words
    ending: Words
    done: Words
    phrase: Words
    own_words: Words
    written_down: Words
    first_write: Words
    which_stick: Words
    no_stick: Words
    look_again: Words
    other_folder: Words
    making: Words
    stopped: Words
    stick_done: Words
    open_there: Words
    plan_done: Words
    leave_stick: Words
    again: Words
    no_plan: Words
    printer_remembers: Words
    printing: Words
    printed: Words
    no_printer: Words
    none: Words


class HandWords(Strict, frozen=True):
    """The page in large letters."""

    title: Words
    steps: Words
    no_steps: Words
    numbers: Words
    back: Words


class Way(Strict, frozen=True):
    """One way to take something along."""

    title: Words
    text: Words
    action: Words


class KioskWords(msgspec.Struct, frozen=True):
    """All of it in one language; `ways` by id, in the order they are shown."""

    language: str
    reviewed_by: str
    reviewed_on: str
    start: StartWords
    words: TwoWords
    leave: LeaveWords
    by_hand: HandWords
    ways: dict[str, Way]


@lru_cache(maxsize=8)
def load_kiosk_words(language: str) -> KioskWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    ways = lists_of_ids(SHAPE, ("ways",))["ways"]
    words = open_words("kiosk", language, ("start", "words", "leave", "by_hand", "ways"))
    return KioskWords(
        **words.head,
        start=words.part("start", StartWords),
        words=words.part("words", TwoWords),
        leave=words.part("leave", LeaveWords),
        by_hand=words.part("by_hand", HandWords),
        ways=words.each("ways", Way, ways),
    )
