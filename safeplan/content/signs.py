"""The warning signs: what is asked, why it matters, where it comes from, and what can be done today.

May touch: resources/signs/. Must never weigh a sign, add signs up or put them into an order of gravity: a sign either
brings help for today first, or it does not, and nothing unmarked counts against her.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import starmap
from typing import Literal

import msgspec

from safeplan.content.guide import Point
from safeplan.content.guide_shape import PoliceTold
from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table, same_ids
from safeplan.content.words_file import list_of_ids, open_words

SHAPE = "signs/shape.toml"
# The group that stands under the question about fear, below her own words.
FEAR = "fear"

Kind = Literal["study", "review", "practice"]


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Sign(msgspec.Struct, frozen=True):
    """One sign. `first`: help for today is shown first when it is marked; `today` are ids of steps."""

    id: str
    group: str
    text: str
    why: str
    sources: tuple[str, ...]
    first: bool = False
    today: tuple[str, ...] = ()


class TodayStep(msgspec.Struct, frozen=True):
    """Something that can be done today. `always`: for everyone a sign brings here first."""

    id: str
    text: str
    risk: str = ""
    police_told: PoliceTold = ""
    always: bool = False


class Source(msgspec.Struct, frozen=True):
    """Where a sign comes from: `kind` in words, the name as it can be looked up, the year; `short` beside a sign."""

    id: str
    short: str
    kind: str
    name: str
    year: int


class SignWords(Strict, frozen=True):
    """The sentences of the page that belong to no single sign."""

    about: tuple[Words, ...]
    how: Words
    first_mark: Words
    first_title: Words
    first_why: Words
    first_words: Words
    today_title: Words
    help_title: Words
    help_why: Words
    fear_first: Words
    none_marked: Words
    marked_title: Words
    no_longer: Words
    fear_title: Words
    fear_hint: Words
    from_title: Words
    from_lines: tuple[Words, ...]
    from_review: Words
    counsellor_title: Words
    counsellor_lines: tuple[Words, ...]


class WarningSigns(msgspec.Struct, frozen=True):
    """All of it in one language. `reviewed_by` and `reviewed_on` are empty until a specialist has read it."""

    language: str
    reviewed_by: str
    reviewed_on: str
    checked_on: date
    words: SignWords
    groups: tuple[Point, ...]
    signs: tuple[Sign, ...]
    today: tuple[TodayStep, ...]
    sources: tuple[Source, ...]
    sections: tuple[str, ...]

    def of_group(self, group: str) -> tuple[Sign, ...]:
        """The signs of one group, in the order shown."""
        return tuple(one for one in self.signs if one.group == group)


# ── What stands in shape.toml ───────────────────────────────────────────────────────────────────────────────────
class _SignShape(Strict, frozen=True):
    id: Id
    group: Id
    sources: tuple[Id, ...]
    first: bool = False
    today: tuple[Id, ...] = ()


class _TodayShape(Strict, frozen=True):
    id: Id
    always: bool = False
    police_told: PoliceTold = ""
    risky: bool = False


class _SourceShape(Strict, frozen=True):
    id: Id
    short: Words
    kind: Kind
    year: int
    name: Words


# ── What stands in en.toml, ru.toml, kk.toml ────────────────────────────────────────────────────────────────────
class _SignText(Strict, frozen=True):
    text: Words
    why: Words


class _TodayText(Strict, frozen=True):
    text: Words
    risk: str = ""


@lru_cache(maxsize=8)
def load_signs(language: str) -> WarningSigns:
    """The signs in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    shape = read_table(SHAPE)
    only(shape, ("checked_on", "groups", "sections", "signs", "today", "sources"), SHAPE)
    group_ids = list_of_ids(shape, "groups", SHAPE)
    sign_shapes = part(shape, "signs", tuple[_SignShape, ...], SHAPE)
    step_shapes = part(shape, "today", tuple[_TodayShape, ...], SHAPE)
    source_shapes = part(shape, "sources", tuple[_SourceShape, ...], SHAPE)
    _check(group_ids, sign_shapes, step_shapes, source_shapes)
    words = open_words("signs", language, ("page", "groups", "kinds", "signs", "today"))
    kinds = words.by_id("kinds", dict.fromkeys(one.kind for one in source_shapes))
    texts = words.each("signs", _SignText, (one.id for one in sign_shapes))
    steps = words.each("today", _TodayText, (one.id for one in step_shapes))
    for step in step_shapes:
        if step.risky and not steps[step.id].risk.strip():
            same_ids(("risk",), (), words.file, f"today.{step.id}")
    return WarningSigns(
        **words.head,
        checked_on=part(shape, "checked_on", date, SHAPE),
        words=words.part("page", SignWords),
        groups=tuple(starmap(Point, words.by_id("groups", group_ids).items())),
        signs=tuple(
            Sign(s.id, s.group, texts[s.id].text, texts[s.id].why, s.sources, s.first, s.today) for s in sign_shapes
        ),
        today=tuple(
            TodayStep(s.id, steps[s.id].text, steps[s.id].risk, s.police_told, s.always) for s in step_shapes
        ),
        sources=tuple(Source(s.id, s.short, kinds[s.kind], s.name, s.year) for s in source_shapes),
        sections=part(shape, "sections", tuple[Id, ...], SHAPE),
    )


def _check(
    groups: tuple[str, ...],
    signs: tuple[_SignShape, ...],
    steps: tuple[_TodayShape, ...],
    sources: tuple[_SourceShape, ...],
) -> None:
    no_twins((one.id for one in signs), SHAPE, "signs")
    no_twins((one.id for one in steps), SHAPE, "today")
    no_twins((one.id for one in sources), SHAPE, "sources")
    if FEAR not in groups:
        same_ids((FEAR,), (), SHAPE, "groups")
    known_steps, known_sources = {one.id for one in steps}, {one.id for one in sources}
    for one in signs:
        above = f"signs.{one.id}"
        same_ids((), {one.group} - set(groups), SHAPE, f"{above}.group")
        same_ids((), set(one.today) - known_steps, SHAPE, f"{above}.today")
        # A sign without a source would be an opinion dressed up as knowledge.
        same_ids((), set(one.sources) - known_sources, SHAPE, f"{above}.sources")
        if not one.sources:
            same_ids(("sources",), (), SHAPE, above)
