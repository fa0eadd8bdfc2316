"""What can matter to her, and ways that can be gone: what of hers each may serve, and what it may cost.

May touch: resources/weigh/. Must never put ways into an order, weigh one against another, or say leave or stay.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from safeplan.content.guide_shape import PoliceTold
from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table, same_ids
from safeplan.content.words_file import list_of_ids, open_words
from safeplan.errors import ContentBroken

SHAPE = "weigh/shape.toml"
# How much something matters is one of these words; the record keeps its place among them, and nothing adds them up.
LEVELS = ("none", "little", "much", "most")


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Value(msgspec.Struct, frozen=True):
    """Something that can matter. `hint`: an example or two."""

    id: str
    text: str
    hint: str


class Steps(Strict, frozen=True):
    """Steps of one section of the guide, by id, that can make a way less costly."""

    section: Id
    steps: tuple[Id, ...]


class Way(msgspec.Struct, frozen=True):
    """One way. `serves` and `costs`: value id to sentence, in the order of the values; a value may stand in both.

    `risk` is always shown, whatever she weighed; `unknown`: what nobody can know beforehand.
    """

    id: str
    title: str
    text: str
    risk: str
    unknown: tuple[str, ...]
    serves: dict[str, str]
    costs: dict[str, str]
    less: tuple[Steps, ...]
    police_told: PoliceTold = ""


class WeighWords(Strict, frozen=True):
    """The sentences of the page that belong to no single value or way."""

    about: tuple[Words, ...]
    values_title: Words
    values_why: Words
    own_value_title: Words
    own_value_hint: Words
    paths_title: Words
    paths_why: Words
    order_note: Words
    none_weighed: Words
    serves_title: Words
    serves_none: Words
    costs_title: Words
    costs_none: Words
    others_title: Words
    less_title: Words
    unknown_title: Words
    own_path_title: Words
    own_path_what: Words
    own_path_hint: Words
    own_path_serves: Words
    own_path_costs: Words
    own_path_mine: Words
    nothing_now: Words
    again_title: Words
    again_why: Words
    again_due: Words


class Weighing(msgspec.Struct, frozen=True):
    """All of it in one language. `levels`: the words for how much, in the order of LEVELS."""

    language: str
    reviewed_by: str
    reviewed_on: str
    words: WeighWords
    levels: tuple[str, ...]
    values: tuple[Value, ...]
    ways: tuple[Way, ...]


# ── What stands in the files ────────────────────────────────────────────────────────────────────────────────────
class _WayShape(Strict, frozen=True):
    id: Id
    serves: tuple[Id, ...]
    costs: tuple[Id, ...]
    less: tuple[Steps, ...]
    police_told: PoliceTold = ""


class _ValueText(Strict, frozen=True):
    text: Words
    hint: Words


class _WayText(Strict, frozen=True):
    title: Words
    text: Words
    risk: Words
    unknown: tuple[Words, ...]
    serves: dict[str, Words]
    costs: dict[str, Words]


@lru_cache(maxsize=8)
def load_weighing(language: str) -> Weighing:
    """Values and ways in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    value_ids, shapes = _load_shape()
    words = open_words("weigh", language, ("page", "levels", "values", "paths"))
    values = words.each("values", _ValueText, value_ids)
    ways = words.each("paths", _WayText, (one.id for one in shapes))
    return Weighing(
        **words.head,
        words=words.part("page", WeighWords),
        levels=tuple(words.by_id("levels", LEVELS).values()),
        values=tuple(Value(one, values[one].text, values[one].hint) for one in value_ids),
        ways=tuple(_way(one, ways[one.id], value_ids, words.file) for one in shapes),
    )


def _load_shape() -> tuple[tuple[str, ...], tuple[_WayShape, ...]]:
    shape = read_table(SHAPE)
    only(shape, ("values", "levels", "paths"), SHAPE)
    values = list_of_ids(shape, "values", SHAPE)
    if part(shape, "levels", tuple[Id, ...], SHAPE) != LEVELS:
        raise ContentBroken(file=SHAPE, where="levels")
    ways = part(shape, "paths", tuple[_WayShape, ...], SHAPE)
    no_twins((one.id for one in ways), SHAPE, "paths")
    for one in ways:
        above = f"paths.{one.id}"
        for kind, named in (("serves", one.serves), ("costs", one.costs)):
            no_twins(named, SHAPE, f"{above}.{kind}")
            same_ids((), set(named) - set(values), SHAPE, f"{above}.{kind}")
            # A way without anything for it, or without a price, would be advice.
            if not named:
                raise ContentBroken(file=SHAPE, where=f"{above}.{kind}")
    return values, ways


def _way(shape: _WayShape, words: _WayText, values: tuple[str, ...], file: str) -> Way:
    above = f"paths.{shape.id}"
    same_ids(shape.serves, words.serves, file, f"{above}.serves")
    same_ids(shape.costs, words.costs, file, f"{above}.costs")
    if not words.unknown:
        raise ContentBroken(file=file, where=f"{above}.unknown")
    return Way(
        id=shape.id,
        title=words.title,
        text=words.text,
        risk=words.risk,
        unknown=words.unknown,
        serves={one: words.serves[one] for one in values if one in words.serves},
        costs={one: words.costs[one] for one in values if one in words.costs},
        less=shape.less,
        police_told=shape.police_told,
    )
