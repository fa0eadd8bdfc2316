"""Papers kept as files of an entry: all of them or, when she stops, none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from safeplan.errors import FileUnreadable
from safeplan.records import attachments, incidents, sittings
from tests.builders import a_source, an_incident
from ui.background import Job, Session
from ui.paper_entry import keep_papers


@pytest.fixture
def session(vault: Any, clock: Any) -> Session:
    return Session(vault.files, clock, vault)


def a_job(cancel_after: int = 1 << 30) -> Job:
    left = [cancel_after]

    def report(_token: int, _done: int, _total: int) -> None:
        left[0] -= 1
        if not left[0]:
            job.cancel()

    job = Job(0, report)
    return job


def page(folder: Path, number: int, size: int = 4000) -> Path:
    return a_source(folder, b"#!AMR\n" + bytes([number]) * size, f"page-{number}.amr")


def test_two_pages_become_one_entry_and_the_chain_covers_them(session: Session, tmp_path: Path) -> None:
    kept = keep_papers(session, a_job(), words="Photo of the order", paths=[page(tmp_path, 1), page(tmp_path, 2)])
    (entry,) = incidents.list_incidents(session.database)
    assert (kept.incident_id, kept.failed, kept.cancelled) == (entry.id, (), False)
    assert kept.papers == tuple(one.id for one in entry.attachments)
    assert [one.name for one in entry.attachments] == ["page-1.amr", "page-2.amr"]
    assert entry.latest is not None
    assert entry.latest.form.text == "Photo of the order"
    sittings.begin_sitting(session.database, session.clock)
    assert all(one.fixed for one in incidents.incident(session.database, entry.id).attachments)


def test_a_page_is_added_to_an_entry_whose_words_stay(session: Session, tmp_path: Path) -> None:
    entry = an_incident(session.database, session.clock, "Letter from the court")
    kept = keep_papers(session, a_job(), words="", paths=[page(tmp_path, 1)], incident_id=entry.id)
    (again,) = incidents.list_incidents(session.database)
    assert kept.incident_id == again.id == entry.id
    assert again.latest is not None
    assert again.latest.form.text == "Letter from the court"
    assert kept.papers == tuple(one.id for one in again.attachments)


def test_stopping_leaves_no_new_entry_and_no_page(session: Session, tmp_path: Path) -> None:
    paths = [page(tmp_path, 1), page(tmp_path, 2, 4_000_000)]
    kept = keep_papers(session, a_job(cancel_after=6), words="Photo of the order", paths=paths)
    assert (kept.cancelled, kept.papers, kept.incident_id) == (True, (), "")
    assert incidents.list_incidents(session.database) == ()
    assert session.database.value("SELECT count(*) FROM chunk") == 0


def test_stopping_takes_from_an_earlier_entry_only_what_came_now(session: Session, tmp_path: Path) -> None:
    first = keep_papers(session, a_job(), words="Letter", paths=[page(tmp_path, 1)])
    paths = [page(tmp_path, 2), page(tmp_path, 3, 4_000_000)]
    kept = keep_papers(session, a_job(cancel_after=6), words="", paths=paths, incident_id=first.incident_id)
    assert kept.cancelled
    assert [one.id for one in attachments.list_attachments(session.database, first.incident_id)] == [*first.papers]


def test_a_paper_kept_earlier_is_found_again_and_nothing_is_kept_twice(session: Session, tmp_path: Path) -> None:
    first = keep_papers(session, a_job(), words="Photo of the order", paths=[page(tmp_path, 1)])
    again = keep_papers(session, a_job(), words="Photo of the order", paths=[page(tmp_path, 1)])
    assert again == first
    both = keep_papers(session, a_job(), words="Second side", paths=[page(tmp_path, 2), page(tmp_path, 1)])
    assert both.papers[1:] == first.papers
    assert len(both.papers) == 2
    assert len(incidents.list_incidents(session.database)) == 2


def test_a_paper_that_is_gone_leaves_no_entry_of_words_alone(session: Session, tmp_path: Path) -> None:
    kept = keep_papers(session, a_job(), words="Photo of the order", paths=[tmp_path / "gone.jpg"])
    assert [(name, type(error)) for name, error in kept.failed] == [("gone.jpg", FileUnreadable)]
    assert (kept.incident_id, kept.papers) == ("", ())
    assert incidents.list_incidents(session.database) == ()


def test_the_other_pages_are_kept_when_one_is_gone(session: Session, tmp_path: Path) -> None:
    kept = keep_papers(session, a_job(), words="Order", paths=[tmp_path / "gone.jpg", page(tmp_path, 2)])
    assert [name for name, _error in kept.failed] == ["gone.jpg"]
    (entry,) = incidents.list_incidents(session.database)
    assert kept.papers == (entry.attachments[0].id,)
