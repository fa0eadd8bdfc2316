"""The parts of which pages are made: nothing frozen, nothing lost, nothing cut, everything named."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kit_pages import Everything, Writing, background, window
from PySide6.QtCore import QDate, QMimeData, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.page import PageContext
from ui.theme import THEMES, Look, dress
from ui.widgets.buttons import Button, SecondaryButton
from ui.widgets.card import Card, Covered, EmptyState, Unfold
from ui.widgets.choices import Choice, StateChoice
from ui.widgets.fields import LabelledField, TickBox
from ui.widgets.labels import Body
from ui.widgets.message_bar import MessageBar
from ui.widgets.pick import DayField
from ui.widgets.text_box import MOST_CHARACTERS, MOST_LINES, SOFT_LINE, TextBox, as_written
from ui.widgets.work_bar import WorkBar

MILLION = {
    "one letter": "a" * 1_000_000,
    "words": ("ab cde " * 150_000)[:1_000_000],
    "Kazakh and emoji": ("жәңғ😀" * 200_000)[:1_000_000],
}


@pytest.fixture
def box(qtbot: Any) -> TextBox:
    made = TextBox(name="box")
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def _paste(box: TextBox, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    box.insertFromMimeData(data)


@pytest.mark.parametrize("kind", MILLION)
def test_a_million_characters_on_one_line_are_pasted_and_painted_in_a_blink(
    kind: str, box: TextBox, qapp: Any
) -> None:
    started = time.thread_time()
    _paste(box, MILLION[kind])
    qapp.processEvents()
    box.grab()
    # The interface promises less than 200 ms; slower machines get some room.
    assert time.thread_time() - started < 3
    assert box.text() == MILLION[kind]


def test_typing_into_a_very_long_line_stays_quick(box: TextBox, qtbot: Any) -> None:
    _paste(box, "a" * 900_000)
    started = time.thread_time()
    qtbot.keyClicks(box, "ten more xx")
    assert time.thread_time() - started < 3
    assert box.text() == "a" * 900_000 + "ten more xx"


@pytest.mark.parametrize(
    "text", ["a\0b", "x\u2028y", "a\u00a0b\ufeff\u200d", "\n\n", "a\n\n" + "b" * 9000 + "\n\nc\n", "\t😀e\u0301"]
)
def test_strange_characters_come_back_as_they_were(text: str, box: TextBox) -> None:
    box.set_text(text)
    assert box.text() == text
    box.set_text("")
    _paste(box, text)
    assert box.text() == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(alphabet=st.characters(), max_size=30) | st.just("я" * (SOFT_LINE + 5)), max_size=6))
def test_any_text_comes_back_in_its_written_form(box: TextBox, lines: list[str]) -> None:
    text = "\n".join(lines)
    box.set_text(text)
    assert box.text() == as_written(text)
    assert as_written(as_written(text)) == as_written(text)


def test_enter_inside_a_long_line_is_a_real_line_end_and_undo_takes_it_back(box: TextBox, qtbot: Any) -> None:
    _paste(box, "a" * 10_000)
    cursor = box.textCursor()
    cursor.setPosition(SOFT_LINE + 11)
    box.setTextCursor(cursor)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.text() == "a" * (SOFT_LINE + 10) + "\n" + "a" * (10_000 - SOFT_LINE - 10)
    box.undo()
    assert box.text() == "a" * 10_000


def test_a_line_that_grows_by_typing_is_broken_too(box: TextBox) -> None:
    for _ in range(5):
        box.insertPlainText("b" * 3000)
    assert box.text() == "b" * 15_000
    assert box.blockCount() > 1


def test_copying_a_long_line_gives_it_without_the_breaks_of_the_display(box: TextBox) -> None:
    _paste(box, "é😀" * 4000 + "\nend")
    box.selectAll()
    data = box.createMimeDataFromSelection()
    assert data.text() == "é😀" * 4000 + "\nend"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"


@pytest.mark.parametrize("text", ["a" * (MOST_CHARACTERS + 1), "\n" * (MOST_LINES + 1)])
def test_what_is_too_much_is_refused_as_a_whole_with_words(text: str, qtbot: Any) -> None:
    box = TextBox(name="box")
    field = LabelledField("What happened", box)
    qtbot.addWidget(field)
    _paste(box, "before")
    _paste(box, text)
    assert box.text() == "before"
    assert field.error.isVisibleTo(field)
    assert "file" in field.error.text()


def test_words_are_never_read_as_markup(qtbot: Any) -> None:
    label = Body("<b>Aigul</b> &amp; <img src=x>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    button = SecondaryButton("Ivanova & Sons", name="b")
    qtbot.addWidget(button)
    assert button.words() == "Ivanova & Sons"
    assert button.shortcut().isEmpty()


def test_long_words_on_buttons_wrap_and_buttons_are_forty_pixels_high(qtbot: Any) -> None:
    button = SecondaryButton("Показать всё, что записано об этом дне", name="b")
    qtbot.addWidget(button)
    dress(button, Look())
    wide = button.sizeHint()
    assert wide.height() >= 40
    assert button.heightForWidth(wide.width()) == wide.height()
    assert button.heightForWidth(button.minimumSizeHint().width()) > wide.height()


def test_the_lines_of_a_long_title_begin_below_each_other(qtbot: Any) -> None:
    fold = Unfold("Наши Наши", Body("x"), name="u")
    qtbot.addWidget(fold)
    dress(fold, Look())
    button = fold.button
    button.ensurePolished()
    fold.setFixedWidth(button.minimumSizeHint().width())
    fold.show()
    picture = button.grab().toImage()
    line, half = button.fontMetrics().lineSpacing(), picture.height() // 2
    beside_the_icon = range(button.iconSize().width() + 20, picture.width())
    first, second = (
        min(x for x in beside_the_icon for y in rows if picture.pixelColor(x, y).alpha() > 100)
        for rows in (range(half - line, half), range(half, half + line))
    )
    assert first == second


def test_chips_are_chosen_by_keyboard(qtbot: Any) -> None:
    choice = Choice([("a", "One"), ("b", "Two"), ("c", "Three")], name="c")
    qtbot.addWidget(choice)
    choice.show()
    choice.chips["a"].setFocus()
    with qtbot.waitSignal(choice.changed):
        qtbot.keyClick(choice.chips["a"], Qt.Key.Key_Space)
    qtbot.keyClick(choice.chips["a"], Qt.Key.Key_Left)
    assert choice.focusWidget() is choice.chips["c"]
    qtbot.keyClick(choice.chips["c"], Qt.Key.Key_Return)
    assert choice.chosen() == ("a", "c")


def test_a_step_stands_one_way_at_a_time_and_may_stand_nowhere(qtbot: Any) -> None:
    state = StateChoice(name="s", state="will_do")
    qtbot.addWidget(state)
    assert state.state() == "will_do"
    state.chips["not_safe"].click()
    assert state.state() == "not_safe"
    state.chips["not_safe"].click()
    assert state.state() == ""


def test_covered_content_does_not_exist_before_it_is_asked_for(qtbot: Any) -> None:
    covered = Covered("A photo", lambda: Body("what the photo shows", name="inside"), name="photo")
    qtbot.addWidget(covered)
    assert covered.findChild(QLabel, "inside") is None
    covered.button.click()
    assert covered.findChild(QLabel, "inside") is not None
    covered.button.click()
    assert not covered.shown
    qtbot.waitUntil(lambda: covered.findChild(QLabel, "inside") is None)


def test_unfolding_shows_more_and_says_why(qtbot: Any) -> None:
    content = Body("inside")
    fold = Unfold("Who saw it", content, name="fold", why="A witness can be asked later.")
    qtbot.addWidget(fold)
    assert content.isHidden()
    fold.button.click()
    assert not content.isHidden()
    assert fold.button.accessibleDescription() == "A witness can be asked later."


def test_an_empty_place_teaches(qtbot: Any) -> None:
    pressed: list[int] = []
    empty = EmptyState(
        "Nothing written yet",
        "Here you write what happened.",
        "2 March, evening. He took my phone.",
        name="empty",
        action="Write the first one",
        clicked=lambda: pressed.append(1),
    )
    qtbot.addWidget(empty)
    words = " ".join(label.text() for label in empty.findChildren(QLabel))
    assert "2 March" in words
    assert empty.action is not None
    empty.action.click()
    assert pressed == [1]


def test_long_work_says_what_it_does_and_can_be_cancelled_once(qtbot: Any) -> None:
    bar = WorkBar(name="work")
    qtbot.addWidget(bar)
    bar.begin("Adding 3 files")
    bar.set_progress(5 * 2**40, 10 * 2**40)
    assert bar.bar.value() * 2 == bar.bar.maximum()
    with qtbot.waitSignal(bar.cancelled):
        bar.cancel.click()
    assert not bar.cancel.isEnabled()
    bar.end()
    assert bar.isHidden()


def test_a_message_is_spoken_and_its_action_works_once(qtbot: Any) -> None:
    done: list[int] = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.show_message("Kept.", hint="Number 4", action="Take back", clicked=lambda: done.append(1))
    assert bar.accessibleName() == "Kept. Number 4"
    bar.action.click()
    assert done == [1]
    assert bar.isHidden()
    assert bar.accessibleName() == ""


def test_the_words_of_a_tick_box_belong_to_it(qtbot: Any) -> None:
    tick = TickBox("Copy of the certificate", name="tick")
    qtbot.addWidget(tick)
    tick.resize(400, 50)
    tick.show()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.is_checked()
    qtbot.keyClick(tick.box, Qt.Key.Key_Space)
    assert not tick.is_checked()


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1000)])
@pytest.mark.parametrize("name", ["writing", "everything"])
def test_nothing_is_cut_at_any_size(name: str, size: tuple[int, int], scale: int, clock: Any, qtbot: Any) -> None:
    made = window(clock, Look("light", scale))
    qtbot.addWidget(made)
    made.resize(*size)
    made.show()
    made.go(name)
    qtbot.wait(20)
    page = made.page(name)
    assert isinstance(page, Writing | Everything)
    inner = page.scroll.inner
    assert inner.width() <= page.scroll.viewport().width()
    assert inner.minimumSizeHint().width() <= page.scroll.viewport().width()
    cut = [_name(w) for w in inner.findChildren(QWidget) if w.isVisible() and _is_cut(w)]
    assert cut == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_control_has_a_name_for_look_up_and_for_screen_readers(theme: str, clock: Any, qtbot: Any) -> None:
    made = window(clock, Look(theme, 100))
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
    found: list[QWidget] = []
    for name in ("writing", "everything"):
        made.go(name)
        found += [c for c in made.findChildren(QWidget) if isinstance(c, kinds) and c.isVisible()]
    assert len(found) > 25
    for control in found:
        if any(isinstance(p, kinds) for p in _parents(control)):
            continue
        assert control.objectName(), type(control)
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name), control.objectName()


def test_a_draft_is_saved_soon_after_the_last_key_and_at_least_every_second(clock: Any, qtbot: Any) -> None:
    saved: list[tuple[str, dict[str, str]]] = []
    page = Writing(PageContext(background(clock), clock, save_draft=lambda n, f: saved.append((n, f))))
    qtbot.addWidget(page)
    started = time.perf_counter()
    while time.perf_counter() - started < 1.3:
        qtbot.keyClicks(page.box, "x")
        qtbot.wait(100)
    assert saved, "typing without a pause must be saved within a second"
    qtbot.waitUntil(lambda: saved[-1][1] == {"text": page.box.text()})
    assert saved[-1][0] == "writing"


def test_two_cards_stand_beside_each_other_only_where_there_is_room(clock: Any, qtbot: Any) -> None:
    made = window(clock)
    qtbot.addWidget(made)
    made.show()
    made.go("everything")
    one, two = (made.findChild(Card, n) for n in ("everything-fields", "everything-more"))
    made.resize(1366, 768)
    qtbot.waitUntil(lambda: one.y() == two.y() and one.height() == two.height())
    made.resize(600, 768)
    qtbot.waitUntil(lambda: two.y() > one.y())


def _parents(widget: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    above = widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__ + str(widget.size().toTuple())


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.text():
        return (
            widget.height() < widget.heightForWidth(widget.width())
            if widget.wordWrap()
            else (widget.width() < widget.minimumSizeHint().width())
        )
    if isinstance(widget, Button):
        return widget.height() < widget.heightForWidth(widget.width()) or (
            widget.width() < widget.minimumSizeHint().width()
        )
    return False


@pytest.mark.parametrize("scale", [100, 200])
def test_a_day_can_be_read(scale: int, qtbot: Any) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    dress(host, Look("light", scale))
    day = DayField(name="day", accessible="Day", day=QDate(2026, 3, 2))
    day.setParent(host)
    host.resize(600, 400)
    host.show()
    day.resize(day.sizeHint())
    text = day.lineEdit()
    assert text.width() >= text.fontMetrics().horizontalAdvance(text.text()) + 8
    assert text.height() >= text.fontMetrics().height()
    assert day.iso() == "2026-03-02"


@pytest.mark.parametrize("scale", [100, 200])
def test_a_chosen_chip_has_room_for_its_bold_words(qtbot: Any, scale: int) -> None:
    """A chip that is chosen turns bold; "I noticed something" once lost its first letter at 200 %."""
    options = [("", ""), ("en", "I noticed something"), ("ru", "Что-то заметно"), ("kk", "Бірдеңе байқадым")]
    choice = Choice(options, name="c")
    qtbot.addWidget(choice)
    dress(choice, Look("light", scale))
    choice.show()
    around = choice.chips[""].sizeHint().width()
    for id_, words in options[1:]:
        chip = choice.chips[id_]
        bold = chip.font()
        bold.setWeight(QFont.Weight.Bold)
        assert chip.sizeHint().width() - around >= QFontMetrics(bold).horizontalAdvance(words), words
