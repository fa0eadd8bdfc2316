"""Drafts: what is being typed survives, and is gone when it is kept or thrown away."""

from __future__ import annotations

import pytest
from builders import fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan.records import drafts
from safeplan.records.wording import keep_as_typed


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


def test_a_draft_is_replaced_field_by_field_and_cleared(db, clock):
    assert drafts.draft(db, "incident") == {}
    drafts.save_draft(db, clock, "incident", {"text": "Он", "place": "дом"})
    drafts.save_draft(db, clock, "person", {"name": "S."})
    assert drafts.save_draft(db, clock, "incident", {"text": "Он при", "place": ""}) == {"text": "Он при"}
    assert drafts.draft(db, "incident") == {"text": "Он при"}
    drafts.clear_draft(db, "incident")
    assert drafts.draft(db, "incident") == {}
    assert drafts.draft(db, "person") == {"name": "S."}


def test_saving_the_same_again_writes_nothing(db, clock):
    drafts.save_draft(db, clock, "incident", {"text": "long " * 1000})
    before = db.value("SELECT total_changes()")
    drafts.save_draft(db, clock, "incident", {"text": "long " * 1000})
    assert db.value("SELECT total_changes()") == before


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.text(max_size=20).map(keep_as_typed), st.text(), max_size=5))
def test_any_draft_comes_back(db, clock, fields):
    drafts.save_draft(db, clock, "incident", fields)
    assert drafts.draft(db, "incident") == {name: text for name, text in fields.items() if text}
