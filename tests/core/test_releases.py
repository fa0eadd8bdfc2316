"""She can always see to whom she gave what, and what that person has not seen yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from safeplan import errors
from safeplan.handover.bag import write_bag
from safeplan.handover.releases import Release, list_releases, release, what_is_new_since
from safeplan.handover.selection import Selection
from safeplan.handover.verify import TAG_MANIFEST
from safeplan.records import ledger
from safeplan.records.attachments import import_file
from safeplan.records.incidents import IncidentForm, add_incident, amend_incident, remove_incident
from safeplan.records.wording import sha256_hex
from safeplan.vault.database import Database

if TYPE_CHECKING:
    from safeplan.vault.container import OpenVault
    from tests.conftest import MovableClock


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def hand_over(db: Database, clock: MovableClock, stick: Path, *incidents: str, with_files: bool = True) -> Release:
    chosen = Selection(incidents, "ru", with_files, "Районный суд", "Предписание", "2026-12-31", "", "17/2026")
    return write_bag(db, clock, chosen, stick, lambda _: None, lambda *_: None, lambda: False)


def test_a_hand_over_is_remembered_with_recipient_purpose_and_end(
    vault: OpenVault, clock: MovableClock, stick: Path
) -> None:
    db = vault.database
    first = add_incident(db, clock, IncidentForm(text="one")).id
    assert list_releases(db) == ()
    made = hand_over(db, clock, stick, first)
    clock.move(days=2)
    later = hand_over(db, clock, stick, first)
    assert list_releases(db) == (later, made)
    assert release(db, made.id) == made
    assert (made.recipient, made.purpose, made.until) == ("Районный суд", "Предписание", "2026-12-31")
    assert made.incidents == ((first, 1),)
    assert made.made_at == "2026-03-02T18:40:00Z"
    with pytest.raises(errors.NotThere):
        release(db, "0" * 32)


def test_the_remembered_hash_stands_for_the_folder_and_its_document_for_the_ledger(
    vault: OpenVault, clock: MovableClock, stick: Path
) -> None:
    db = vault.database
    made = hand_over(db, clock, stick, add_incident(db, clock, IncidentForm(text="one")).id)
    assert made.bag_sha256 == sha256_hex((stick / made.folder_name / TAG_MANIFEST).read_text(encoding="ascii"))
    line = list(ledger.entries(db))[-1]
    document = db.value("SELECT document FROM release WHERE id = ?", (made.id,))
    assert (line.op, line.object_id, line.content_sha256) == ("release", made.id, sha256_hex(document))
    assert line.size == len(document.encode("utf-8"))


def test_what_is_new_for_a_recipient_is_told(
    vault: OpenVault, clock: MovableClock, stick: Path, tmp_path: Path
) -> None:
    db = vault.database
    ids = [add_incident(db, clock, IncidentForm(text=text)).id for text in ("one", "two", "three", "four")]
    given = hand_over(db, clock, stick, *ids[:3])
    new = what_is_new_since(db, given)
    assert (new.added, new.changed) == ((ids[3],), ())
    amend_incident(db, clock, ids[0], IncidentForm(text="one, exactly"), "")
    remove_incident(db, clock, ids[1], keep_hash=False)
    new = what_is_new_since(db, given)
    assert (new.added, new.changed) == ((ids[3],), (ids[0],))
    source = tmp_path / "letter.txt"
    source.write_text("letter", encoding="utf-8")
    import_file(db, clock, source, ids[2], lambda *_: None, lambda: False)
    assert set(what_is_new_since(db, given).changed) == {ids[0], ids[2]}


def test_a_file_is_no_news_for_someone_who_was_given_no_files(
    vault: OpenVault, clock: MovableClock, stick: Path, tmp_path: Path
) -> None:
    db = vault.database
    first = add_incident(db, clock, IncidentForm(text="one")).id
    given = hand_over(db, clock, stick, first, with_files=False)
    source = tmp_path / "letter.txt"
    source.write_text("letter", encoding="utf-8")
    import_file(db, clock, source, first, lambda *_: None, lambda: False)
    assert what_is_new_since(db, given).changed == ()
