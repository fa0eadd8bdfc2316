"""Where a passphrase is typed: dots painted over a bytearray that is emptied when it is taken.

May touch: keys, input methods and, on paste only, the clipboard's text. Must never hold the passphrase as a Python
string, undo it, offer it to accessibility tools or copy it: QLineEdit does all of that.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.clipboard import untrusted_pasted_text
from ui.theme import current
from ui.widgets.fields import TickBox
from ui.widgets.labels import Body

# Fixed from the start: a bytearray that grows leaves its old bytes behind in memory.
ROOM = 1024
_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
_KAZAKH = "әғқңөұүһіӘҒҚҢӨҰҮҺІ"


class PassphraseField(QWidget):
    """The field with its tick box "Show what I type" and a line that names the letters being typed."""

    changed = Signal()
    entered = Signal()

    def __init__(self, *, name: str, accessible: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}-group")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.dots = _Dots(name, accessible)
        self.dots.changed.connect(self._changed)
        self.dots.entered.connect(self.entered)
        self.setFocusProxy(self.dots)
        layout.addWidget(self.dots)
        below = QHBoxLayout()
        below.setSpacing(12)
        self.show_box = TickBox(self.tr("Show what I type"), name=f"{name}-show")
        self.show_box.toggled.connect(self.dots.set_shown)
        below.addWidget(self.show_box, 1)
        self.letters = Body("", "small", name=f"{name}-letters")
        self.letters.setWordWrap(False)
        below.addWidget(self.letters, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(below)
        method = QGuiApplication.inputMethod()
        method.localeChanged.connect(self._name_letters)
        self._name_letters()

    def setAccessibleName(self, name: str) -> None:
        """The field itself carries the name."""
        self.dots.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """The field itself carries the description."""
        self.dots.setAccessibleDescription(description)

    def take(self) -> bytearray:
        """What was typed, as UTF-8; the field is empty afterwards. The caller zeroes the result."""
        taken = self.dots.take()
        self._changed()
        return taken

    def is_empty(self) -> bool:
        """True when nothing was typed."""
        return self.dots.used == 0

    def clear(self) -> None:
        """Forget what was typed."""
        self.dots.wipe()
        self._changed()

    def _changed(self) -> None:
        self._name_letters()
        self.changed.emit()

    def _name_letters(self) -> None:
        """The usual reason for a passphrase that "does not work" is another keyboard layout."""
        script = self.dots.script
        if not script:
            language = QGuiApplication.inputMethod().locale().language()
            script = {QLocale.Language.Russian: "ru", QLocale.Language.Kazakh: "kk"}.get(language, "")
        words = {
            "en": self.tr("Latin letters (EN)"),
            "ru": self.tr("Russian letters (RU)"),
            "kk": self.tr("Kazakh letters (KZ)"),
        }.get(script, "")
        if self.dots.capitals:
            words = self.tr("{letters}, capitals").format(letters=words)
        self.letters.setText(words)


class _Dots(QWidget):
    changed = Signal()
    entered = Signal()

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(_HINTS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._room = bytearray(ROOM)
        self.used = 0
        self.script = ""
        self.capitals = False
        self._shown = False

    def sizeHint(self) -> QSize:
        """One line of at least 40 px."""
        return QSize(current().px(320), max(42, current().px(42)))

    def minimumSizeHint(self) -> QSize:
        """Fits a narrow window."""
        return QSize(current().px(140), self.sizeHint().height())

    def take(self) -> bytearray:
        """A copy of exact size; the room is zeroed."""
        taken = bytearray(self.used)
        taken[:] = memoryview(self._room)[: self.used]
        self.wipe()
        return taken

    def wipe(self) -> None:
        """Zero every byte."""
        self._room[:] = bytes(ROOM)
        self.used = 0
        self.script = ""
        self.capitals = False
        self.update()

    def set_shown(self, on: bool) -> None:  # noqa: FBT001
        """Paint letters instead of dots while she wants to see them."""
        self._shown = on
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters, Backspace, paste, Enter; everything else belongs to the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._write(untrusted_pasted_text().rstrip("\r\n"))
        elif event.matches(QKeySequence.StandardKey.DeleteStartOfWord):
            self.wipe()
            self.changed.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self._rub_out()
        elif event.text() and event.text().isprintable() and _writes(event):
            held = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.text().isalpha():
                self.capitals = event.text().isupper() and not held
            self._write(event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Only what is committed; what is being composed is not shown."""
        self._write(event.commitString())
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Position and hints, never any text around it."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return True
        if query == Qt.InputMethodQuery.ImHints:
            return int(_HINTS.value)
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return QRect(self.rect().center(), QSize(1, self.height() // 2))
        if query in (Qt.InputMethodQuery.ImSurroundingText, Qt.InputMethodQuery.ImCurrentSelection):
            return ""
        return super().inputMethodQuery(query)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No ring."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click puts the focus here."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame of a text field, dots, and the place where the next letter comes."""
        look = current()
        tokens = look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.focus if self.hasFocus() else tokens.control), width))
        painter.setBrush(QColor(tokens.field))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        inner = self.rect().adjusted(look.px(12), 0, -look.px(12), 0)
        painter.setClipRect(inner)
        painter.setPen(QColor(tokens.ink))
        end = self._paint_letters(painter, inner) if self._shown else self._paint_dots(painter, inner)
        if self.hasFocus():
            middle = inner.center().y()
            half = look.px(10)
            painter.setPen(QPen(QColor(tokens.ink), 2))
            painter.drawLine(QPoint(end + 2, middle - half), QPoint(end + 2, middle + half))

    def _paint_dots(self, painter: QPainter, inner: QRect) -> int:
        radius, step = current().px(4), current().px(13)
        count = self._letters()
        fit = max(1, (inner.width() - 6) // step)
        painter.setBrush(QColor(current().tokens.ink))
        for index in range(min(count, fit)):
            painter.drawEllipse(QPoint(inner.x() + radius + index * step, inner.center().y()), radius, radius)
        return inner.x() + min(count, fit) * step

    def _paint_letters(self, painter: QPainter, inner: QRect) -> int:
        text = bytes(memoryview(self._room)[: self.used]).decode("utf-8", "replace")
        wide = painter.fontMetrics().horizontalAdvance(text)
        start = inner.x() - max(0, wide + 6 - inner.width())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(QRect(start, inner.y(), wide + 6, inner.height()), flags, text)
        return start + wide

    def _letters(self) -> int:
        return sum(1 for i in range(self.used) if self._room[i] & 0xC0 != 0x80)

    def _write(self, text: str) -> None:
        if not text:
            return
        coded = text.encode("utf-8", "replace")
        # More than fits is refused as a whole: half a passphrase would be another passphrase.
        if self.used + len(coded) > ROOM:
            return
        self._room[self.used : self.used + len(coded)] = coded
        self.used += len(coded)
        self.script = _script(text) or self.script
        self.update()
        self.changed.emit()

    def _rub_out(self) -> None:
        while self.used:
            self.used -= 1
            first_byte = self._room[self.used] & 0xC0 != 0x80
            self._room[self.used] = 0
            if first_byte:
                break
        if not self.used:
            self.script = ""
            self.capitals = False
        self.update()
        self.changed.emit()


def _writes(event: QKeyEvent) -> bool:
    """Ctrl+Z is no letter; AltGr, which Windows reports as Ctrl+Alt, writes one."""
    held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return held == Qt.KeyboardModifier.NoModifier or held == (
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )


def _script(text: str) -> str:
    letter = next((c for c in reversed(text) if c.isalpha()), "")
    if not letter:
        return ""
    if letter in _KAZAKH:
        return "kk"
    if "\u0400" <= letter <= "\u04ff":
        return "ru"
    return "en" if letter.isascii() else ""
