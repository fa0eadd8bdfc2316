"""What she agreed to stands in her own record, in her language, ends when she says so, and goes nowhere.

Lost without it: a desk that keeps what nobody allowed, or a yes that outlives its day.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import a_file, a_source, an_incident, fresh_database, ignore, never
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.handover.bag import write_bag
from safeplan.handover.selection import Selection
from safeplan.records import consents, ledger
from safeplan.records.consents import ALIAS, COPIES, FOLDER, SECOND_SLOT, WHAT, ConsentForm
from safeplan.records.sittings import begin_sitting

FREE = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WORDS = "Центр «Көмек» хранит мои записи на своём компьютере до 1 июня 2026 года."


@pytest.fixture
def db(tmp_path, clock):
    for database in fresh_database(tmp_path):
        begin_sitting(database, clock)
        yield database


def form(*what: str, until: str = "2026-06-01", who: str = "Центр «Көмек»") -> ConsentForm:
    return ConsentForm(who, what or (FOLDER,), "чтобы вернуться к плану", until, "ru", WORDS)


def test_without_an_entry_nothing_may_be_kept_longer_than_this_session(db, clock):
    assert [consents.allowed(db, clock, what) for what in WHAT] == [None] * len(WHAT)
    assert consents.kept_until(db, clock) == ""


def test_a_consent_holds_for_what_was_ticked_until_the_end_of_its_day(db, clock):
    made = consents.give_consent(db, clock, form(FOLDER, ALIAS))
    assert (made.who, made.purpose, made.words_shown) == ("Центр «Көмек»", "чтобы вернуться к плану", WORDS)
    assert (made.what, made.until, made.language, made.zone) == ((ALIAS, FOLDER), "2026-06-01", "ru", "+05:00")
    assert consents.allowed(db, clock, FOLDER) == made
    assert consents.allowed(db, clock, SECOND_SLOT) is None
    assert consents.kept_until(db, clock) == "2026-06-01"
    # 18:40 UTC on 31 May is 23:40 where she is; twenty-four hours later it is still the first of June.
    clock.move(days=91)
    assert consents.allowed(db, clock, FOLDER) == made
    clock.move(hours=1)
    assert consents.allowed(db, clock, FOLDER) is None
    assert consents.holding(db, clock) == ()


def test_for_this_session_means_until_the_store_is_opened_again_whatever_the_clock_says(db, clock):
    made = consents.give_consent(db, clock, form(FOLDER, until=""))
    assert consents.allowed(db, clock, FOLDER) == made
    assert consents.kept_until(db, clock) == ""
    clock.move(days=-1)
    assert consents.allowed(db, clock, FOLDER) == made
    begin_sitting(db, clock)
    assert consents.allowed(db, clock, FOLDER) is None
    (ended,) = consents.end_what_is_over(db, clock)
    assert (ended.id, ended.reason) == (made.id, consents.SESSION_OVER)
    assert ended.ended_at >= ended.given_at
    assert consents.end_what_is_over(db, clock) == ()


def test_what_is_over_is_ended_once_and_the_rest_goes_on(db, clock):
    short, long = (consents.give_consent(db, clock, form(until=day)) for day in ("2026-03-05", "2026-06-01"))
    clock.move(days=10)
    begin_sitting(db, clock)
    assert [one.id for one in consents.end_what_is_over(db, clock)] == [short.id]
    assert consents.consent(db, short.id).reason == consents.DAY_OVER
    assert consents.holding(db, clock) == (consents.consent(db, long.id),)


def test_one_evening_at_a_clock_that_runs_ahead_ends_nothing_for_good(db, clock):
    dated = consents.give_consent(db, clock, form(FOLDER, ALIAS, until="2027-03-01"))
    short = consents.give_consent(db, clock, form(COPIES, until=""))
    assert consents.end_what_is_over(db, clock) == ()
    clock.move(days=3652)
    begin_sitting(db, clock)
    assert [one.id for one in consents.end_what_is_over(db, clock)] == [short.id], "its opening is over by any clock"
    assert consents.kept_until(db, clock) == "2027-03-01", "what is not kept would be destroyed"
    assert consents.kept_until(db, clock, ALIAS) == "2027-03-01"
    assert consents.allowed(db, clock, FOLDER) is None, "by that clock nothing new may be done"
    clock.move(days=-3651)
    begin_sitting(db, clock)
    assert consents.end_what_is_over(db, clock) == ()
    assert consents.holding(db, clock) == (dated,)
    assert ledger.check(db).ok


def test_after_a_long_absence_it_ends_on_the_second_day(db, clock):
    made = consents.give_consent(db, clock, form())
    consents.end_what_is_over(db, clock)
    clock.move(days=400)
    begin_sitting(db, clock)
    assert consents.allowed(db, clock, FOLDER) is None
    assert consents.end_what_is_over(db, clock) == ()
    clock.move(days=1)
    begin_sitting(db, clock)
    assert [one.id for one in consents.end_what_is_over(db, clock)] == [made.id]
    assert consents.kept_until(db, clock) == ""


def test_of_two_that_hold_the_one_that_lasts_longest_counts(db, clock):
    for day in ("2026-04-01", "2026-08-01", "", "2026-05-01"):
        consents.give_consent(db, clock, form(until=day))
    assert consents.kept_until(db, clock) == "2026-08-01"


def test_she_ends_it_at_any_time_and_once(db, clock):
    made = consents.give_consent(db, clock, form(SECOND_SLOT))
    clock.move(days=1)
    ended = consents.end_consent(db, clock, made.id)
    assert (ended.ended_at, ended.reason) == ("2026-03-03T18:40:00Z", consents.REVOKED)
    clock.move(days=1)
    assert consents.end_consent(db, clock, made.id) == ended
    assert consents.allowed(db, clock, SECOND_SLOT) is None


def test_each_is_a_line_of_the_record_that_the_check_follows(db, clock):
    made = consents.give_consent(db, clock, form())
    assert ledger.check(db).ok
    consents.end_consent(db, clock, made.id)
    assert ledger.check(db).ok
    begin_sitting(db, clock)
    assert [(one.op, one.object_id) for one in ledger.entries(db)] == [("consent", made.id), ("consent_end", made.id)]
    assert ledger.check(db).ok
    assert WORDS not in "".join(ledger.lines(db))


def test_words_of_an_ended_one_can_be_removed_and_the_record_still_fits(db, clock):
    made = consents.give_consent(db, clock, form())
    with pytest.raises(errors.Bug):
        consents.forget_words(db, made.id)
    consents.end_consent(db, clock, made.id)
    gone = consents.forget_words(db, made.id)
    assert gone.forgotten
    assert (gone.who, gone.words_shown, gone.what) == ("", "", ())
    assert (gone.given_at, gone.reason) == (made.given_at, consents.REVOKED)
    assert "Центр" not in str(db.rows("SELECT * FROM consent"))
    assert ledger.check(db).ok
    begin_sitting(db, clock)
    assert ledger.check(db).ok


TRIGGERS = ("consent_no_rewrite", "consent_ends_once", "consent_no_delete")


@pytest.mark.parametrize("fixed", [True, False])
@pytest.mark.parametrize(
    "act",
    [
        "UPDATE consent SET document = replace(document, '2026-06-01', '2029-06-01')",
        "UPDATE consent SET end_document = '', ended_at = '' WHERE ended_at <> ''",
        "UPDATE consent SET end_document = replace(end_document, 'revoked', 'day_over') WHERE ended_at <> ''",
        "DELETE FROM consent WHERE ended_at = ''",
        "UPDATE consent SET document = '' WHERE ended_at = ''",
        "INSERT INTO consent (id, document, given_at)"
        " SELECT 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', document, given_at FROM consent LIMIT 1",
    ],
)
def test_a_yes_that_was_altered_added_or_taken_away_is_found(db, clock, act, fixed):
    consents.end_consent(db, clock, consents.give_consent(db, clock, form()).id)
    consents.give_consent(db, clock, form(COPIES))
    if fixed:
        begin_sitting(db, clock)
    for trigger in TRIGGERS:
        db.execute(f"DROP TRIGGER {trigger}")
    assert db.execute(act)
    fault = ledger.check(db).first_fault
    assert fault is not None
    assert fault.what == "agreed"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"who": " "}, errors.NothingWritten),
        ({"words_shown": ""}, errors.NothingWritten),
        ({"what": ()}, errors.NothingChosen),
        ({"what": ("everything",)}, errors.Bug),
        ({"language": "de"}, errors.Bug),
        ({"until": "2026-03-01"}, errors.DateImpossible),
        ({"until": "2026-02-30"}, errors.DateImpossible),
    ],
)
def test_what_cannot_be_agreed_to_is_refused_and_nothing_is_kept(db, clock, change, named):
    with pytest.raises(named):
        consents.give_consent(db, clock, ConsentForm(**{**form().__dict__, **change}))
    assert consents.list_consents(db) == ()
    assert ledger.waiting_count(db) == 0
    with pytest.raises(errors.NotThere):
        consents.consent(db, "a" * 32)


def test_another_spelling_of_a_day_is_the_same_day(db, clock):
    assert consents.give_consent(db, clock, form(until="20260601")).until == "2026-06-01"


@FREE
@given(who=st.text(st.characters(exclude_categories=()), min_size=1).filter(str.strip), words=st.text(min_size=1))
def test_any_words_are_kept_as_they_stood(db, clock, who, words):
    try:
        made = consents.give_consent(db, clock, ConsentForm(who, WHAT, words, "", "kk", words))
    except errors.NothingWritten:
        assert not words.strip()
        return
    known = consents.consent(db, made.id)
    assert known.words_shown == words
    assert known.what == WHAT
    assert consents.all_have_their_lines(db)
    assert ledger.check(db).ok


def test_nothing_of_a_consent_is_in_what_is_handed_over(db, clock, tmp_path):
    kept = an_incident(db, clock)
    a_file(db, clock, a_source(tmp_path), kept.id)
    made = consents.give_consent(db, clock, form(*WHAT, who="Sapar Desk"))
    consents.end_consent(db, clock, made.id)
    begin_sitting(db, clock)
    (tmp_path / "stick").mkdir()
    selection = Selection((kept.id,), "ru", True, "Police")
    release = write_bag(db, clock, selection, tmp_path / "stick", lambda _: None, ignore, never)
    files = [path for path in (tmp_path / "stick" / release.folder_name).rglob("*") if path.is_file()]
    assert len(files) > 5
    needles = [text.encode() for text in (made.id, "Sapar Desk", WORDS, "consent", "чтобы вернуться")]
    for path in files:
        content = Path(path).read_bytes()
        assert not [needle for needle in needles if needle in content], path.name


HANDOVER = Path(__file__).resolve().parents[2] / "safeplan" / "handover"


@pytest.mark.parametrize("path", sorted(HANDOVER.glob("*.py")), ids=lambda path: path.name)
def test_nothing_that_hands_over_reads_consents_or_sessions(path):
    text = path.read_text("utf-8")
    for name in (
        "records.consents",
        "import consents",
        "second_key",
        "sessions_held",
        "FROM consent",
        "session_held",
    ):
        assert name not in text
