"""What the page "Say this" takes from her notes, and how it becomes words in the language of a sentence.

May touch: people, entries and answers, for reading only. Must never write anything, and must never pass on more of
an entry than the sentences need.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from safeplan.content.facts import Region
from safeplan.content.regions import REGIONS, load_region
from safeplan.content.say import SayThis
from safeplan.content.spoken import safe_words
from safeplan.errors import DateImpossible
from safeplan.records import incidents, people, plan
from safeplan.records.dates import parse_typed_date
from safeplan.records.incidents import Happened
from safeplan.records.people import Person
from ui.background import Job, Session
from ui.widgets.said_dates import day_in_words

# Nobody looks further back in a list than this; older ones can be typed.
MOST_ENTRIES = 200
_PERSON = "person:"
_YEAR = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True)
class EntryToSay:
    """What of an entry can be said: when, where and what, cut to one breath."""

    id: str
    number: int
    happened: Happened
    place: str
    text: str


@dataclass(frozen=True)
class HerNotes:
    """What she can choose from instead of typing it."""

    who: tuple[Person, ...] = ()
    children: tuple[Person, ...] = ()
    places: tuple[str, ...] = ()
    entries: tuple[EntryToSay, ...] = ()


@dataclass
class Filled:
    """What she typed or chose for the gaps; it lives on the page only.

    `who`: "" | a role's id | "person:<id>". `happened`: the day of the chosen entry, until she types another.
    """

    texts: dict[str, str] = field(default_factory=dict)
    who: str = ""
    happened: Happened | None = None
    also: tuple[str, ...] = ()


def load_notes(session: Session, _job: Job) -> HerNotes:
    """Read what the gaps can be filled from."""
    db = session.database
    everyone = people.list_people(db)
    found = []
    for entry in incidents.list_incidents(db, limit=MOST_ENTRIES):
        if entry.latest is not None:
            form = entry.latest.form
            made = EntryToSay(entry.id, entry.number, form.happened, safe_words(form.place), safe_words(form.text))
            found.append(made)
    lines = plan.answer(db, "places").splitlines()
    return HerNotes(
        who=tuple(one for one in everyone if one.role == "harms" and name_of(one)),
        children=tuple(one for one in everyone if one.role == "child" and name_of(one)),
        places=tuple(words for line in lines if (words := safe_words(line))),
        entries=tuple(found),
    )


def name_of(person: Person) -> str:
    """The nickname, otherwise the name; "" when there is neither."""
    return safe_words(person.nickname) or safe_words(person.name)


def person_id(person: Person) -> str:
    """How a person is chosen in Filled.who."""
    return f"{_PERSON}{person.id}"


def values(filled: Filled, notes: HerNotes, say: SayThis, today: date) -> Mapping[str, str]:
    """The gaps in the language of `say`; a day that names its year is said as that language says it."""
    made = dict(filled.texts)
    for slot in ("when", "order"):
        made[slot] = _day(made.get(slot, ""), say.language, today)
    if filled.happened is not None:
        made["when"] = said_when(filled.happened, say.language)
    if not made.get("who", "").strip():
        made["who"] = next((name_of(one) for one in notes.who if person_id(one) == filled.who), say.role(filled.who))
    return made


def said_when(happened: Happened, language: str) -> str:
    """When an entry happened, without a word that would need translating: what she said herself stays hers."""
    start, end = (_moment(one, language) for one in (happened.start, happened.end))
    return " – ".join(one for one in (start, end) if one) or safe_words(happened.words)


def pack_in(region: Region, language: str) -> tuple[Region, bool]:
    """The country's pack in the language of a sentence; False: it has no words there, its laws stay unnamed."""
    if region.language == language:
        return region, True
    if not region.signer and region.id in REGIONS:
        return load_region(region.id, language), True
    return region, False


def with_entry(filled: Filled, entry: EntryToSay | None) -> Filled:
    """Take day, place and words from one entry, or take them out again."""
    texts = {slot: text for slot, text in filled.texts.items() if slot not in ("what", "when", "place")}
    if entry is None:
        return replace(filled, texts=texts, happened=None)
    texts |= {"what": entry.text, "place": entry.place}
    return replace(filled, texts=texts, happened=entry.happened if said_when(entry.happened, "en") else None)


def _day(untrusted_text: str, language: str, today: date) -> str:
    # Without a year the reader would add one: the day is then left as she typed it.
    if not _YEAR.search(untrusted_text):
        return untrusted_text
    try:
        return day_in_words(date.fromisoformat(parse_typed_date(untrusted_text, today)), language)
    except DateImpossible:
        return untrusted_text


def _moment(iso: str, language: str) -> str:
    if not iso:
        return ""
    day, _, time = iso.partition("T")
    spoken = day_in_words(date.fromisoformat(day), language)
    return f"{spoken}, {time}" if time else spoken
