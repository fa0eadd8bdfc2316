"""How the report says when something happened, when it was written, and what comes before what.

May touch: nothing but the record it is given. Must never make a vague time exact, and never say a time twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from safeplan.content.record_guide import load_record_guide
from safeplan.handover.labels import LANGUAGES, wall_clock
from safeplan.handover.report_words import ReportWords
from safeplan.records.incident_form import SIDES, Happened
from safeplan.records.incidents import Incident
from safeplan.records.life_events import LifeEvent, interval

SURE = ("exact", "day", "range")


def in_order_of_time(
    incidents: Sequence[Incident], anchors: Mapping[str, LifeEvent] | None = None
) -> tuple[Incident, ...]:
    """Oldest event first; one without a date stands where it was written down."""
    return tuple(sorted(incidents, key=lambda one: (when_key(one, anchors or {}), one.number)))


def when_key(incident: Incident, anchors: Mapping[str, LifeEvent]) -> str:
    """Local text by which an entry is sorted; never printed."""
    happened = incident.revisions[-1].form.happened
    if happened.kind in SURE:
        known = happened.start
    else:
        lies = interval(happened, anchors)
        known = lies.start or lies.end
    first = incident.revisions[0]
    return known or wall_clock(first.written_at, first.zone).isoformat()[:16]


def happened_words(say: ReportWords, happened: Happened, anchors: Mapping[str, LifeEvent]) -> str:
    """When it happened, as she said it."""
    if happened.kind in SURE:
        said = _span(say, happened)
        return f"{said} ({happened.words})" if happened.words else said
    said = happened.words
    if event := anchors.get(happened.anchor):
        day = say.local(event.start) if event.start else ""
        leaning = say.guide.anchored(happened.side, f"{event.words} ({day})" if day else event.words)
        # The page that asks writes this sentence into her field; printed beside itself it would stand there twice.
        said = f"{said} · {leaning}" if said and not _same_leaning(said, event) else leaning
    if happened.start:
        about = say("dates", "about", when=_span(say, happened))
        said = f"{said} ({about})" if said else about
    return said or say("dates", "unknown")


def written_words(say: ReportWords, happened: Happened, written_at: str, zone: str) -> str:
    """When it was written down and, if the time of the event is known, how long after."""
    words = say.moment(written_at, zone)
    event = _event_end(happened)
    if event is None:
        return words
    written = wall_clock(written_at, zone)
    if isinstance(event, datetime):
        minutes = int((written - event) / timedelta(minutes=1))
        if not minutes:
            return f"{words}, {say('dates', 'same_moment')}"
    else:
        # Only the day is known, so only days are counted.
        minutes = (written.date() - event).days * 24 * 60
        if not minutes:
            return words
    return f"{words}, {say.later(minutes) if minutes > 0 else say('dates', 'earlier')}"


def _span(say: ReportWords, happened: Happened) -> str:
    if happened.end and happened.end != happened.start:
        return say("dates", "range", start=say.local(happened.start), end=say.local(happened.end))
    return say.local(happened.start)


def _same_leaning(words: str, event: LifeEvent) -> bool:
    """Whether her words are nothing but "before: the move", in whichever language the page stood."""
    told = " ".join(words.split()).casefold()
    guides = [load_record_guide(language) for language in LANGUAGES]
    return any(
        " ".join(guide.anchored(side, event.words).split()).casefold() == told
        for guide in guides
        for side in SIDES[1:]
    )


def _event_end(happened: Happened) -> date | datetime | None:
    text = happened.end or happened.start
    if happened.kind not in SURE or not text:
        return None
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
