"""The first page: practising to hide, three questions, and what this program cannot do.

May touch: resources/guide/. Must never ask for anything she has to answer, and never keep an answer: the page
only chooses by them which limits to tell first.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from safeplan.content.guide import Point
from safeplan.content.guide_shape import SHAPE, words_file
from safeplan.content.tables import Id, Strict, Words, each, part, read_table, same_ids

# More than two warnings at once are not read.
SHOWN_FIRST = 2


class Answer(msgspec.Struct, frozen=True):
    """One possible answer and the limits it calls for."""

    id: str
    text: str
    limits: tuple[str, ...]


class WelcomeQuestion(msgspec.Struct, frozen=True):
    """One of the three questions."""

    id: str
    text: str
    answers: tuple[Answer, ...]


class Welcome(msgspec.Struct, frozen=True):
    """Everything the first page says."""

    title: str
    hide_title: str
    hide: tuple[Point, ...]
    hide_done: str
    questions_title: str
    questions: tuple[WelcomeQuestion, ...]
    limits_title: str
    limits: tuple[Point, ...]
    needs_title: str
    needs: tuple[Point, ...]
    honesty_title: str
    honesty: tuple[Point, ...]
    after_exit: str


class _AnswerShape(Strict, frozen=True):
    id: Id
    limits: tuple[Id, ...] = ()


class _QuestionShape(Strict, frozen=True):
    id: Id
    answers: tuple[_AnswerShape, ...]


class _Shape(Strict, frozen=True):
    hide: tuple[Id, ...]
    limits: tuple[Id, ...]
    needs: tuple[Id, ...]
    honesty: tuple[Id, ...]
    questions: tuple[_QuestionShape, ...]


class _QuestionWords(Strict, frozen=True):
    text: Words
    answers: dict[str, Words]


class _Words(Strict, frozen=True):
    title: Words
    hide_title: Words
    hide: dict[str, Words]
    hide_done: Words
    questions_title: Words
    questions: dict[str, Any]
    limits_title: Words
    limits: dict[str, Words]
    needs_title: Words
    needs: dict[str, Words]
    honesty_title: Words
    honesty: dict[str, Words]
    after_exit: Words


@lru_cache(maxsize=8)
def load_welcome(language: str) -> Welcome:
    """The first page in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    file = words_file(language)
    shape = part(read_table(SHAPE), "welcome", _Shape, SHAPE)
    words = part(read_table(file), "welcome", _Words, file)
    asked = each(words.questions, _QuestionWords, file, "welcome.questions")
    same_ids((one.id for one in shape.questions), asked, file, "welcome.questions")
    for question in shape.questions:
        above = f"welcome.questions.{question.id}.answers"
        same_ids((one.id for one in question.answers), asked[question.id].answers, file, above)
        for answer in question.answers:
            same_ids((), [i for i in answer.limits if i not in shape.limits], SHAPE, above)
    return Welcome(
        title=words.title,
        hide_title=words.hide_title,
        hide=_points(shape.hide, words.hide, file, "hide"),
        hide_done=words.hide_done,
        questions_title=words.questions_title,
        questions=tuple(
            WelcomeQuestion(
                q.id,
                asked[q.id].text,
                tuple(Answer(a.id, asked[q.id].answers[a.id], a.limits) for a in q.answers),
            )
            for q in shape.questions
        ),
        limits_title=words.limits_title,
        limits=_points(shape.limits, words.limits, file, "limits"),
        needs_title=words.needs_title,
        needs=_points(shape.needs, words.needs, file, "needs"),
        honesty_title=words.honesty_title,
        honesty=_points(shape.honesty, words.honesty, file, "honesty"),
        after_exit=words.after_exit,
    )


def limits_for(welcome: Welcome, answers: Mapping[str, str], most: int = SHOWN_FIRST) -> tuple[Point, ...]:
    """The limits to tell first, at most `most`, by answers {question id: answer id}.

    A skipped question counts as "unsure". The order of welcome.limits is the order of
    weight: spying comes before everything else.
    """
    called: set[str] = set()
    for question in welcome.questions:
        given = answers.get(question.id, "unsure")
        called.update(limit for answer in question.answers if answer.id == given for limit in answer.limits)
    return tuple(limit for limit in welcome.limits if limit.id in called)[:most]


def _points(ids: tuple[str, ...], words: dict[str, str], file: str, key: str) -> tuple[Point, ...]:
    same_ids(ids, words, file, f"welcome.{key}")
    return tuple(Point(one, words[one]) for one in ids)
