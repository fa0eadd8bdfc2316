"""Which fields belong to which part of an entry, and the words beside them; reading and writing both follow this.

May touch: the words of the record guide. Must never have a word of its own where the guide has one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QLocale

from safeplan.content.record_guide import RecordGuide, load_record_guide
from safeplan.records import incident_form as forms
from ui.translation import LANGUAGES
from ui.widgets.incident_words import children_words, kind_words


@dataclass(frozen=True)
class Ask:
    """One field. `look`: line | box | choice | several | people | marks.

    `bare`: in reading it stands without its label.
    """

    field: str
    label: str
    look: str = "line"
    options: tuple[tuple[str, str], ...] = ()
    bare: bool = False
    # The end of the widget's name where it is not the field's own.
    name: str = ""


@dataclass(frozen=True)
class Group:
    """A field of the form that has fields of its own; `several` for a list of them."""

    field: str
    of: Callable[[], Any]
    asks: tuple[Ask, ...]
    several: bool = True


@dataclass(frozen=True)
class PartShape:
    """One part: its words, its single fields, its groups. `lines` stand before the fields."""

    id: str
    title: str
    why: str
    hint: str
    asks: tuple[Ask, ...] = ()
    groups: tuple[Group, ...] = ()
    lines: tuple[str, ...] = ()

    def fields(self) -> tuple[str, ...]:
        """The fields of the form that this part holds."""
        return (*(one.field for one in self.asks), *(one.field for one in self.groups))


def guide_here(language: str = "") -> RecordGuide:
    """The guide in `language`, without one in that of the interface."""
    language = language or QLocale().name()[:2]
    return load_record_guide(language if language in LANGUAGES else "en")


def part_shapes(guide: RecordGuide) -> tuple[PartShape, ...]:
    """The parts that unfold, in the guide's order; what is open from the start and the files have no fields here."""
    asks, groups = _asks(guide), _groups(guide)
    made = []
    for one in guide.parts:
        if one.open or not (one.id in asks or one.id in groups):
            continue
        lines = guide.page.child_lines if one.id == "child_words" else ()
        made.append(
            PartShape(one.id, one.title, one.why, one.hint, asks.get(one.id, ()), groups.get(one.id, ()), lines)
        )
    return tuple(made)


def _asks(guide: RecordGuide) -> dict[str, tuple[Ask, ...]]:
    title = {one.id: one.title for one in guide.parts}
    known, kinds, children = (tuple(one.items()) for one in (guide.known, kind_words(), children_words()))
    return {
        "how_long": (Ask("how_long", title["how_long"]),),
        "place": (Ask("place", title["place"], "box"),),
        "people": (Ask("people", title["people"], "people", name="who"),),
        "kinds": (Ask("kinds", title["kinds"], "several", kinds),),
        "used": (Ask("used", title["used"], "box"),),
        "injuries": (Ask("injuries", title["injuries"], "box"),),
        "marks": (Ask("marks", title["marks"], "marks"),),
        "children_present": (
            Ask("children_present", title["children_present"], "choice", children, name="children"),
        ),
        "known": (Ask("known", "", "choice", known, bare=True), Ask("known_words", "", "box", bare=True)),
        "seen_by": (Ask("witnesses", title["seen_by"], "box"),),
        "police_calls": (Ask("police", title["police_calls"], "box"),),
        "care": (Ask("medical", title["care"], "box"),),
        "afterwards": (Ask("afterwards", title["afterwards"], "box"),),
        "later": (Ask("later", title["later"], "box"),),
    }


def _groups(guide: RecordGuide) -> dict[str, tuple[Group, ...]]:
    say = guide.paper
    how = next(one.title for one in guide.parts if one.id == "known")
    known = Ask("known", how, "choice", tuple(guide.known.items()), bare=True)
    answers = tuple(guide.answers.items())
    yes_no = tuple(one for one in answers if one[0] in forms.YES_NO)

    def lines(*fields: str) -> tuple[Ask, ...]:
        return tuple(Ask(one, say[one]) for one in fields)

    note = Ask("words", say["note"], "box", bare=True)
    damage = (Ask("what", say["damage"], bare=True), Ask("cost", say["cost"]), known)
    devices = (Ask("what", say["devices"], bare=True), Ask("how", say["how"], "box"), known)
    substances = (
        Ask("alcohol", say["alcohol"], "choice", answers),
        Ask("drugs", say["drugs"], "choice", answers),
        note,
    )
    witness = (
        Ask("name", say["who"], bare=True),
        Ask("contact", say["contact"]),
        Ask("noticed", "", "choice", tuple(guide.noticed.items()), bare=True),
        Ask("willing", say["willing"], "choice", answers),
        Ask("left", say["left"], "choice", yes_no),
        Ask("words", say["said"], "box"),
    )
    police = (
        *lines("number_called", "at", "officer", "statement_number"),
        Ask("refused", say["refused"], "choice", yes_no),
        Ask("refused_words", say["refused_words"], "box"),
        note,
    )
    care = (
        Ask("kind", "", "choice", tuple(guide.care_kinds.items()), bare=True),
        *lines("where", "who", "at", "record_number"),
        note,
    )
    said = (Ask("words", say["said"], "box", bare=True), Ask("by", say["by"], "line"), known)
    child = (Ask("words", say["child_words"], "box", bare=True), *lines("child"), Ask("at", say["child_at"]))
    kept = (Ask("what", say["kept"], bare=True), Ask("where", say["kept_where"]))
    return {
        "said": (Group("said", forms.Statement, said),),
        "child_words": (Group("child_words", forms.ChildWords, child),),
        "damage": (Group("damage", forms.Damage, damage),),
        "devices": (Group("devices", forms.Device, devices),),
        "substances": (Group("substances", forms.Substances, substances, several=False),),
        "seen_by": (Group("seen_by", forms.Witness, witness),),
        "police_calls": (Group("police_calls", forms.PoliceCall, police),),
        "care": (Group("care", forms.Care, care),),
        "exam": (Group("exam", forms.ForensicExam, lines("ordered_by", "ruling", "on_day", "body"), several=False),),
        "kept": (Group("kept", forms.KeptThing, kept),),
    }
