"""The words about a copy to take along, in three languages: making one, opening one, taking something in.

May touch: resources/backup/. Must never promise that a copy is safe from whoever knows its passphrase.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "backup/shape.toml"


class BackupPage(Strict, frozen=True):
    """The sentences of the page. What stands in braces is filled in by it."""

    title: Words
    none: Words
    make_title: Words
    make_about: Words
    make_place: Words
    name: Words
    name_why: Words
    name_first: Words
    name_bad: Words
    name_taken: Words
    make: Words
    making: Words
    made: Words
    made_holds: Words
    made_where: Words
    made_key: Words
    stopped: Words
    last: Words
    last_none: Words
    due: Words
    due_line: Words
    due_open: Words
    not_now: Words
    put_off: Words
    open_title: Words
    open_about: Words
    choose: Words
    chosen: Words
    phrase: Words
    phrase_why: Words
    look: Words
    looking: Words
    wrong: Words
    wrong_hint: Words
    found: Words
    found_holds: Words
    ways_title: Words
    lost_title: Words
    lost_none: Words
    lost_other: Words
    lost_days: Words
    here: Words
    here_why: Words
    beside: Words
    beside_why: Words
    beside_done: Words
    beside_how: Words
    beside_taken: Words
    instead: Words
    instead_why: Words
    ask_first: Words
    ask_go_on: Words
    ask_back: Words
    ask_second: Words
    ask_second_text: Words
    ask_replace: Words
    restoring: Words
    restored: Words
    as_before: Words
    take_title: Words
    take_about: Words
    take_copy: Words
    folder: Words
    comparing: Words
    compare_title: Words
    compare_of_copy: Words
    nothing_new: Words
    people_new: Words
    people_differ: Words
    removed_there: Words
    size: Words
    also_removed: Words
    take: Words
    taking: Words
    taken: Words
    taken_back: Words
    taken_stopped: Words
    see: Words
    line: Words
    line_files: Words
    more_lines: Words
    claim: Words
    claim_none: Words
    claim_why: Words


class BackupWords(msgspec.Struct, frozen=True):
    """All of it in one language. `lost`: by field of WouldBeLost; `meet`: by how an entry stands to those here."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: BackupPage
    lost: dict[str, str]
    meet: dict[str, str]


@lru_cache(maxsize=8)
def load_backup_words(language: str) -> BackupWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("lost", "meet"))
    words = open_words("backup", language, ("page", *lists))
    return BackupWords(
        **words.head,
        page=words.part("page", BackupPage),
        **{name: words.by_id(name, ids) for name, ids in lists.items()},
    )
