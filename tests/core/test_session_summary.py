"""The page she takes home fits on one sheet, holds what was agreed, and tells a finder nothing of its origin.

Lost without it: three steps that are forgotten on the bus, or a sheet on the kitchen table that says "court".
"""

from __future__ import annotations

import io
import subprocess
from datetime import date

import pikepdf
import pytest
from builders import a_step, an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.handover.labels import LANGUAGES, load_labels
from safeplan.handover.session_summary import as_printed, compile_summary
from safeplan.handover.telling import telling_words
from safeplan.records import cases, plan
from safeplan.records.session_page import LONGEST_WORDS, MOST_DATES, MOST_DONE, Summary, summary_of
from safeplan.records.sessions_held import FULL, begin_session, end_session
from safeplan.records.sittings import begin_sitting

DAY = date(2026, 3, 9)


@pytest.fixture
def db(tmp_path, clock):
    for database in fresh_database(tmp_path):
        begin_sitting(database, clock)
        yield database


def text_of(pdf: bytes) -> str:
    """What the page says, in one row of words."""
    run = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(run.stdout.decode().split())


def guide(section: str, suggestion: str) -> str:
    return f"[{section}/{suggestion}]" if suggestion else ""


def test_the_page_has_the_next_three_steps_what_changed_and_the_days_ahead(db, clock):
    first, second, *_ = (a_step(db, clock, f"Step {number}") for number in range(1, 6))
    plan.take_up_suggestion(db, clock, "home", "spare_key", "will_do")
    held = begin_session(db, clock, ["plan"], FULL)
    end_session(db, clock, held.id, ["plan"])
    clock.move(days=7)
    begin_sitting(db, clock)
    now = begin_session(db, clock, ["plan"], FULL)
    plan.mark_step(db, clock, first.id, "done")
    plan.change_step(db, clock, second.id, look_again="2026-03-20")
    an_incident(db, clock)
    made = summary_of(db, clock, guide, present=now.id, meeting="2026-03-23")
    assert made.next_steps == ("Step 2", "Step 3", "Step 4")
    assert made.done == ("Step 1",)
    assert (made.since, made.new, made.meeting) == ("2026-03-02", 1, "2026-03-23")
    assert made.dates == (("2026-03-20", ""),)
    for step in ("Step 2", "Step 3", "Step 4"):
        (known,) = [one for one in plan.steps(db) if one.words == step]
        plan.mark_step(db, clock, known.id, "not_now")
    assert summary_of(db, clock, guide).next_steps == ("Step 5", "[home/spare_key]")


def test_a_day_is_told_without_a_word_of_what_it_is(db, clock):
    case = cases.add_case(db, clock, cases.CaseForm(name="Case against him"))
    form = cases.ItemForm("hearing", on="2026-03-12T14:20", where="at the court")
    cases.add_item(db, clock, case.id, form)
    made = summary_of(db, clock, guide)
    assert made.dates == (("2026-03-12", "14:20"),)
    words = text_of(compile_summary(made, "en", DAY))
    assert "12 March 2026, 14:20" in words
    assert not [word for word in ("court", "hearing", "Case", "him") if word in words]


def test_at_the_first_session_nothing_is_compared(db, clock):
    a_step(db, clock, "Keep the keys")
    made = summary_of(db, clock, guide)
    assert (made.since, made.new, made.done) == ("", 0, ())
    assert [section.title for section in as_printed(made, "en").sections] == ["Next"]


def test_an_empty_page_is_not_printed_and_a_day_must_exist(db, clock):
    made = summary_of(db, clock, guide)
    assert made.nothing()
    with pytest.raises(errors.NothingChosen):
        compile_summary(made, "en", DAY)
    with pytest.raises(errors.DateImpossible):
        summary_of(db, clock, guide, meeting="2026-02-30")


FULLEST = Summary(
    tuple(f"{number} " + "Keep the keys in the coat " * 9 for number in range(3)),
    tuple(f"{number} " + "Tell Saule " * 20 for number in range(MOST_DONE)),
    "2026-03-02",
    12,
    tuple((f"2026-03-{day}", "14:20") for day in range(10, 10 + MOST_DATES)),
    "2026-03-23",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fullest_page_is_one_sheet_in_every_language_and_neutral(language):
    content = compile_summary(FULLEST, language, DAY)
    with pikepdf.open(io.BytesIO(content)) as paper:
        assert len(paper.pages) == 1
    words, say = text_of(content), load_labels(language)
    for name in ("title", "next", "dates"):
        assert say("summary", name) in words
    assert say("summary", "new", count=12) in words
    assert telling_words(say.tables["summary"].values()) == ()


def test_a_title_of_her_own_takes_the_place_of_ours():
    words = text_of(compile_summary(FULLEST, "en", DAY, "Garden"))
    assert "Garden" in words
    assert load_labels("en")("summary", "title") not in words


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=()), min_size=1, max_size=600).filter(str.strip))
def test_any_words_of_hers_are_shown_as_far_as_there_is_room(db, clock, words):
    for known in plan.steps(db):
        plan.remove_own_step(db, clock, known.id)
    a_step(db, clock, words)
    (shown,) = summary_of(db, clock, guide).next_steps
    assert 0 < len(shown) <= LONGEST_WORDS
    line = " ".join(plan.steps(db)[0].words.split())
    assert line.startswith(shown.removesuffix("…").rstrip())
