"""Says which photos and recordings would show where she is: a place, words, a day after she moved, a device of hers.

May touch: life events, to find the day of a move. Must never take a file's own words for the truth, and never look
at the picture itself: what can be seen in it only she can judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from safeplan.handover.told import Told
from safeplan.records.attachments import AttachmentInfo, Embedded
from safeplan.records.life_events import LifeEvent, life_events
from safeplan.records.word_forms import WORD, cased, folded, stems
from safeplan.vault.database import Database

# Why a photo or recording is named.
WHYS = ("place", "after_move", "device", "words", "unread")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOVE_WORDS = (
    "move moved moving left shelter refuge переезд переехала ушла уход съехала приют шелтер убежище"
    " көшу көштім кеттім кету баспана"
)
_MOVES = frozenset(stem for word in _MOVE_WORDS.split() for stem in stems(word))


@dataclass(frozen=True)
class PhotoMark:
    """One file and why it is named, of WHYS in that order. `day` is the day it claims, "" for none."""

    attachment_id: str
    whys: tuple[str, ...]
    day: str = ""


def photo_marks(
    files: Iterable[AttachmentInfo],
    safe_day: str = "",
    devices: Sequence[str] = (),
    recordings: Mapping[str, Told] | None = None,
) -> tuple[PhotoMark, ...]:
    """The files that show something, in their order. `safe_day`: the first day in a safe place, local ISO, or "";
    `devices`: what she calls the devices she uses now; `recordings`: those of recordings_say, by id."""
    found = []
    for info in files:
        claims = info.embedded or Embedded()
        told = (recordings or {}).get(info.id) or Told()
        day = claims.taken_at[:10] if _DAY.match(claims.taken_at) else told.day
        shown = {
            "place": bool(claims.place.strip()) or told.place,
            # The day itself counts: she may have been there already.
            "after_move": bool(safe_day and day and day >= safe_day[:10]),
            "device": any(_same_device(" ".join((claims.device, *told.said)), device) for device in devices),
            "words": told.words,
            "unread": told.unread,
        }
        whys = tuple(why for why in WHYS if shown[why])
        if whys:
            found.append(PhotoMark(info.id, whys, day))
    return tuple(found)


def safe_event(db: Database) -> LifeEvent | None:
    """Her newest event that speaks of a move or of leaving and has a day; None when there is none."""
    moves = [one for one in life_events(db) if one.start and speaks_of_a_move(one)]
    return max(moves, key=lambda one: one.start, default=None)


def safe_day_of(db: Database) -> str:
    """The first day of that event; "" when there is none."""
    event = safe_event(db)
    return event.start if event else ""


def speaks_of_a_move(event: LifeEvent) -> bool:
    """Whether her words for an event mean that she moved; the page shows the day and lets her change it."""
    return any(_MOVES & set(stems(cased(word[0]))) for word in WORD.finditer(event.words))


def _same_device(claimed: str, hers: str) -> bool:
    words = {folded(word[0]) for word in WORD.finditer(hers)}
    return bool(words) and words <= {folded(word[0]) for word in WORD.finditer(claimed)}
