"""What surrounds a page: navigation at the side or above, the title, the exit control, the message bar.

May touch: its own widgets. Must never let anything lie over the exit control: it is placed last and raised last.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.file_picker import FilePicker
from ui.leaving_place import may_leave_to
from ui.page import Page, PageContext
from ui.questions import Questions, Veil
from ui.theme import Look, dress
from ui.translation import LANGUAGES
from ui.widgets.buttons import Button, ExitButton, SecondaryButton
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Body, Heading
from ui.widgets.message_bar import MessageBar
from ui.widgets.scroll_page import EDGE as PAGE_EDGE

if TYPE_CHECKING:
    from ui.window import Entry

# Below this width (at 100 %) the navigation folds into a menu above the page.
NARROW = 780
EDGE = 16
NAV = 240
# Where a page without a line of its own is found again.
_BELONGS = {
    "entry": "happened",
    "file": "happened",
    "record": "happened",
    "files": "happened",
    "cases": "happened",
    "case": "happened",
    "look_back": "happened",
    "calendar": "happened",
    "my_days": "happened",
    "acute": "help",
    "person": "people",
    "section": "plan",
    "situations": "plan",
    "start_check": "plan",
    "versions": "plan",
    "weigh": "plan",
    "paper": "plan",
    "signs": "more",
    "orders": "happened",
    "pressure": "happened",
    "tech_check": "more",
    "say_this": "help",
    "friend": "help",
    "people": "more",
    "plan": "more",
    "hand_over": "more",
    "handed": "hand_over",
    "settings": "more",
    "backup": "more",
    "drafts": "more",
    "computer_knows": "more",
    "desk_counts": "clients",
    "consent": "session",
    "client_leave": "session",
    "by_hand": "kiosk_leave",
}


class _NavButton(Button):
    part = "nav"


class _LanguageButton(Button):
    part = "language"

    def _widest_metrics(self) -> QFontMetrics:
        """Only the language she reads is bold, and the row is built anew for another: no room is kept for more."""
        font = self.font()
        font.setWeight(QFont.Weight.Bold if self.isChecked() else QFont.Weight.Normal)
        return QFontMetrics(font)


class Shell(QWidget):
    """Built anew for each language and look."""

    hide_now = Signal()
    chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, look: Look, language: str, languages: Sequence[str] = tuple(LANGUAGES)) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setProperty("part", "shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, look)
        self._look = look
        self._narrow = False
        # Before the passphrase there is nothing to go to: the languages then stand below the page.
        self._with_lines = True
        self._below = False
        # The first child and the first stop of Tab; outside every layout, so that it never moves or shrinks.
        self.exit = ExitButton(
            self.tr("Hide now"),
            name="hide-now",
            icon="eye-slash",
            clicked=self.hide_now.emit,
            accessible=self.tr("Hide now. Also: press Shift three times"),
        )
        self.exit.setParent(self)
        self.menu_button = SecondaryButton(self.tr("Menu"), name="menu", icon="list", clicked=self._fold_menu)
        self.menu_button.setParent(self)
        self.nav = self._make_nav(language, languages)
        self.title = Heading("", 1, name="page-title")
        self.hint = Body(self.tr("Shift ×3"), "muted", name="exit-hint")
        self.hint.setWordWrap(False)
        self.message_bar = MessageBar()
        # A line of its own: what was told must not be gone because nobody moved for a while.
        self.countdown = MessageBar(name="countdown")
        self.countdown.close_button.hide()
        self.stack = QStackedWidget()
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._room = QWidget()
        self._head.addWidget(self._room)
        bar = QVBoxLayout()
        bar.setContentsMargins(PAGE_EDGE, 0, PAGE_EDGE, 10)
        bar.addWidget(self.message_bar)
        bar.addWidget(self.countdown)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._right.addLayout(self._head)
        self._own_row = QHBoxLayout()
        self._right.addLayout(self._own_row)
        self._right.addLayout(bar)
        self._right.addWidget(self.stack, 1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(0)
        self._across.addWidget(self.nav)
        self._across.addLayout(self._right, 1)
        self.questions = Questions(self, self.exit)
        self.picker: FilePicker | None = None
        self._arrange()

    def make_picker(self, context: PageContext) -> None:
        """The file picker needs the background; it is put into the context."""

        def may_leave(folder: Path) -> bool:
            return may_leave_to(folder, only_removable=context.room.policy.only_removable)

        self.picker = FilePicker(self, context.background, self.exit, may_leave)
        context.picker = self.picker

    def add_page(self, page: Page) -> None:
        """Put a page on the stack, unseen."""
        self.stack.addWidget(page)

    def remove_page(self, page: Page) -> None:
        """Take a page off the stack that is not shown."""
        self.stack.removeWidget(page)
        page.setParent(None)
        page.deleteLater()

    def show_page(self, page: Page, name: str) -> None:
        """Turn to a page: its title, its line in the navigation."""
        self.questions.dismiss_all()
        if self.picker is not None:
            self.picker.cancel()
        self.title.setText(page.title())
        if self._narrow and not self._below:
            # Before anything takes the focus: a page under an open menu is so low that it would scroll to it.
            self.nav.hide()
            self._give_menu_room(opened=False)
            self._across.activate()
        turned = self.stack.currentWidget() is not page
        self.stack.setCurrentWidget(page)
        focused = self.window().focusWidget()
        lost = focused is None or focused is self.exit or page.isAncestorOf(focused)
        if turned and self.isVisible() and lost:
            # Qt gives the focus of what is hidden to any neighbour, and a long page then opens at its end. Where a
            # page begins with a field, writing can begin at once; elsewhere the page itself takes the focus: Tab
            # goes to its first control, Space presses nothing, and a screen reader says where one is.
            page.setAccessibleName(page.title())
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            stops = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
            first = next((w for w in stops if w.isVisibleTo(page)), page)
            if first.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark(name)
        # A longer title may need a row of its own.
        self._arrange()
        self.exit.raise_()
        if QApplication.focusWidget() is None:
            # On nothing: the first Tab then goes to the exit control.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, name: str) -> None:
        """Mark the line of this page, or of the one it is reached from; while a passphrase is chosen, none."""
        lines = {button.objectName().removeprefix("nav-"): button for button in self.nav.findChildren(_NavButton)}
        while name and name not in lines:
            name = _BELONGS.get(name, "")
        for line, button in lines.items():
            button.setChecked(line == name)

    def set_entries(self, entries: Sequence[Entry], showing: str) -> None:
        """Show these lines in the navigation, top to bottom."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        previous: QWidget = self.menu_button
        for entry in entries:
            button = _NavButton(
                entry.title(),
                name=f"nav-{entry.name}",
                icon=entry.icon,
                clicked=partial(self.chosen.emit, entry.name),
            )
            button.setCheckable(True)
            self._lines.addWidget(button)
            # A checkable button unchecks itself on a second click; the page stays, so the mark must too.
            button.clicked.connect(lambda _on=False, b=button: b.setChecked(True))
            QWidget.setTabOrder(previous, button)
            previous = button
        self._with_lines = bool(entries)
        self._mark(showing)
        self._arrange()

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: FBT001
        """While something is asked, Tab goes round between it and the exit control."""
        for veil in self.findChildren(Veil):
            if veil.isVisible():
                return veil.focusNextPrevChild(forward)
        return super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigation in narrow windows; keep the exit control in its corner."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Fonts are known after polishing: the exit control then takes its size."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.Show):
            self._arrange()
        return done

    def _arrange(self) -> None:
        look = self._look
        narrow = self.width() < look.px(NARROW)
        # Beside the navigation the exit control ends where the cards end.
        edge = EDGE if narrow else PAGE_EDGE
        # The longest word of the three languages decides nothing here: each language gets its own width.
        size = self.exit.sizeHint()
        self.exit.setGeometry(self.width() - size.width() - edge, EDGE - 4, size.width(), size.height())
        self._room.setFixedSize(size.width() - 8, size.height())
        self._head.setContentsMargins(PAGE_EDGE, EDGE - 4, edge + 8, 12)
        # A narrow window has the menu, and no height to give away.
        below = not self._with_lines and not narrow
        if (
            below != self._below
            or narrow != self._narrow
            or self._across.direction() == QBoxLayout.Direction.RightToLeft
        ):
            self._narrow, self._below = narrow, below
            self._place_nav()
        self.nav.setFixedWidth(look.px(NAV)) if not narrow and not below else self._free_width()
        self.menu_button.setVisible(narrow and not below)
        self.hint.setVisible(not narrow)
        menu = 0 if below else self.menu_button.sizeHint().width()
        beside = menu + self.title.minimumSizeHint().width() + size.width() + 96
        self._place_title(own_row=narrow and beside > self.width())
        self.exit.raise_()

    def _place_title(self, *, own_row: bool) -> None:
        """Beside the exit control where there is room, otherwise below it."""
        if own_row == (self._own_row.indexOf(self.title) >= 0):
            return
        if own_row:
            self._head.removeWidget(self.title)
            self._head.insertStretch(1, 1)
            self._own_row.setContentsMargins(PAGE_EDGE, 0, PAGE_EDGE, 12)
            self._own_row.addWidget(self.title)
        else:
            self._own_row.removeWidget(self.title)
            self._own_row.setContentsMargins(0, 0, 0, 0)
            self._head.takeAt(1)
            self._head.insertWidget(1, self.title, 1, Qt.AlignmentFlag.AlignVCenter)

    def _place_nav(self) -> None:
        """At the side; folded below the header, where the exit control's corner stays free; or below the page."""
        self._across.removeWidget(self.nav)
        self._right.removeWidget(self.nav)
        if self._below:
            self._right.addWidget(self.nav)
        elif self._narrow:
            self._right.insertWidget(2, self.nav)
        else:
            self._across.insertWidget(0, self.nav)
        self._lines_scroll.setVisible(not self._below)
        self._give_menu_room(opened=False)
        margins = (PAGE_EDGE - 10, 0, 10, 0) if self._below else (10, EDGE - 4, 10, 10)
        self._nav_column.setContentsMargins(*margins)
        self.nav.setProperty("place", "below" if self._below else "above" if self._narrow else "side")
        self.nav.style().unpolish(self.nav)
        self.nav.style().polish(self.nav)
        self.nav.setVisible(self._below or not self._narrow)

    def _free_width(self) -> None:
        self.nav.setMinimumWidth(0)
        self.nav.setMaximumWidth(16777215)
        self.nav.setMaximumHeight(16777215)

    def _fold_menu(self) -> None:
        opened = not self.nav.isVisible()
        self._give_menu_room(opened=opened)
        self.nav.setVisible(opened)

    def _give_menu_room(self, *, opened: bool) -> None:
        """Large words: while the menu is open its lines come before the page below it, as far as the window goes."""
        most = 0
        if opened:
            top = self.stack.mapTo(self, QPoint()).y()
            edges = self._nav_column.contentsMargins()
            around = edges.top() + edges.bottom() + self._languages.sizeHint().height()
            # A layout whose widgets were never shown has no height yet; the lines themselves have.
            lines = [button.sizeHint().height() + 4 for button in self.nav.findChildren(_NavButton)]
            most = max(0, min(sum(lines), self.height() - top - around - EDGE))
        self._lines_scroll.setMinimumHeight(most)
        # Its own least height would push the menu together until its words overlap.
        self.stack.setMinimumHeight(1 if opened else 0)

    def _choose_language(self, code: str) -> None:
        """The one that was pressed is marked at once, also while it has to wait."""
        for button in self.nav.findChildren(_LanguageButton):
            button.setChecked(button.objectName() == f"language-{code}")
        self.language_chosen.emit(code)

    def _make_nav(self, language: str, offered: Sequence[str]) -> QWidget:
        nav = QFrame()
        nav.setObjectName("nav")
        nav.setProperty("part", "nav")
        column = QVBoxLayout(nav)
        self._nav_column = column
        column.setContentsMargins(10, EDGE - 4, 10, 10)
        column.setSpacing(4)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Many entries at 200 % are higher than a small screen.
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; }")
        scroll.setWidget(inside)
        self._lines_scroll = scroll
        column.addWidget(scroll, 1)
        languages = self._languages = QWidget()
        row = FlowLayout(languages, spacing=0)
        for code in offered:
            words = LANGUAGES[code]
            button = _LanguageButton(words, name=f"language-{code}", clicked=partial(self._choose_language, code))
            button.setCheckable(True)
            button.setChecked(code == language)
            row.addWidget(button)
        column.addWidget(languages)
        # One alone is no choice.
        languages.setVisible(len(offered) > 1)
        return nav
