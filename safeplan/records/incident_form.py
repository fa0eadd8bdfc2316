"""What an entry of the log can say, part by part; every part may stay empty.

May touch: nothing. Must never change what a field of an earlier version means: documents of every version are read
into these shapes, and a field added later stands at its default in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = (
    "physical",
    "sexual",
    "threat",
    "control",
    "money",
    "technology",
    "stalking",
    "damage",
    "pressure",
    "children",
    "animals",
)
CHILDREN_PRESENT = ("", "yes", "no", "heard")
# How she knows something.
KNOWN = ("", "saw", "told", "found")
SIDES = ("", "before", "around", "after")
YES_NO = ("", "yes", "no")
YES_NO_UNKNOWN = ("", "yes", "no", "unknown")
NOTICED = ("", "saw", "heard", "both")
CARE = ("", "ambulance", "doctor")


@dataclass(frozen=True)
class Happened:
    """When it happened, as she says it.

    `kind` is exact | day | range | vague | unknown; `start` and `end` are local ISO, "2026-03-01T14:20" or
    "2026-03-01"; `words` is for "before Nauryz" and the like, and may stand beside any kind. `anchor` is the id of
    one of her life events and `side` (before | around | after) where it lies from there; vague only.
    """

    kind: str = "unknown"
    start: str = ""
    end: str = ""
    words: str = ""
    anchor: str = ""
    side: str = ""


@dataclass(frozen=True)
class Statement:
    """Words as they were said. `by` is a person's id or a name; `known`: saw = she heard it herself."""

    words: str = ""
    by: str = ""
    known: str = ""


@dataclass(frozen=True)
class Damage:
    """Something broken, taken or spoiled, and what it costs in her words ("40 000 tenge, the repair")."""

    what: str = ""
    cost: str = ""
    known: str = ""


@dataclass(frozen=True)
class Device:
    """A device or an account that was used against her, and how."""

    what: str = ""
    how: str = ""
    known: str = ""


@dataclass(frozen=True)
class Substances:
    """Alcohol or drugs of the person who harms, nobody else's; YES_NO_UNKNOWN and words."""

    alcohol: str = ""
    drugs: str = ""
    words: str = ""


@dataclass(frozen=True)
class Witness:
    """Someone who was there or near. `noticed` is one of NOTICED, `willing` to speak of YES_NO_UNKNOWN.

    `left` is "yes" for someone who left or did not help; `words` are what that person says.
    """

    name: str = ""
    contact: str = ""
    noticed: str = ""
    willing: str = ""
    left: str = ""
    words: str = ""


@dataclass(frozen=True)
class PoliceCall:
    """A contact with the police. `refused`: "yes" when a statement was not taken; `refused_words`: what they said."""

    number_called: str = ""
    at: str = ""
    officer: str = ""
    statement_number: str = ""
    refused: str = ""
    refused_words: str = ""
    words: str = ""


@dataclass(frozen=True)
class Care:
    """An ambulance or a doctor: where, who, when and under which number it was written down."""

    kind: str = ""
    where: str = ""
    who: str = ""
    at: str = ""
    record_number: str = ""
    words: str = ""


@dataclass(frozen=True)
class ForensicExam:
    """A forensic medical examination: who ordered it, the ruling, the day, and the body that does it."""

    ordered_by: str = ""
    ruling: str = ""
    on_day: str = ""
    body: str = ""


@dataclass(frozen=True)
class KeptThing:
    """Something that was kept, and where it lies."""

    what: str = ""
    where: str = ""


@dataclass(frozen=True)
class ChildWords:
    """What a child said by itself, word for word. `child` is a person's id or a name; `at` is when it was said."""

    words: str = ""
    child: str = ""
    at: str = ""


@dataclass(frozen=True)
class BodyMark:
    """One place on the body map: `figure`, `view`, `region` and `kind` are ids of content.body_map.

    `x` and `y` run from 0 to 1 over the view, from its upper left corner. `sizes`, `colours` and `pain` are ids;
    `size_words` are hers ("about 4 cm long"). `attachment` is the id of a picture of the same entry. There is no
    field for how old a bruise is: nobody can tell from its colour.
    """

    figure: str
    view: str
    region: str
    x: float
    y: float
    kind: str = ""
    size: str = ""
    size_words: str = ""
    colours: tuple[str, ...] = ()
    pain: str = ""
    attachment: str = ""
    note: str = ""


@dataclass(frozen=True)
class IncidentForm:
    """What a page hands over. Everything may stay empty but not everything at once."""

    text: str = ""
    happened: Happened = Happened()
    place: str = ""
    people: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    witnesses: str = ""
    children_present: str = ""
    injuries: str = ""
    police: str = ""
    medical: str = ""
    # Since the second version.
    how_long: str = ""
    said: tuple[Statement, ...] = ()
    used: str = ""
    marks: tuple[BodyMark, ...] = ()
    damage: tuple[Damage, ...] = ()
    devices: tuple[Device, ...] = ()
    substances: Substances = Substances()
    known: str = ""
    known_words: str = ""
    seen_by: tuple[Witness, ...] = ()
    police_calls: tuple[PoliceCall, ...] = ()
    care: tuple[Care, ...] = ()
    exam: ForensicExam = ForensicExam()
    kept: tuple[KeptThing, ...] = ()
    child_words: tuple[ChildWords, ...] = ()
    afterwards: str = ""
    later: str = ""


FIRST_VERSION = (
    *("text", "happened", "place", "people", "kinds", "witnesses"),
    *("children_present", "injuries", "police", "medical"),
)
FIRST_VERSION_HAPPENED = ("kind", "start", "end", "words")
