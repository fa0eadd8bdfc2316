"""Five stories of people who write down what happens, from the night itself to the day somebody doubts it.

Lost without it: pages that each work alone, and a record that does not hold when it is needed. Everyone is made up.
"""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from at_home import AtHome, at_home
from builders import a_person, an_incident
from household import PASSPHRASE
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from safeplan.content import body_map
from safeplan.content.order_words import load_order_words
from safeplan.content.record_guide import load_record_guide
from safeplan.content.regions import load_region
from safeplan.handover.verify import UNCHANGED, verify_bag
from safeplan.records import breaches, cases, incidents, ledger, next_dates, orders, pressure, timeline
from safeplan.records.deadlines import local_day
from safeplan.records.incidents import Incident
from safeplan.vault.container import OpenVault, unlock_vault

KZ = load_region("kz", "en")


def photo(path: Path, shade: int) -> Path:
    out = io.BytesIO()
    Image.effect_noise((640, 480), 40 + shade).convert("RGB").save(out, "JPEG", quality=70)
    path.write_bytes(out.getvalue())
    return path


def mark(life: AtHome, figure: str, view: str, region: str) -> None:
    """Press the middle of one place on the drawing."""
    picture = life.find("happened-marks-picture")
    x, y = next(one.middle for one in body_map.regions(figure, view) if one.id == region)
    where = picture.point(x, y)
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(round(where.x()), round(where.y())))
    life.settle()


def go(life: AtHome, page: str, **arguments: Any) -> None:
    life.app.context.go(page, **arguments)
    life.settle()


def unfold(life: AtHome, *parts: str) -> None:
    life.click("happened-more")
    for part in parts:
        life.click(f"happened-part-{part}")


