"""Words that mean something to a machine are only words here: kept, found and printed as they were typed (H-07).

Lost without it: a threat that was sent as a line of code, and a notebook that carried it out.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from safeplan.handover.counts_csv import counts_csv
from safeplan.handover.report import compile_report
from safeplan.handover.report_data import ReportContent, report_data
from safeplan.handover.selection import Selection
from safeplan.records import cases, drafts, incidents, life_events, orders, own_numbers, people, plan, search
from safeplan.records.counts import ALL, SESSION, CountLine, CountTable
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.records.search_notes import search_notes
from tests.campaign.selecting import Tries

TABLE = CountTable(("2026-03", "2026-04"), (CountLine(SESSION, ALL, (9, None), None),))
# Every field of free text of these forms.
PERSON = ("name", "nickname", "contact", "safe_contact", "knows", "notes")
ENTRY = ("text", "place", "witnesses", "injuries", "police", "medical")
CASE = ("name", "number", "body", "article", "notes")
ITEM = ("number", "who", "where", "words", "text")
ORDER = ("name", "number", "issued_by", "terms", "article", "notes")
MACHINE_WORDS = (
    "'; DROP TABLE incident; --",
    '") OR 1=1; PRAGMA key=""; --',
    'NEAR("a" "b", 5) AND * OR text:^x',
    "{text.__class__} %s %(x)s %n {0}",
    "=HYPERLINK(1) +cmd|' /C calc'!A0 @SUM(1) -2+3",
    '#import "@preview/x:1.0.0" #read("/etc/passwd") #eval("1") $x$ `raw` <label> @ref',
    "<script>x</script> <img src=x onerror=x> &lt; &#0;",
    "\\u0000 \\x00 %00 ${jndi:x} $(reboot) `reboot`",
)


def texts(times: int) -> Iterator[str]:
    """Each of them alone, then two of them in one another."""
    chance = random.Random(7)
    yield from MACHINE_WORDS[:times]
    for _ in range(times - len(MACHINE_WORDS)):
        outer, inner = chance.choice(MACHINE_WORDS), chance.choice(MACHINE_WORDS)
        at = chance.randrange(len(outer))
        yield outer[:at] + inner + outer[at:]


def typed_everywhere(db: Any, clock: Any, words: str) -> Iterator[tuple[str, str]]:
    """(where, what stands there now) for each place in which the words were typed."""
    person = people.add_person(db, clock, people.PersonForm(**dict.fromkeys(PERSON, words)))
    yield from ((f"person.{name}", getattr(people.person(db, person.id), name)) for name in PERSON)
    form = IncidentForm(**dict.fromkeys(ENTRY, words), happened=Happened("vague", words=words), people=(person.id,))
    entry = incidents.add_incident(db, clock, form)
    latest = incidents.incident(db, entry.id).latest
    assert latest is not None
    yield from ((f"entry.{name}", getattr(latest.form, name)) for name in ENTRY)
    yield "entry.when", latest.form.happened.words
    case = cases.add_case(db, clock, cases.CaseForm(**dict.fromkeys(CASE, words)))
    yield from ((f"case.{name}", getattr(cases.case(db, case.id).form, name)) for name in CASE)
    item = cases.add_item(db, clock, case.id, cases.ItemForm(cases.LETTER, **dict.fromkeys(ITEM, words)))
    yield from ((f"item.{name}", getattr(cases.item(db, item.id).form, name)) for name in ITEM)
    order = orders.add_order(db, clock, orders.OrderForm(**dict.fromkeys(ORDER, words)))
    yield from ((f"order.{name}", getattr(orders.order(db, order.id).form, name)) for name in ORDER)
    yield "answer", plan.set_answer(db, clock, "people", words)
    yield "step", plan.add_own_step(db, clock, "home", words).words
    yield "own day", life_events.add_life_event(db, words).words
    number = own_numbers.add_number(db, clock, own_numbers.NumberForm(name=words, number="1", note=words))
    yield from (("number.name", number.name), ("number.note", number.note))
    yield "draft", drafts.save_draft(db, clock, "happened", {"text": words})["text"]
    assert drafts.draft(db, "happened")["text"] == words
    assert {one.line.id for one in search.search(db, search.Asked(text=words)).results} <= {entry.id}
    search.search(db, search.Asked(words, place=words))
    search_notes(db, words)
    # The report is a program in a language of its own; nothing in it may be taken for a part of that program.
    selection = Selection((entry.id,), "en", with_attachments=False, recipient=words, purpose=words, author=words)
    content = ReportContent(
        selection, "2026-03-01T10:00:00Z", "+05:00", "B-1", (incidents.incident(db, entry.id),), {}
    )
    assert compile_report(report_data(content), {}).startswith(b"%PDF")
    rows = list(csv.reader(io.StringIO(counts_csv(TABLE, lambda _id: words).decode("utf-8-sig"))))
    assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for row in rows for cell in row), rows
    incidents.take_back_incident(db, entry.id)


def shape_of(db: Any) -> list[Any]:
    return db.rows("SELECT type, name, sql FROM sqlite_master ORDER BY name")  # type: ignore[no-any-return]


def are_only_words(db: Any, before: list[Any], words: str, kept: Iterable[tuple[str, str]]) -> int:
    """Each place holds what was typed, and the store is the one it was; how many places."""
    places = list(kept)
    for where, found in places:
        assert found == words, where
    assert shape_of(db) == before
    return len(places)


@pytest.mark.row("H-07")
def test_what_a_machine_would_obey_is_kept_found_and_printed_as_typed(vault: Any, clock: Any, tries: Tries) -> None:
    db = vault.database
    # The index is made when it is first used.
    search.search(db, search.Asked(text="first"))
    before, places = shape_of(db), 0
    for words in texts(tries.of(300, daily=len(MACHINE_WORDS))):
        places = are_only_words(db, before, words, typed_everywhere(db, clock, words))
    assert places > 30
    tries.figure("places", places)


@pytest.mark.row("H-07", control=True)
def test_the_watch_sees_a_store_that_obeys_and_one_that_changes_what_was_typed(vault: Any, clock: Any) -> None:
    db = vault.database
    search.search(db, search.Asked(text="first"))
    before = shape_of(db)

    def obeys() -> Iterator[tuple[str, str]]:
        db.execute("DROP TABLE found_word")
        yield "entry.text", "words"

    with pytest.raises(AssertionError, match="entry"):
        are_only_words(db, before, "<b>", [("entry.text", "&lt;b&gt;")])
    with pytest.raises(AssertionError):
        are_only_words(db, before, "words", obeys())
