"""What a friend or relative who wants to help can read, in three languages: what helps, what harms, when to call.

May touch: resources/friend/. Must never hold a number or a fact of one country: those stand in the country's pack,
with source and date.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.guide import Point
from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "friend/shape.toml"
_GROUPS = ("helps", "harms", "say", "not_say", "call", "yourself")


class FriendPageWords(Strict, frozen=True):
    """The sentences around the lists. {who} is filled in by the page."""

    title: Words
    about: Words
    keeps_nothing: Words
    helps: Words
    harms: Words
    say: Words
    not_say: Words
    not_say_why: Words
    call: Words
    numbers: Words
    yourself: Words
    unread: Words
    read: Words
    back: Words


class FriendWords(msgspec.Struct, frozen=True):
    """All of it in one language, in the order it is shown. `not_say`: quoted as what hurts, never as advice."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: FriendPageWords
    helps: tuple[Point, ...]
    harms: tuple[Point, ...]
    say: tuple[Point, ...]
    not_say: tuple[Point, ...]
    call: tuple[Point, ...]
    yourself: tuple[Point, ...]


@lru_cache(maxsize=8)
def load_friend_words(language: str) -> FriendWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, _GROUPS)
    words = open_words("friend", language, ("page", *_GROUPS))
    groups = {
        name: tuple(Point(one, text) for one, text in words.by_id(name, ids).items()) for name, ids in lists.items()
    }
    return FriendWords(**words.head, page=words.part("page", FriendPageWords), **groups)
