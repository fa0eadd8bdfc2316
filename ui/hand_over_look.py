"""What the worker does before anything leaves: looks through what was chosen, for what it shows to a reader.

May touch: the worker's session, to read, and what photos claim. Must never run in the interface thread, and never
change the record.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from safeplan import errors
from safeplan.handover import as_he_reads, identifying, suggest
from safeplan.handover.around import Texts, around, notes_along
from safeplan.handover.as_he_reads import Item
from safeplan.handover.identifying import Finding
from safeplan.handover.identifying_known import her_devices
from safeplan.handover.photo_marks import PhotoMark, photo_marks, safe_event
from safeplan.handover.recordings_say import what_they_say
from safeplan.handover.selection import LeftOut, Selection, validate
from safeplan.handover.still_out import by_text, still_out, within
from safeplan.records import incidents, people
from safeplan.records.incidents import Incident
from safeplan.records.word_forms import WORD, folded
from ui.background import Job, Session
from ui.hand_over_choice import Choice
from ui.keeping import read_claims

# How much of a line stands around what was found in it.
AROUND = 48
# Numbers of entries named beside one thing found.
MOST_NUMBERS = 6


@dataclass(frozen=True)
class Found:
    """The same words in one or many places. `key` of Choice.said; `before` and `after`: the line around the first.

    `ask`: it stays in unless she says otherwise; `out`: how it stands now; `cover`: it was typed for the first page.
    """

    key: str
    why: str
    words: str
    ask: bool
    out: bool
    count: int
    numbers: tuple[int, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class NamedFile:
    """A photo or recording that shows something, or of which she wants a clean copy (no `whys`). `goes`: "copy",
    "original" or "stays"."""

    id: str
    name: str
    number: int
    whys: tuple[str, ...]
    goes: str
    picture: bool


@dataclass(frozen=True)
class Read:
    """What could be learned, once or at several places."""

    group: str
    why: str
    words: str
    numbers: tuple[int, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Looked:
    """What would leave: `selection` is None when nothing is chosen.

    `safe_day`: from when on photos count as taken in a safe place, ISO or ""; `safe_words`: what she calls that day,
    "" where it was typed here."""

    selection: Selection | None = None
    found: tuple[Found, ...] = ()
    files: tuple[NamedFile, ...] = ()
    reads: tuple[Read, ...] = ()
    safe_day: str = ""
    safe_words: str = ""


def look_through(
    session: Session, job: Job, *, base: Selection, choice: Choice, safe_from: str | None = None
) -> Looked:
    """What is found in `base` (selection_of the choice), and the selection without what is left out.

    `safe_from`: safe_day of the choice.

    Raises NotThere for an entry that is gone, Cancelled.
    """
    if not base.incident_ids:
        return Looked()
    db, base = session.database, validate(base)
    # A photo that came from another record may never have been asked where it was taken.
    read_claims(session, job, base.incident_ids, frozenset(base.attachments or ()))
    found = suggest.findings(db, base, as_he_reads.typed_lines(base), job.cancelled_between)
    chosen = [incidents.incident(db, one) for one in base.incident_ids]
    along = set(base.attachments or ())
    infos = {info.id: info for one in chosen for info in one.attachments if info.id in along}
    pictures = {info.id for info in infos.values() if info.kind.startswith("image/")}
    event = safe_event(db) if safe_from is None else None
    day = (event.start if event else "") if safe_from is None else safe_from
    recordings = what_they_say(db, infos.values(), job.cancelled_between)
    photos = photo_marks(infos.values(), day, her_devices(db), recordings)
    of_herself = base.recipient_kind == "herself"
    copies = [one for one in infos if one in pictures and one in choice.copies]
    files = _named_files(chosen, photos, copies, choice, of_herself=of_herself)
    names = {one.id: people.shown_name(one, reveal=True) for one in people.list_people(db)}
    texts = Texts(db, base, chosen)
    groups = grouped(chosen, found, choice, names, texts, of_herself=of_herself)
    out = {one.key for one in groups if one.out}
    stays = {one.id for one in files if one.goes == "stays"}
    selection = validate(
        replace(
            base,
            attachments=tuple(one for one in base.attachments or () if one not in stays),
            private_files=tuple(one for one in base.private_files if one not in stays),
            marks=(*marks_of(found, out), *still_out((*_from_before(choice, found), *choice.taken_out), texts)),
            clean_copies=tuple(one.id for one in files if one.goes == "copy"),
        )
    )
    if job.cancelled():
        raise errors.Cancelled
    kept = [replace(one, attachments=tuple(i for i in one.attachments if i.id not in stays)) for one in chosen]
    beside = (*around(db, selection, kept), *notes_along(db, selection, kept))
    items = as_he_reads.as_he_reads(selection, kept, found, photos, names, beside)
    return Looked(selection, groups, files, tuple(_reads(items)), day, event.words if event else "")


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _plain(words: str) -> str:
    return " ".join(folded(word[0]) for word in WORD.finditer(words)) or words


def marks_of(found: Iterable[Finding], out: Container[str]) -> Iterator[LeftOut]:
    """The places of what is left out. `out`: keys of Found."""
    return (one.as_left_out() for one in found if one.object_id and key_of(one) in out)


def key_of(one: Finding) -> str:
    """The key of its Found."""
    return f"{one.why}|{_plain(one.words)}"


def _from_before(choice: Choice, found: Iterable[Finding]) -> Iterator[LeftOut]:
    """What stayed out of the hand-over that is repeated, but for what she lets in this time."""
    keys = {key for key, out in choice.said if not out}
    let_in = by_text(one for one in found if key_of(one) in keys)
    return (one for one in choice.before if not within(one, let_in))


def said_before(
    found: Iterable[Finding], marks: Iterable[LeftOut], given: Mapping[str, int]
) -> tuple[tuple[str, bool], ...]:
    """What she said about things found, as Choice.said, read from the places that stayed out. `given`: {id of an
    entry: its newest wording then}; what she let in there at another place was left to its place."""
    out, let_in, stayed = set[str](), set[str](), by_text(marks)
    for one in found:
        if within(one, stayed):
            out.add(key_of(one))
        elif 0 < one.revision <= given.get(one.object_id, 0):
            let_in.add(key_of(one))
    return tuple((key, True) for key in sorted(out - let_in))


def _named_files(
    chosen: Iterable[Incident],
    photos: Iterable[PhotoMark],
    copies: Iterable[str],
    choice: Choice,
    *,
    of_herself: bool,
) -> tuple[NamedFile, ...]:
    """`copies`: pictures of which she wants a clean copy, whether or not they show something."""
    where = {info.id: (one.number, info) for one in chosen for info in one.attachments}
    found = []
    named = {photo.attachment_id: photo for photo in photos}
    for photo in (*named.values(), *(PhotoMark(one, ()) for one in copies if one not in named)):
        number, info = where[photo.attachment_id]
        picture = info.kind.startswith("image/")
        original = photo.attachment_id in choice.originals or (
            of_herself and photo.attachment_id not in choice.copies
        )
        goes = "original" if original else "copy" if picture else "stays"
        found.append(NamedFile(info.id, info.name, number, photo.whys, goes, picture))
    return tuple(found)


def grouped(
    chosen: Iterable[Incident],
    found: Iterable[Finding],
    choice: Choice,
    names: Mapping[str, str],
    texts: Texts,
    *,
    of_herself: bool,
) -> tuple[Found, ...]:
    """What was found in entries, one line for the same words and reason, whatever their number of places. `names`:
    {person id: name}."""
    numbers_of = as_he_reads.numbers_of(chosen)
    said = dict(choice.said)
    together: dict[str, list[Finding]] = {}
    for one in found:
        # What she typed for the first page is hers to change there; it is told again where it can be read.
        if one.object_id:
            together.setdefault(key_of(one), []).append(one)
    made = []
    for key, same in together.items():
        ask = all(one.ask for one in same)
        numbers = tuple(sorted({number for one in same for number in numbers_of.get(one.object_id, ())}))
        before, after = _line_around(same[0], texts.at(same[0].object_id, same[0].field, same[0].revision))
        # A person is named by id there.
        words = names.get(same[0].words, same[0].words)
        out = said.get(key, not (ask or of_herself))
        made.append(Found(key, same[0].why, words, ask, out, len(same), numbers, before, after))
    order = {why: place for place, why in enumerate(identifying.WHYS)}
    return tuple(sorted(made, key=lambda one: (one.ask, order[one.why], one.words)))


def _line_around(one: Finding, text: str) -> tuple[str, str]:
    """What stands before and after it, in one line."""
    before, after = text[: one.start][-AROUND:], text[one.end :][:AROUND]
    if one.start > AROUND:
        before = "… " + before.partition(" ")[2]
    if len(text) > one.end + AROUND:
        after = after.rpartition(" ")[0] + " …"
    return " ".join(before.split("\n")), " ".join(after.split("\n"))


def _reads(items: Iterable[Item]) -> Iterator[Read]:
    together: dict[tuple[str, str, str, str], list[Item]] = {}
    for item in items:
        together.setdefault((item.group, item.why, _plain(item.words), item.removes), []).append(item)
    for (group, why, _words, _removes), same in together.items():
        numbers = tuple(sorted({item.number for item in same if item.number}))
        yield Read(group, why, same[0].words, numbers, tuple(same))


def taken_out(choice: Choice, read: Read) -> Choice:
    """The choice without what one line of "as it would be read" tells."""
    for item in read.items:
        if item.removes == as_he_reads.COPY:
            choice = replace(
                choice,
                originals=tuple(one for one in choice.originals if one != item.object_id),
                copies=(*choice.copies, item.object_id),
            )
        elif item.removes == as_he_reads.SHEET:
            choice = replace(choice, contacts_sheet=False)
        elif item.removes == as_he_reads.NAMES:
            choice = replace(choice, with_names=False)
        elif item.removes == as_he_reads.TYPED:
            choice = replace(choice, **{item.field: ""})  # type: ignore[arg-type]
        elif item.why in identifying.WHYS:
            choice = choice.says(f"{item.why}|{_plain(item.words)}", out=True)
        else:
            mark = item.as_left_out()
            choice = replace(choice, taken_out=(*choice.taken_out, mark))
    return choice
