"""The first start as a frightened person meets it: by mouse, by keyboard only, and up to a kept line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from safeplan.content.regions import load_region
from safeplan.content.welcome import load_welcome
from safeplan.errors import VaultInUse
from safeplan.paths import VaultFiles, vault_files
from safeplan.records import incidents
from safeplan.vault import container
from ui.app import App
from ui.background import Background, InlineExecutor, Session
from ui.disguises import preferences as everyday
from ui.page import Page, PageContext
from ui.pages.welcome import WelcomePage
from ui.parent_wire import NoWire
from ui.theme import Look
from ui.window import VaultWindow

WORDS = load_welcome("en")


class Elsewhere(Page):
    """Any page the welcome may lead to."""

    def title(self) -> str:
        return ""


def elsewhere(page_name: str) -> type[Page]:
    return type(page_name, (Elsewhere,), {"name": page_name})


class FirstStart:
    """A window with the welcome in it; a chosen language rebuilds it as the program does."""

    def __init__(self, qtbot: Any, clock: Any, files: VaultFiles, executor: Any = None) -> None:
        self.qtbot, self.files = qtbot, files
        self.background = Background(Session(files, clock), executor=executor or InlineExecutor())
        self.context = PageContext(self.background, clock, has_store=lambda: False, region=load_region("kz", "en"))
        self.done: list[str] = []
        self.context.extra = {
            "change_language": self.speak,
            "wait_longer": lambda: self.done.append("waits"),
            "welcome_done": lambda: self.done.append("done"),
        }
        factories = {name: elsewhere(name) for name in ("happened", "today", "help", "plan")}
        self.window = VaultWindow(self.context, factories | {"welcome": WelcomePage}, [], Look("light", 100))
        qtbot.addWidget(self.window)
        self.window.resize(1024, 600)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.window.go("welcome")

    def speak(self, language: str) -> None:
        everyday.change(self.files, language=language)
        self.context.language = language
        self.context.region = load_region("kz", language)
        self.window.rebuild()

    def find(self, name: str) -> QPushButton:
        found = [b for b in self.window.findChildren(QPushButton, name) if b.isVisible()]
        assert found, f"{name} is not on the screen"
        return found[-1]

    def press(self, name: str) -> None:
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)

    def seen(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def start(qtbot: Any, clock: Any, tmp_path: Path) -> Iterator[FirstStart]:
    """The very first start on this computer."""
    files = vault_files(tmp_path / "data")
    files.folder.mkdir()
    made = FirstStart(qtbot, clock, files)
    yield made
    made.background.stop()


def test_language_hiding_three_questions_two_limits_and_then_what_she_needs(start: FirstStart) -> None:
    """The whole way by mouse; the numbers for danger stand on every view, and so does the way out."""
    way = ["language-en", "tried", "answer-may_come", "answer-that_person", "answer-yes", "go-on"]
    for name in way:
        assert "102" in start.seen()
        assert "112" in start.seen()
        assert start.find("hide-now").isEnabled()
        if name == "go-on":
            shown = {w.objectName() for w in start.window.findChildren(QWidget) if w.isVisible()}
            limits = {one.id for one in WORDS.limits if f"welcome-limit-{one.id}" in shown}
            # She fears the person who set the computer up, and force: these two come before all others.
            assert limits == {"spying", "force"}
        start.press(f"welcome-{name}")
    start.press("welcome-need-write")
    assert start.window.current_name == "happened"
    assert start.done == ["waits", "waits", "done"]


@pytest.mark.parametrize(
    ("need", "page", "arguments"),
    [
        ("write", "happened", {}),
        ("three_steps", "today", {"focus": "steps"}),
        ("help", "help", {}),
        ("read", "plan", {}),
    ],
)
def test_each_need_leads_to_its_page_with_every_step_skipped(
    start: FirstStart, need: str, page: str, arguments: dict[str, str]
) -> None:
    """Six presses from the first window to any of the four; nothing has to be answered."""
    for name in ("language-en", "later", "skip-all", "go-on", f"need-{need}"):
        start.press(f"welcome-{name}")
    assert start.window.current_name == page
    assert start.window.page(page).arguments == arguments


def test_each_question_can_be_passed_over_and_gone_back_to(start: FirstStart) -> None:
    """A skipped question counts as not knowing, and back leads to the one before."""
    start.press("welcome-language-en")
    start.press("welcome-later")
    for _ in range(3):
        start.press("welcome-skip")
    assert WORDS.limits_title in start.seen()
    start.press("welcome-back")
    assert WORDS.questions[2].text in start.seen()
    start.press("welcome-back")
    assert WORDS.questions[1].text in start.seen()


def test_the_rest_of_the_limits_stands_under_more(start: FirstStart) -> None:
    """Two at first, all of them when she asks."""
    for name in ("language-en", "later", "skip-all"):
        start.press(f"welcome-{name}")
    assert sum(limit.text in start.seen() for limit in WORDS.limits) == 2
    start.press("welcome-more")
    assert all(limit.text in start.seen() for limit in WORDS.limits)


def test_the_chosen_language_is_spoken_from_the_next_view_on(start: FirstStart) -> None:
    """And it is remembered as the everyday program's language, nothing else."""
    start.press("welcome-language-ru")
    assert load_welcome("ru").title in start.seen()
    assert everyday.load(start.files).language == "ru"
    start.press("welcome-tried")
    assert load_welcome("ru").questions[0].text in start.seen()


