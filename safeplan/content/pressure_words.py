"""The words of the log of pressure, in three languages, and which facts of a country's pack stand beside it.

May touch: resources/pressure/. Must never say what to decide, or that a paper has to be signed or refused.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.facts import Region
from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import lists_of_ids, open_words

SHAPE = "pressure/shape.toml"


class PressurePage(Strict, frozen=True):
    """The sentences of the page. {who}, {words}, {what}, {day}, {name} and {reason} are filled in by it."""

    title: Words
    about: Words
    empty_title: Words
    empty_text: Words
    empty_example: Words
    write: Words
    write_hint: Words
    when: Words
    skip: Words
    who_title: Words
    who_why: Words
    who_known: Words
    who: Words
    who_hint: Words
    words: Words
    asked_title: Words
    asked_why: Words
    paper_title: Words
    paper_why: Words
    paper: Words
    paper_words: Words
    promise_title: Words
    promise_why: Words
    promised: Words
    look_again: Words
    look_again_hint: Words
    day_hint: Words
    day_unreadable: Words
    nothing_written: Words
    not_kept: Words
    keep: Words
    kept: Words
    kept_beside: Words
    back: Words
    calm_title: Words
    calm: Words
    law: Words
    law_none: Words
    law_ask: Words
    list: Words
    older: Words
    again: Words
    by: Words
    said: Words
    wanted: Words
    paper_said: Words
    promise_said: Words
    look_on: Words
    open_promise: Words
    outcome_day: Words
    open_entry: Words
    outcome: Words
    outcome_title: Words
    outcome_on: Words
    outcome_words: Words
    outcome_kept: Words
    change: Words
    change_title: Words
    photo: Words
    photo_taking: Words
    photo_kept: Words
    photo_stopped: Words
    photo_failed: Words
    photos: Words
    later: Words
    no_more: Words
    outcome_remove: Words
    outcome_removed: Words
    take_back: Words
    left: Words


class PressureWords(msgspec.Struct, frozen=True):
    """All of it in one language. `asked`, `paper`, `kept`: words for each id of the records, in the order shown."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: PressurePage
    asked: dict[str, str]
    paper: dict[str, str]
    kept: dict[str, str]
    cards: tuple[str, ...]

    def facts(self, region: Region | None) -> tuple[str, ...]:
        """Ids of what the pack knows about who can stop a case; empty where it knows nothing."""
        if region is None:
            return ()
        there = {one.id for one in region.cards}
        return (*(one.id for one in region.withdrawal_rules), *(one for one in self.cards if one in there))


@lru_cache(maxsize=8)
def load_pressure_words(language: str) -> PressureWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    lists = lists_of_ids(SHAPE, ("asked", "paper", "kept", "cards"))
    cards = lists.pop("cards")
    words = open_words("pressure", language, ("page", *lists))
    return PressureWords(
        **words.head,
        page=words.part("page", PressurePage),
        cards=cards,
        **{name: words.by_id(name, ids) for name, ids in lists.items()},
    )
