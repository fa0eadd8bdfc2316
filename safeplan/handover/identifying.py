"""Finds what shows where she is now, who helps her and how she is reached, in texts that are about to leave.

May touch: nothing but the texts and the words of hers that it is given. Must never take anything out by itself, and
never count the place where something happened as the place where she is: that is asked.
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from safeplan import errors
from safeplan.handover.identifying_patterns import general_places
from safeplan.handover.selection import MARKS, LeftOut, left_out, texts_in
from safeplan.handover.selection import without as without
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote
from safeplan.records.incidents import Incident
from safeplan.records.word_forms import WORD, cased, folded, stems
from safeplan.records.wording import let_others_run

# Why something is marked. "event_place" is only asked about.
WHYS = (
    *("address", "room", "work", "school", "clinic", "route", "helper", "phone", "email", "code_word"),
    *("personal_number", "car", "device", "picture_place", "event_place"),
)
# What a place where something happened can look like.
PLACES = frozenset({"address", "room", "work", "school", "clinic", "route"})
_ORDER = {why: place for place, why in enumerate(WHYS)}
_ID = re.compile(r"[0-9a-f]{32}")
# What may stand between two words of one name or address; a mark never does.
_GAP = re.compile(r"[\s,.\-–—«»\"“”'’()№#/]{0,5}")
_MARK = re.compile("|".join(re.escape(mark) for mark in MARKS.values()))
_DIGITS = re.compile(r"\d")
# In the place of what was found already: no letter, no digit, no blank.
_TAKEN = "\0"
_PHONE_TAIL = 10
# Words between two looks at Cancel, and looks between two moments in which others may run.
_BREATH, _BREATHS = 1_000, 20
_SHORTEST = 2

Place = tuple[int, int, str, bool]


@dataclass(frozen=True)
class Known:
    """Words of hers to look for. `person`: the id of a helper, for places that hold an id; `ask` as in Finding."""

    why: str
    words: str
    person: str = ""
    ask: bool = False


@dataclass(frozen=True)
class Finding:
    """One place: text[start:end] == words. `field` and `revision` as in LeftOut. `ask`: nothing is left out unless
    she says so."""

    object_id: str
    field: str
    start: int
    end: int
    why: str
    words: str
    revision: int = 0
    ask: bool = False

    def as_left_out(self) -> LeftOut:
        """The same for a selection."""
        return left_out(self.object_id, self.field, self.start, self.words, self.revision)


class Looker:
    """Looks for one set of known words; made once, used for many texts."""

    def __init__(self, known: Iterable[Known], devices: Sequence[str] = ()) -> None:
        self._people = {one.person: one.why for one in known if one.person}
        self._tails: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[frozenset[str], ...], str, bool]]] = {}
        for one in known:
            digits = "".join(_DIGITS.findall(one.words))
            if len(digits) >= 6 and not re.search(r"[^\W\d_]{3}", one.words):
                self._tails[digits[-_PHONE_TAIL:]] = one.why
            else:
                self._add(one.words, one.why, ask=one.ask)
        for device in devices:
            # The telephone that was broken is evidence, the one she uses now is not.
            self._add(device, "device", ask=True)

    def places(
        self, text: str, place_of_event: str = "", tick: Callable[[], None] = lambda: None
    ) -> tuple[tuple[int, int, str, bool], ...]:
        """(start, end, why, ask) in the order of the text, none overlapping another. `tick` is called again and
        again, and may raise."""
        if _ID.fullmatch(text):
            why = self._people.get(text)
            return ((0, len(text), why, False),) if why else ()
        left = _MARK.sub(lambda mark: _TAKEN * len(mark[0]), text)
        found: list[Place] = []
        # What is taken out can bring to light what stood in its shadow.
        while more := _apart([*self._known(left, tick), *general_places(left, tick)]):
            more = [_to_whole_letters(left, one) for one in more]
            found += more
            left = _blanked(left, more)
        event = _plain_words(place_of_event)
        return tuple(sorted(_asked(text, one, event) for one in _apart(found)))

    def _add(self, words: str, why: str, *, ask: bool) -> None:
        phrase = tuple(_meant(word[0]) for word in WORD.finditer(words))
        if not phrase or (len(phrase) == 1 and len(words.strip()) < _SHORTEST):
            return
        for first in phrase[0]:
            self._phrases.setdefault(first, []).append((phrase, why, ask))

    def _known(self, text: str, tick: Callable[[], None]) -> Iterator[tuple[int, int, str, bool]]:
        words: list[tuple[int, int, frozenset[str]]] = []
        for word in WORD.finditer(text):
            if not len(words) % _BREATH:
                tick()
            words.append((word.start(), word.end(), _meant(word[0])))
        for place, (start, _end, meant) in enumerate(words):
            if not place % _BREATH:
                tick()
            for first in meant:
                for phrase, why, ask in self._phrases.get(first, ()):
                    if end := _fits(text, words[place : place + len(phrase)], phrase):
                        yield start, end, why, ask
        if self._tails:
            for run in re.finditer(r"(?<![\w+])\+?\d[\d\s()\-–]{4,22}\d(?!\w)", text):
                tail = "".join(_DIGITS.findall(run[0]))[-_PHONE_TAIL:]
                if tail in self._tails:
                    yield run.start(), run.end(), self._tails[tail], False


def find_all(
    known: Iterable[Known],
    incidents: Iterable[Incident],
    notes: dict[str, FileNote],
    typed: dict[str, str],
    devices: Sequence[str] = (),
    around: Iterable[tuple[str, object]] = (),
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Finding, ...]:
    """Everything in the entries (each wording), names and notes of their files, what the files claim, and what was
    typed for the cover. `notes` by file id; `typed` by field of the selection, found under object id ""; `around`:
    (id, form) of orders, breaches, cases and the like, found under revision 0. Raises Cancelled.
    """
    looker = Looker(tuple(known), devices)
    found: list[Finding] = []

    looks = itertools.count(1)

    def tick() -> None:
        if cancelled():
            raise errors.Cancelled
        if not next(looks) % _BREATHS:
            let_others_run()

    for one in incidents:
        tick()
        for each in one.revisions:
            place = each.form.place
            for field, text in (*texts_in(each.form), ("reason", each.reason)):
                # The place of an entry is where it happened, however it is written.
                place_of_event = text if field == "place" else place
                found += _findings(looker, text, place_of_event, one.id, field, each.number, tick)
        for info in one.attachments:
            found += file_findings(looker, info, notes.get(info.id, FileNote()), tick)
    for object_id, form in around:
        for field, text in texts_in(form):
            found += _findings(looker, text, "", object_id, field, 0, tick)
    for field, text in typed.items():
        found += _findings(looker, text, "", "", field, 0, tick)
    return tuple(found)


def file_findings(
    looker: Looker, info: AttachmentInfo, note: FileNote, tick: Callable[[], None] = lambda: None
) -> Iterator[Finding]:
    """The places in a file's name, note and transcript, and in what it claims about itself."""
    for field, text in (("name", info.name), ("words", note.words), ("transcript", note.transcript)):
        yield from _findings(looker, text, "", info.id, field, 0, tick)
    if info.embedded is not None and info.embedded.place:
        place = info.embedded.place
        yield Finding(info.id, "embedded.place", 0, len(place), "picture_place", place)
    if info.embedded is not None and any(
        why == "device" for _start, _end, why, _ask in looker.places(info.embedded.device)
    ):
        device = info.embedded.device
        yield Finding(info.id, "embedded.device", 0, len(device), "device", device)


