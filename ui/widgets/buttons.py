"""Buttons at least 40 px high whose words wrap instead of being cut.

May touch: nothing. Must never show an icon without a word.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.icons import icon as icon_of
from ui.icons import icon_size
from ui.theme import current


class Button(QPushButton):
    """A button: words, a name for look-up, optionally an icon and what happens on a click.

    `part` is the role in the style sheet: "primary", "secondary", "quiet", "nav", "chip", "exit", "fold".
    """

    part = "secondary"
    ink = "ink"

    def __init__(
        self,
        text: str,
        *,
        name: str,
        icon: str = "",
        clicked: Callable[[], object] | None = None,
        accessible: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("part", self.part)
        # Not activated by Enter from elsewhere: a key meant for a text field must not keep or delete anything.
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = ""
        self.set_words(text, accessible)
        if icon:
            self.set_icon(icon)
        if clicked is not None:
            self.clicked.connect(lambda _checked=False: clicked())
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, text: str, accessible: str = "") -> None:
        """Change the words; `accessible` says more to a screen reader where the words alone are not enough."""
        self._words = text
        # Qt reads & as a shortcut mark; her own words may contain it.
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(accessible or text)
        self.updateGeometry()

    def words(self) -> str:
        """The words as given."""
        return self._words

    def set_icon(self, name: str) -> None:
        """Show the icon `name` before the words."""
        self.setIcon(icon_of(name, self.ink))
        self.setIconSize(icon_size())

    def _frame(self) -> QSize:
        """What stands around the words: padding, border, icon."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = type(option.icon)()
        empty = self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, QSize(0, 0), self)
        beside = self.iconSize().width() + 10 if not self.icon().isNull() else 0
        # Focus takes a pixel from the padding; asking for it always keeps the width steady.
        return QSize(empty.width() + beside + 4, empty.height())

    def sizeHint(self) -> QSize:
        """All words in one line."""
        frame = self._frame()
        width = max(self._widest_metrics().horizontalAdvance(line) for line in self._words.split("\n"))
        return QSize(width + frame.width() + 2, self._height(self._words.count("\n") + 1))

    def minimumSizeHint(self) -> QSize:
        """The longest word, in several lines."""
        words = self._words.split() or [""]
        width = max(self._widest_metrics().horizontalAdvance(word) for word in words)
        return QSize(width + self._frame().width() + 2, self._height(1))

    def hasHeightForWidth(self) -> bool:
        """Narrow buttons become higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which all words are seen."""
        return self._height(len(self._lines(width)))

    def _widest_metrics(self) -> QFontMetrics:
        """Checked chips and navigation turn bold: the room is there beforehand, so nothing jumps or is cut."""
        font = self.font()
        if self.isCheckable():
            font.setWeight(QFont.Weight.Bold)
        return QFontMetrics(font)

    def _height(self, lines: int) -> int:
        metrics = self.fontMetrics()
        frame = max(self._frame().height() - metrics.height(), current().px(18))
        return max(current().px(40), frame + lines * metrics.lineSpacing())

    def _lines(self, width: int) -> list[str]:
        room = max(1, width - self._frame().width() + 1)
        metrics = self._widest_metrics()
        lines: list[str] = []
        for paragraph in self._words.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and metrics.horizontalAdvance(longer) > room:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
        return lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's own button, with the words broken into lines that fit."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        # Underlined words: a space before them would be underlined too.
        apart = "" if self.icon().isNull() or self.part == "quiet" else " "
        option.text = "\n".join(apart + line for line in self._lines(self.width())).replace("&", "&&")
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does; never one that has not."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font means another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class PrimaryButton(Button):
    """The one thing this view is for. At most one in a view."""

    part = "primary"
    ink = "on_accent"


class SecondaryButton(Button):
    """Anything else that can be done here."""


class QuietButton(Button):
    """Something small beside a sentence; looks like underlined words."""

    part = "quiet"
    ink = "on_accent_soft"


class ExitButton(Button):
    """The darkest thing on the screen."""

    part = "exit"
    ink = "on_exit"
