"""What to write down and why it helps, the same-day list, pictures of marks, a child's words, words of the body map.

May touch: resources/record/. Must never demand a part, promise what a court accepts, let a picture stand for an
examination, or have a word for how old a mark is.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import starmap
from typing import Annotated, Literal

import msgspec

from safeplan.content import body_map
from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table, same_ids
from safeplan.content.words_file import open_words

SHAPE = "record/shape.toml"

PoliceTold = Literal["no", "yes", "may"]
Lines = Annotated[tuple[Words, ...], msgspec.Meta(min_length=1, max_length=8)]

# Ids in the words that the records decide, not the shape file.
KNOWN = ("saw", "told", "found")
NOTICED = ("saw", "heard", "both")
ANSWERS = ("yes", "no", "unknown")
CARE = ("ambulance", "doctor")
ANCHORS = ("before", "around", "after")


# ── What pages and the report receive ───────────────────────────────────────────────────────────────────────────
class FormPart(msgspec.Struct, frozen=True):
    """One part of the form. `why`: how it helps; `hint`: an example; `open`: shown before anything is unfolded."""

    id: str
    title: str
    why: str
    hint: str
    open: bool = False


class CheckStep(msgspec.Struct, frozen=True):
    """One line of the same-day list. `cards`: ids of facts of the country's pack, shown where the pack has them.

    `numbers`: the pack's own sentence with its emergency numbers stands under it.
    """

    id: str
    text: str
    risk: str
    police_told: PoliceTold
    cards: tuple[str, ...] = ()
    numbers: bool = False


class Line(msgspec.Struct, frozen=True):
    """One sentence with its id."""

    id: str
    text: str


class RecordPage(Strict, frozen=True):
    """The sentences that belong to no single part."""

    about: Lines
    skip: Words
    checklist_title: Words
    checklist_about: Words
    photos_title: Words
    photos_about: Words
    child_title: Words
    child_lines: Lines


class BodyPage(Strict, frozen=True):
    """The sentences and patterns of the body map; patterns hold {place}, {view}, {figure}, {number}."""

    about: Words
    sides: Words
    private: Words
    mark: Words
    left: Words
    right: Words
    letter_left: Words
    letter_right: Words
    photo: Words
    photo_file: Words
    photo_later: Words
    picture: Words


class RecordGuide(msgspec.Struct, frozen=True):
    """All of it in one language; tables are {id: words}. `paper`: labels of the report."""

    language: str
    reviewed_by: str
    reviewed_on: str
    page: RecordPage
    parts: tuple[FormPart, ...]
    checklist: tuple[CheckStep, ...]
    photos: tuple[Line, ...]
    never: tuple[Line, ...]
    body: BodyPage
    figures: dict[str, str]
    views: dict[str, str]
    places: dict[str, str]
    mark_kinds: dict[str, str]
    sizes: dict[str, str]
    colours: dict[str, str]
    pains: dict[str, str]
    known: dict[str, str]
    noticed: dict[str, str]
    answers: dict[str, str]
    care_kinds: dict[str, str]
    anchors: dict[str, str]
    paper: dict[str, str]

    def form_part(self, id: str) -> FormPart:
        """The part with this id. Raises KeyError."""
        return {one.id: one for one in self.parts}[id]

    def place_name(self, part: str, side: str) -> str:
        """A place of the body with its side: "left thigh", "колено, слева"."""
        name = self.places[part]
        return getattr(self.body, side).replace("{place}", name) if side else name

    def anchored(self, side: str, event: str) -> str:
        """ "before: the move" in words. `event` is hers."""
        return self.anchors[side].replace("{event}", event)


# ── What stands in the files ────────────────────────────────────────────────────────────────────────────────────
class _PartShape(Strict, frozen=True):
    id: Id
    open: bool = False


class _StepShape(Strict, frozen=True):
    id: Id
    police_told: PoliceTold
    cards: tuple[Id, ...] = ()
    risky: bool = False
    numbers: bool = False


class _PartWords(Strict, frozen=True):
    title: Words
    why: Words
    hint: Words


class _StepWords(Strict, frozen=True):
    text: Words
    risk: str = ""


_TABLES = {
    "figures": body_map.FIGURES,
    "views": body_map.VIEWS,
    "mark_kinds": body_map.MARK_KINDS,
    "sizes": body_map.SIZES,
    "colours": body_map.COLOURS,
    "pains": body_map.PAINS,
    "known": KNOWN,
    "noticed": NOTICED,
    "answers": ANSWERS,
    "care_kinds": CARE,
    "anchors": ANCHORS,
}
# What the report says beside her words.
PAPER = (
    *("how_long", "said", "by", "used", "marks", "marks_note", "private_place", "size", "colours", "pain", "note"),
    *("damage", "cost", "devices", "how", "substances", "alcohol", "drugs", "known", "seen_by", "contact", "willing"),
    *("left", "police_calls", "number_called", "at", "officer", "statement_number", "refused", "refused_words"),
    *("care", "where", "who", "record_number", "exam", "ordered_by", "ruling", "on_day", "body"),
    *("kept", "kept_where", "child_words", "child", "child_at"),
    *("afterwards", "later", "private_file", "file_note", "transcript"),
)


@lru_cache(maxsize=8)
def load_record_guide(language: str) -> RecordGuide:
    """The guide in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    parts, steps, photos, never = _shape()
    words = open_words(
        "record", language, ("page", "parts", "checklist", "photos", "never", "body", "places", "paper", *_TABLES)
    )
    titles = words.each("parts", _PartWords, (one.id for one in parts))
    texts = words.each("checklist", _StepWords, (one.id for one in steps))
    for one in steps:
        if one.risky and not texts[one.id].risk.strip():
            same_ids(("risk",), (), words.file, f"checklist.{one.id}")
    body = words.part("body", BodyPage)
    _check_pattern(body.left, ("place",), words.file, "body.left")
    _check_pattern(body.right, ("place",), words.file, "body.right")
    _check_pattern(body.mark, ("number", "place", "view"), words.file, "body.mark")
    _check_pattern(body.picture, ("figure", "view"), words.file, "body.picture")
    tables = {name: words.by_id(name, ids) for name, ids in _TABLES.items()}
    for name, pattern in tables["anchors"].items():
        _check_pattern(pattern, ("event",), words.file, f"anchors.{name}")
    return RecordGuide(
        **words.head,
        page=words.part("page", RecordPage),
        parts=tuple(
            FormPart(one.id, titles[one.id].title, titles[one.id].why, titles[one.id].hint, one.open) for one in parts
        ),
        checklist=tuple(
            CheckStep(one.id, texts[one.id].text, texts[one.id].risk, one.police_told, one.cards, one.numbers)
            for one in steps
        ),
        photos=tuple(starmap(Line, words.by_id("photos", photos).items())),
        never=tuple(starmap(Line, words.by_id("never", never).items())),
        body=body,
        places=words.by_id("places", body_map.all_parts()),
        paper=words.by_id("paper", PAPER),
        **tables,
    )


def _shape() -> tuple[tuple[_PartShape, ...], tuple[_StepShape, ...], tuple[str, ...], tuple[str, ...]]:
    shape = read_table(SHAPE)
    only(shape, ("parts", "checklist", "photos", "never"), SHAPE)
    parts = part(shape, "parts", tuple[_PartShape, ...], SHAPE)
    steps = part(shape, "checklist", tuple[_StepShape, ...], SHAPE)
    photos, never = (part(shape, name, tuple[Id, ...], SHAPE) for name in ("photos", "never"))
    no_twins((one.id for one in parts), SHAPE, "parts")
    no_twins((one.id for one in steps), SHAPE, "checklist")
    no_twins((*photos, *never), SHAPE, "photos")
    return parts, steps, photos, never


def _check_pattern(pattern: str, names: tuple[str, ...], file: str, where: str) -> None:
    same_ids(names, [name for name in names if "{" + name + "}" in pattern], file, where)
