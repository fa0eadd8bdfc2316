"""Orders: handed over, not issued; her paper first, then the pack; breaches with what the police answered."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from builders import a_file, a_person, a_source, an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.content.regions import build_region, load_region
from safeplan.content.resources import read_resource
from safeplan.content.rules import OrderRule, breach_rule, limit_rules
from safeplan.records import attachments, breaches, incidents, ledger, next_dates, order_days, orders
from safeplan.records.breaches import BreachForm
from safeplan.records.incident_form import Happened
from safeplan.records.order_days import days_left, span, state_on
from safeplan.records.orders import OrderForm
from safeplan.records.sittings import begin_sitting
from tests.conftest import MovableClock

KZ = load_region("kz", "en")


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def an_order(db, clock, kind="protective_order", **dates):
    return orders.add_order(db, clock, OrderForm(kind=kind, **dates), KZ if kind else None)


# ── The three dates ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_protective_order_counts_from_handing_over_not_from_issue(db, clock):
    made = an_order(db, clock, issued="2026-03-02", handed_over="2026-03-05", copy_received="2026-03-02")
    found = span(made)
    assert (found.start, found.start_by, found.end, found.end_by) == (
        "2026-03-05",
        "handed_over",
        "2026-04-04",
        "pack",
    )
    assert (found.rule.fact, found.rule.pack, found.rule.edition) == ("protective_order", "kz", KZ.edition)
    assert not found.last_day_whole
    assert days_left(made, date(2026, 3, 5)) == 30
    assert days_left(made, date(2026, 3, 6)) == 29
    assert days_left(made, date(2026, 4, 4)) == 0


def test_issued_but_not_handed_over_has_no_days_to_count(db, clock):
    made = an_order(db, clock, issued="2026-03-02", copy_received="2026-03-02")
    assert span(made).missing == ("handed_over",)
    assert days_left(made, date(2026, 3, 3)) is None
    assert state_on(made, date(2026, 3, 3)) == order_days.UNKNOWN


def test_with_the_hour_it_ends_at_that_hour(db, clock):
    made = an_order(db, clock, handed_over="2026-01-31T14:20")
    assert span(made).end == "2026-03-02T14:20"
    states = [state_on(made, date(2026, 3, day)) for day in (1, 2, 3)]
    assert states == [order_days.IN_FORCE, order_days.ENDS_TODAY, order_days.ENDED]


def test_a_change_of_clocks_leaves_the_instant_where_it_is(db):
    clock = MovableClock(datetime(2024, 2, 15, 5, 0, tzinfo=UTC))
    clock.offset = "+06:00"
    made = an_order(db, clock, handed_over="2024-02-15T00:30")
    clock.move(days=20)
    clock.offset = "+05:00"
    assert span(made, clock.zone()).end == "2024-03-15T23:30"
    assert days_left(made, date(2024, 3, 6), clock.zone()) == 9
    # Other words in April do not turn the hour of February into one of the new clock.
    changed = orders.change_order(db, clock, made.id, replace(made.form, terms="No calls"), KZ)
    assert span(changed, clock.zone()).end == "2024-03-15T23:30"
    moved = orders.change_order(db, clock, made.id, replace(made.form, handed_over="2024-03-05T09:00"), KZ)
    assert dict(moved.zones) == {"handed_over": "+05:00"}


def test_court_requirements_take_their_dates_from_her_paper(db, clock):
    made = an_order(db, clock, "court_requirements", issued="2026-03-02", handed_over="2026-03-03")
    assert span(made).missing == ("paper_start", "paper_end")
    assert days_left(made, date(2026, 3, 4)) is None
    whole = orders.change_order(
        db, clock, made.id, replace(made.form, paper_start="2026-03-10", paper_end="2026-06-10"), KZ
    )
    found = span(whole)
    assert (found.start_by, found.end_by, found.rule, found.last_day_whole) == ("paper", "paper", None, True)
    assert days_left(whole, date(2026, 3, 10)) == 92
    assert state_on(whole, date(2026, 6, 10)) == order_days.ENDS_TODAY


def test_her_paper_outweighs_the_pack(db, clock):
    made = an_order(db, clock, handed_over="2026-03-05", paper_end="2026-03-25")
    assert (span(made).end, span(made).end_by) == ("2026-03-25", "paper")
    assert order_days.questions(made) == ("paper_differs",)
    start = an_order(db, clock, handed_over="2026-03-05", paper_start="2026-03-06T09:00")
    assert (span(start).start_by, span(start).end, span(start).end_by) == ("paper", "2026-04-05T09:00", "pack")
    only_end = an_order(db, clock, paper_end="2026-03-25")
    assert span(only_end).missing == ("handed_over",)
    assert days_left(only_end, date(2026, 3, 20)) == 5


def test_a_kind_of_her_own_says_only_what_she_typed(db, clock):
    made = orders.add_order(db, clock, OrderForm(name="Paper from the dormitory", handed_over="2026-03-05"))
    assert made.rule is None
    assert span(made).end == ""
    assert span(made).missing == ("paper_start", "paper_end")


def test_a_range_of_lengths_is_asked_for_and_not_guessed(db, clock):
    pack = load_region("ew", "en")
    made = orders.add_order(db, clock, OrderForm(kind="dvpo", paper_start="2026-03-05"), pack)
    assert span(made).missing == ("paper_end",)
    for end, asked in (("2026-03-19", ()), ("2026-04-02", ()), ("2026-04-03", ("paper_differs",))):
        assert (
            order_days.questions(orders.change_order(db, clock, made.id, replace(made.form, paper_end=end))) == asked
        )


def test_dates_that_do_not_go_together_are_asked_about_and_kept(db, clock):
    made = an_order(db, clock, issued="2026-03-05", handed_over="2026-03-04", copy_received="2026-03-01")
    assert order_days.questions(made) == ("handed_before_issued", "copy_before_issued")
    ended = an_order(db, clock, handed_over="2026-03-05", paper_end="2026-03-01")
    assert order_days.questions(ended) == ("ends_before_start",)
    assert days_left(ended, date(2026, 2, 1)) == 0
    same_day = an_order(db, clock, issued="2026-03-05T18:00", handed_over="2026-03-05")
    assert order_days.questions(same_day) == ()
    for wrong in ({"paper_start": "2026-03-05", "paper_end": "2026-03-04"}, {"issued": "2026-02-30"}):
        with pytest.raises(errors.DateImpossible):
            an_order(db, clock, **wrong)


def test_questions_are_asked_only_where_something_does_not_fit(db, clock):
    plain = (
        an_order(db, clock, handed_over="2026-03-05"),
        an_order(db, clock, "court_requirements", paper_start="2026-03-05", paper_end="2026-06-05"),
        orders.add_order(db, clock, OrderForm(name="Own", paper_start="2026-03-05", paper_end="2026-06-05")),
        an_order(db, clock, handed_over="2026-03-05", paper_end="2026-04-04"),
        an_order(db, clock, paper_end="2026-04-01"),
    )
    assert [order_days.questions(one) for one in plain] == [()] * len(plain)


def test_without_an_end_only_a_start_that_lies_ahead_says_anything(db, clock):
    made = an_order(db, clock, "court_requirements", paper_start="2026-03-05")
    states = [state_on(made, date(2026, 3, day)) for day in (4, 5, 6)]
    assert states == [order_days.NOT_STARTED, order_days.UNKNOWN, order_days.UNKNOWN]
    assert not span(made).last_day_whole
    assert not span(an_order(db, clock)).last_day_whole
    ahead = an_order(db, clock, "court_requirements", paper_start="2026-03-05", paper_end="2026-03-09")
    states = [state_on(ahead, date(2026, 3, day)) for day in (4, 5, 8, 9, 10)]
    in_between = [order_days.IN_FORCE] * 2
    assert states == [order_days.NOT_STARTED, *in_between, order_days.ENDS_TODAY, order_days.ENDED]


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(handed=DAYS, hour=st.sampled_from(("", "T00:00", "T12:30", "T23:59")), today=DAYS, paper=st.none() | DAYS)
def test_the_number_of_days_never_grows_as_time_passes_and_never_lies_outside_the_order(handed, hour, today, paper):
    form = OrderForm(
        "protective_order", handed_over=handed.isoformat() + hour, paper_end=paper.isoformat() if paper else ""
    )
    rule = OrderRule("kz", "2026-11-22", "protective_order", 30, 0, "handed_over")
    made = orders.Order("0" * 32, 1, form, rule, (("handed_over", "+05:00"),) if hour else (), "")
    left, tomorrow = days_left(made, today), days_left(made, today + timedelta(days=1))
    length = max(0, ((paper or handed + timedelta(days=30)) - handed).days)
    assert 0 <= tomorrow <= left <= length
    assert left - tomorrow <= 1
    if state_on(made, today) == order_days.IN_FORCE:
        assert left > 0
    if state_on(made, today) in (order_days.ENDS_TODAY, order_days.ENDED):
        assert left == 0


# ── A newer edition ─────────────────────────────────────────────────────────────────────────────────────────────
def test_a_newer_edition_changes_no_order_by_itself(db, clock):
    """The law of the day counts; an update must not move an end that someone has written on the door."""
    made = an_order(db, clock, handed_over="2026-03-05")
    facts = tomllib.loads(read_resource("regions/kz/facts.toml").decode())
    facts["edition"] = "2027-05-01"
    facts["orders"][0]["days"] = 15
    words = tomllib.loads(read_resource("regions/kz/en.toml").decode())
    newer = build_region(facts, words, "en", files=("facts", "words"))
    assert not order_days.pack_says_otherwise(made, KZ)
    assert order_days.pack_says_otherwise(made, newer)
    own = orders.add_order(db, clock, OrderForm(name="Own"))
    of_another_pack = replace(made, rule=msgspec.structs.replace(made.rule, pack="ew"))
    no_longer_there = replace(made, form=replace(made.form, kind="gone"))
    for one in (own, of_another_pack, no_longer_there):
        assert not order_days.pack_says_otherwise(one, newer)
    changed = orders.change_order(db, clock, made.id, replace(made.form, terms="No calls, no visits"), newer)
    assert span(changed).end == "2026-04-04"
    assert span(orders.take_newer_rule(db, clock, made.id, newer)).end == "2026-03-20"


# ── Keeping, changing, undoing ──────────────────────────────────────────────────────────────────────────────────
def test_an_order_reads_back_as_it_was_written(db, clock, tmp_path):
    photo = a_file(db, clock, a_source(tmp_path), an_incident(db, clock).id)
    person = a_person(db, clock, "Arman Testov", role="harms")
    form = OrderForm(
        kind="protective_order",
        name="Қорғау нұсқамасы",
        number="77",
        issued_by="District inspector",
        against=person.id,
        issued="2026-03-02T20:10",
        terms="No calls.\nNo visits\x00 ",
        photo=photo.id,
    )
    made = orders.add_order(db, clock, form, KZ)
    assert orders.order(db, made.id) == made
    assert made.form == form
    assert orders.list_orders(db) == (made,)
    attachments.remove_attachment(db, clock, photo.id)
    assert orders.order(db, made.id).form == replace(form, photo="")


def test_nothing_is_demanded_and_nothing_at_all_is_no_order(db, clock):
    assert orders.add_order(db, clock, OrderForm(kind="protective_order"), KZ).form.issued == ""
    for blank in (OrderForm(), OrderForm(terms=" \n")):
        with pytest.raises(errors.NothingWritten):
            orders.add_order(db, clock, blank)
    for refused, form in ((errors.NotThere, OrderForm(name="x", photo="0" * 32)), (errors.Bug, OrderForm(kind="x"))):
        with pytest.raises(refused):
            orders.add_order(db, clock, form, KZ)
    with pytest.raises(errors.NotThere):
        orders.order(db, "0" * 32)
    with pytest.raises(errors.NotThere):
        orders.change_order(db, clock, "0" * 32, OrderForm(name="x"))


def test_a_removal_and_a_change_can_be_undone(db, clock):
    first, second = an_order(db, clock, handed_over="2026-03-05"), an_order(db, clock, number="2")
    entry = an_incident(db, clock)
    linked = breaches.add_breach(db, clock, first.id, entry.id, BreachForm(answer="We noted it."))
    changed = orders.change_order(db, clock, first.id, replace(first.form, number="9"), KZ)
    assert orders.change_order(db, clock, first.id, first.form, KZ).form == first.form != changed.form
    removed = orders.remove_order(db, first.id)
    assert orders.list_orders(db) == (second,)
    assert breaches.breaches_of(db, entry.id) == ()
    assert orders.put_back_order(db, removed).form == first.form
    assert [one.id for one in orders.list_orders(db)] == [first.id, second.id]
    assert breaches.list_breaches(db, first.id) == (linked,)


def test_an_order_put_back_after_its_entry_was_taken_back_has_no_empty_breach(db, clock):
    made, entry, other = an_order(db, clock, number="1"), an_incident(db, clock), an_incident(db, clock)
    breaches.add_breach(db, clock, made.id, entry.id)
    told = breaches.add_breach(db, clock, made.id, other.id, BreachForm(answer="Come tomorrow."))
    removed = orders.remove_order(db, made.id)
    incidents.take_back_incident(db, entry.id)
    incidents.take_back_incident(db, other.id)
    orders.put_back_order(db, removed)
    assert breaches.list_breaches(db, made.id) == (replace(told, incident_id=""),)


def test_orders_leave_the_chain_as_it_is(db, clock):
    an_incident(db, clock)
    begin_sitting(db, clock)
    head = ledger.head(db)
    made = an_order(db, clock, handed_over="2026-03-05")
    breaches.add_breach(db, clock, made.id, form=BreachForm(words="He rang at the door.", on="2026-03-07"))
    orders.remove_order(db, made.id)
    begin_sitting(db, clock)
    assert ledger.head(db) == head


# ── Breaches ────────────────────────────────────────────────────────────────────────────────────────────────────
def test_two_breaches_in_three_months_of_an_order(db, clock):
    """She hears the bell, writes it down in two clicks, and adds later what the police said."""
    made = an_order(db, clock, "court_requirements", paper_start="2026-03-10", paper_end="2026-06-10")
    bell = an_incident(db, clock, "The bell, at night.", happened=Happened("exact", "2026-03-20T23:40"))
    call = an_incident(db, clock, "Eleven calls.", happened=Happened("day", "2026-05-01"))
    first = breaches.add_breach(db, clock, made.id, bell.id)
    assert breaches.add_breach(db, clock, made.id, bell.id) == first
    breaches.add_breach(db, clock, made.id, call.id)
    answered = BreachForm(reported="yes", reported_at="2026-03-20T23:55", to="102", number="4411", answer="He left.")
    assert breaches.change_breach(db, first.id, answered).form == answered
    assert [one.incident_id for one in breaches.list_breaches(db, made.id)] == [bell.id, call.id]
    # A link without a word is enough; words handed in with it again are written over.
    assert breaches.change_breach(db, first.id, BreachForm()) == first
    assert breaches.add_breach(db, clock, made.id, bell.id, answered) == replace(first, form=answered)
    rule = breach_rule(KZ, made.form.kind)
    assert (rule.card, rule.ask_article) == ("", True)
    found = breaches.breach_deadlines(limit_rules(KZ), rule, bell.latest.form.happened, date(2026, 4, 1))
    assert found == ()


def test_the_breach_of_a_police_order_knows_its_article_and_its_two_months(db, clock):
    made = an_order(db, clock, handed_over="2026-03-05")
    bell = an_incident(db, clock, happened=Happened("exact", "2026-03-20T23:40"))
    linked = breaches.add_breach(db, clock, made.id, bell.id)
    rule = breach_rule(KZ, made.form.kind)
    assert (rule.card, rule.ask_article) == ("order_breach", False)
    assert {"every_report", "weekly_check"} <= set(rule.ask_for)
    (one,) = (
        one for one in next_dates.next_dates(db, date(2026, 5, 10), 30, region=KZ) if one.kind == next_dates.LIMIT
    )
    assert (one.day, one.breach_id, one.incident_id, one.deadline.rule) == (
        "2026-05-20",
        linked.id,
        bell.id,
        "two_months",
    )
    breaches.change_breach(db, linked.id, BreachForm(came_of_it="Ten days."))
    assert all(one.kind != next_dates.LIMIT for one in next_dates.next_dates(db, date(2026, 5, 10), 30, region=KZ))


@pytest.mark.parametrize("on", ["2026-03-20", "2026-03-20T23:40", ""])
def test_without_a_day_in_the_entry_the_day_typed_beside_it_counts(db, clock, on):
    made = an_order(db, clock, handed_over="2026-03-05", paper_end="2026-01-01")
    vague = an_incident(db, clock, happened=Happened("vague", words="in spring"))
    breaches.add_breach(db, clock, made.id, vague.id, BreachForm(on=on))
    breaches.add_breach(db, clock, made.id, form=BreachForm(words="A neighbour saw him.", on=on))
    found = next_dates.next_dates(db, date(2026, 5, 20), 0, region=KZ)
    assert [one.day for one in found] == (["2026-05-20", "2026-05-20"] if on else [])


def test_the_day_of_an_entry_outweighs_the_day_typed_beside_it(db, clock):
    made = an_order(db, clock, handed_over="2026-03-05", paper_end="2026-01-01")
    entry = an_incident(db, clock, happened=Happened("day", "2026-03-21"))
    breaches.add_breach(db, clock, made.id, entry.id, BreachForm(on="2026-03-20"))
    (one,) = next_dates.next_dates(db, date(2026, 5, 20), 5, region=KZ)
    assert one.day == "2026-05-21"


def test_the_end_of_an_order_is_named_by_its_rule_and_lies_behind_from_the_next_day_on(db, clock):
    made = an_order(db, clock, handed_over="2026-03-05")
    for today, days, passed in ((date(2026, 4, 4), 0, False), (date(2026, 4, 5), -1, True)):
        (one,) = next_dates.next_dates(db, today, 7)
        assert (one.kind, one.order_id, one.day) == (next_dates.ORDER_ENDS, made.id, "2026-04-04")
        found = one.deadline
        assert (found.rule, found.days, found.passed) == ("protective_order", days, passed)


def test_a_breach_without_an_entry_needs_a_word(db, clock):
    made = an_order(db, clock, number="1")
    with pytest.raises(errors.NothingWritten):
        breaches.add_breach(db, clock, made.id)
    kept = breaches.add_breach(db, clock, made.id, form=BreachForm(words="A neighbour saw him."))
    for change in (lambda: breaches.change_breach(db, kept.id, BreachForm()),):
        with pytest.raises(errors.NothingWritten):
            change()
    for wrong, form in ((errors.DateImpossible, BreachForm(on="soon")), (errors.Bug, BreachForm(reported="perhaps"))):
        with pytest.raises(wrong):
            breaches.change_breach(db, kept.id, form)
    for order_id, incident_id in (("0" * 32, ""), (made.id, "0" * 32)):
        with pytest.raises(errors.NotThere):
            breaches.add_breach(db, clock, order_id, incident_id, BreachForm(words="x"))


def test_a_link_taken_away_can_be_put_back_and_the_entry_stays(db, clock):
    made, entry = an_order(db, clock, number="1"), an_incident(db, clock)
    linked = breaches.add_breach(db, clock, made.id, entry.id, BreachForm(answer="Noted."))
    removed = breaches.remove_breach(db, linked.id)
    assert breaches.list_breaches(db, made.id) == ()
    assert incidents.incident(db, entry.id) == entry
    assert breaches.put_back_breach(db, removed) == linked
    breaches.remove_breach(db, linked.id)
    incidents.take_back_incident(db, entry.id)
    with pytest.raises(errors.NotThere):
        breaches.put_back_breach(db, removed)


def test_no_sentence_stands_in_what_the_core_returns():
    """Whatever is shown is worded on the page, in her language."""
    for kind in ("protective_order", "court_requirements"):
        rule = breach_rule(KZ, kind)
        assert all(part.replace("_", "").isalnum() for part in (rule.card or "x", *rule.ask_for))
    for states in (order_days.STATES, next_dates.KINDS):
        assert all("expired" not in one and "late" not in one and " " not in one for one in states)
    assert msgspec.json.encode(KZ.orders[0].before_end).isascii()
