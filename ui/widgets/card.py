"""Surfaces: a card with a heading, what unfolds in it, an empty place that teaches, a covered place.

May touch: its own widgets. Must never show covered content before it is asked for, also not to a screen reader.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.theme import current
from ui.widgets.buttons import Button, SecondaryButton
from ui.widgets.column import HeldColumn
from ui.widgets.flow import flow
from ui.widgets.labels import Body, Heading


class Card(QFrame):
    """One thing per card: heading, sentence, then whatever is added with add()."""

    def __init__(self, title: str = "", text: str = "", *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("part", "card")
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        outer = HeldColumn(self, spacing=0)
        self.body = QVBoxLayout()
        outer.addLayout(self.body)
        # Cards of one row are equally high; their content stays at the top.
        outer.addStretch(1)
        # Margins grow half as fast as the text: at 200 % the room belongs to the words.
        margin = (20 + current().px(20)) // 2
        outer.setContentsMargins(margin, margin - 4, margin, margin - 4)
        self.body.setSpacing(10)
        if title:
            self.add(Heading(title, 2))
        if text:
            self.add(Body(text, "muted"))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below what is there; a button keeps its own width."""
        for widget in widgets:
            self.body.addWidget(flow(widget) if isinstance(widget, Button) else widget)

    def add_row(self, *widgets: QWidget) -> None:
        """Put widgets beside each other; they wrap where there is no room."""
        self.body.addWidget(flow(*widgets, spacing=10))


class Unfold(QWidget):
    """A line that unfolds more on demand and says why it helps."""

    unfolded = Signal(bool)

    def __init__(self, title: str, content: QWidget, *, name: str, why: str = "", open_: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"{name}-group")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.button = _FoldButton(title, name=name, icon="caret-right")
        self.button.setCheckable(True)
        self.button.setAccessibleDescription(why)
        layout.addWidget(self.button)
        self.why = Body(why, "small")
        self.why.setVisible(bool(why))
        layout.addWidget(self.why)
        if why:
            # Without it the reason reads as the first line of what unfolds.
            content.setContentsMargins(0, 8, 0, 0)
        self.content = content
        layout.addWidget(content)
        self.button.toggled.connect(self._show)
        self.button.setChecked(open_)
        self._show(open_)

    def _show(self, on: bool) -> None:  # noqa: FBT001
        self.content.setVisible(on)
        self.button.set_icon("caret-down" if on else "caret-right")
        self.unfolded.emit(on)


def unfold_around(part: QWidget) -> None:
    """Whatever `part` is folded away in is unfolded."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, Unfold):
            around.button.setChecked(True)
        around = around.parentWidget()


class _FoldButton(Button):
    part = "fold"
    ink = "on_accent_soft"


class EmptyState(QWidget):
    """In place of an empty list: what belongs here, one example, and the first thing to do."""

    def __init__(
        self,
        title: str,
        text: str,
        example: str = "",
        *,
        name: str,
        icon: str = "note-pencil",
        action: str = "",
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(12)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, "accent", 32))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.addWidget(picture)
        head.addWidget(Heading(title, 2), 1)
        layout.addLayout(head)
        layout.addWidget(Body(text))
        if example:
            inset = QFrame()
            inset.setProperty("part", "inset")
            inside = QVBoxLayout(inset)
            inside.setContentsMargins(14, 10, 14, 10)
            inside.addWidget(Body(QCoreApplication.translate("EmptyState", "For example"), "small"))
            inside.addWidget(Body(example, "inset"))
            layout.addWidget(inset)
        self.action: Button | None = None
        if action:
            self.action = SecondaryButton(action, name=f"{name}-action", clicked=clicked)
            layout.addWidget(flow(self.action))


class Covered(QWidget):
    """Content that stays covered until "Show" is pressed, and can be covered again.

    `build` makes the content when it is asked for: before that it exists nowhere in the window.
    """

    def __init__(self, label: str, build: Callable[[], QWidget], *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}-group")
        self._build = build
        self._label = label
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        if label:
            self._layout.addWidget(Heading(label, 3))
        self.button = SecondaryButton("", name=name, clicked=self.toggle)
        self._layout.addWidget(flow(self.button))
        self._words()

    @property
    def shown(self) -> bool:
        """True while the content can be seen."""
        return self._content is not None

    def toggle(self) -> None:
        """Show, or cover again."""
        if self._content is None:
            self._content = self._build()
            self._layout.addWidget(self._content)
        else:
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        self._words()

    def _words(self) -> None:
        show = QCoreApplication.translate("Covered", "Show")
        hide = QCoreApplication.translate("Covered", "Cover again")
        words = hide if self.shown else show
        self.button.set_words(words, f"{words}: {self._label}" if self._label else words)
        self.button.set_icon("eye-slash" if self.shown else "eye")