def test_hiding_and_coming_back_goes_on_where_hiding_is_told(
    qtbot: Any, clock: Any, tmp_path: Path, start: FirstStart
) -> None:
    """Hiding ends everything; a new start finds the language chosen and does not ask again."""
    assert "7 × 7 × 7 × 7 =" not in start.seen()
    start.press("welcome-language-kk")
    assert "7 × 7 × 7 × 7 =" in start.seen()
    back = FirstStart(qtbot, clock, start.files)
    assert "7 × 7 × 7 × 7 =" in back.seen()
    back.press("welcome-tried")
    assert WORDS.questions[0].text in back.seen()
    back.background.stop()


def test_an_answer_is_kept_nowhere(start: FirstStart) -> None:
    """Not on the disk, and not on the page once she has left it."""
    for name in ("language-en", "tried", "answer-someone", "answer-that_person", "answer-yes", "go-on", "need-help"):
        start.press(f"welcome-{name}")
    written = b"".join(path.read_bytes() for path in start.files.folder.iterdir() if path.is_file())
    assert b"that_person" not in written
    page = start.window.page("welcome")
    assert isinstance(page, WelcomePage)
    assert "that_person" not in str(page.collect_draft()) + str(vars(page)["_answers"])


def test_the_keyboard_alone_is_enough(start: FirstStart, qtbot: Any) -> None:
    """Enter on what has the focus, Tab to the rest: from the first window to her first line."""
    way = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        way.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Return)
        if start.window.current_name != "welcome":
            break
    assert start.window.current_name == "happened"
    assert len(way) == 7
    start.window.go("welcome")
    first = QApplication.focusWidget()
    assert first is not None
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    second = QApplication.focusWidget()
    assert second is not None
    assert second.objectName() == "welcome-later"


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_nothing_is_cut_at_twice_the_text_size(start: FirstStart, language: str) -> None:
    """Every view at 1024x600, in each language."""
    start.speak(language)
    start.window.rebuild(Look("dark", 200))
    page: Any = start.window.page("welcome")
    for step in ["language", "hide", *(question.id for question in WORDS.questions), "limits", "needs"]:
        page.show_step(step)
        assert page.view.inner.minimumSizeHint().width() <= page.view.viewport().width()


class Hands:
    """Counts what a person does: a click, or a text typed in one go. The sum is nine presses of its own."""

    def __init__(self, qtbot: Any, app: App) -> None:
        self.qtbot, self.app, self.actions = qtbot, app, 0

    def find(self, name: str) -> QWidget:
        def found() -> list[QWidget]:
            return [w for w in self.app.window.findChildren(QWidget, name) if w.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[-1]

    def press(self, name: str) -> None:
        self.actions += 1
        self.qtbot.mouseClick(self.find(name), Qt.MouseButton.LeftButton)
        # The next view stands when what was asked of the worker has come back.
        self.qtbot.waitUntil(lambda: not self.app.background.busy, timeout=15000)

    def type(self, name: str, text: str) -> None:
        self.actions += 1
        self.qtbot.keyClicks(self.find(name), text)


@pytest.fixture
def first_evening(qtbot: Any, qapp: QApplication, clock: Any, tmp_path: Path) -> Iterator[App]:
    """The real program behind the everyday one, on a computer where nothing was ever kept."""
    style = qapp.style().objectName()
    files = vault_files(tmp_path / "data")
    files.folder.mkdir()
    # What the first start leaves before anything is chosen: an empty file that says one program is running.
    files.preferences.write_bytes(b"")
    app = App(qapp, files, NoWire(), clock=clock)
    qtbot.addWidget(app.window)
    app.start(QRect(0, 0, 1024, 600), 0)
    yield app
    app.stop()
    qapp.setStyle(style)


def test_from_the_first_window_to_a_kept_line_in_forty_actions(first_evening: App, qtbot: Any) -> None:
    """Language, hiding tried, three answers, a line, four drawn words practised: and the line is in the store."""
    app, hands = first_evening, Hands(qtbot, first_evening)
    qtbot.waitUntil(lambda: app.window.page("welcome").isVisible() and not app.background.busy)
    hands.press("welcome-language-en")
    # Hide now, seven times seven times seven times seven, equals.
    hands.actions += 1 + 8
    for name in ("tried", "answer-nobody", "answer-me", "answer-no", "go-on", "need-three_steps"):
        hands.press(f"welcome-{name}")
    hands.type("today-text", "He shouted in front of the children and took my phone.")
    hands.press("today-keep")
    assert app.window.current_name == "first_key"
    phrase = app.window.findChildren(QLabel, "phrase-words")[-1].text()
    hands.press("first-key-next")
    hands.type("practise", phrase)
    hands.press("first-key-keep")
    assert app.window.current_name == "today"
    assert hands.actions <= 40
    qtbot.waitUntil(lambda: not app.background.busy, timeout=15000)
    seen: list[Any] = []
    app.background.run(app, lambda session, _job: incidents.list_incidents(session.database), seen.extend)
    qtbot.waitUntil(lambda: bool(seen))
    assert [one.latest.form.text for one in seen] == ["He shouted in front of the children and took my phone."]
    files = app.context.extra["files"]
    with pytest.raises(VaultInUse):
        container.unlock_vault(files, bytearray(phrase.encode()))