def hand_over(life: AtHome, stick: Path) -> str:
    """Everything, into the folder; the printed report as words."""
    go(life, "hand_over")
    # For herself nothing is left out.
    life.click("hand-over-kind-herself")
    life.click("hand-over-step-what")
    life.click("hand-over-all")
    life.click("hand-over-make")
    life.app.context.picker.choose([stick])
    life.settle(60)
    assert life.find("hand-over-check").text().startswith("Files unchanged")
    (bag,) = stick.iterdir()
    assert verify_bag(bag).status == UNCHANGED
    report = bag / "data" / "report.pdf"
    done = subprocess.run(["pdftotext", "-layout", str(report), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def read(vault: OpenVault, what: Callable[[Any], Any]) -> Any:
    """Ask the store after the program has ended."""
    again = unlock_vault(vault.files, bytearray(PASSPHRASE.encode()))
    found = what(again.database)
    again.close()
    return found


def the_entry(db: Any) -> Incident:
    (one,) = incidents.list_incidents(db)
    return one


def test_the_night_of_the_assault(qtbot: QtBot, vault: OpenVault, clock: Any, tmp_path: Path, own_home: Path) -> None:
    """23:40. One line is enough; what is fresh is kept, nothing is asked for; the rest comes the next day."""
    vault.close()
    stick = own_home / "stick"
    stick.mkdir()
    shots = [photo(tmp_path / f"IMG_{number}.jpg", number) for number in (1, 2)]
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-happened")
        life.type("happened-text", "Held my arms and pushed me against the cupboard.")
        life.click("happened-when-kind-today")
        unfold(life, "kinds", "marks", "police-calls")
        life.click("happened-kinds-physical")
        guide = load_record_guide("en")
        life.click("happened-checklist")
        assert guide.checklist[0].text in life.words(), "what fades is named on the same day"
        mark(life, "adult", "front", "upper_arm_left")
        life.click("happened-marks-1-kind-bruise")
        life.click("happened-police-calls-add")
        life.type("happened-police-calls-1-number_called", "102")
        life.type("happened-police-calls-1-at", "23:10")
        life.click("happened-attach")
        life.app.context.picker.choose(shots)
        # The door opens: the program is gone in the middle of a word, and nothing of it is.
        life.type("happened-police-calls-1-officer", "did not")
        life.window.page("happened").save_draft_now()
        life.settle()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-happened")
        assert life.find("happened-text").text() == "Held my arms and pushed me against the cupboard."
        life.click("happened-keep")
        life.settle(60)
        assert "Kept." in life.message()
        life.click("incident-1-open")
        assert not life.sees("still-list"), "never on the night itself"
    clock.move(hours=13)
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-happened")
        life.click("incident-1-open")
        life.click("still-list")
        said = [line.words() for line in life.find("still-lines").findChildren(QPushButton)]
        assert said
        assert not any(letter in line for line in said for letter in "%0123456789"), "never a share, never a count"
        life.click("entry-change")
        life.type("entry-reason-box", "slept, remembered the hour")
        life.type("entry-text", "About eleven. ")
        life.click("entry-keep")
        said = hand_over(life, stick)
    assert "About eleven. Held my arms" in said
    assert "slept, remembered the hour" in said
    entry = read(vault, the_entry)
    first, second = entry.revisions
    assert len(entry.attachments) == 2
    assert (first.form.police_calls[0].number_called, first.form.police_calls[0].officer) == ("102", "did not")
    assert (first.form.marks[0].region, first.form.marks[0].kind) == ("upper_arm_left", "bruise")
    assert second.form.marks == first.form.marks, "an added word loses no part of the first writing"


def test_the_visit_of_relatives(qtbot: QtBot, vault: OpenVault, clock: Any) -> None:
    """Two relatives come with a paper and a promise; weeks later she writes what came of it."""
    aunt = a_person(vault.database, clock, name="Aunt Example", role="harms")
    vault.close()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-more")
        life.click("more-pressure")
        life.type("pressure-text", "Came for tea and put a paper on the table.")
        life.click("pressure-when-kind-today")
        life.click("pressure-part-who")
        life.click(f"pressure-people-{aunt.id}")
        life.type("pressure-said", "Think of the children. Sign, and he will find you a flat.")
        life.click("pressure-note-part-asked")
        life.click("pressure-note-asked-withdraw")
        life.click("pressure-note-part-paper")
        life.click("pressure-note-paper-left")
        life.click("pressure-note-part-promise")
        life.type("pressure-note-promised", "a flat before summer")
        life.click("pressure-keep")
    (kept,) = read(vault, pressure.list_pressure)
    assert "pressure" in kept.incident.latest.form.kinds
    assert kept.incident.latest.form.people == (aunt.id,)
    assert (kept.note.asked, kept.note.paper, kept.note.promised) == (("withdraw",), "left", "a flat before summer")
    assert kept.note.is_open()
    clock.move(days=40)
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        # What was promised is hers to judge: nothing on the way has counted it as broken.
        go(life, "pressure")
        assert "a flat before summer" in life.words()
        assert "broken" not in life.words().lower()
        go(life, "look_back")
        life.type("look-back-search", "tea")
        life.qtbot.waitUntil(lambda: life.find("look-back-list").model().rowCount() == 1, timeout=5000)
        go(life, "calendar")
        assert life.sees("calendar-picture")
    assert read(vault, lambda db: ledger.check(db).ok)
    assert read(vault, lambda db: timeline.count_entries(db)) == 1


def test_the_daughters_injury(qtbot: QtBot, vault: OpenVault, clock: Any, tmp_path: Path, own_home: Path) -> None:
    """A child is hurt: the child's figure, the child's own words, one picture that nobody sees in a list."""
    vault.close()
    stick = own_home / "stick"
    stick.mkdir()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        life.click("nav-happened")
        life.type("happened-text", "He pushed the door into her.")
        life.click("happened-when-kind-today")
        unfold(life, "kinds", "child-words", "marks", "care")
        guide = load_record_guide("en")
        assert guide.page.child_lines[1] in life.words(), "do not question, do not practise"
        life.click("happened-kinds-children")
        life.click("happened-child-words-add") if life.sees("happened-child-words-add") else None
        life.type("happened-child-words-1-words", "The door bit my hand.")
        life.click("happened-marks-figure-child")
        mark(life, "child", "front", "forearm_right")
        life.click("happened-care-add")
        life.type("happened-care-1-where", "clinic no. 3")
        life.click("happened-attach")
        life.app.context.picker.choose([photo(tmp_path / "IMG_0007.jpg", 3)])
        life.click("happened-keep")
        life.settle(60)
        life.click("incident-1-open")
        life.find("entry-files")
        entry_id = life.window.page("entry")._entry.id
        attachment = life.window.page("entry")._entry.attachments[0]
        go(life, "file", attachment_id=attachment.id)
        life.click("file-private")
        go(life, "files")
        assert "IMG_0007" not in life.words(), "a private file is a number"
        go(life, "entry", incident_id=entry_id)
        assert "IMG_0007" not in life.words()
        said = hand_over(life, stick)
    assert "The door bit my hand." in said
    assert "clinic no. 3" in said
    (bag,) = stick.iterdir()
    assert not [path for path in (bag / "data").iterdir() if path.suffix == ".jpg"], (
        "a private file leaves when ticked"
    )
    form = read(vault, the_entry).latest.form
    assert (form.marks[0].figure, form.marks[0].region) == ("child", "forearm_right")
    assert form.child_words[0].words == "The door bit my hand."


def test_three_months_of_an_order_with_two_breaches(
    qtbot: QtBot, vault: OpenVault, clock: Any, own_home: Path
) -> None:
    """A paper of a court, two calls in its time; each is written in two presses, and the end is told beforehand."""
    him = a_person(vault.database, clock, name="Marat Example", role="harms")
    day = local_day(clock)
    end = next_dates.date(day.year, day.month + 3, day.day)
    order = orders.add_order(
        vault.database,
        clock,
        orders.OrderForm(
            kind="court_requirements",
            issued=day.isoformat(),
            paper_start=day.isoformat(),
            paper_end=end.isoformat(),
            against=him.id,
            terms="Not to come to the dormitory, not to call.",
        ),
        KZ,
    )
    vault.close()
    say = load_order_words("en").page
    for weeks, words in ((5, "Stood at the gate for an hour."), (4, "Called from a number I do not know.")):
        clock.move(weeks=weeks)
        with at_home(qtbot, vault.files, clock) as life:
            life.open_with(PASSPHRASE)
            assert say.came in life.words(), "offered on Today while the order is in force"
            life.click("today-came-button")
            assert life.app.context.questions.open, "first: is he there now?"
            life.app.context.questions.answer("no")
            life.settle()
            life.type("orders-write-text", words)
            life.click("orders-keep")
            life.settle()
            assert "article" in life.words(), "which article applies is hers to ask"
            assert "461" not in life.words()
    noted = read(vault, lambda db: breaches.list_breaches(db, order.id))
    assert len(noted) == 2
    assert all(one.incident_id for one in noted), "each is an entry of the record"
    clock.move(weeks=3)
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        go(life, "orders")
        assert life.find(f"orders-{order.id}-not-stop").text() == say.not_stop
        assert "expired" not in life.words().lower()
        go(life, "look_back", orders=(order.id,))
        assert life.find("look-back-list").model().rowCount() >= 2, "the entries of this order"
        stick = own_home / "stick"
        stick.mkdir()
        said = hand_over(life, stick)
    assert "Stood at the gate for an hour." in said
    assert "Called from a number I do not know." in said


def test_they_say_i_never_reported_it(qtbot: QtBot, vault: OpenVault, clock: Any, own_home: Path) -> None:
    """The card from that month, the number they gave, the words of the officer: all still there, and it shows."""
    an_incident(vault.database, clock, "The lock was broken in the evening.")
    vault.close()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        go(life, "cases")
        life.type("cases-name", "The report of March")
        life.click("cases-keep")
        life.click("case-refused")
        life.type("case-item-text", "They said it is a family matter.")
        life.type("case-item-where", "counter of the station")
        life.type("case-item-words", "Come back when there is blood.")
        life.click("case-keep")
        life.click("case-add")
        life.click("case-kinds-registration")
        life.type("case-item-text", "taken on the second day")
        life.click("case-keep")
    clock.move(days=1)
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        go(life, "record")
        life.click("record-head")
        head = read_head(life)
    clock.move(days=120)
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        go(life, "happened")
        life.type("happened-text", "Written later.")
        life.click("happened-keep")
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        go(life, "record")
        life.type("record-compare-typed", head)
        life.click("record-compare")
        found = life.words()
        life.click("record-check")
        life.settle(30)
        assert "unchanged" in life.words().lower()
    assert head.split()[0] in found or "lines" in found
    (case,) = read(vault, cases.list_cases)
    assert [item.form.kind for item in case.items] == [cases.REFUSAL, cases.REGISTRATION]
    assert case.items[0].form.words == "Come back when there is blood."


def read_head(life: AtHome) -> str:
    """The four words as they stand on the page."""
    return str(life.find("record-head-words").text())


@pytest.mark.parametrize("name", ["look_back", "calendar", "my_days", "files", "pressure", "cases", "record"])
def test_every_page_of_the_record_teaches_before_anything_is_kept(
    qtbot: QtBot, vault: OpenVault, clock: Any, name: str
) -> None:
    vault.close()
    with at_home(qtbot, vault.files, clock) as life:
        life.open_with(PASSPHRASE)
        go(life, name)
        life.settle()
        assert life.page == name
        assert len(life.words()) > 200