def left_out_by_default(findings: Iterable[Finding]) -> tuple[LeftOut, ...]:
    """The marks a selection begins with: everything that is not asked about."""
    return tuple(one.as_left_out() for one in findings if not one.ask)


# ── Inside ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _findings(
    looker: Looker,
    text: str,
    place_of_event: str,
    object_id: str,
    field: str,
    revision: int,
    tick: Callable[[], None],
) -> tuple[Finding, ...]:
    return tuple(
        Finding(object_id, field, start, end, why, text[start:end], revision, ask)
        for start, end, why, ask in looker.places(text, place_of_event, tick)
    )


@functools.lru_cache(maxsize=20_000)
def _meant(word: str) -> frozenset[str]:
    """What the forms of a word share. A number is itself."""
    plain = cased(word)
    return frozenset((plain,)) if plain.isdigit() else frozenset((*stems(plain), folded(word)))


def _fits(text: str, words: Sequence[tuple[int, int, frozenset[str]]], phrase: tuple[frozenset[str], ...]) -> int:
    """Where the phrase ends that begins at the first of the words; 0 when it does not stand there."""
    if len(words) < len(phrase) or any(not part & word[2] for part, word in zip(phrase, words, strict=True)):
        return 0
    for before, after in itertools.pairwise(words):
        if not _GAP.fullmatch(text, before[1], after[0]):
            return 0
    return words[-1][1]


def _apart(places: Iterable[Place]) -> list[Place]:
    """Sorted, overlapping ones joined. What is certain wins over what is asked, then the order of WHYS."""
    joined: list[Place] = []
    for start, end, why, ask in sorted(places):
        if joined and start < joined[-1][1]:
            first, last, known_why, known_ask = joined[-1]
            better = min((known_ask, _ORDER[known_why], known_why), (ask, _ORDER[why], why))
            joined[-1] = (first, max(last, end), better[2], better[0])
        else:
            joined.append((start, end, why, ask))
    return joined


def _blanked(text: str, places: Iterable[Place]) -> str:
    """The text with nothing left at these places, which stand in order."""
    pieces, at = [], 0
    for start, end, _why, _ask in places:
        start = max(start, at)
        pieces += [text[at:start], _TAKEN * (end - start)]
        at = max(end, at)
    return "".join((*pieces, text[at:]))


def _to_whole_letters(text: str, place: Place) -> Place:
    """An accent that stands behind its letter goes with it."""
    start, end, why, ask = place
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end, why, ask


def _plain_words(text: str) -> list[str]:
    return [folded(word[0]) for word in WORD.finditer(text)]


def _asked(text: str, place: Place, event: list[str]) -> Place:
    """A place that is that of the event, or part of it, is asked about."""
    start, end, why, _ask = place
    words = _plain_words(text[start:end])
    if why not in PLACES or not words or not event:
        return place
    inside = any(event[at : at + len(words)] == words for at in range(len(event) - len(words) + 1))
    return (start, end, "event_place", True) if inside else place
