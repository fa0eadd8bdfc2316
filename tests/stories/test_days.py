"""A week later, and another computer: the same notes, by clicks and keys through the real window.

Lost without it: each part keeps its promise, and the way from one to the next is where notes get lost.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from at_home import at_home
from household import PASSPHRASE
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from safeplan.handover.verify import verify_bag
from safeplan.paths import vault_files
from safeplan.records import attachments, incidents, ledger, people
from safeplan.records.incidents import IncidentForm
from safeplan.records.people import PersonForm
from safeplan.vault.container import OpenVault, make_recovery_code, unlock_vault

LINE = "She heard shouting through the wall"
REMEMBERED = "About nine in the evening. "
REASON = "Saw the time on the receipt"
NEW_PHRASE = "kettle under orange stairs"


def test_on_another_computer_the_spare_key_opens_everything_and_a_new_passphrase_is_set(
    qtbot: QtBot, vault: OpenVault, clock: Any, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(300_000))
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text=LINE))
    people.add_person(vault.database, clock, PersonForm(name="Saule Omarova"))
    kept = attachments.import_file(vault.database, clock, photo, entry.id, lambda _done, _total: None, lambda: False)
    code = make_recovery_code(vault, bytearray(PASSPHRASE.encode()))
    vault.close()
    there = vault_files(tmp_path / "another computer" / "Tally")
    there.folder.mkdir(parents=True)
    for path in (vault.files.header, vault.files.data, vault.files.ballast):
        shutil.copy(path, there.folder)
    clock.move(days=3)
    with at_home(qtbot, there, clock) as life:
        life.open_with(code)
        assert life.page == "first_key"
        assert LINE not in life.words()
        life.click("phrase-way-own")
        life.type("phrase-own", NEW_PHRASE)
        life.click("first-key-next")
        assert life.page == "today"
        life.click("nav-happened")
        assert LINE in life.words()
    with at_home(qtbot, there, clock) as life:
        life.open_with(NEW_PHRASE)
        assert life.page == "today"
    copy = unlock_vault(there, bytearray(NEW_PHRASE.encode()))
    (found,) = incidents.list_incidents(copy.database)
    assert found.latest is not None
    assert found.latest.form.text == LINE
    assert attachments.read_all(copy.database, kept.id) == photo.read_bytes()
    assert [person.name for person in people.list_people(copy.database)] == ["Saule Omarova"]
    assert copy.database.first_fault() is None
    copy.close()
    # The old computer's copy keeps its own passphrase: nobody there notices anything.
    unlock_vault(vault.files, bytearray(PASSPHRASE.encode())).close()


def test_a_week_later_she_adds_what_she_remembered_and_hands_over_a_folder_that_verifies(
    qtbot: QtBot, vault: OpenVault, clock: Any, own_home: Path
) -> None:
    vault.close()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.type("today-text", LINE)
        life.click("today-day-today")
        life.click("today-keep")
        assert "Kept." in life.message()
        life.click("nav-happened")
        # On the same day a slip can be taken back without a trace.
        assert life.sees("incident-1-take-back")
    clock.move(days=7)
    stick = own_home / "stick"
    stick.mkdir()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-happened")
        assert not life.sees("incident-1-take-back")
        life.click("incident-1-open")
        assert not life.sees("entry-take-back")
        life.click("entry-change")
        life.type("entry-text", REMEMBERED)
        life.type("entry-reason-box", REASON)
        life.click("entry-keep")
        assert "earlier version stays" in life.message()
        life.click("entry-older")
        seen = life.words()
        assert REMEMBERED + LINE in seen
        assert REASON in seen
        assert LINE in seen.splitlines()
        life.click("nav-more")
        life.click("more-hand_over")
        life.click("hand-over-step-what")
        life.click("hand-over-line-1")
        life.click("hand-over-make")
        # The picker begins at home; the folder is opened as with the keyboard.
        life.key("picker-list", Qt.Key.Key_Home)
        life.key("picker-list", Qt.Key.Key_Return)
        life.click("picker-take")
        assert life.find("hand-over-check").text().startswith("Files unchanged")
    (bag,) = stick.iterdir()
    assert verify_bag(bag).status == 0
    done = subprocess.run(
        ["sha256sum", "--quiet", "-c", "manifest-sha256.txt"], cwd=bag, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    reopened = unlock_vault(vault.files, bytearray(PASSPHRASE.encode()))
    (entry,) = incidents.list_incidents(reopened.database)
    assert entry.fixed
    assert [revision.form.text for revision in entry.revisions] == [LINE, REMEMBERED + LINE]
    assert [revision.reason for revision in entry.revisions] == ["", REASON]
    assert ledger.check(reopened.database).ok
    reopened.close()


def test_a_line_from_the_first_page_does_not_push_out_an_unfinished_entry(
    qtbot: QtBot, vault: OpenVault, clock: Any
) -> None:
    vault.close()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-happened")
        life.type("happened-text", "Unfinished: on Sunday the neighbour")
        life.click("nav-today")
        qtbot.wait(700)
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.type("today-text", LINE)
        life.click("today-more")
        qtbot.wait(1200)
        life.settle()
        shown = life.find("happened-text").text()
        assert LINE in shown
        assert "Unfinished: on Sunday the neighbour" in shown


def test_another_language_in_the_middle_keeps_the_words_the_day_and_the_chosen_file(
    qtbot: QtBot, vault: OpenVault, clock: Any, tmp_path: Path
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(3000))
    vault.close()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-happened")
        life.type("happened-text", LINE)
        life.click("happened-when-kind-yesterday")
        life.click("happened-attach")
        life.app.context.picker.choose([photo])
        life.click("language-ru")
        life.click("language-kk")
        life.click("happened-keep")
    reopened = unlock_vault(vault.files, bytearray(PASSPHRASE.encode()))
    (entry,) = incidents.list_incidents(reopened.database)
    assert entry.revisions[-1].form.text == LINE
    assert entry.revisions[-1].form.happened.start == "2026-03-01"
    assert [file.name for file in entry.attachments] == ["photo.jpg"]
    reopened.close()
