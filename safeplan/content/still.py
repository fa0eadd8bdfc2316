"""What is usually asked for and can be fetched later, in three languages, each with the way to get it.

May touch: resources/still/. Must never count what is missing, call a day too late, or hold a fact of one country:
those stand in the country's pack, with source and date.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.record_guide import PoliceTold
from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table, same_ids
from safeplan.content.words_file import open_words

SHAPE = "still/shape.toml"


class PageWords(Strict, frozen=True):
    """The sentences around the list."""

    title: Words
    about: Words
    not_for_me: Words
    aside_title: Words
    bring_back: Words
    put_aside: Words
    take_back: Words


class StillPoint(msgspec.Struct, frozen=True):
    """One thing and how to get it. `risk`: what could go wrong, or ""; `cards`: ids of facts of the pack."""

    id: str
    title: str
    how: str
    risk: str
    police_told: PoliceTold
    cards: tuple[str, ...] = ()


class StillWords(msgspec.Struct, frozen=True):
    """All of it in one language; `points` by id, in the order they are shown."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: PageWords
    points: dict[str, StillPoint]


class _PointShape(Strict, frozen=True):
    id: Id
    police_told: PoliceTold
    cards: tuple[Id, ...] = ()
    risky: bool = False


class _PointWords(Strict, frozen=True):
    title: Words
    how: Words
    risk: str = ""


@lru_cache(maxsize=8)
def load_still(language: str) -> StillWords:
    """The words in "en", "ru" or "kk"; ContentBroken(file, where) when they do not fit the shape."""
    shape = read_table(SHAPE)
    only(shape, ("points",), SHAPE)
    points = part(shape, "points", tuple[_PointShape, ...], SHAPE)
    no_twins((one.id for one in points), SHAPE, "points")
    words = open_words("still", language, ("page", "points"))
    said = words.each("points", _PointWords, (one.id for one in points))
    for one in points:
        if one.risky and not said[one.id].risk.strip():
            same_ids(("risk",), (), words.file, f"points.{one.id}")
    return StillWords(
        **words.head,
        page=words.part("page", PageWords),
        points={
            one.id: StillPoint(
                one.id, said[one.id].title, said[one.id].how, said[one.id].risk, one.police_told, one.cards
            )
            for one in points
        },
    )
