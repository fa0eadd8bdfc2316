"""A whole chat pasted into an entry, with a telephone number in every line, is looked through like any other text.

Lost without it: she changes one tick, and for a minute nothing else is done; what she types meanwhile waits too.
"""

from __future__ import annotations

import itertools
import time
from dataclasses import replace

import pytest
from builders import an_incident, fresh_database, never

from safeplan import errors
from safeplan.handover import suggest
from safeplan.handover.as_he_reads import as_he_reads
from safeplan.handover.identifying import Looker
from safeplan.handover.identifying_patterns import WINDOW
from safeplan.handover.selection import MARKS, Selection, as_it_leaves
from safeplan.records import incidents
from tests.pace import slowness

LINES = 6_000
CHAT = "".join(
    f"[{1 + n % 28:02d}.02.2026, 21:{n % 60:02d}] Арман: где ты, я всё равно приду, перезвони мне 8 701"
    f" {n // 100:03d} {n % 100:02d} {n % 7}3\n"
    for n in range(LINES)
)
# A place that goes over the end of a line, and one that stands in the shadow of another.
HARD = "ул. Абая\n12, кв. 5"
# Seconds of the processor on the computer the limits were made on.
MOST = 10.0
LONGEST_WAIT = 0.3


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_it_takes_seconds_and_not_minutes_to_look_through(db, clock):
    entry = an_incident(db, clock, CHAT)
    chosen = Selection((entry.id,), "ru", False, recipient_kind="lawyer")
    pace, began = slowness(), time.process_time()
    found = suggest.findings(db, chosen, {}, never)
    marked = replace(chosen, marks=tuple(one.as_left_out() for one in found))
    kept = [incidents.incident(db, entry.id)]
    still_read = as_he_reads(marked, kept, found, ())
    leaves = as_it_leaves(marked, entry.id, kept[0].revisions[-1])
    assert time.process_time() - began < MOST * pace
    assert len(found) == LINES
    assert still_read == ()
    assert leaves.form.text.count(MARKS["ru"]) == LINES
    assert "8 701" not in leaves.form.text
    # Half of what is marked can be read again where the other half stays.
    half = replace(chosen, marks=marked.marks[::2])
    assert len(as_he_reads(half, kept, found, ())) == LINES // 2


def test_at_every_moment_it_can_be_stopped(db, clock):
    entry = an_incident(db, clock, CHAT)
    chosen = Selection((entry.id,), "ru", False, recipient_kind="lawyer")
    looks = [time.process_time()]

    def looked() -> bool:
        looks.append(time.process_time())
        return False

    pace = slowness()
    suggest.findings(db, chosen, {}, looked)
    waits = sorted(after - before for before, after in itertools.pairwise(looks))
    assert len(waits) > 500
    assert waits[-1] < LONGEST_WAIT * pace
    asked = itertools.count()
    with pytest.raises(errors.Cancelled):
        suggest.findings(db, chosen, {}, lambda: next(asked) > 40)


def test_a_long_text_is_read_as_its_parts_are(db):
    """It is looked through piece by piece: nothing may be lost where two of them meet, and nothing found twice."""
    looker = Looker(())
    alone = looker.places(HARD)
    assert alone
    # The first end of a line behind these many letters is where it is cut.
    for before in range(WINDOW - 60, WINDOW + 20, 3):
        text = " слово" * (before // 6) + "\n" + "x" * (before % 6) + " " + HARD + "\n" + "слово " * 200
        at = text.index(HARD)
        there = tuple((at + start, at + end, why, ask) for start, end, why, ask in alone)
        assert looker.places(text) == there, before
