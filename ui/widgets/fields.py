"""A label above its field, the reason why it is asked, and the error below it.

May touch: its own widgets. Must never clear a field because something in it is wrong.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.clipboard import copied_here
from ui.page import StandsOnlyHere
from ui.theme import current
from ui.widgets.card import unfold_around
from ui.widgets.labels import Body
from ui.widgets.missing_line import MissingLine
from ui.widgets.text_box import LEARN_NOTHING, TextBox

LONGEST_LINE = 2000
_TICK = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.33))


class TextLine(QLineEdit):
    """One line of text that is no secret. For a passphrase there is PassphraseField."""

    def __init__(self, *, name: str, accessible: str = "", placeholder: str = "", text: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST_LINE)
        self.setInputMethodHints(LEARN_NOTHING)
        self.setDragEnabled(False)
        self.setMinimumWidth(current().px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt would look for text on the clipboard; what was copied in this window is not there."""
        if event.matches(QKeySequence.StandardKey.Paste) and copied_here():
            self._paste_here()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu; its Paste knows what was copied in this window."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None and copied_here() and not self.isReadOnly():
            paste.setEnabled(True)
            paste.triggered.connect(self._paste_here)
        menu.popup(event.globalPos())

    def _paste_here(self) -> None:
        self.insert(copied_here().replace("\n", " "))


class LabelledField(QWidget, StandsOnlyHere):
    """`label` names `field` on the screen and for screen readers; `why` says what the answer is good for."""

    may_wait = True

    def __init__(self, label: str, field: QWidget, *, why: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{field.objectName()}-group")
        self.field = field
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.label = Body(label)
        self.label.setProperty("level", "3")
        self.label.setBuddy(field)
        layout.addWidget(self.label)
        if why:
            layout.addWidget(Body(why, "small"))
            field.setAccessibleDescription(why)
        field.setAccessibleName(label)
        layout.addWidget(field)
        self.error = Body("", "error", name=f"{field.objectName()}-error")
        self.error.hide()
        layout.addWidget(self.error)
        if isinstance(field, TextBox):
            field.too_much.connect(self._too_much)
            field.changed.connect(self.clear_error)

    def show_error(self, text: str) -> None:
        """Say below the field what is wrong; the field keeps its content."""
        self.error.setText(text)
        self.error.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.error, QAccessible.Event.Alert))

    def hand_on(self) -> Any:
        """What is wrong is said once, in the words of that moment."""
        return None if self.error.isHidden() else self.error.text()

    def take_on(self, shown: str) -> None:
        """The same, in sight, until she types."""
        self.show_error(shown)
        unfold_around(self)

    def clear_error(self) -> None:
        """Take the error away."""
        self.error.hide()

    def _too_much(self, _most: int) -> None:
        self.show_error(_too_much_words())


class TooMuchNote(MissingLine):
    """Stands below a text box that has no label, and says when a paste did not fit. Silence would lose words."""

    def __init__(self, box: TextBox) -> None:
        super().__init__(_too_much_words(), name=f"{box.objectName()}-error")
        box.too_much.connect(lambda _most: self.say())
        box.changed.connect(self.hide)


def _too_much_words() -> str:
    return QCoreApplication.translate(
        "LabelledField", "This is more than fits here. It can be added as a file instead, unchanged."
    )


class _Tick(QCheckBox):
    """Drawn by hand: a style sheet can only take a tick mark from a file."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        side = max(40, current().px(40))
        self.setFixedSize(current().px(22) + 8, side)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A square with an edge that can be seen, a tick of two strokes, the ring of focus."""
        tokens, side = current().tokens, current().px(22)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRect(4, (self.height() - side) // 2, side, side)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(square.adjusted(-3, -3, 3, 3), 7, 7)
        on = self.isChecked()
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.control), 2))
        painter.setBrush(QColor(tokens.accent if on else tokens.field))
        painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), 5, 5)
        if on:
            cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(QColor(tokens.on_accent), max(2, side / 9), Qt.PenStyle.SolidLine, cap, join))
            points = [QPointF(square.x() + side * x, square.y() + side * y) for x, y in _TICK]
            painter.drawPolyline(points)


class TickBox(QWidget):
    """A tick box whose words wrap and can be pressed too."""

    toggled = Signal(bool)

    def __init__(self, text: str, *, name: str, checked: bool = False, why: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}-group")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        self.box = _Tick(name)
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(why)
        self.box.setChecked(checked)
        self.box.toggled.connect(self.toggled)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, current().px(11) + 2, 0, 4)
        self.label = Body(text)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.label)
        if why:
            words.addWidget(Body(why, "small"))
        across.addLayout(words, 1)

    def is_checked(self) -> bool:
        """True while ticked."""
        return self.box.isChecked()

    def set_checked(self, on: bool) -> None:  # noqa: FBT001
        """Tick or untick."""
        self.box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the box."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box.toggle()


class Picture(QLabel):
    """A drawing or thumbnail with a text for screen readers; shrinks with the window, keeps its proportions."""

    def __init__(self, *, name: str, accessible: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setMinimumSize(1, 1)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
