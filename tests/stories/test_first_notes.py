"""Before and after the first passphrase: what stood on the pages in memory only is kept from then on.

Lost without it: the evening on which somebody dares to write for the first time is the one whose words vanish.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from at_home import AtHome, at_home
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from safeplan.paths import vault_files
from safeplan.records import drafts, incidents, people, plan
from safeplan.vault.container import unlock_vault

HER_PHRASE = "kettle under orange stairs"
LINE = "He took the phone and the keys"
HALF = "half a thought about Sund"


def through_the_welcome(life: AtHome) -> None:
    """To the first page, without reading anything."""
    life.app.window.page("welcome")._leave("today")  # type: ignore[attr-defined]
    life.settle()


def choose_own_phrase(life: AtHome) -> None:
    assert life.page == "first_key"
    life.click("phrase-way-own")
    life.type("phrase-own", HER_PHRASE)
    life.click("first-key-next")


def test_what_is_unfinished_on_other_pages_is_kept_once_there_is_a_passphrase(
    qtbot: QtBot, clock: Any, tmp_path: Path
) -> None:
    files = vault_files(tmp_path / "Tally")
    with at_home(qtbot, files, clock) as life:
        through_the_welcome(life)
        life.click("nav-happened")
        life.type("happened-text", HALF)
        assert "Not kept yet" in life.words()
        life.click("nav-today")
        life.type("today-text", LINE)
        life.click("today-keep")
        choose_own_phrase(life)
        assert life.page == "today"
        assert "Kept." in life.message()
        qtbot.wait(1200)
        life.settle()
    vault = unlock_vault(files, bytearray(HER_PHRASE.encode()))
    (entry,) = incidents.list_incidents(vault.database)
    assert entry.revisions[-1].form.text == LINE
    assert drafts.draft(vault.database, "happened").get("text") == HALF
    vault.close()


def test_steps_and_a_person_chosen_before_the_passphrase_are_kept_with_it(
    qtbot: QtBot, clock: Any, tmp_path: Path
) -> None:
    files = vault_files(tmp_path / "Tally")
    with at_home(qtbot, files, clock) as life:
        through_the_welcome(life)
        (first, *_) = [w for w in life.starting_with("offer-") if isinstance(w, QAbstractButton)]
        life.click(first.objectName())
        life.app.context.go("people")
        life.type("people-who", "Saule")
        life.click("people-keep")
        choose_own_phrase(life)
        life.settle()
    vault = unlock_vault(files, bytearray(HER_PHRASE.encode()))
    assert [person.name for person in people.list_people(vault.database)] == ["Saule"]
    assert len(plan.steps(vault.database)) == 1
    # What was kept is no draft any more, and the answers of the welcome are kept nowhere.
    assert [drafts.draft(vault.database, page) for page in ("people", "welcome", "today")] == [{}, {}, {}]
    vault.close()


def test_saying_not_now_to_the_passphrase_goes_back_with_every_word(qtbot: QtBot, clock: Any, tmp_path: Path) -> None:
    files = vault_files(tmp_path / "Tally")
    with at_home(qtbot, files, clock) as life:
        through_the_welcome(life)
        life.click("nav-happened")
        life.type("happened-text", LINE)
        life.click("happened-keep")
        assert life.page == "first_key"
        life.click("language-ru")
        life.click("first-key-later")
        life.click("nav-happened")
        assert life.find("happened-text").text() == LINE
        # And the thing that waited does not happen by itself later.
        life.click("nav-today")
        life.type("today-text", "another line")
        life.click("today-keep")
        choose_own_phrase(life)
        life.settle()
    vault = unlock_vault(files, bytearray(HER_PHRASE.encode()))
    assert [entry.revisions[-1].form.text for entry in incidents.list_incidents(vault.database)] == ["another line"]
    assert drafts.draft(vault.database, "happened").get("text") == LINE
    vault.close()


def test_before_the_first_passphrase_there_are_ten_quiet_minutes_and_two_afterwards(
    qtbot: QtBot, clock: Any, tmp_path: Path
) -> None:
    with at_home(qtbot, vault_files(tmp_path / "Tally"), clock) as life:
        through_the_welcome(life)
        life.click("nav-happened")
        life.type("happened-text", LINE)
        life.click("happened-keep")
        assert life.app.auto_hide.idle_seconds == 600, "what is not kept would go with it"
        choose_own_phrase(life)
        life.find("incident-1-open")
        assert life.app.auto_hide.idle_seconds == 120
