"""What she writes while the worker can let nothing in waits in its line, and the window says so: once, and only then.

Lost without it: while a copy of everything is made she writes for a minute and hides, sure that it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from safeplan.records import drafts
from safeplan.records.weights import AddOwn
from tests.ui.evening_kit import Evening
from tests.ui.room_kit import KIOSK
from ui import late_keeping
from ui.background import Job, Session
from ui.page import PageContext
from ui.plan_changes import OwnStep
from ui.plan_keeping import PlanKeeping
from ui.rooms import Room
from ui.widgets.tech_keeping import LookedKeeping, Note
from ui.widgets.weigh_keeping import WeighKeeping

LINE = "What you have just written is kept as soon as the work under way is done."
HINT = "Hiding before that erases it."
LATE_MS = 60
# No page of the store has room for it.
LONG = "He took my telephone. " * 20_000


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late_keeping, "LATE_MS", LATE_MS)


def long_work(evening: Evening) -> None:
    """As a copy of everything: nothing is let in until its end."""
    evening.begin(lambda: evening.app.background.run(evening.app, lambda _session, _job: None, lambda _done: None))


def bar(evening: Evening) -> Any:
    return evening.window.shell.message_bar


def write(evening: Evening, text: str) -> None:
    """Type, and half a second later."""
    page: Any = evening.window.page("happened")
    page.fields.text.set_text(text)
    page.save_draft_now()


def kept(evening: Evening) -> str:
    return drafts.draft(evening.app.background._session.database, "happened").get("text", "")


def told(evening: Evening) -> list[str]:
    """Every line from here on."""
    lines: list[str] = []
    real = bar(evening).show_message

    def show(text: str, *more: Any, **named: Any) -> None:
        lines.append(text)
        real(text, *more, **named)

    bar(evening).show_message = show
    return lines


def past_the_wait(evening: Evening) -> None:
    evening.qtbot.wait(LATE_MS * 4)


def test_words_that_wait_are_told_once_until_they_are_kept(evening: Callable[..., Evening]) -> None:
    at_home = evening()
    at_home.app.context.go("happened")
    lines = told(at_home)
    long_work(at_home)
    write(at_home, "He came")
    at_home.qtbot.waitUntil(lambda: bar(at_home).isVisible())
    assert (bar(at_home).text.text(), bar(at_home).hint.text()) == (LINE, HINT)
    bar(at_home).close_button.click()
    write(at_home, "He came at night.")
    past_the_wait(at_home)
    assert lines == [LINE], "not with every second of typing"
    at_home.go_on()
    assert kept(at_home) == "He came at night."
    long_work(at_home)
    write(at_home, "He came at night. He left.")
    at_home.qtbot.waitUntil(lambda: bar(at_home).isVisible())
    assert kept(at_home) == "He came at night."
    at_home.go_on()
    at_home.qtbot.waitUntil(lambda: not bar(at_home).isVisible())
    assert kept(at_home) == "He came at night. He left.", "and the line goes by itself"


def test_a_short_wait_is_not_told(evening: Callable[..., Evening]) -> None:
    at_home = evening()
    at_home.app.context.go("happened")
    lines = told(at_home)
    for text in ("He", "He came", "He came at night."):
        long_work(at_home)
        write(at_home, text)
        at_home.go_on()
        QApplication.processEvents()
    past_the_wait(at_home)
    assert lines == []


def test_only_what_she_wrote_is_told(evening: Callable[..., Evening]) -> None:
    """To another page, to an empty form, to what she looks at nothing is lost by hiding."""
    at_home = evening()
    lines = told(at_home)
    long_work(at_home)
    for name in ("happened", "plan", "weigh", "today"):
        at_home.app.context.go(name)
    write(at_home, "")
    past_the_wait(at_home)
    assert lines == []


def add_a_step(owner: QObject, context: PageContext, then: Callable[[Any], None]) -> None:
    PlanKeeping(context).add_own(owner, OwnStep("living", "a key at the neighbour's"), then)


def weigh_a_thing(owner: QObject, context: PageContext, then: Callable[[Any], None]) -> None:
    WeighKeeping(context).change(owner, AddOwn("The school is near."), then)


def note_at_a_device(owner: QObject, context: PageContext, then: Callable[[Any], None]) -> None:
    LookedKeeping(context).change(owner, (Note("phone.apps", "One that I do not know."),), then)


every_change = pytest.mark.parametrize("change", [add_a_step, weigh_a_thing, note_at_a_device])


@every_change
def test_what_she_writes_elsewhere_waits_as_what_is_typed_does(
    evening: Callable[..., Evening], change: Callable[..., None]
) -> None:
    at_home = evening()
    long_work(at_home)
    views: list[Any] = []
    change(at_home.app, at_home.app.context, views.append)
    at_home.qtbot.waitUntil(lambda: bar(at_home).text.text() == LINE)
    at_home.go_on()
    at_home.qtbot.waitUntil(lambda: not bar(at_home).isVisible())
    assert len(views) == 1


@every_change
def test_and_is_let_in_where_long_work_can_let_it_in(
    evening: Callable[..., Evening], change: Callable[..., None]
) -> None:
    at_home = evening()
    views: list[Any] = []
    before_the_end: list[int] = []

    def work(_session: Session, job: Job) -> None:
        job.let_in()
        before_the_end.append(len(views))

    at_home.begin(lambda: at_home.app.background.run(at_home.app, work, lambda _done: None))
    change(at_home.app, at_home.app.context, views.append)
    at_home.go_on()
    assert before_the_end == [1]


def test_what_could_not_be_kept_is_not_said_to_wait_only(evening: Callable[..., Evening]) -> None:
    at_home = evening()
    at_home.app.context.go("happened")
    db = at_home.app.background._session.database
    db.execute(f"PRAGMA max_page_count = {db.value('PRAGMA page_count')}")
    write(at_home, LONG)
    full = bar(at_home).text.text()
    assert full
    long_work(at_home)
    write(at_home, f"{LONG}more")
    past_the_wait(at_home)
    assert bar(at_home).text.text() == full
    at_home.go_on()
    assert bar(at_home).text.text() == full, "and it is still so"


def test_another_message_is_not_taken_away_with_it(evening: Callable[..., Evening]) -> None:
    at_home = evening()
    at_home.app.context.go("happened")
    long_work(at_home)
    write(at_home, "He came")
    at_home.qtbot.waitUntil(lambda: bar(at_home).text.text() == LINE)
    at_home.app.context.tell("Something else.")
    at_home.go_on()
    assert kept(at_home) == "He came"
    assert bar(at_home).text.text() == "Something else."


def in_a_kiosk(evening: Callable[..., Evening]) -> Evening:
    """A session, behind which an exit ends nothing for a while; on the page where she writes."""
    kiosk = evening(Room(KIOSK), empty=True)
    kiosk.press("kiosk-begin")
    kiosk.press("kiosk-go-on")
    kiosk.app.context.go("happened")
    return kiosk


def test_where_an_exit_covers_only_nothing_is_lost_by_it(evening: Callable[..., Evening]) -> None:
    kiosk = in_a_kiosk(evening)
    long_work(kiosk)
    write(kiosk, "He came")
    kiosk.qtbot.waitUntil(lambda: bar(kiosk).text.text() == LINE)
    assert bar(kiosk).hint.text() == ""


def test_nothing_is_said_while_she_is_hidden(evening: Callable[..., Evening]) -> None:
    """A screen reader would speak it over the everyday program."""
    kiosk = in_a_kiosk(evening)
    lines = told(kiosk)
    long_work(kiosk)
    write(kiosk, "He came")
    kiosk.app.quick_exit.leave()
    past_the_wait(kiosk)
    assert lines == []
    kiosk.go_on()
    assert kept(kiosk) == "He came"
