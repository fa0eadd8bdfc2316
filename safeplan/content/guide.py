"""The guide: situations, the acute page, the list of sections; a section itself is read when it is opened.

May touch: resources/guide/. shape.toml holds ids, filters and flags; one words file per language holds sentences.
Must never decide for her, never score anything, and never read a section that no page has asked for.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import starmap
from typing import Any

import msgspec

from safeplan.content.guide_shape import AcuteShape, load_shape
from safeplan.content.sections import (
    Question,
    Section,
    Suggestion,
    load_section,
    shown_questions,
    shown_suggestions,
)
from safeplan.content.tables import Strict, Words, each, same_ids
from safeplan.content.words_file import open_words

__all__ = [
    "AcuteField",
    "AcutePage",
    "Guide",
    "Point",
    "PoliceWords",
    "Question",
    "Section",
    "SectionHead",
    "Situation",
    "Suggestion",
    "load_guide",
    "shown_questions",
    "shown_suggestions",
    "suggestion",
]


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Situation(msgspec.Struct, frozen=True):
    """One switch about her life, e.g. id "children". Switches filter and order what is shown, nothing else."""

    id: str
    text: str


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


class SectionHead(msgspec.Struct, frozen=True):
    """What a list of sections needs: no more is read until one is opened."""

    id: str
    title: str


class PoliceWords(Strict, frozen=True):
    """What is shown for police_told = no, yes, may."""

    no: Words
    yes: Words
    may: Words


class Guide(msgspec.Struct, frozen=True):
    """The guide in one language without the insides of its sections; section(id) reads one."""

    language: str
    reviewed_by: str
    reviewed_on: str
    acute: AcutePage
    situations_title: str
    situations: tuple[Situation, ...]
    heads: tuple[SectionHead, ...]
    police_words: PoliceWords

    def section(self, section_id: str) -> Section:
        """The whole section, read once per language; ContentBroken when this edition has none of that id."""
        return load_section(section_id, self.language)

    def head(self, section_id: str) -> SectionHead | None:
        """Id and title of a section; None when this edition has none of that id (an old plan may name one)."""
        return next((one for one in self.heads if one.id == section_id), None)


# ── What stands in en.toml, ru.toml, kk.toml ────────────────────────────────────────────────────────────────────
class _FieldWords(Strict, frozen=True):
    label: Words
    hint: str = ""


class _AcuteWords(Strict, frozen=True):
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


@lru_cache(maxsize=8)
def load_guide(language: str) -> Guide:
    """The guide in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    shape = load_shape()
    keys = ("situations_title", "titles", "police_told", "situations", "acute", "welcome")
    words = open_words("guide", language, keys)
    return Guide(
        **words.head,
        acute=_acute(shape.acute, words.part("acute", _AcuteWords), words.file),
        situations_title=words.part("situations_title", Words),
        situations=tuple(starmap(Situation, words.by_id("situations", shape.situations).items())),
        heads=tuple(starmap(SectionHead, words.by_id("titles", shape.sections).items())),
        police_words=words.part("police_told", PoliceWords),
    )


def suggestion(guide: Guide, section_id: str, suggestion_id: str) -> Suggestion | None:
    """A remembered suggestion; None for a step of her own and when this edition no longer has it."""
    if not suggestion_id or guide.head(section_id) is None:
        return None
    return next((one for one in guide.section(section_id).suggestions if one.id == suggestion_id), None)


def _acute(shape: AcuteShape, words: _AcuteWords, file: str) -> AcutePage:
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
