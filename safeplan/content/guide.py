"""The guide: the acute page and the sections with their questions and suggestions.

May touch: resources/guide/. shape.toml holds ids, filters and flags; one words file per language holds sentences.
Must never decide for her: it filters what is shown first and scores nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any, Literal

import msgspec

from safeplan.content.tables import (
    Id,
    Words,
    each,
    known_language,
    no_twins,
    part,
    read_table,
    same_ids,
    stated_language,
)

SHAPE = "guide/shape.toml"

PoliceTold = Literal["", "no", "yes", "may"]


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Situation(msgspec.Struct, frozen=True):
    """One switch about her life, e.g. id "children". Switches filter suggestions and decide nothing else."""

    id: str
    text: str


class Question(msgspec.Struct, frozen=True):
    """A question that can be skipped. `hint` is an example and may be empty."""

    id: str
    text: str
    hint: str = ""
    situations: tuple[str, ...] = ()


class Suggestion(msgspec.Struct, frozen=True):
    """A possible step. `situations` empty = always shown; `today` = small enough for "three steps for today"."""

    id: str
    text: str
    risk: str = ""
    situations: tuple[str, ...] = ()
    police_told: PoliceTold = ""
    why_here: str = ""
    risky: bool = False
    today: bool = False


class Section(msgspec.Struct, frozen=True):
    """One topic: two lines on why it matters, then questions, then suggestions."""

    id: str
    title: str
    why: tuple[str, str]
    questions: tuple[Question, ...]
    suggestions: tuple[Suggestion, ...]


class AcuteField(msgspec.Struct, frozen=True):
    """One line of the acute page. `kind`: person | place | way | word | thing; `count` blank lines of it."""

    id: str
    kind: str
    count: int
    label: str
    hint: str


class Point(msgspec.Struct, frozen=True):
    """A short text with an id."""

    id: str
    text: str


class AcutePage(msgspec.Struct, frozen=True):
    """The page for a bad moment. Numbers come from the region pack, everything else stands here."""

    title: str
    why: tuple[str, str]
    fields: tuple[AcuteField, ...]
    numbers: str
    medical_title: str
    medical: tuple[Point, ...]
    medical_police: str
    afraid: str
    dying_title: str
    dying: tuple[Point, ...]


class PoliceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is shown for police_told = no, yes, may."""

    no: Words
    yes: Words
    may: Words


class Guide(msgspec.Struct, frozen=True):
    """All of it in one language."""

    language: str
    reviewed_by: str
    acute: AcutePage
    situations_title: str
    situations: tuple[Situation, ...]
    sections: tuple[Section, ...]
    police_words: PoliceWords


# ── What stands in shape.toml ───────────────────────────────────────────────────────────────────────────────────
class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


class _FieldShape(_Strict, frozen=True):
    id: Id
    kind: Literal["person", "place", "way", "word", "thing"]
    count: int = 1


class _AcuteShape(_Strict, frozen=True):
    fields: tuple[_FieldShape, ...]
    medical: tuple[Id, ...]
    dying: tuple[Id, ...]


class _QuestionShape(_Strict, frozen=True):
    id: Id
    situations: tuple[Id, ...] = ()


class _SuggestionShape(_Strict, frozen=True):
    id: Id
    situations: tuple[Id, ...] = ()
    police_told: PoliceTold = ""
    risky: bool = False
    today: bool = False


class _SectionShape(_Strict, frozen=True):
    id: Id
    questions: tuple[_QuestionShape, ...]
    suggestions: tuple[_SuggestionShape, ...]


# ── What stands in en.toml, ru.toml, kk.toml ────────────────────────────────────────────────────────────────────
class _FieldWords(_Strict, frozen=True):
    label: Words
    hint: str = ""


class _AcuteWords(_Strict, frozen=True):
    title: Words
    why: tuple[Words, Words]
    numbers: Words
    medical_title: Words
    medical_police: Words
    afraid: Words
    dying_title: Words
    fields: dict[str, Any]
    medical: dict[str, Words]
    dying: dict[str, Words]


class _QuestionWords(_Strict, frozen=True):
    text: Words
    hint: str = ""


class _SuggestionWords(_Strict, frozen=True):
    text: Words
    risk: str = ""
    why_here: str = ""


class _SectionWords(_Strict, frozen=True):
    title: Words
    why: tuple[Words, Words]
    questions: dict[str, Any]
    suggestions: dict[str, Any]


def words_file(language: str) -> str:
    """The resource that holds the sentences of one language."""
    return f"guide/{known_language(language)}.toml"


