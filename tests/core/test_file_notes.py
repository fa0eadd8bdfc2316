"""Words beside a file: the file never changes, and a private one is a number in every list."""

from __future__ import annotations

import pytest
from builders import a_file, a_source, an_incident, fresh_database
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safeplan import errors
from safeplan.records import attachments
from safeplan.records.file_notes import (
    FileNote,
    file_note,
    mark_file_private,
    write_file_note,
)


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def file(db, clock, tmp_path):
    return a_file(db, clock, a_source(tmp_path), an_incident(db, clock).id)


def test_a_note_and_a_transcript_stand_beside_the_file(db, clock, file) -> None:
    before = attachments.document(db, file.id), attachments.read_all(db, file.id)
    write_file_note(db, clock, file.id, words="the door at night")
    write_file_note(db, clock, file.id, transcript="Open the door.")
    assert file_note(db, file.id) == FileNote("the door at night", "Open the door.")
    assert (attachments.document(db, file.id), attachments.read_all(db, file.id)) == before
    write_file_note(db, clock, file.id, words=" ", transcript="")
    assert db.value("SELECT count(*) FROM file_note") == 0


def test_a_private_file_loses_its_small_picture_and_gets_no_other(db, clock, file) -> None:
    attachments.set_thumbnail(db, file.id, b"small")
    assert mark_file_private(db, clock, file.id, private=True).private
    assert attachments.thumbnail(db, file.id) is None
    attachments.set_thumbnail(db, file.id, b"small again")
    assert attachments.thumbnail(db, file.id) is None
    assert not attachments.attachment(db, file.id).has_thumbnail
    mark_file_private(db, clock, file.id, private=False)
    attachments.set_thumbnail(db, file.id, b"small")
    attachments.set_thumbnail(db, file.id, b"smaller")
    assert attachments.thumbnail(db, file.id) == b"smaller"


def test_what_is_beside_a_file_leaves_with_it(db, clock, file) -> None:
    write_file_note(db, clock, file.id, words="the door")
    attachments.remove_attachment(db, clock, file.id)
    assert db.value("SELECT count(*) FROM file_note") == 0
    for act in (
        lambda: file_note(db, file.id),
        lambda: write_file_note(db, clock, file.id, words="x"),
        lambda: mark_file_private(db, clock, file.id, private=True),
    ):
        with pytest.raises(errors.NotThere):
            act()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(st.characters(exclude_categories=())), transcript=st.text(), private=st.booleans())
def test_any_words_come_back(db, clock, file, words: str, transcript: str, private: bool) -> None:
    mark_file_private(db, clock, file.id, private=private)
    kept = write_file_note(db, clock, file.id, words=words, transcript=transcript)
    assert file_note(db, file.id) == kept
    assert kept.private is private
    assert bool(kept.words) == bool(words.strip())
