"""A page that scrolls up and down only: everything in it wraps or stacks.

May touch: its own widgets. Must never scroll sideways; whatever is too wide is a fault of the page.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ui.theme import current
from ui.widgets.column import HeldColumn
from ui.widgets.reading_order import tab_as_read

# Readable, and without the navigation as wide as a window of 1024 px: cards then end where the exit control ends.
WIDEST = 976
EDGE = 24
# The bar's width in the style sheet.
BAR = 14
# Parts arrive one a turn; the order of Tab is set once they have all come.
SETTLED_MS = 60


class ScrollPage(QScrollArea):
    """Add cards with add(); they fill the width up to a readable 976 px (at 100 %)."""

    def __init__(self, *, name: str, widest: int = WIDEST, centred: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its room is always kept: a bar that comes and goes moves every card, and Qt then measures the page once for
        # each pixel of its width, sometimes ending with rows that are too low for their words.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.setEnabled(False)
        # Not a lambda: it would still be called for the bar while Qt takes the page apart.
        bar.rangeChanged.connect(self._range_changed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = QWidget()
        self.inner.setProperty("part", "scroll")
        # Its height follows from its width. Any height of its own, made of words at their narrowest, would leave a
        # screenful of nothing at the end, and she would look for what is missing there.
        self.inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setWidget(self.inner)
        across = QHBoxLayout(self.inner)
        across.setContentsMargins(EDGE, 4, max(2, EDGE - current().px(BAR)), EDGE)
        column = QWidget()
        column.setMaximumWidth(current().px(widest))
        if centred:
            across.addStretch(1)
        across.addWidget(column, 1000)
        across.addStretch(1)
        self.body = HeldColumn(column, spacing=16)
        self.body.addStretch(1)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(lambda: tab_as_read(self.inner))
        column.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets below each other."""
        for widget in widgets:
            self.body.insertWidget(self.body.count() - 1, widget)

    def _range_changed(self, _least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > 0)

    def empty(self) -> None:
        """Take everything out; what was in it is deleted."""
        while self.body.count() > 1:
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Something was added, hidden or moved: the order of Tab follows."""
        if event.type() == QEvent.Type.LayoutRequest and watched is not self.viewport():
            self._settled.start()
        return super().eventFilter(watched, event)

    def _follow_focus(self, _old: QObject | None, new: QObject | None) -> None:
        """By keyboard one must always see where one is."""
        if not isinstance(new, QWidget) or not self.inner.isAncestorOf(new):
            return
        # A button that moves away under a pressed mouse is never released over itself: the click would be lost.
        if isinstance(new, QAbstractButton) and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        self.ensureWidgetVisible(new, 0, 32)
