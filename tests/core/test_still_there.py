"""What can still be got: never on the night itself, only what fits the entry, and put aside for good if she wants."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from builders import a_file, a_source, an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.clock import as_text
from safeplan.content.regions import load_region
from safeplan.content.still import load_still
from safeplan.records import cases, incidents, orders, still_there
from safeplan.records.breaches import BreachForm, add_breach
from safeplan.records.incident_form import (
    BodyMark,
    Care,
    Damage,
    ForensicExam,
    Happened,
    IncidentForm,
    KeptThing,
    PoliceCall,
    Statement,
    Witness,
)
from safeplan.records.incidents import Incident, Revision
from safeplan.records.sittings import begin_sitting
from safeplan.records.still_there import CASE_POINTS, INCIDENT_POINTS, StillThere, in_quiet_time, missing

LANGUAGES = ("en", "ru", "kk")
WHOLE = IncidentForm(
    text="Pushed against the cupboard.",
    happened=Happened("exact", "2026-03-02T21:00"),
    place="the kitchen",
    people=("0" * 32,),
    seen_by=(Witness(name="the neighbour", contact="flat 8"),),
)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


class Still:
    """A clock that stands at one moment in one zone."""

    def __init__(self, moment: datetime, offset: str = "+05:00") -> None:
        self.moment, self.offset = moment, offset

    def now(self) -> datetime:
        return self.moment

    def zone(self) -> str:
        return self.offset

    def monotonic(self) -> float:
        return 0.0


def entry_of(written: datetime, happened: Happened, zone: str) -> Incident:
    form = IncidentForm(text="x", happened=happened)
    return Incident("1" * 32, 1, (Revision(1, form, as_text(written), zone, ""),), (), fixed=False)


# ── The quiet time ──────────────────────────────────────────────────────────────────────────────────────────────
def test_the_night_of_it_nothing_is_shown_and_the_next_afternoon_it_is(db, clock):
    # Written at 23:40 of her evening about 23:00.
    entry = an_incident(db, clock, kinds=("physical",), happened=Happened("exact", "2026-03-02T23:00"))
    assert still_there.still_there(db, clock, entry.id) == StillThere()
    clock.move(hours=1)  # 00:40: another day already, the same night
    assert still_there.still_there(db, clock, entry.id) == StillThere()
    clock.move(hours=11)  # 11:40
    assert "doctor" in still_there.still_there(db, clock, entry.id).points


@pytest.mark.parametrize(
    "happened",
    [
        Happened("exact", "2026-03-02T23:00"),
        Happened("range", "2026-02-01", "2026-03-02T23:00"),
        Happened("range", "2026-02-01T10:00", "2026-03-02T23:00"),
    ],
)
def test_half_a_day_is_counted_to_the_minute_from_its_end(happened):
    entry = entry_of(datetime(2026, 3, 2, 18, 30, tzinfo=UTC), happened, "+05:00")
    assert in_quiet_time(entry, Still(datetime(2026, 3, 3, 5, 59, tzinfo=UTC)))
    assert not in_quiet_time(entry, Still(datetime(2026, 3, 3, 6, 0, tzinfo=UTC)))


def test_an_entry_about_last_year_waits_for_the_next_day_only(db, clock):
    entry = an_incident(db, clock, happened=Happened("day", "2025-05-01"))
    clock.move(minutes=19)
    assert still_there.still_there(db, clock, entry.id) == StillThere()
    clock.move(minutes=2)
    assert still_there.still_there(db, clock, entry.id).points


def test_a_wrong_year_does_not_keep_the_list_away_for_ever(db, clock):
    entry = an_incident(db, clock, happened=Happened("exact", "2062-03-02T23:00"))
    clock.move(days=3)
    assert still_there.still_there(db, clock, entry.id).points


_MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)).map(
    lambda one: one.replace(microsecond=0, second=0)
)
_ZONES = st.sampled_from(["+05:00", "-11:00", "+14:00", "+00:00", "+05:45", "-03:30"])


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(datetime.strptime(zone, "%z").tzinfo)


@given(
    written=_MOMENTS,
    ago=st.timedeltas(timedelta(0), timedelta(days=3)),
    passed=st.timedeltas(timedelta(days=-2), timedelta(days=3)),
    kind=st.sampled_from(["exact", "day", "range", "vague", "unknown"]),
    zone=_ZONES,
    zone_now=_ZONES,
)
@settings(max_examples=400)
def test_never_on_the_day_of_writing_nor_within_half_a_day_of_what_happened(
    written, ago, passed, kind, zone, zone_now
):
    """Also in another zone, and with a clock that ran back."""
    event = _local(written - ago, zone).replace(second=0, microsecond=0)
    happened = {
        "exact": Happened("exact", event.strftime("%Y-%m-%dT%H:%M")),
        "day": Happened("day", event.strftime("%Y-%m-%d")),
        "range": Happened("range", "2023-01-01", event.strftime("%Y-%m-%dT%H:%M")),
        "vague": Happened("vague", words="lately"),
        "unknown": Happened(),
    }[kind]
    now = written + passed
    if in_quiet_time(entry_of(written, happened, zone), Still(now, zone_now)):
        return
    assert _local(now, zone).date() > _local(written, zone).date()
    assert _local(now, zone_now).date() > _local(written, zone_now).date()
    assert now - event.astimezone(UTC) >= timedelta(hours=12)


@given(written=_MOMENTS, ago=st.timedeltas(timedelta(0), timedelta(days=3)), zone=_ZONES)
def test_after_three_days_it_is_never_quiet(written, ago, zone):
    event = _local(written - ago, zone)
    entry = entry_of(written, Happened("exact", event.strftime("%Y-%m-%dT%H:%M")), zone)
    assert not in_quiet_time(entry, Still(written + timedelta(days=3), zone))


@pytest.mark.parametrize("start", ["9999-12-31", "9999-12-31T23:59", "0001-01-01", "0001-01-01T00:00"])
@pytest.mark.parametrize("zone", ["+14:00", "-12:00"])
def test_the_ends_of_the_calendar_are_no_trouble(start, zone):
    entry = entry_of(datetime(2026, 3, 2, tzinfo=UTC), Happened("exact" if "T" in start else "day", start), zone)
    assert not in_quiet_time(entry, Still(datetime(2026, 3, 9, tzinfo=UTC), zone))


# ── What fits ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_an_entry_with_everything_has_an_empty_list():
    assert missing(WHOLE, ()) == ()


@pytest.mark.parametrize(
    ("changes", "files", "points"),
    [
        ({"happened": Happened()}, (), ("when",)),
        ({"happened": Happened("vague", words="in spring")}, (), ("when",)),
        ({"happened": Happened("vague", anchor="2" * 32, side="after")}, (), ()),
        ({"happened": Happened("day", "2026-03-02")}, (), ("hour",)),
        ({"place": ""}, (), ("place",)),
        ({"people": ()}, (), ("who",)),
        ({"people": (), "said": (Statement("Wait", by="a stranger in a grey coat"),)}, (), ()),
        ({"kinds": ("threat",)}, ("text/plain",), ("exact_words",)),
        ({"kinds": ("threat",), "said": (Statement("Wait"),)}, (), ("messages",)),
        ({"kinds": ("technology",)}, (), ("messages",)),
        ({"seen_by": ()}, (), ("witnesses",)),
        ({"seen_by": (), "witnesses": "the watchman"}, (), ()),
        ({"seen_by": (Witness(name="the watchman"),)}, (), ("witness_contact",)),
        ({"injuries": "the wrist hurts"}, (), ("doctor", "mark_pictures")),
        ({"injuries": "the wrist hurts"}, ("image/jpeg",), ("doctor",)),
        ({"injuries": "the wrist hurts", "medical": "clinic 4"}, ("image/jpeg",), ()),
        ({"kinds": ("sexual",)}, (), ("doctor_forced",)),
        ({"kinds": ("physical", "sexual")}, (), ("doctor_forced",)),
        ({"care": (Care("doctor", where="clinic 4"),)}, (), ("care_paper",)),
        ({"care": (Care("doctor", record_number="17"),)}, (), ()),
        ({"exam": ForensicExam(ordered_by="the investigator")}, (), ("exam_paper",)),
        ({"exam": ForensicExam("the investigator", "4", "2026-03-04")}, (), ()),
        ({"police": "two came"}, (), ("statement_number", "officer")),
        ({"police_calls": (PoliceCall(statement_number="17", officer="Serik"),)}, (), ()),
        ({"police_calls": (PoliceCall(refused="yes"),)}, (), ("refused_words",)),
        ({"police_calls": (PoliceCall(refused="yes", refused_words="no", officer="Serik"),)}, (), ()),
        ({"kinds": ("damage",)}, (), ("receipts",)),
        ({"damage": (Damage("the door", "9 000"),)}, (), ()),
        ({"kinds": ("money",)}, (), ("money_papers",)),
        ({"kinds": ("animals",)}, (), ("vet",)),
        ({"kept": (KeptThing("the coat"),)}, (), ("kept_where",)),
        ({"kept": (KeptThing("the coat", "with my aunt"),)}, (), ()),
    ],
)
def test_only_what_fits_and_is_not_there_is_named(changes, files, points):
    assert missing(replace(WHOLE, **changes), files) == points


def test_a_doctor_is_named_only_when_the_body_was_hurt():
    for kind in ("threat", "control", "money", "technology", "stalking", "damage", "pressure", "children", "animals"):
        named = set(missing(replace(WHOLE, kinds=(kind,)), ()))
        assert not named & {"doctor", "doctor_later", "doctor_forced", "mark_pictures", "exam"}, kind


def test_an_examination_is_named_once_the_police_know():
    hurt = replace(WHOLE, kinds=("physical",), medical="clinic 4", police_calls=(PoliceCall("102"),))
    assert missing(hurt, ("image/png",)) == ("exam", "statement_number", "officer")


def test_no_picture_is_asked_for_of_a_place_that_only_a_doctor_records():
    private = BodyMark("adult", "front", "groin", 0.5, 0.5)
    assert "mark_pictures" not in missing(replace(WHOLE, marks=(private,)), ())
    arm = BodyMark("adult", "front", "left_forearm", 0.5, 0.5)
    assert "mark_pictures" in missing(replace(WHOLE, marks=(private, arm)), ())


def test_after_a_month_nobody_is_sent_to_look_for_marks(db, clock):
    entry = an_incident(db, clock, injuries="the wrist hurts", happened=Happened("day", "2026-03-02"))
    clock.move(days=40)
    points = still_there.still_there(db, clock, entry.id).points
    assert "doctor_later" in points
    assert not {"doctor", "mark_pictures"} & set(points)


def test_a_kept_picture_takes_the_line_about_pictures_away(db, clock, tmp_path):
    entry = an_incident(db, clock, injuries="the wrist hurts")
    clock.move(days=1)
    assert "mark_pictures" in still_there.still_there(db, clock, entry.id).points
    a_file(db, clock, a_source(tmp_path), entry.id)
    assert "mark_pictures" not in still_there.still_there(db, clock, entry.id).points


def test_a_breach_that_was_reported_asks_for_its_number_and_the_copy_of_the_order(db, clock):
    entry = an_incident(db, clock)
    kept = orders.add_order(db, clock, orders.OrderForm(name="an order"))
    add_breach(db, clock, kept.id, entry.id, BreachForm(reported="yes", to="Serik"))
    clock.move(days=1)
    points = still_there.still_there(db, clock, entry.id).points
    assert {"statement_number", "order_copy"} <= set(points)
    assert "officer" not in points


# ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_case_asks_for_numbers_and_copies_of_what_is_in_it(db, clock):
    kept = cases.add_case(db, clock, cases.CaseForm(name="the door"))
    clock.move(days=1)
    assert still_there.still_there_in_case(db, clock, kept.id) == StillThere()
    cases.add_item(db, clock, kept.id, cases.ItemForm("complaint", on="2026-03-02", text="handed in"))
    cases.add_item(db, clock, kept.id, cases.ItemForm("decision", on="2026-03-03", text="they decided"))
    points = still_there.still_there_in_case(db, clock, kept.id).points
    assert points == ("registration_number", "complaint_copy", "case_officer", "case_article", "decision_copy")
    cases.add_item(db, clock, kept.id, cases.ItemForm("registration", number="17", who="Serik"))
    points = still_there.still_there_in_case(db, clock, kept.id).points
    assert points == ("complaint_copy", "case_article", "decision_copy")


def test_a_case_is_left_in_peace_while_one_of_its_entries_is(db, clock):
    entry = an_incident(db, clock)
    kept = cases.add_case(db, clock, cases.CaseForm(name="the door", incidents=(entry.id,)))
    cases.add_item(db, clock, kept.id, cases.ItemForm("complaint", text="handed in"))
    assert still_there.still_there_in_case(db, clock, kept.id) == StillThere()
    clock.move(days=1)
    assert still_there.still_there_in_case(db, clock, kept.id).points


# ── Put aside ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_a_point_that_is_not_for_her_is_put_aside_and_comes_back(db, clock):
    entry, other = an_incident(db, clock), an_incident(db, clock, "other")
    clock.move(days=1)
    before = still_there.still_there(db, clock, entry.id)
    still_there.put_aside(db, entry.id, "witnesses")
    still_there.put_aside(db, entry.id, "witnesses")
    after = still_there.still_there(db, clock, entry.id)
    assert (set(before.points) - set(after.points), after.aside) == ({"witnesses"}, ("witnesses",))
    assert "witnesses" in still_there.still_there(db, clock, other.id).points
    still_there.bring_back(db, entry.id, "witnesses")
    assert still_there.still_there(db, clock, entry.id) == before


def test_what_was_put_aside_leaves_with_its_entry_or_case(db, clock):
    taken_back, removed = an_incident(db, clock), an_incident(db, clock, "other")
    kept = cases.add_case(db, clock, cases.CaseForm(name="the door"))
    for one in (taken_back.id, removed.id, kept.id):
        still_there.put_aside(db, one, "order_copy")
    assert db.value("SELECT count(*) FROM put_aside") == 3
    incidents.take_back_incident(db, taken_back.id)
    begin_sitting(db, clock)
    incidents.remove_incident(db, clock, removed.id, keep_hash=False)
    cases.remove_case(db, kept.id)
    assert db.value("SELECT count(*) FROM put_aside") == 0
    assert still_there.still_there(db, clock, removed.id) == StillThere()


def test_nothing_unknown_is_put_aside(db, clock):
    entry = an_incident(db, clock)
    with pytest.raises(errors.Bug):
        still_there.put_aside(db, entry.id, "smile")
    with pytest.raises(errors.NotThere):
        still_there.put_aside(db, "3" * 32, "when")


# ── Any entry at all ────────────────────────────────────────────────────────────────────────────────────────────
_FORMS = st.builds(
    IncidentForm,
    text=st.just("x"),
    place=st.sampled_from(["", "home"]),
    kinds=st.sets(st.sampled_from(["physical", "sexual", "threat", "money", "damage", "technology"])).map(tuple),
    injuries=st.sampled_from(["", "the wrist"]),
    medical=st.sampled_from(["", "clinic"]),
    police=st.sampled_from(["", "102"]),
    police_calls=st.lists(
        st.builds(
            PoliceCall,
            officer=st.sampled_from(["", "S"]),
            statement_number=st.sampled_from(["", "1"]),
            refused=st.sampled_from(["", "yes"]),
        ),
        max_size=2,
    ).map(tuple),
)


@given(form=_FORMS, files=st.lists(st.sampled_from(["image/png", "text/plain"]), max_size=2), fresh=st.booleans())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_point_is_known_and_stands_once(form, files, fresh):
    points = missing(form, files, fresh=fresh)
    assert [one for one in INCIDENT_POINTS if one in points] == list(points)
    assert len({"doctor", "doctor_later", "doctor_forced"} & set(points)) <= 1


# ── The words ───────────────────────────────────────────────────────────────────────────────────────────────────
def test_every_point_has_words_in_every_language():
    for language in LANGUAGES:
        assert set(load_still(language).points) == {*INCIDENT_POINTS, *CASE_POINTS}


def test_law_comes_from_the_pack_alone():
    """The plain words hold no number, no article and no country; the cards they point at exist, with a source."""
    cards = {card.id: card for card in load_region("kz", "en").cards}
    for language in LANGUAGES:
        for point in load_still(language).points.values():
            assert not any(letter.isdigit() for letter in point.title + point.how + point.risk), point.id
            assert all(cards[card].source_title and cards[card].source_date for card in point.cards), point.id


def test_nothing_counts_what_is_missing():
    for language in LANGUAGES:
        page = load_still(language).page
        assert "{" not in "".join((page.title, page.about, page.aside_title, page.put_aside))
