"""The technology check: where to look, who can see the looking, what to keep first, and which steps can follow.

May touch: resources/techcheck/ and the shape of the guide's section whose steps it names. Must never call anything
clean: what stands under "saw nothing" says what was not looked into.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from safeplan.content.guide_shape import SectionId, load_section_shape
from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table, same_ids
from safeplan.content.words_file import open_words
from safeplan.errors import ContentBroken

SHAPE = "techcheck/shape.toml"
# The order in which things can be seen: what that person does not notice comes first.
SEEN = ("unseen", "slight", "visible")

Look = Literal["unseen", "slight", "visible"]
# "" where there is nothing to change, only something to know.
Change = Literal["", "unseen", "slight", "visible"]


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Place(msgspec.Struct, frozen=True):
    """One thing to look at. `ask`: a question for two; `steps`: suggestions; `leads`: parts to look at first."""

    id: str
    part: str
    title: str
    where: str
    keep: str
    otherwise: str
    ask: str
    look: Look
    change: Change
    steps: tuple[str, ...]
    leads: tuple[str, ...]


class Part(msgspec.Struct, frozen=True):
    """A group of places. `missed`: what can be there although nothing was seen."""

    id: str
    title: str
    why: str
    missed: str
    places: tuple[Place, ...]


class CheckWords(Strict, frozen=True):
    """The sentences of the page that belong to no single place."""

    about: tuple[Words, ...]
    alone: Words
    together: tuple[Words, ...]
    saw: Words
    unsure: Words
    nothing: Words
    after_why: Words
    after_nothing: Words
    after_open: Words


class TechCheck(msgspec.Struct, frozen=True):
    """All of it in one language. `reviewed_by` and `reviewed_on` are empty until a specialist has read it."""

    language: str
    reviewed_by: str
    reviewed_on: str
    words: CheckWords
    parts: tuple[Part, ...]
    section: str
    always: tuple[str, ...]
    after_nothing: tuple[str, ...]

    def part(self, part_id: str) -> Part:
        """The part of this id, the first one for an id of another edition."""
        return next((one for one in self.parts if one.id == part_id), self.parts[0])

    def places(self) -> tuple[Place, ...]:
        """All places in the order shown."""
        return tuple(place for one in self.parts for place in one.places)


# ── What stands in shape.toml ───────────────────────────────────────────────────────────────────────────────────
class _PlaceShape(Strict, frozen=True):
    id: Id
    look: Look
    steps: tuple[Id, ...]
    change: Change = ""
    leads: tuple[Id, ...] = ()

    @property
    def part(self) -> str:
        """The id begins with it."""
        return self.id.partition("_")[0]


class _Shape(Strict, frozen=True):
    section: SectionId
    always: tuple[Id, ...]
    after_nothing: tuple[Id, ...]
    parts: tuple[SectionId, ...]
    items: tuple[_PlaceShape, ...]


# ── What stands in en.toml, ru.toml, kk.toml ────────────────────────────────────────────────────────────────────
class _PartWords(Strict, frozen=True):
    title: Words
    why: Words
    missed: Words


class _PlaceWords(Strict, frozen=True):
    title: Words
    where: Words
    keep: Words
    otherwise: Words
    ask: Words


@lru_cache(maxsize=8)
def load_tech_check(language: str) -> TechCheck:
    """The check in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    shape = _load_shape()
    words = open_words("techcheck", language, ("page", "parts", "items"))
    parts = words.each("parts", _PartWords, shape.parts)
    said = words.each("items", _PlaceWords, (one.id for one in shape.items))
    return TechCheck(
        **words.head,
        words=words.part("page", CheckWords),
        parts=tuple(
            Part(
                id=one,
                title=parts[one].title,
                why=parts[one].why,
                missed=parts[one].missed,
                places=tuple(_place(item, said[item.id]) for item in shape.items if item.part == one),
            )
            for one in shape.parts
        ),
        section=shape.section,
        always=shape.always,
        after_nothing=shape.after_nothing,
    )


def _place(shape: _PlaceShape, words: _PlaceWords) -> Place:
    return Place(
        id=shape.id,
        part=shape.part,
        title=words.title,
        where=words.where,
        keep=words.keep,
        otherwise=words.otherwise,
        ask=words.ask,
        look=shape.look,
        change=shape.change,
        steps=shape.steps,
        leads=shape.leads,
    )


def _load_shape() -> _Shape:
    table = read_table(SHAPE)
    only(table, ("section", "always", "after_nothing", "parts", "items"), SHAPE)
    shape = _Shape(
        section=part(table, "section", SectionId, SHAPE),
        always=part(table, "always", tuple[Id, ...], SHAPE),
        after_nothing=part(table, "after_nothing", tuple[Id, ...], SHAPE),
        parts=part(table, "parts", tuple[SectionId, ...], SHAPE),
        items=part(table, "items", tuple[_PlaceShape, ...], SHAPE),
    )
    no_twins(shape.parts, SHAPE, "parts")
    no_twins((one.id for one in shape.items), SHAPE, "items")
    same_ids(shape.parts, {one.part for one in shape.items}, SHAPE, "items")
    known = {one.id for one in load_section_shape(shape.section).suggestions}
    same_ids((), {*shape.always, *shape.after_nothing} - known, SHAPE, "always")
    last: dict[str, int] = {}
    for one in shape.items:
        above = f"items.{one.id}"
        same_ids((), set(one.steps) - known, SHAPE, f"{above}.steps")
        same_ids((), set(one.leads) - set(shape.parts), SHAPE, f"{above}.leads")
        if not one.steps:
            raise ContentBroken(file=SHAPE, where=f"{above}.steps")
        # What can be noticed must not stand before what cannot: people begin at the top.
        if SEEN.index(one.look) < last.get(one.part, 0):
            raise ContentBroken(file=SHAPE, where=f"{above}.look")
        last[one.part] = SEEN.index(one.look)
    return shape


__all__ = ["SEEN", "Change", "CheckWords", "Look", "Part", "Place", "TechCheck", "load_tech_check"]
