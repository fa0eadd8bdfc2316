"""A label above its field, the reason why it is asked, and the error below it.

May touch: its own widgets. Must never clear a field because something in it is wrong.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current
from ui.widgets.labels import Body
from ui.widgets.text_box import TextBox

LONGEST_LINE = 2000


class TextLine(QLineEdit):
    """One line of text that is no secret. For a passphrase there is PassphraseField."""

    def __init__(self, *, name: str, accessible: str = "", placeholder: str = "", text: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST_LINE)
        self.setMinimumWidth(current().px(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class LabelledField(QWidget):
    """`label` names `field` on the screen and for screen readers; `why` says what the answer is good for."""

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

    def clear_error(self) -> None:
        """Take the error away."""
        self.error.hide()

    def _too_much(self, _most: int) -> None:
        self.show_error(
            QCoreApplication.translate(
                "LabelledField", "This is more than fits here. It can be added as a file instead, unchanged."
            )
        )


class TickBox(QWidget):
    """A tick box whose words wrap and can be pressed too."""

    toggled = Signal(bool)

    def __init__(self, text: str, *, name: str, checked: bool = False, why: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}-group")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        self.box = QCheckBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(text)
        self.box.setAccessibleDescription(why)
        self.box.setChecked(checked)
        self.box.setMinimumWidth(current().px(20) + 12)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.box.toggled.connect(self.toggled)
        across.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.setContentsMargins(0, current().px(10), 0, 4)
        self.label = Body(text)
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
