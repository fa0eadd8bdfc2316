"""What is the same in every language of the guide: ids, order, filters and flags.

May touch: resources/guide/**/shape.toml. Must never hold a sentence, and never read a section nobody asked for: a
whole guide is a quarter of a megabyte, the main file a few kilobytes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Any, Literal

import msgspec

from safeplan.content.tables import Id, Strict, known_language, no_twins, only, part, read_table, same_ids
from safeplan.errors import ContentBroken

SHAPE = "guide/shape.toml"
FOLDER = "guide/sections"

PoliceTold = Literal["", "no", "yes", "may"]
Visible = Literal["", "unseen", "slight", "visible"]
Numbers = Literal["", "danger", "dying"]

# No underscore: "bag_list" then tells where it stands, and no two sections can share an id.
SectionId = Annotated[str, msgspec.Meta(min_length=1, max_length=20, pattern=r"^[a-z]+$")]


class FieldShape(Strict, frozen=True):
    """One line of the acute page, `count` times."""

    id: Id
    kind: Literal["person", "place", "way", "word", "thing"]
    count: Annotated[int, msgspec.Meta(ge=1, le=9)] = 1


class AcuteShape(Strict, frozen=True):
    """The acute page without its words."""

    fields: tuple[FieldShape, ...]
    medical: tuple[Id, ...]
    dying: tuple[Id, ...]


class Move(Strict, frozen=True):
    """While any of these situations is on, these sections stand first, in this order."""

    when: tuple[Id, ...]
    first: tuple[SectionId, ...]


class QuestionShape(Strict, frozen=True):
    """`situations` empty = always shown."""

    id: Id
    situations: tuple[Id, ...] = ()


class SuggestionShape(Strict, frozen=True):
    """Filters and flags of one suggestion."""

    id: Id
    situations: tuple[Id, ...] = ()
    police_told: PoliceTold = ""
    visible: Visible = ""
    risky: bool = False
    today: bool = False


class SectionShape(Strict, frozen=True):
    """One section without its words."""

    questions: tuple[QuestionShape, ...]
    suggestions: tuple[SuggestionShape, ...]
    cards: tuple[Id, ...] = ()
    numbers: Numbers = ""


class GuideShape(Strict, frozen=True):
    """The main file. `starters`: the sections whose small steps are offered to someone who has said nothing yet."""

    situations: tuple[Id, ...]
    sections: tuple[SectionId, ...]
    starters: tuple[SectionId, ...]
    moves: tuple[Move, ...]
    acute: AcuteShape


def words_file(language: str) -> str:
    """The resource that holds the sentences of one language, without those of the sections."""
    return f"guide/{known_language(language)}.toml"


def section_file(section_id: str, name: str) -> str:
    """The resource `name` ("shape", "en", "ru", "kk") of a section that this edition has."""
    if section_id not in load_shape().sections:
        raise ContentBroken(file=FOLDER, where=section_id[:40] or "section")
    return f"{FOLDER}/{section_id}/{name}.toml"


@lru_cache(maxsize=1)
def load_shape() -> GuideShape:
    """The main shape; ContentBroken(file, where) when a reference leads nowhere."""
    table = read_table(SHAPE)
    only(table, ("situations", "sections", "starters", "moves", "acute", "welcome"), SHAPE)
    shape = GuideShape(
        situations=part(table, "situations", tuple[Id, ...], SHAPE),
        sections=part(table, "sections", tuple[SectionId, ...], SHAPE),
        starters=part(table, "starters", tuple[SectionId, ...], SHAPE),
        moves=part(table, "moves", tuple[Move, ...], SHAPE),
        acute=part(table, "acute", AcuteShape, SHAPE),
    )
    if not shape.sections:
        raise ContentBroken(file=SHAPE, where="sections")
    no_twins(shape.situations, SHAPE, "situations")
    no_twins(shape.sections, SHAPE, "sections")
    no_twins(shape.starters, SHAPE, "starters")
    no_twins((one.id for one in shape.acute.fields), SHAPE, "acute.fields")
    same_ids((), _unknown(shape.starters, shape.sections), SHAPE, "starters")
    for place, move in enumerate(shape.moves):
        same_ids((), _unknown(move.when, shape.situations), SHAPE, f"moves[{place}].when")
        same_ids((), _unknown(move.first, shape.sections), SHAPE, f"moves[{place}].first")
    return shape


@lru_cache(maxsize=64)
def load_section_shape(section_id: str) -> SectionShape:
    """Filters and flags of one section; ContentBroken(file, where) when it is broken or not in this edition."""
    file = section_file(section_id, "shape")
    table: dict[str, Any] = {"cards": [], "numbers": "", **read_table(file)}
    only(table, ("questions", "suggestions", "cards", "numbers"), file)
    shape = SectionShape(
        questions=part(table, "questions", tuple[QuestionShape, ...], file),
        suggestions=part(table, "suggestions", tuple[SuggestionShape, ...], file),
        cards=part(table, "cards", tuple[Id, ...], file),
        numbers=part(table, "numbers", Numbers, file),  # type: ignore[arg-type]
    )
    known = load_shape().situations
    for above, rows in (("questions", shape.questions), ("suggestions", shape.suggestions)):
        no_twins((one.id for one in rows), file, above)
        for one in rows:
            # Plans remember a suggestion by its id, answers a question by its id: each may stand in one place only.
            if not one.id.startswith(f"{section_id}_"):
                raise ContentBroken(file=file, where=f"{above}.{one.id}")
            same_ids((), _unknown(one.situations, known), file, f"{above}.{one.id}.situations")
    no_twins(shape.cards, file, "cards")
    return shape


def _unknown(ids: tuple[str, ...], known: tuple[str, ...]) -> list[str]:
    return [one for one in ids if one not in known]
