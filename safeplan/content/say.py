"""Short sentences to be read aloud, made from what she filled in: to the police, a clerk, relatives, a doctor.

May touch: resources/say/. Must never state law on its own: a sentence that does needs its card in the pack of a
country, and must never put a gap where a name would need another ending.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import starmap
from typing import Annotated

import msgspec

from safeplan.content.guide import Point
from safeplan.content.tables import Id, Strict, Words, no_twins, only, part, read_table, same_ids
from safeplan.content.words_file import list_of_ids, open_words
from safeplan.errors import ContentBroken

SHAPE = "say/shape.toml"
# Filled from the pack of the country, never by her; these are not covered.
FROM_PACK = ("source", "number")

_SHAPE_KEYS = ("slots", "also", "roles", "talks")
SLOT = re.compile(r"\{([a-z_]+)\}")
# A slot stands after a colon: a name in the middle of a Russian or Kazakh sentence would need another ending.
_PLACED = re.compile(r": \{[a-z_]+\}(?=[.?]|$)")


# ── What pages receive ──────────────────────────────────────────────────────────────────────────────────────────
class Sentence(msgspec.Struct, frozen=True):
    """One sentence. `without` is said when its slots are empty; `filled_only`: then it is left out.

    `also`: said only while this is switched on. `card`: the fact of the pack it rests on, "" for none.
    """

    id: str
    text: str
    without: str = ""
    slots: tuple[str, ...] = ()
    also: str = ""
    card: str = ""
    filled_only: bool = False


class Answer(msgspec.Struct, frozen=True):
    """What the other may answer, and what to say then."""

    id: str
    text: str
    then: tuple[Sentence, ...]


class Slot(msgspec.Struct, frozen=True):
    """A gap that she may fill: its label, and an example or ""."""

    id: str
    label: str
    hint: str = ""


class Talk(msgspec.Struct, frozen=True):
    """What can be said to one kind of person. `notes` are for her eyes; `cards` ids of facts to read below."""

    id: str
    title: str
    about: str
    sentences: tuple[Sentence, ...]
    answers: tuple[Answer, ...] = ()
    notes: tuple[Sentence, ...] = ()
    cards: tuple[str, ...] = ()
    needs: str = ""

    @property
    def every(self) -> tuple[Sentence, ...]:
        """The sentences and those after every answer."""
        return (*self.sentences, *(one for answer in self.answers for one in answer.then))

    def slots(self) -> tuple[str, ...]:
        """The gaps she can fill, in the order they are met."""
        found = (slot for one in self.every for slot in one.slots if slot not in FROM_PACK)
        return tuple(dict.fromkeys(found))

    def also(self) -> tuple[str, ...]:
        """The switches that add a sentence."""
        return tuple(dict.fromkeys(one.also for one in self.every if one.also))


class SayThis(msgspec.Struct, frozen=True):
    """Everything in one language. `reviewed_by` and `reviewed_on` are empty until a specialist has read it."""

    language: str
    reviewed_by: str
    reviewed_on: str
    talks: tuple[Talk, ...]
    slots: tuple[Slot, ...]
    also: tuple[Point, ...]
    roles: tuple[Point, ...]

    def talk(self, talk_id: str) -> Talk | None:
        """One talk by its id."""
        return next((one for one in self.talks if one.id == talk_id), None)

    def slot(self, slot_id: str) -> Slot:
        """One gap by its id; KeyError for another."""
        found = next((one for one in self.slots if one.id == slot_id), None)
        if found is None:
            raise KeyError(slot_id)
        return found

    def role(self, role_id: str) -> str:
        """A role in words, "" for none."""
        return next((one.text for one in self.roles if one.id == role_id), "")


# ── What stands in shape.toml and in the words files ────────────────────────────────────────────────────────────
class _SentenceShape(Strict, frozen=True):
    id: Id
    slots: tuple[Id, ...] = ()
    also: Annotated[str, msgspec.Meta(max_length=40)] = ""
    card: Annotated[str, msgspec.Meta(max_length=40)] = ""
    filled_only: bool = False


class _AnswerShape(Strict, frozen=True):
    id: Id
    say: tuple[_SentenceShape, ...]


class _TalkShape(Strict, frozen=True):
    id: Id
    say: tuple[_SentenceShape, ...]
    answers: tuple[_AnswerShape, ...] = ()
    notes: tuple[_SentenceShape, ...] = ()
    cards: tuple[Id, ...] = ()
    needs: Annotated[str, msgspec.Meta(max_length=40)] = ""


class _TalkWords(Strict, frozen=True):
    title: Words
    about: Words


class _SentenceWords(Strict, frozen=True):
    text: Words
    without: Annotated[str, msgspec.Meta(max_length=600)] = ""


class _SlotWords(Strict, frozen=True):
    label: Words
    hint: Annotated[str, msgspec.Meta(max_length=600)] = ""


@lru_cache(maxsize=8)
def load_say(language: str) -> SayThis:
    """All sentences in "en", "ru" or "kk"; ContentBroken(file, where) when the words do not fit the shape."""
    shape = read_table(SHAPE)
    only(shape, _SHAPE_KEYS, SHAPE)
    slot_ids, also_ids, role_ids = (list_of_ids(shape, name, SHAPE) for name in ("slots", "also", "roles"))
    talks = part(shape, "talks", tuple[_TalkShape, ...], SHAPE)
    spoken, answers = _check(talks, slot_ids, also_ids)
    words = open_words("say", language, ("talks", "say", "answers", "slots", "also", "roles"))
    titles = words.each("talks", _TalkWords, (one.id for one in talks))
    said = words.each("say", _SentenceWords, (one.id for one in spoken))
    heard = words.by_id("answers", (one.id for one in answers))
    gaps = words.each("slots", _SlotWords, slot_ids)
    for one in spoken:
        _check_words(one, said[one.id], words.file)

    def sentences(shapes: tuple[_SentenceShape, ...]) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(s.id, said[s.id].text, said[s.id].without, s.slots, s.also, s.card, s.filled_only)
            for s in shapes
        )

    return SayThis(
        **words.head,
        talks=tuple(
            Talk(
                id=t.id,
                title=titles[t.id].title,
                about=titles[t.id].about,
                sentences=sentences(t.say),
                answers=tuple(Answer(a.id, heard[a.id], sentences(a.say)) for a in t.answers),
                notes=sentences(t.notes),
                cards=t.cards,
                needs=t.needs,
            )
            for t in talks
        ),
        slots=tuple(Slot(one, gaps[one].label, gaps[one].hint) for one in slot_ids),
        also=tuple(starmap(Point, words.by_id("also", also_ids).items())),
        roles=tuple(starmap(Point, words.by_id("roles", role_ids).items())),
    )


def _check(
    talks: tuple[_TalkShape, ...], slots: tuple[str, ...], also: tuple[str, ...]
) -> tuple[list[_SentenceShape], list[_AnswerShape]]:
    answers = [answer for talk in talks for answer in talk.answers]
    spoken = [one for talk in talks for one in (*talk.say, *talk.notes)]
    spoken += [one for answer in answers for one in answer.say]
    for above, ids in (
        ("talks", [one.id for one in talks]),
        ("say", [one.id for one in spoken]),
        ("answers", [one.id for one in answers]),
    ):
        no_twins(ids, SHAPE, above)
    same_ids((), set(slots) & set(FROM_PACK), SHAPE, "slots")
    for one in spoken:
        same_ids((), set(one.slots) - {*slots, *FROM_PACK}, SHAPE, f"say.{one.id}.slots")
        same_ids((), {one.also} - {*also, ""}, SHAPE, f"say.{one.id}.also")
        if "source" in one.slots and not one.card:
            raise ContentBroken(file=SHAPE, where=f"say.{one.id}.card")
    return spoken, answers


def _check_words(shape: _SentenceShape, words: _SentenceWords, file: str) -> None:
    found = SLOT.findall(words.text)
    fits = sorted(found) == sorted(shape.slots) and len(_PLACED.findall(words.text)) == len(found)
    bare = SLOT.sub("", words.text) + words.without
    # A slot nobody fills would be read aloud as a bracket.
    if not fits or "{" in bare or "}" in bare:
        raise ContentBroken(file=file, where=f"say.{shape.id}")
