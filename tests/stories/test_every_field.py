"""Every field that can be typed in, on every page: a sudden end costs a second of typing at most, wherever it was.

Lost without it: one field that nobody connected to the drafts, found out by the person who wrote into it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import traces
from at_home import AtHome, at_home
from disk import her_disk
from hands import MARK
from household import PASSPHRASE, files_in
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from safeplan.records import incidents, people
from safeplan.records.incidents import IncidentForm
from safeplan.records.people import PersonForm
from safeplan.vault.container import OpenVault, create_vault
from tests.campaign.selecting import Tries

# Looking for something, the title on one printed paper and a sum to come back with are not writing.
NOT_WRITING = ("search", "sum", "plan-title")
WRITING = {
    "today": 1,
    "happened": 6,
    "entry": 7,
    "plan": 1,
    "section": 2,
    "acute": 8,
    "people": 1,
    "person": 4,
    "hand_over": 2,
    "help": 3,
}


def fields(life: AtHome) -> dict[str, Any]:
    """What can be typed in on the page shown, by name, with everything unfolded."""
    life.settle()
    # What unfolds may hold what unfolds in turn.
    while folded := [
        fold
        for fold in life.window.page(life.page).findChildren(QPushButton)
        if fold.property("part") == "fold" and fold.isVisible() and not fold.isChecked()
    ]:
        for fold in folded:
            fold.click()
        life.settle()
    shown = life.window.page(life.page)
    found = [*shown.findChildren(QLineEdit), *shown.findChildren(QPlainTextEdit)]
    found = [w for w in found if w.isVisible() and w.isEnabled() and not w.isReadOnly() and w.objectName()]
    return {w.objectName(): w for w in found if not any(part in w.objectName() for part in NOT_WRITING)}


def text_of(field: Any) -> str:
    return str(field.text())


def go(life: AtHome, page: str, ids: dict[str, str]) -> None:
    arguments = {
        "entry": {"incident_id": ids["entry"]},
        "person": {"person_id": ids["person"]},
        "section": {"section_id": ids["section"]},
    }.get(page, {})
    life.app.context.go(page, **arguments)
    # A long page is built in portions.
    life.qtbot.waitUntil(lambda: not getattr(life.window.page(page), "_waiting", ()))
    life.settle()
    if page == "hand_over":
        # What is chosen is looked through after a moment; only then is it known which fields there are.
        handing: Any = life.window.page(page)
        life.qtbot.waitUntil(lambda: handing._looked_for == handing.choice)
        life.settle()
    if page == "entry" and not life.sees("entry-change-card"):
        life.click("entry-change")
    if page == "acute":
        life.click("acute-write" if life.sees("acute-write") else "acute-empty-action")


@pytest.mark.parametrize("page", sorted(WRITING))
def test_a_sudden_end_loses_no_field_of_the_page(qtbot: QtBot, vault: OpenVault, clock: Any, page: str) -> None:
    person = people.add_person(vault.database, clock, PersonForm(name="Saule Omarova"))
    entry = incidents.add_incident(vault.database, clock, IncidentForm(text="kept"))
    vault.close()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        section = life.app.context.guide.heads[0].id
        ids = {"entry": entry.id, "person": person.id, "section": section}
        go(life, page, ids)
        names = sorted(fields(life))
        assert len(names) >= WRITING[page], names
        written = {}
        for number, name in enumerate(names):
            word = f"zq{number}"
            field = fields(life)[name]
            field.setFocus()
            qtbot.keyClicks(field, word)
            written[name] = word
        qtbot.wait(1150)
        life.settle()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        go(life, page, ids)
        found = fields(life)
        lost = {name: word for name, word in written.items() if name not in found or word not in text_of(found[name])}
        assert lost == {}


@pytest.mark.campaign
@pytest.mark.row("F-01")
def test_no_field_of_any_page_reaches_the_raw_disk(
    qtbot: QtBot, clock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tries: Tries
) -> None:
    """Each field of each page gets a word that stands nowhere else; then the disk is searched, deleted files and all.

    The control for this search, in every disguise, stands in test_traces.py.
    """
    written: list[str] = []
    with her_disk(tmp_path) as her:
        monkeypatch.setenv("HOME", str(her.home))
        vault = create_vault(files_in(her.home), bytearray(PASSPHRASE.encode()), profile=0)
        person = people.add_person(vault.database, clock, PersonForm(name=f"{MARK}person"))
        entry = incidents.add_incident(vault.database, clock, IncidentForm(text=f"{MARK}entry"))
        vault.close()
        with at_home(qtbot, vault.files, clock) as life:
            life.open_with(PASSPHRASE)
            ids = {"entry": entry.id, "person": person.id, "section": life.app.context.guide.heads[0].id}
            for page in sorted(WRITING):
                go(life, page, ids)
                for name in sorted(fields(life)):
                    field = fields(life)[name]
                    field.setFocus()
                    written.append(f"{MARK}{len(written):03d}")
                    qtbot.keyClicks(field, written[-1])
                qtbot.wait(1150)
                life.settle()
        tries.made(len(written))
        assert len(written) >= sum(WRITING.values())
        tries.figure("raw_image", "ext4" if her.image else "no: nothing can be mounted here, files only")
        # Every word begins with the mark: where it is not, none of them is.
        assert her.found([*traces.forms_of(MARK), *traces.forms_of(PASSPHRASE)]) == set()
        (her.home / "kept by mistake").write_text(written[-1])
        assert her.found(traces.forms_of(MARK)) == {MARK.encode()}
