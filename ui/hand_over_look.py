"""What the worker does before anything leaves: looks through what was chosen, for what it shows to a reader.

May touch: the worker's session, to read. Must never run in the interface thread, and never change the record.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from safeplan import errors
from safeplan.handover import as_he_reads, identifying, suggest
from safeplan.handover.as_he_reads import Item
from safeplan.handover.identifying import Finding
from safeplan.handover.identifying_known import her_devices
from safeplan.handover.photo_marks import PhotoMark, photo_marks, safe_event
from safeplan.handover.selection import LeftOut, Selection, texts_in, validate
from safeplan.records import incidents, people
from safeplan.records.incidents import Incident
from safeplan.records.word_forms import WORD, folded
from ui.background import Job, Session
from ui.hand_over_choice import Choice

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
    """A photo or recording that shows something. `goes`: "copy", "original" or "stays"."""

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
    found = suggest.findings(db, base, as_he_reads.typed_lines(base), job.cancelled)
    chosen = [incidents.incident(db, one) for one in base.incident_ids]
    along = set(base.attachments or ())
    infos = {info.id: info for one in chosen for info in one.attachments if info.id in along}
    pictures = {info.id for info in infos.values() if info.kind.startswith("image/")}
    event = safe_event(db) if safe_from is None else None
    day = (event.start if event else "") if safe_from is None else safe_from
    photos = photo_marks(infos.values(), day, her_devices(db))
    of_herself = base.recipient_kind == "herself"
    files = _named_files(chosen, photos, choice, of_herself=of_herself)
    names = {one.id: people.shown_name(one, reveal=True) for one in people.list_people(db)}
    beside = suggest.beside(db, base, chosen)
    groups = grouped(chosen, found, choice, names, beside, of_herself=of_herself)
    out = {one.key for one in groups if one.out}
    stays = {one.id for one in files if one.goes == "stays"}
    clean = tuple(one.id for one in files if one.goes == "copy")
    selection = validate(
        replace(
            base,
            attachments=tuple(one for one in base.attachments or () if one not in stays),
            private_files=tuple(one for one in base.private_files if one not in stays),
            marks=(*marks_of(found, out), *_more(choice, base)),
            clean_copies=tuple(dict.fromkeys((*clean, *(one for one in choice.copies if one in pictures - stays)))),
        )
    )
    if job.cancelled():
        raise errors.Cancelled
    kept = [replace(one, attachments=tuple(i for i in one.attachments if i.id not in stays)) for one in chosen]
    items = as_he_reads.as_he_reads(selection, kept, found, photos, names)
    return Looked(selection, groups, files, tuple(_reads(items)), day, event.words if event else "")


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────
def _plain(words: str) -> str:
    return " ".join(folded(word[0]) for word in WORD.finditer(words)) or words


def marks_of(found: Iterable[Finding], out: Container[str]) -> Iterator[LeftOut]:
    """The places of what is left out. `out`: keys of Found."""
    return (one.as_left_out() for one in found if one.object_id and _key(one) in out)


def _key(one: Finding) -> str:
    return f"{one.why}|{_plain(one.words)}"


def _more(choice: Choice, base: Selection) -> tuple[LeftOut, ...]:
    known = set(base.incident_ids) | set(base.attachments or ())
    known |= {*base.order_ids, *base.case_ids}
    return tuple(one for one in choice.taken_out if one.object_id in known)


def _named_files(
    chosen: Iterable[Incident], photos: Iterable[PhotoMark], choice: Choice, *, of_herself: bool
) -> tuple[NamedFile, ...]:
    where = {info.id: (one.number, info) for one in chosen for info in one.attachments}
    found = []
    for photo in photos:
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
    beside: Iterable[tuple[str, object]],
    *,
    of_herself: bool,
) -> tuple[Found, ...]:
    """What was found in entries, one line for the same words and reason, whatever their number of places. `names`:
    {person id: name}; `beside`: suggest.beside of these entries."""
    chosen = tuple(chosen)
    numbers_of = as_he_reads.numbers_of(chosen)
    texts = _Lines(chosen, beside)
    said = dict(choice.said)
    together: dict[str, list[Finding]] = {}
    for one in found:
        # What she typed for the first page is hers to change there; it is told again where it can be read.
        if one.object_id:
            together.setdefault(_key(one), []).append(one)
    made = []
    for key, same in together.items():
        ask = all(one.ask for one in same)
        numbers = tuple(sorted({number for one in same for number in numbers_of.get(one.object_id, ())}))
        before, after = texts.around(same[0])
        # A person is named by id there.
        words = names.get(same[0].words, same[0].words)
        out = said.get(key, not (ask or of_herself))
        made.append(Found(key, same[0].why, words, ask, out, len(same), numbers, before, after))
    order = {why: place for place, why in enumerate(identifying.WHYS)}
    return tuple(sorted(made, key=lambda one: (one.ask, order[one.why], one.words)))


class _Lines:
    """The text around a place, read once for each wording."""

    def __init__(self, chosen: Iterable[Incident], beside: Iterable[tuple[str, object]]) -> None:
        self._beside: dict[str, dict[str, str]] = {}
        for id_, form in beside:
            self._beside.setdefault(id_, {}).update(texts_in(form))
        self._wordings = {(one.id, each.number): each for one in chosen for each in one.revisions}
        self._names = {info.id: info.name for one in chosen for info in one.attachments}
        self._read: dict[tuple[str, int], dict[str, str]] = {}

    def around(self, one: Finding) -> tuple[str, str]:
        """What stands before and after, in one line."""
        text = self._text(one)
        before, after = text[: one.start][-AROUND:], text[one.end :][:AROUND]
        if one.start > AROUND:
            before = "… " + before.partition(" ")[2]
        if len(text) > one.end + AROUND:
            after = after.rpartition(" ")[0] + " …"
        return " ".join(before.split("\n")), " ".join(after.split("\n"))

    def _text(self, one: Finding) -> str:
        if one.field == "name" and one.object_id in self._names:
            return self._names[one.object_id]
        if not one.revision and one.field in self._beside.get(one.object_id, {}):
            return self._beside[one.object_id][one.field]
        at = (one.object_id, one.revision)
        if at not in self._read:
            wording = self._wordings.get(at)
            self._read[at] = dict(texts_in(wording.form)) | {"reason": wording.reason} if wording else {}
        return self._read[at].get(one.field, "")


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
            mark = LeftOut(item.object_id, item.field, item.start, item.end, item.revision)
            choice = replace(choice, taken_out=(*choice.taken_out, mark))
    return choice
