"""She can always see to whom she gave what, and what that person has not seen yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from safeplan import errors
from safeplan.handover.bag import write_bag
from safeplan.handover.releases import Release, list_releases, release, repeat, what_is_new_since
from safeplan.handover.selection import Selection
from safeplan.handover.verify import TAG_MANIFEST
from safeplan.records import cases, ledger, orders
from safeplan.records.attachments import import_file
from safeplan.records.file_notes import mark_file_private
from safeplan.records.incidents import IncidentForm, add_incident, amend_incident, remove_incident
from safeplan.records.wording import sha256_hex
from safeplan.vault.database import Database

if TYPE_CHECKING:
    from safeplan.vault.container import OpenVault
    from tests.conftest import MovableClock


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


# ── Finding, repeating ──────────────────────────────────────────────────────────────────────────────────────────────
def test_a_hand_over_is_found_by_words_of_it(vault: OpenVault, clock: MovableClock, stick: Path) -> None:
    db = vault.database
    first = add_incident(db, clock, IncidentForm(text="one")).id
    made = hand_over(db, clock, stick, first)
    for words in ("районный", "СУД предписание", "17/2026", made.bundle.lower(), "2026-12", ""):
        assert list_releases(db, words) == (made,), words
    assert list_releases(db, "суд полиция") == ()


def test_a_hand_over_can_be_repeated_as_it_was_chosen(vault: OpenVault, clock: MovableClock, stick: Path) -> None:
    db = vault.database
    ids = tuple(add_incident(db, clock, IncidentForm(text=text)).id for text in ("one", "two"))
    chosen = Selection(
        ids, "kk", True, "Police", "a request", with_names=False, second_language="ru", fields_left_out=("place",)
    )
    made = write_bag(db, clock, chosen, stick, lambda _: None, lambda *_: None, lambda: False)
    again = repeat(release(db, made.id))
    assert again == chosen
    assert (made.form, release(db, made.id).choice) == ("folder", chosen)


def test_one_written_down_before_choices_were_kept_can_be_repeated_too(
    vault: OpenVault, clock: MovableClock, stick: Path
) -> None:
    db = vault.database
    made = hand_over(db, clock, stick, add_incident(db, clock, IncidentForm(text="one")).id, with_files=False)
    db.execute("UPDATE release SET document = json_remove(document, '$.choice', '$.form')")
    old = release(db, made.id)
    assert (old.choice, old.form) == (None, "folder")
    again = repeat(old)
    assert (again.incident_ids, again.language, again.with_attachments) == ((made.incidents[0][0],), "ru", False)
    assert (again.recipient, again.until) == ("Районный суд", "2026-12-31")


def test_files_not_ticked_then_are_no_news_and_later_ones_are(
    vault: OpenVault, clock: MovableClock, stick: Path, tmp_path: Path
) -> None:
    db = vault.database
    entry = add_incident(db, clock, IncidentForm(text="one")).id

    def keep(name: str) -> str:
        (tmp_path / name).write_text(name, encoding="utf-8")
        return import_file(db, clock, tmp_path / name, entry, lambda *_: None, lambda: False).id

    ticked, _left = keep("ticked.txt"), keep("left.txt")
    chosen = Selection((entry,), "en", True, attachments=(ticked,))
    given = write_bag(db, clock, chosen, stick, lambda _: None, lambda *_: None, lambda: False)
    assert given.files == (ticked,)
    clock.move(hours=1)
    assert not what_is_new_since(db, given)
    private = keep("private.txt")
    mark_file_private(db, clock, private, private=True)
    assert not what_is_new_since(db, given)
    keep("new.txt")
    assert what_is_new_since(db, given).changed == (entry,)


def test_orders_and_papers_of_a_case_that_came_since_are_news(
    vault: OpenVault, clock: MovableClock, stick: Path
) -> None:
    db = vault.database
    entry = add_incident(db, clock, IncidentForm(text="one")).id
    case = cases.add_case(db, clock, cases.CaseForm(name="The case"))
    chosen = Selection((entry,), "en", True, case_ids=(case.id,))
    given = write_bag(db, clock, chosen, stick, lambda _: None, lambda *_: None, lambda: False)
    clock.move(hours=1)
    assert not what_is_new_since(db, given)
    order = orders.add_order(db, clock, orders.OrderForm(name="An order"))
    item = cases.add_item(db, clock, case.id, cases.ItemForm(kind=cases.LETTER, words="registered"))
    new = what_is_new_since(db, given)
    assert (new.orders, new.items) == ((order.id,), (item.id,))
