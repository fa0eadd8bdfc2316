"""Words that mean something to a machine are only words here: kept, found and printed as they were typed (H-07).

Lost without it: a threat that was sent as a line of code, and a notebook that carried it out.
"""

from __future__ import annotations

from typing import Any

import pytest

from safeplan.handover.report import compile_report
from safeplan.handover.report_data import ReportContent, report_data
from safeplan.handover.selection import Selection
from safeplan.records import cases, incidents, orders, people, search
from safeplan.records.incidents import Happened, IncidentForm
from safeplan.vault.container import OpenVault

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


@pytest.mark.parametrize("words", MACHINE_WORDS)
def test_what_a_machine_would_obey_is_kept_found_and_printed_as_typed(
    vault: OpenVault, clock: Any, words: str
) -> None:
    db = vault.database
    # The index is made when it is first used.
    search.search(db, search.Asked(text="first"))
    before = db.rows("SELECT name, sql FROM sqlite_master ORDER BY name")
    person = people.add_person(db, clock, people.PersonForm(name=words, contact=words, notes=words))
    form = IncidentForm(
        text=words,
        place=words,
        witnesses=words,
        police=words,
        happened=Happened("vague", words=words),
        people=(person.id,),
    )
    entry = incidents.add_incident(db, clock, form)
    case = cases.add_case(db, clock, cases.CaseForm(name=words, number=words, notes=words))
    item = cases.add_item(db, clock, case.id, cases.ItemForm(cases.LETTER, words=words, who=words))
    order = orders.add_order(db, clock, orders.OrderForm(name=words, terms=words, article=words))

    latest = incidents.incident(db, entry.id).latest
    assert latest is not None
    assert (latest.form.text, latest.form.place, latest.form.happened.words) == (words, words, words)
    assert people.person(db, person.id).name == words
    assert cases.item(db, item.id).form.words == words
    assert orders.order(db, order.id).form.terms == words
    assert {one.line.id for one in search.search(db, search.Asked(text=words)).results} <= {entry.id}
    assert db.rows("SELECT name, sql FROM sqlite_master ORDER BY name") == before
    # The report is a program in a language of its own; nothing in it may be taken for a part of that program.
    selection = Selection((entry.id,), "en", with_attachments=False, recipient=words, purpose=words, author=words)
    content = ReportContent(
        selection, "2026-03-01T10:00:00Z", "+05:00", "B-1", (incidents.incident(db, entry.id),), {}
    )
    assert compile_report(report_data(content), {}).startswith(b"%PDF")
