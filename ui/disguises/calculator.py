"""A calculator for everyday use: keys, keyboard, history, memory, percent, exact decimals.

May touch: its own widgets and the sums typed into it, in memory only. Must never keep a line that was claimed, nor
write anything to disk: history and memory end with the window.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.disguises import arithmetic, keys, look
from ui.disguises.arithmetic import SumError
from ui.disguises.look import Key
from ui.disguises.program import EverydayProgram
from ui.disguises.sum_list import SumList

HISTORY_LIMIT = 200
_SIGNS = {"*": "×", "/": "÷", "-": "−"}
# Row by row: what a press does, what is drawn, how it is coloured.
_KEYPAD = (
    (("C", "C", "operator"), ("<", "⌫", "operator"), ("%", "%", "operator"), ("/", "÷", "operator")),
    (("7", "7", "digit"), ("8", "8", "digit"), ("9", "9", "digit"), ("*", "×", "operator")),
    (("4", "4", "digit"), ("5", "5", "digit"), ("6", "6", "digit"), ("-", "−", "operator")),
    (("1", "1", "digit"), ("2", "2", "digit"), ("3", "3", "digit"), ("+", "+", "operator")),
    (("±", "±", "digit"), ("0", "0", "digit"), (".", ".", "digit"), ("=", "=", "main")),
)
_SMALL_KEYS = (("MC", "MC"), ("MR", "MR"), ("M+", "M+"), ("M-", "M−"), ("(", "("), (")", ")"))
_CONTROL_KEYS = {Qt.Key.Key_L: "MC", Qt.Key.Key_R: "MR", Qt.Key.Key_P: "M+", Qt.Key.Key_Q: "M-"}


class Display(QLabel):
    """Two lines, right-aligned: the sum before, small, and the number or line in use, as large as it fits."""

    def __init__(self, tone: look.Colours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tone = tone
        self.above = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(72)

    def show_lines(self, above: str, line: str) -> None:
        """Show `above` small and `line` large; screen readers get both."""
        self.above = above
        self.setText(line)
        self.setAccessibleName(f"{above} {line}".strip())
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Long numbers shrink; they never widen the window."""
        return QSize(100, 72)

    def sizeHint(self) -> QSize:
        """As the smallest."""
        return self.minimumSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fit the large line to the width; what still does not fit loses its beginning."""
        painter = QPainter(self)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        small_height = max(20, round(self.height() * 0.3))
        room = self.rect().adjusted(4, 0, -6, 0)
        painter.setFont(look.plain_font(min(look.text_pixels() + 2, small_height - 4)))
        painter.setPen(QColor(self.tone.muted))
        above = painter.fontMetrics().elidedText(self.above, Qt.TextElideMode.ElideLeft, room.width())
        painter.drawText(QRect(room.left(), 0, room.width(), small_height), right, above)

        pixels = min(56, int((self.height() - small_height) * 0.8))
        font = look.plain_font(pixels)
        width = QFontMetrics(font).horizontalAdvance(self.text())
        if width > room.width():
            font = look.plain_font(max(15, pixels * room.width() // width))
        painter.setFont(font)
        painter.setPen(QColor(self.tone.ink))
        line = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideLeft, room.width())
        painter.drawText(QRect(room.left(), small_height, room.width(), self.height() - small_height), right, line)
        painter.end()


class Calculator(EverydayProgram):
    """The calculator in one widget; `before_accept` sees each line typed since the last "=" before it counts."""

    def __init__(self, parent: QWidget | None = None, *, dark: bool | None = None) -> None:
        super().__init__(parent, dark=dark)
        self._line = ""  # what is being typed; "A" at its start stands for the last result
        self._result: Fraction | None = None  # shown while nothing new is typed
        self._typed: list[str] = []  # every key since the last "=" or C, as meant …
        self._positions: list[str] = []  # … and by its place on the keyboard
        self._characters: list[str] = []  # every sign since then as typed, also those that mean nothing here
        self._repeat = ""
        self._above = ""
        self._message = ""
        self._memory = Fraction(0)
        self._sums: list[tuple[str, Fraction]] = []
        self._wide = True
        self._keys: list[Key] = []
        self._build()
        self.reset()

    # ── What it is ──────────────────────────────────────────────────────────────────────────────────────────────
    def title(self) -> str:
        """The window title."""
        return self.tr("Calculator")

    def icon(self) -> QIcon:
        """A small calculator: a display and six keys."""
        return look.drawn_icon(_draw_icon)

    def reset(self) -> None:
        """Zero, no history, empty memory, keypad in front."""
        self._memory = Fraction(0)
        self._sums.clear()
        if self._history.count():
            self._history.clear()
        self._show_history(on=False)
        self._forget_line()
        # A ring around the key used last would tell of it.
        self.setFocus()

    # ── Building ────────────────────────────────────────────────────────────────────────────────────────────────
    def _build(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(10, 8, 10, 10)
        outer.setSpacing(12)
        outer.addStretch(1)
        outer.addWidget(self._build_machine(), 1000)
        self._history_box = self._build_history()
        outer.addWidget(self._history_box, 500)
        outer.addStretch(1)

    def _build_machine(self) -> QWidget:
        machine = QWidget(self)
        machine.setMaximumSize(640, 960)
        column = QVBoxLayout(machine)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        strip = QHBoxLayout()
        self._memory_mark = QLabel(machine)
        self._memory_mark.setProperty("quiet", True)
        self._memory_mark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._history_key = Key(self.tr("History"), self.tr("History"), self.colours, "bare", machine)
        self._history_key.setCheckable(True)
        self._history_key.clicked.connect(lambda: self._show_history(on=self._history_key.isChecked()))
        self._keys.append(self._history_key)
        strip.addWidget(self._memory_mark, 1)
        strip.addWidget(self._history_key)
        column.addLayout(strip)
        self._display = Display(self.colours, machine)
        column.addWidget(self._display, 22)
        self._keypad = QWidget(machine)
        pad = QVBoxLayout(self._keypad)
        pad.setContentsMargins(0, 0, 0, 0)
        pad.setSpacing(4)
        small = QHBoxLayout()
        small.setSpacing(4)
        for does, sign in _SMALL_KEYS:
            small.addWidget(self._key(does, sign, "small"), 1)
        pad.addLayout(small, 7)
        grid = QGridLayout()
        grid.setSpacing(4)
        for row, signs in enumerate(_KEYPAD):
            grid.setRowStretch(row, 1)
            for place, (does, sign, kind) in enumerate(signs):
                grid.setColumnStretch(place, 1)
                grid.addWidget(self._key(does, sign, kind), row, place)
        pad.addLayout(grid, 60)
        column.addWidget(self._keypad, 70)
        self._narrow_slot = column
        return machine

    def _build_history(self) -> QWidget:
        box = QWidget(self)
        box.setMaximumSize(360, 960)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        heading = QLabel(self.tr("History"), box)
        heading.setProperty("strong", True)
        heading.setMinimumHeight(30)
        self._empty = QLabel(self.tr("Your sums appear here."), box)
        self._empty.setProperty("quiet", True)
        self._empty.setWordWrap(True)
        self._history = SumList(box)
        self._history.typed.connect(self._typed_in_history)
        self._history.setFrameShape(QFrame.Shape.NoFrame)
        self._history.setAccessibleName(self.tr("History"))
        self._history.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._history.setWordWrap(True)
        self._history.itemActivated.connect(self._recall)
        self._history.itemClicked.connect(self._recall)
        column.addWidget(heading)
        column.addWidget(self._empty)
        column.addWidget(self._history, 1)
        return box

    def _key(self, does: str, sign: str, kind: str) -> Key:
        key = Key(sign, self._spoken(does), self.colours, kind, self._keypad)
        key.setObjectName(f"key {does}")
        key.clicked.connect(lambda: self.press(does))
        self._keys.append(key)
        if does == ".":
            self._point_key = key
        return key

    def _spoken(self, does: str) -> str:
        names = {
            "C": self.tr("Clear"), "<": self.tr("Delete last digit"), "%": self.tr("Percent"),
            "/": self.tr("Divide"), "*": self.tr("Multiply"), "-": self.tr("Minus"), "+": self.tr("Plus"),
            "±": self.tr("Change sign"), ".": self.tr("Decimal point"), "=": self.tr("Equals"),
            "MC": self.tr("Clear memory"), "MR": self.tr("Recall memory"), "M+": self.tr("Add to memory"),
            "M-": self.tr("Take from memory"), "(": self.tr("Left parenthesis"), ")": self.tr("Right parenthesis"),
        }  # fmt: skip
        return names.get(does, does)

    # ── Pressing ────────────────────────────────────────────────────────────────────────────────────────────────
    def press(self, does: str, position: str = "", character: str = "") -> None:
        """One key: a sign of the line, "=", "C", "<" (delete last), "MC", "MR", "M+" or "M-"."""
        actions: dict[str, Callable[[], None]] = {
            "=": self._equals, "C": self._forget_line, "<": self._delete_last, "MC": self._memory_clear,
            "MR": self._memory_recall, "M+": lambda: self._memory_add(1), "M-": lambda: self._memory_add(-1),
        }  # fmt: skip
        if does in actions:
            actions[does]()
        else:
            self._note(character or does)
            self._type(does, position or does)
        self._refresh()

    def _note(self, character: str) -> None:
        if len(self._characters) < arithmetic.LINE_LIMIT:
            self._characters.append(character)

    def _type(self, does: str, position: str) -> None:
        self._message = ""
        if len(self._typed) < arithmetic.LINE_LIMIT:
            self._typed.append(does)
            self._positions.append(position)
        if self._result is not None and not self._line:
            if does == "±":
                self._result = -self._result
                self._above = self._repeat = ""
                return
            if does in arithmetic.OPERATORS + "%":
                self._line = "A"
            self._above = ""
        self._line = self._after_key(does)

    def _after_key(self, does: str) -> str:
        # For the typing rules a carried result is a closed number: "0)" ends in a value and takes no more digits.
        if self._line.startswith("A"):
            changed = arithmetic.type_key("(0)" + self._line[1:], does)
            return "A" + changed[3:] if changed.startswith("(0)") else self._line
        return arithmetic.type_key(self._line, does)

    def _delete_last(self) -> None:
        self._message = ""
        if self._characters:
            self._characters.pop()
        if self._typed:
            self._typed.pop()
            self._positions.pop()
        if self._line:
            self._line = self._line[:-1]
            if self._line in ("", "A"):
                self._line = ""
        elif self._result is not None:
            self._result = None
            self._above = self._repeat = ""

    def _equals(self) -> None:
        characters = "".join(self._characters)
        if characters and self.claimed("".join(self._typed), characters, "".join(self._positions)):
            self._forget_line()
            return
        # A word is no sum: what digits it had are worked out, but not kept.
        with_words = len(self._characters) > len(self._typed)
        self._forget_typed()
        line = self._line
        if not line and self._result is not None and self._repeat:
            line = "A" + self._repeat
        if not line:
            return
        try:
            result = arithmetic.work_out(line, self._result)
        except SumError as problem:
            self._above = self._written(line)
            self._line = self._repeat = ""
            self._result = None
            self._message = self._explain(problem)
            return
        self._above = self._written(line) + " ="
        self._repeat = arithmetic.again(line) or self._repeat * (line == "A")
        self._line = ""
        self._result = result
        if line != "A" and not with_words:
            self._keep(self._above, result)

    def _explain(self, problem: SumError) -> str:
        return {
            "divided_by_zero": self.tr("Cannot divide by zero"),
            "too_large": self.tr("The number is too large"),
        }.get(problem.id, self.tr("Cannot work this out"))

    def _forget_line(self) -> None:
        self._line = self._above = self._message = self._repeat = ""
        self._result = None
        self._forget_typed()
        self._refresh()

    def _forget_typed(self) -> None:
        self._typed.clear()
        self._positions.clear()
        self._characters.clear()

    # ── Memory and history ──────────────────────────────────────────────────────────────────────────────────────
    def _value_in_use(self) -> Fraction | None:
        if not self._line:
            return self._result
        try:
            return arithmetic.work_out(self._line, self._result)
        except SumError:
            return None

    def _memory_add(self, sign: int) -> None:
        value = self._value_in_use()
        if value is None:
            return
        try:
            self._memory = arithmetic.within_limits(self._memory + sign * value)
        except SumError as problem:
            self._message = self._explain(problem)

    def _memory_clear(self) -> None:
        self._memory = Fraction(0)

    def _memory_recall(self) -> None:
        self._put_in(self._memory)

    def _put_in(self, value: Fraction) -> None:
        """Use `value` as the number in hand: after an operator, or alone."""
        self._message = ""
        if self._line and self._line[-1] in arithmetic.OPERATORS + "(":
            written = arithmetic.write_number(abs(value))
            if "e" in written:
                return
            if value < 0:
                written = f"(-{written})"
            if len(self._line) + len(written) <= arithmetic.LINE_LIMIT:
                self._line += written
            return
        self._line = self._above = self._repeat = ""
        self._forget_typed()
        self._result = value

    def _keep(self, written: str, result: Fraction) -> None:
        self._sums.insert(0, (written, result))
        del self._sums[HISTORY_LIMIT:]
        item = QListWidgetItem(f"{written}\n{self._number(result)}")
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight)
        self._history.insertItem(0, item)
        if self._history.count() > HISTORY_LIMIT:
            self._history.takeItem(HISTORY_LIMIT)

    def _typed_in_history(self, event: QKeyEvent) -> None:
        self.setFocus()
        self.keyPressEvent(event)

    def _recall(self, item: QListWidgetItem) -> None:
        self._put_in(self._sums[self._history.row(item)][1])
        self._show_history(on=False)
        self.setFocus()
        self._refresh()

    # ── Showing ─────────────────────────────────────────────────────────────────────────────────────────────────
    def shown(self) -> str:
        """The large line of the display."""
        return self._display.text()

    def history(self) -> tuple[str, ...]:
        """The sums kept, newest first, each as "2 + 3 = 5"."""
        return tuple(f"{written} {self._number(result)}" for written, result in self._sums)

    def _number(self, value: Fraction) -> str:
        return self._localised(arithmetic.write_number(value)).replace("-", "−", 1)

    def _short(self, value: Fraction) -> str:
        return self._localised(arithmetic.write_number(value, 10)).replace("-", "−", 1)

    def _localised(self, text: str) -> str:
        place = self.locale()
        return arithmetic.grouped(text, place.decimalPoint(), place.groupSeparator())

    def _written(self, line: str) -> str:
        carried = self._number(self._result) if self._result is not None else "0"
        parts: list[str] = []
        for at, sign in enumerate(line):
            if sign not in arithmetic.OPERATORS:
                parts.append(sign)
            elif at == 0 or line[at - 1] in arithmetic.OPERATORS + "(":
                parts.append(_SIGNS.get(sign, sign))
            else:
                parts.append(f" {_SIGNS.get(sign, sign)} ")
        return self._localised("".join(parts)).replace("A", carried)

    def _refresh(self) -> None:
        if self._message:
            line = self._message
        elif self._line:
            line = self._written(self._line).rstrip()
        else:
            line = self._number(self._result) if self._result is not None else "0"
        self._display.show_lines(self._above, line)
        memory = self.tr("Memory: {number}").format(number=self._short(self._memory)) if self._memory else ""
        self._memory_mark.setText(memory)
        self._empty.setVisible(not self._sums)
        self._point_key.set_sign(self.locale().decimalPoint())

    def _show_history(self, *, on: bool) -> None:
        self._history_key.setChecked(on)
        self._history_key.setVisible(not self._wide)
        slot = self.layout() if self._wide else self._narrow_slot
        if isinstance(slot, QHBoxLayout) and slot.indexOf(self._history_box) < 0:
            slot.insertWidget(2, self._history_box, 500)
        elif isinstance(slot, QVBoxLayout) and slot.indexOf(self._history_box) < 0:
            slot.addWidget(self._history_box, 70)
        self._history_box.setVisible(self._wide or on)
        self._keypad.setVisible(self._wide or not on)

    def showEvent(self, event: QShowEvent) -> None:
        """Typing begins at once: the keyboard belongs to the display, not to the first key."""
        super().showEvent(event)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wide windows show the history beside the keys, narrow ones in their place."""
        super().resizeEvent(event)
        wide = self.width() >= 660
        if wide != self._wide:
            self._wide = wide
            self._show_history(on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The whole keyboard: signs by character or key place, Enter, Backspace, Esc, F9, Ctrl+L R P Q H."""
        control = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if control == Qt.KeyboardModifier.ControlModifier and event.key() in _CONTROL_KEYS:
            self.press(_CONTROL_KEYS[Qt.Key(event.key())])
        elif control == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_H and not self._wide:
            self._show_history(on=not self._history_key.isChecked())
        elif control:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Backspace:
            self.press("<")
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Clear):
            self.press("C")
        elif event.key() == Qt.Key.Key_F9:
            self.press("±")
        elif meaning := keys.meaning_of(event):
            self.press(meaning, keys.position_of(event), event.text())
        elif len(event.text()) == 1 and event.text().isprintable():
            self._note(event.text())
        else:
            super().keyPressEvent(event)

    def _follow_system(self) -> None:
        super()._follow_system()
        self._display.tone = self.colours
        for key in self._keys:
            key.tone = self.colours


def _draw_icon(painter: QPainter) -> None:
    look.draw_tile(painter, "#4a5a6b")
    painter.setBrush(QColor("#e8eef2"))
    painter.drawRoundedRect(QRectF(13, 12, 38, 12), 3, 3)
    for row in range(2):
        for place in range(3):
            painter.setBrush(QColor("#f2b45a" if (row, place) == (1, 2) else "#cfd8e0"))
            painter.drawRoundedRect(QRectF(13 + place * 14, 30 + row * 13, 10, 9), 2, 2)


def calculator_title() -> str:
    """The title as a list of programs shows it, without building one."""
    return QCoreApplication.translate("Calculator", "Calculator")
