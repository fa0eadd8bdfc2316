"""One section of the guide with its words, read when a page asks for it.

May touch: resources/guide/sections/. Must never read a section nobody asked for, and never show a step without the
risk that its shape promises.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

import msgspec

from safeplan.content.guide_shape import (
    FOLDER,
    Numbers,
    PoliceTold,
    QuestionShape,
    SuggestionShape,
    Visible,
    load_section_shape,
)
from safeplan.content.tables import Strict, Words
from safeplan.content.words_file import open_words
from safeplan.errors import ContentBroken


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Question(msgspec.Struct, frozen=True):
    """A question that can be skipped. `hint` is an example and may be empty."""

    id: str
    text: str
    hint: str = ""
    situations: tuple[str, ...] = ()


class Suggestion(msgspec.Struct, frozen=True):
    """A possible step. `situations` empty = always shown; `today` = small enough for "three steps for today".

    `visible`: whether that person can see the step on a phone, account, computer or car; "" where it does not apply.
    """

    id: str
    text: str
    risk: str = ""
    situations: tuple[str, ...] = ()
    police_told: PoliceTold = ""
    why_here: str = ""
    risky: bool = False
    today: bool = False
    visible: Visible = ""


class Section(msgspec.Struct, frozen=True):
    """One topic: two lines on why it matters, then questions, then suggestions.

    `cards`: ids of law cards of the country's pack that stand under it. `numbers`: "danger" | "dying" | "".
    `reviewed_by` and `reviewed_on` are empty until a specialist has read the words.
    """

    id: str
    title: str
    why: tuple[str, str]
    questions: tuple[Question, ...]
    suggestions: tuple[Suggestion, ...]
    cards: tuple[str, ...] = ()
    numbers: Numbers = ""
    reviewed_by: str = ""
    reviewed_on: str = ""


class _QuestionWords(Strict, frozen=True):
    text: Words
    hint: str = ""


class _SuggestionWords(Strict, frozen=True):
    text: Words
    risk: str = ""
    why_here: str = ""


@lru_cache(maxsize=128)
def load_section(section_id: str, language: str) -> Section:
    """One section in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    shape = load_section_shape(section_id)
    words = open_words(f"{FOLDER}/{section_id}", language, ("title", "why", "questions", "suggestions"))
    asked = words.each("questions", _QuestionWords, (one.id for one in shape.questions))
    steps = words.each("suggestions", _SuggestionWords, (one.id for one in shape.suggestions))
    for step in shape.suggestions:
        if step.risky and not steps[step.id].risk.strip():
            raise ContentBroken(file=words.file, where=f"suggestions.{step.id}.risk")
    return Section(
        id=section_id,
        title=words.part("title", Words),
        why=words.part("why", tuple[Words, Words]),
        questions=tuple(_question(one, asked[one.id]) for one in shape.questions),
        suggestions=tuple(_suggestion(one, steps[one.id]) for one in shape.suggestions),
        cards=shape.cards,
        numbers=shape.numbers,
        reviewed_by=words.head["reviewed_by"],
        reviewed_on=words.head["reviewed_on"],
    )


def shown_suggestions(section: Section, situations_on: Collection[str]) -> tuple[Suggestion, ...]:
    """The suggestions for her situation: those without a filter, and those with any of her switches."""
    return tuple(one for one in section.suggestions if shown(one, situations_on))


def shown_questions(section: Section, situations_on: Collection[str]) -> tuple[Question, ...]:
    """The questions for her situation, by the same rule."""
    return tuple(one for one in section.questions if shown(one, situations_on))


def shown(one: Question | Suggestion | QuestionShape | SuggestionShape, situations_on: Collection[str]) -> bool:
    """The one rule of all filters."""
    return not one.situations or any(switch in situations_on for switch in one.situations)


def _question(shape: QuestionShape, words: _QuestionWords) -> Question:
    return Question(shape.id, words.text, words.hint, shape.situations)


def _suggestion(shape: SuggestionShape, words: _SuggestionWords) -> Suggestion:
    return Suggestion(
        id=shape.id,
        text=words.text,
        risk=words.risk,
        situations=shape.situations,
        police_told=shape.police_told,
        why_here=words.why_here,
        risky=shape.risky,
        today=shape.today,
        visible=shape.visible,
    )
