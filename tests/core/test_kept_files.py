"""All kept files side by side: those of every entry, in two orders, a private one as a number only."""

from __future__ import annotations

import pytest
from builders import JPEG, a_file, a_source, an_incident, fresh_database

from safeplan.records import attachments, incidents
from safeplan.records.file_notes import mark_file_private
from safeplan.records.kept_files import entry_number, kept_files, kind_of_file, newest_entries, small_pictures


@pytest.fixture
def db(tmp_path):
    yield from fresh_database(tmp_path)


@pytest.fixture
def three(db, clock, tmp_path):
    """Two files with entry 1, and between them in time one with entry 2."""
    first, second = an_incident(db, clock), an_incident(db, clock)
    owners = (first.id, second.id, first.id)
    return [
        a_file(db, clock, a_source(tmp_path, JPEG + bytes([n]), f"{n}.jpg"), owner) for n, owner in enumerate(owners)
    ]


def test_the_newest_stands_first_and_every_file_has_its_number(db, three) -> None:
    found = kept_files(db)
    assert [one.id for one in found] == [info.id for info in reversed(three)]
    assert [(one.entry, one.number) for one in found] == [(1, 2), (2, 1), (1, 1)]
    assert found[0].shown == three[2]


def test_by_entry_the_files_of_one_entry_stand_together(db, three) -> None:
    assert [(one.entry, one.number) for one in kept_files(db, order="entry")] == [(2, 1), (1, 1), (1, 2)]


def test_of_one_entry(db, three) -> None:
    assert [one.number for one in kept_files(db, three[0].incident_id, "entry")] == [1, 2]
    assert kept_files(db, "f" * 32) == ()


def test_a_private_file_is_a_number_and_has_no_small_picture(db, clock, three) -> None:
    attachments.set_thumbnail(db, three[1].id, b"small")
    assert small_pictures(db, [info.id for info in three]) == {three[1].id: b"small"}
    mark_file_private(db, clock, three[1].id, private=True)
    found = kept_files(db)[1]
    assert (found.entry, found.number, found.shown, found.kind) == (2, 1, None, "other")
    attachments.set_thumbnail(db, three[1].id, b"small")
    assert small_pictures(db, [info.id for info in three]) == {}


def test_removed_files_and_entries_are_not_listed(db, clock, three) -> None:
    attachments.remove_attachment(db, clock, three[2].id)
    incidents.take_back_incident(db, three[1].incident_id)
    assert [one.id for one in kept_files(db)] == [three[0].id]
    assert newest_entries(db, 5) == ((three[0].incident_id, 1),)
    assert entry_number(db, three[0].incident_id) == 1
    assert entry_number(db, three[1].incident_id) == 0


def test_every_kind_has_its_heap() -> None:
    kinds = ["image/heic", "application/pdf", "audio/amr", "video/3gpp", "text/html", "application/octet-stream"]
    assert [kind_of_file(kind) for kind in kinds] == ["picture", "paper", "recording", "film", "text", "other"]