@lru_cache(maxsize=8)
def load_guide(language: str) -> Guide:
    """The guide in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    file = words_file(language)
    shape, words = read_table(SHAPE), read_table(file)
    situation_ids = part(shape, "situations", tuple[Id, ...], SHAPE)
    no_twins(situation_ids, SHAPE, "situations")
    situations = part(words, "situations", dict[str, Words], file)
    same_ids(situation_ids, situations, file, "situations")
    section_shapes = part(shape, "sections", tuple[_SectionShape, ...], SHAPE)
    no_twins((one.id for one in section_shapes), SHAPE, "sections")
    section_words = part(words, "sections", dict[str, Any], file)
    same_ids((one.id for one in section_shapes), section_words, file, "sections")
    sections = tuple(
        _section(one, part(section_words, one.id, _SectionWords, file, "sections"), set(situation_ids), file)
        for one in section_shapes
    )
    # Plans remember a suggestion by its id alone, so an id may stand in one section only.
    no_twins((step.id for one in sections for step in one.suggestions), SHAPE, "suggestions")
    no_twins((asked.id for one in sections for asked in one.questions), SHAPE, "questions")
    return Guide(
        language=stated_language(words, language, file),
        reviewed_by=part(words, "reviewed_by", Words, file),
        acute=_acute(part(shape, "acute", _AcuteShape, SHAPE), part(words, "acute", _AcuteWords, file), file),
        situations_title=part(words, "situations_title", Words, file),
        situations=tuple(Situation(one, situations[one]) for one in situation_ids),
        sections=sections,
        police_words=part(words, "police_told", PoliceWords, file),
    )


def shown_suggestions(section: Section, situations_on: Collection[str]) -> tuple[Suggestion, ...]:
    """The suggestions for her situation: those without a filter, and those with any of her switches."""
    return tuple(
        one for one in section.suggestions if not one.situations or any(i in situations_on for i in one.situations)
    )


def shown_questions(section: Section, situations_on: Collection[str]) -> tuple[Question, ...]:
    """The questions for her situation, by the same rule."""
    return tuple(
        one for one in section.questions if not one.situations or any(i in situations_on for i in one.situations)
    )


def suggestion(guide: Guide, suggestion_id: str) -> tuple[Section, Suggestion] | None:
    """Where a remembered suggestion stands; None when this edition no longer has it (her own words stay)."""
    for section in guide.sections:
        for one in section.suggestions:
            if one.id == suggestion_id:
                return section, one
    return None


def small_steps(guide: Guide, situations_on: Collection[str]) -> tuple[tuple[Section, Suggestion], ...]:
    """Small steps that suit today, for her situation, in the order of the guide."""
    return tuple(
        (section, one) for section in guide.sections for one in shown_suggestions(section, situations_on) if one.today
    )


def _section(shape: _SectionShape, words: _SectionWords, known: set[str], file: str) -> Section:
    above = f"sections.{shape.id}"
    no_twins((one.id for one in shape.questions), SHAPE, f"{above}.questions")
    no_twins((one.id for one in shape.suggestions), SHAPE, f"{above}.suggestions")
    asked = each(words.questions, _QuestionWords, file, f"{above}.questions")
    steps = each(words.suggestions, _SuggestionWords, file, f"{above}.suggestions")
    same_ids((one.id for one in shape.questions), asked, file, f"{above}.questions")
    same_ids((one.id for one in shape.suggestions), steps, file, f"{above}.suggestions")
    switches = {one.id: one.situations for one in shape.questions}
    switches.update({one.id: one.situations for one in shape.suggestions})
    for one_id, situations in switches.items():
        same_ids((), set(situations) - known, SHAPE, f"{above}.{one_id}.situations")
    for step in shape.suggestions:
        if step.risky and not steps[step.id].risk.strip():
            same_ids(("risk",), (), file, f"{above}.suggestions.{step.id}")
    return Section(
        id=shape.id,
        title=words.title,
        why=words.why,
        questions=tuple(Question(q.id, asked[q.id].text, asked[q.id].hint, q.situations) for q in shape.questions),
        suggestions=tuple(
            Suggestion(
                id=s.id,
                text=steps[s.id].text,
                risk=steps[s.id].risk,
                situations=s.situations,
                police_told=s.police_told,
                why_here=steps[s.id].why_here,
                risky=s.risky,
                today=s.today,
            )
            for s in shape.suggestions
        ),
    )


def _acute(shape: _AcuteShape, words: _AcuteWords, file: str) -> AcutePage:
    labels = each(words.fields, _FieldWords, file, "acute.fields")
    same_ids((one.id for one in shape.fields), labels, file, "acute.fields")
    same_ids(shape.medical, words.medical, file, "acute.medical")
    same_ids(shape.dying, words.dying, file, "acute.dying")
    return AcutePage(
        title=words.title,
        why=words.why,
        fields=tuple(AcuteField(f.id, f.kind, f.count, labels[f.id].label, labels[f.id].hint) for f in shape.fields),
        numbers=words.numbers,
        medical_title=words.medical_title,
        medical=tuple(Point(one, words.medical[one]) for one in shape.medical),
        medical_police=words.medical_police,
        afraid=words.afraid,
        dying_title=words.dying_title,
        dying=tuple(Point(one, words.dying[one]) for one in shape.dying),
    )
