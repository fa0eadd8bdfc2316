"""The case file and what comes next: refusals, letters and answers, hearings, promises; nothing is called missed."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content.regions import load_region
from safeplan.content.rules import limit_rules
from safeplan.records import attachments, cases, incidents, ledger, next_dates, orders, pressure, working_notes
from safeplan.records.cases import CaseForm, ItemForm
from safeplan.records.incident_form import Happened, IncidentForm
from safeplan.records.next_dates import case_deadlines
from safeplan.records.orders import OrderForm
from safeplan.records.pressure import Outcome, PressureNote
from safeplan.records.sittings import begin_sitting

KZ = load_region("kz", "en")
RULES = limit_rules(KZ)
TODAY = date(2026, 3, 2)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def a_case(db, clock, **form):
    return cases.add_case(db, clock, CaseForm(**({"name": "The night in March"} | form)))


def next_of(db, today=TODAY, days=30, **more):
    return [(one.kind, one.day, one.deadline.days) for one in next_dates.next_dates(db, today, days, **more)]


# ── The case file ───────────────────────────────────────────────────────────────────────────────────────────────
def test_they_say_she_never_reported_it(db, clock):
    """Refused, written down, complained about in a letter, registered, answered: who, where, in which words."""
    made = a_case(db, clock, body="Police station 3")
    refusal = ItemForm(
        "refusal",
        "2026-03-01T23:40",
        who="Duty officer, badge 118",
        where="Station 3",
        words="Family things. Go home.",
    )
    refused = cases.add_item(db, clock, made.id, refusal)
    letter = cases.add_item(db, clock, made.id, ItemForm("letter", "2026-03-03", due="2026-03-18", who="Prosecutor"))
    cases.add_item(db, clock, made.id, ItemForm("complaint", "2026-03-04", where="Station 3", text="In writing."))
    registered = cases.add_item(db, clock, made.id, ItemForm("registration", "2026-03-04", number="12/44"))
    assert refused.form == refusal
    assert next_of(db, date(2026, 3, 10), region=KZ) == [("due", "2026-03-18", 8)]
    cases.add_item(db, clock, made.id, ItemForm("answer", "2026-03-16", answer_to=letter.id, words="We will look."))
    assert next_of(db, date(2026, 3, 17), region=KZ) == []
    kept = cases.case(db, made.id)
    assert [item.form.kind for item in kept.items] == ["refusal", "letter", "complaint", "registration", "answer"]
    assert [kept.is_open(item) for item in kept.items] == [True, False, True, True, True]
    assert kept.items[3] == registered


def test_a_due_date_is_only_ever_typed(db, clock):
    made = a_case(db, clock)
    for kind in cases.ITEM_KINDS:
        assert cases.add_item(db, clock, made.id, ItemForm(kind, "2026-03-03", words="x")).form.due == ""
    dated = {one.kind for one in next_dates.next_dates(db, TODAY, 60, region=KZ)}
    assert dated == {next_dates.HEARING}


def test_items_stand_by_day_and_what_has_no_day_comes_last(db, clock):
    made = a_case(db, clock)
    for on, words in (("", "a"), ("2026-03-05", "b"), ("2026-03-05T09:00", "c"), ("", "d"), ("2025-12-31", "e")):
        cases.add_item(db, clock, made.id, ItemForm("statement", on, words=words))
    assert "".join(item.form.words for item in cases.case(db, made.id).items) == "ebcad"


def test_nothing_is_demanded_and_nothing_at_all_is_refused(db, clock):
    made = a_case(db, clock)
    assert cases.add_item(db, clock, made.id, ItemForm("refusal", words="Come tomorrow.")).form.who == ""
    for kind in cases.ITEM_KINDS:
        with pytest.raises(errors.NothingWritten):
            cases.add_item(db, clock, made.id, ItemForm(kind, text=" "))
    with pytest.raises(errors.NothingWritten):
        cases.add_case(db, clock, CaseForm(name="\n"))
    for wrong in (
        ItemForm("letter", "2026-02-29"),
        ItemForm("letter", due="2026-03-02T10:00"),
        ItemForm("letter", "x"),
    ):
        with pytest.raises(errors.DateImpossible):
            cases.add_item(db, clock, made.id, wrong)
    with pytest.raises(errors.Bug):
        cases.add_item(db, clock, made.id, ItemForm("rumour", words="x"))
    with pytest.raises(errors.Bug):
        a_case(db, clock, on_complaint="perhaps")


def test_nothing_can_point_to_what_is_not_there(db, clock):
    made, other = a_case(db, clock), a_case(db, clock)
    elsewhere = cases.add_item(db, clock, other.id, ItemForm("letter", words="x"))
    nobody = "0" * 32
    for form in (
        ItemForm("answer", answer_to=nobody),
        ItemForm("answer", answer_to=elsewhere.id),
        ItemForm("complaint", incident_id=nobody),
        ItemForm("complaint", files=(nobody,)),
    ):
        with pytest.raises(errors.NotThere):
            cases.add_item(db, clock, made.id, form)
    for wrong in ({"incidents": (nobody,)}, {"orders": (nobody,)}):
        with pytest.raises(errors.NotThere):
            a_case(db, clock, **wrong)
    for call in (cases.case, cases.item, cases.remove_case, cases.remove_item):
        with pytest.raises(errors.NotThere):
            call(db, nobody)
    with pytest.raises(errors.NotThere):
        cases.mark_item(db, clock, nobody, done=True)


def test_what_was_taken_back_leaves_no_trace_in_a_case(db, clock, tmp_path):
    entry, order = an_incident(db, clock), orders.add_order(db, clock, OrderForm(name="Paper"))
    file = a_file(db, clock, a_source(tmp_path), an_incident(db, clock).id)
    made = a_case(db, clock, incidents=(entry.id,), orders=(order.id,))
    form = ItemForm("complaint", words="x", incident_id=entry.id, files=(file.id,))
    item = cases.add_item(db, clock, made.id, form)
    incidents.take_back_incident(db, entry.id)
    removed = orders.remove_order(db, order.id)
    attachments.remove_attachment(db, clock, file.id)
    assert cases.case(db, made.id).form == CaseForm(name="The night in March")
    assert cases.item(db, item.id).form == ItemForm("complaint", words="x")
    orders.put_back_order(db, removed)
    assert cases.case(db, made.id).form.orders == (order.id,)


def test_everything_in_a_case_can_be_undone(db, clock):
    first, second = a_case(db, clock), a_case(db, clock, name="Another")
    letter = cases.add_item(db, clock, first.id, ItemForm("letter", "2026-03-03", due="2026-03-18"))
    answer = cases.add_item(db, clock, first.id, ItemForm("answer", "2026-03-16", answer_to=letter.id))
    before = cases.case(db, first.id)
    changed = cases.change_item(db, clock, letter.id, replace(letter.form, kind="complaint", due=""))
    assert changed.form.kind == "complaint"
    assert cases.change_item(db, clock, letter.id, letter.form) == letter
    assert cases.mark_item(db, clock, letter.id, done=True).done_at != ""
    assert cases.mark_item(db, clock, letter.id, done=False) == letter
    removed_item = cases.remove_item(db, letter.id)
    assert cases.item(db, answer.id).form.answer_to == ""
    assert cases.put_back_item(db, removed_item) == letter
    assert cases.change_case(db, clock, first.id, CaseForm(name="New name")).form.name == "New name"
    assert cases.change_case(db, clock, first.id, first.form) == before
    removed = cases.remove_case(db, first.id)
    assert [one.id for one in cases.list_cases(db)] == [second.id]
    assert cases.put_back_case(db, removed) == before
    assert [one.id for one in cases.list_cases(db)] == [first.id, second.id]
    cases.remove_case(db, first.id)
    with pytest.raises(errors.NotThere):
        cases.put_back_item(db, removed_item)


def test_cases_and_promises_leave_the_chain_as_it_is(db, clock):
    entry = an_incident(db, clock)
    begin_sitting(db, clock)
    head = ledger.head(db)
    made = a_case(db, clock, incidents=(entry.id,))
    cases.remove_item(db, cases.add_item(db, clock, made.id, ItemForm("letter", words="x")).id)
    pressure.keep_note(db, clock, entry.id, PressureNote(promised="Never again."))
    begin_sitting(db, clock)
    assert ledger.head(db) == head


TEXT = st.text(max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.builds(ItemForm, kind=st.sampled_from(cases.ITEM_KINDS), number=TEXT, who=TEXT, where=TEXT, words=TEXT))
def test_words_come_back_as_they_were_typed(db, clock, form):
    try:
        kept = cases.add_item(db, clock, a_case(db, clock).id, form).form
    except errors.NothingWritten:
        assert not any(text.strip() for text in (form.number, form.who, form.where, form.words))
        return
    for name in ("number", "who", "where", "words"):
        typed = getattr(form, name)
        assert getattr(kept, name) == (typed if typed.strip() else "")


def test_half_a_character_is_kept_as_a_mark(db, clock):
    kept = cases.add_item(db, clock, a_case(db, clock).id, ItemForm("statement", words="\ud83d ok"))
    assert kept.form.words == "\ufffd ok"


def test_a_field_of_a_later_program_does_no_harm():
    assert working_notes.from_text('{"name":"x","colour":"red"}', CaseForm) == CaseForm(name="x")
    assert working_notes.as_text(CaseForm(notes="  ")) == "{}"


# ── Deadlines in a case ─────────────────────────────────────────────────────────────────────────────────────────
def test_three_days_run_while_there_is_no_complaint_of_hers(db, clock):
    made = a_case(db, clock)
    registered = cases.add_item(db, clock, made.id, ItemForm("registration", "2026-03-01", number="1"))
    (one,) = case_deadlines(db, cases.case(db, made.id), RULES, TODAY)
    assert (one.day, one.kind, one.item_id, one.deadline.card) == ("2026-03-04", "limit", registered.id, "three_days")
    for form in (CaseForm(name="x", on_complaint="no"),):
        cases.change_case(db, clock, made.id, form)
        assert case_deadlines(db, cases.case(db, made.id), RULES, TODAY) == ()
        cases.change_case(db, clock, made.id, made.form)
    cases.mark_item(db, clock, registered.id, done=True)
    assert case_deadlines(db, cases.case(db, made.id), RULES, TODAY) == ()
    cases.mark_item(db, clock, registered.id, done=False)
    cases.add_item(db, clock, made.id, ItemForm("complaint", "2026-03-02"))
    assert case_deadlines(db, cases.case(db, made.id), RULES, TODAY) == ()


def test_two_months_run_from_what_happened_until_there_is_a_decision(db, clock):
    loud = an_incident(db, clock, happened=Happened("day", "2025-12-31"))
    vague = an_incident(db, clock, happened=Happened("vague", words="after Nauryz"))
    made = a_case(db, clock, incidents=(loud.id, vague.id))
    assert case_deadlines(db, made, RULES, TODAY) == ()
    told = cases.change_case(db, clock, made.id, replace(made.form, offence="insult_at_home"))
    (one,) = case_deadlines(db, told, RULES, TODAY)
    assert (one.day, one.incident_id, one.deadline.passed) == ("2026-02-28", loud.id, True)
    assert "expert_works" in one.deadline.stands_still
    other = cases.change_case(db, clock, made.id, replace(made.form, offence="stalking"))
    assert case_deadlines(db, other, RULES, TODAY) == ()
    cases.change_case(db, clock, made.id, replace(made.form, offence="insult_at_home"))
    cases.add_item(db, clock, made.id, ItemForm("decision", "2026-02-20", words="A warning."))
    assert case_deadlines(db, cases.case(db, made.id), RULES, TODAY) == ()


# ── What comes next ─────────────────────────────────────────────────────────────────────────────────────────────
def test_next_dates_stand_in_the_order_in_which_they_come(db, clock):
    order = orders.add_order(db, clock, OrderForm("protective_order", handed_over="2026-02-10T14:00"), KZ)
    made = a_case(db, clock)
    cases.add_item(db, clock, made.id, ItemForm("hearing", "2026-03-12T15:30", where="Court, hall 2"))
    early = cases.add_item(db, clock, made.id, ItemForm("hearing", "2026-03-12T09:00"))
    cases.add_item(db, clock, made.id, ItemForm("letter", "2026-02-20", due="2026-03-05"))
    cases.add_item(db, clock, made.id, ItemForm("registration", "2026-03-02"))
    found = next_dates.next_dates(db, TODAY, 30, region=KZ)
    assert [(one.kind, one.day, one.at) for one in found] == [
        ("due", "2026-03-05", ""),
        ("limit", "2026-03-05", ""),
        ("hearing", "2026-03-12", "09:00"),
        ("order_ends", "2026-03-12", "14:00"),
        ("hearing", "2026-03-12", "15:30"),
    ]
    assert found[3].order_id == order.id
    assert (found[3].deadline.rule, found[3].deadline.edition) == ("protective_order", KZ.edition)
    cases.mark_item(db, clock, early.id, done=True)
    assert next_of(db, days=9) == [("due", "2026-03-05", 3)]
    assert next_of(db, days=10) == [
        ("due", "2026-03-05", 3),
        ("order_ends", "2026-03-12", 10),
        ("hearing", "2026-03-12", 10),
    ]


def test_what_lies_behind_stays_for_two_weeks_as_passed_and_then_rests(db, clock):
    made = a_case(db, clock)
    cases.add_item(db, clock, made.id, ItemForm("letter", "2026-02-01", due="2026-03-01"))
    (one,) = next_dates.next_dates(db, date(2026, 3, 1), 0)
    assert (one.deadline.passed, one.deadline.days) == (False, 0)
    (one,) = next_dates.next_dates(db, TODAY, 7)
    assert (one.deadline.passed, one.deadline.days, one.deadline.rule) == (True, -1, "typed")
    assert next_of(db, date(2026, 3, 15), 7) == [("due", "2026-03-01", -14)]
    assert next_of(db, date(2026, 3, 16), 7) == []
    assert next_of(db, date(2026, 3, 16), 7, back=30) == [("due", "2026-03-01", -15)]


def test_an_order_without_a_known_end_is_not_among_the_next_dates(db, clock):
    orders.add_order(db, clock, OrderForm("protective_order", issued="2026-03-01"), KZ)
    orders.add_order(db, clock, OrderForm("court_requirements", paper_start="2026-03-01"), KZ)
    assert next_of(db, region=KZ) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 6, 30)), max_size=6), st.integers(0, 60), st.integers(0, 60))
def test_every_open_day_in_the_window_is_shown_once_and_in_order(db, clock, days, ahead, back):
    for one in cases.list_cases(db):
        cases.remove_case(db, one.id)
    made = a_case(db, clock)
    for day in days:
        cases.add_item(db, clock, made.id, ItemForm("letter", due=day.isoformat()))
    first, last = TODAY - timedelta(days=back), TODAY + timedelta(days=ahead)
    wanted = sorted(day.isoformat() for day in days if first <= day <= last)
    assert [one.day for one in next_dates.next_dates(db, TODAY, ahead, back=back)] == wanted


# ── Pressure ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_the_visit_of_the_relatives(db, clock):
    """Who, when and the words go into the log; the paper, the promise and what came of it stand beside it."""
    aunt = a_person(db, clock, "Aigul Testova", role="harms")
    form = IncidentForm(
        text="They brought a paper and sweets.", happened=Happened("day", "2026-03-01"), people=(aunt.id,)
    )
    note = PressureNote(("withdraw", "sign"), "left", "A reconciliation", "He will move out.", "2026-03-15")
    kept = pressure.log_pressure(db, clock, form, note)
    assert kept.incident.latest.form == replace(form, kinds=("pressure",))
    assert (kept.note, kept.note.is_open()) == (note, True)
    begin_sitting(db, clock)
    assert ledger.check(db).ok
    assert next_of(db) == [("look_again", "2026-03-15", 13)]
    told = pressure.add_outcome(db, clock, kept.incident.id, Outcome("2026-03-14", "He is still there.", "no"))
    assert not told.note.is_open()
    assert next_of(db) == []
    assert pressure.add_outcome(db, clock, kept.incident.id, Outcome(kept="partly")).note.outcomes[0].kept == "no"
    assert pressure.list_pressure(db) == (pressure.pressure(db, kept.incident.id),)
    assert pressure.keep_note(db, clock, kept.incident.id, note).note == note


def test_a_promise_alone_is_enough(db, clock):
    kept = pressure.log_pressure(
        db, clock, IncidentForm(kinds=("threat", "pressure")), PressureNote(promised="Money.")
    )
    assert kept.incident.latest.form.kinds == ("threat", "pressure")
    assert kept.note.promised == "Money."
    assert pressure.log_pressure(db, clock, IncidentForm(text="A call.")).note == PressureNote()


def test_entries_of_this_kind_are_in_the_log_of_pressure_even_without_a_note(db, clock):
    an_incident(db, clock, "Stones at the window.", kinds=("damage",))
    plain = an_incident(db, clock, "His mother called.", kinds=("pressure",))
    noted = an_incident(db, clock, "A visit.")
    pressure.keep_note(db, clock, noted.id, PressureNote(promised="Money."))
    assert [one.incident.id for one in pressure.list_pressure(db)] == [noted.id, plain.id]
    assert pressure.pressure(db, plain.id).note == PressureNote()
    assert [found for found, _note in pressure.open_promises(db)] == [noted.id]
    pressure.keep_note(db, clock, noted.id, PressureNote())
    assert [one.incident.id for one in pressure.list_pressure(db)] == [plain.id]


def test_a_note_leaves_with_its_entry(db, clock):
    taken_back = pressure.log_pressure(db, clock, IncidentForm(text="x"), PressureNote(promised="y")).incident
    incidents.take_back_incident(db, taken_back.id)
    fixed = pressure.log_pressure(db, clock, IncidentForm(text="x"), PressureNote(promised="y")).incident
    begin_sitting(db, clock)
    incidents.remove_incident(db, clock, fixed.id, keep_hash=True)
    assert pressure.open_promises(db) == ()
    assert db.rows("SELECT * FROM pressure_note") == []
    with pytest.raises(errors.NotThere):
        pressure.keep_note(db, clock, fixed.id, PressureNote(promised="z"))


def test_a_wrong_note_leaves_no_entry_behind(db, clock):
    wrong = (
        (errors.Bug, PressureNote(asked=("smile",))),
        (errors.Bug, PressureNote(paper="burnt")),
        (errors.Bug, PressureNote(outcomes=(Outcome(kept="maybe"),))),
        (errors.DateImpossible, PressureNote(look_again="soon")),
        (errors.DateImpossible, PressureNote(outcomes=(Outcome("2026-02-30"),))),
    )
    for refused, note in wrong:
        with pytest.raises(refused):
            pressure.log_pressure(db, clock, IncidentForm(text="x"), note)
    for blank in (
        IncidentForm(),
        IncidentForm(kinds=("pressure",)),
        IncidentForm(happened=Happened("day", "2026-03-01")),
    ):
        with pytest.raises(errors.NothingWritten):
            pressure.log_pressure(db, clock, blank)
    with pytest.raises(errors.DateImpossible):
        pressure.log_pressure(db, clock, IncidentForm(happened=Happened("day", "x")), PressureNote(promised="y"))
    assert incidents.list_incidents(db) == ()
    assert db.rows("SELECT * FROM pressure_note") == []
    entry = an_incident(db, clock)
    with pytest.raises(errors.NothingWritten):
        pressure.add_outcome(db, clock, entry.id, Outcome(words=" "))


def test_ids_are_ids_and_no_sentences():
    every = itertools.chain(cases.ITEM_KINDS, pressure.ASKED, pressure.PAPER, pressure.KEPT, next_dates.KINDS)
    assert all(one == one.lower() and " " not in one for one in every)
