"""The one window: navigation, page title, exit control, message bar, pages; and the everyday program over it all.

May touch: its own widgets. Must never put a page's name into the window's title or the task bar, and must never do
anything slow between the exit and the swap.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedLayout, QToolTip, QWidget

from ui.carried_over import CarriedOver
from ui.page import Page, PageContext
from ui.questions import Veil
from ui.shell import Shell
from ui.theme import Look
from ui.widgets.passphrase_field import PassphraseField


@dataclass(frozen=True)
class Entry:
    """A line of the navigation: page name, icon, and a function giving its words in the current language."""

    name: str
    icon: str
    title: Callable[[], str]


PageFactory = Callable[[PageContext], Page]


# Soon after the first paint and after each change of size, but not at every step of a drag.
COVER_AFTER_MS = 60


class _CoverPicture(QWidget):
    """The everyday program in its start state as a picture, for the few frames until the program itself stands."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = QPixmap()
        self._size = QSize()

    def take(self, program: QWidget) -> None:
        """Draw `program` now, at its present size."""
        self._size = program.size()
        self._picture = program.grab()

    def fits(self, size: QSize) -> bool:
        """Whether the picture was drawn for this size."""
        return not self._picture.isNull() and self._size == size

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture and nothing else."""
        QPainter(self).drawPixmap(0, 0, self._picture)


class VaultWindow(QWidget):
    """Pages are made when first visited, and made anew when language or look change."""

    hide_now = Signal()
    went = Signal(str)

    def __init__(
        self,
        context: PageContext,
        factories: Mapping[str, PageFactory],
        entries: Sequence[Entry],
        look: Look,
        *,
        title: str = "",
        icon: QIcon | None = None,
        change_language: Callable[[str], object] = lambda _language: None,
    ) -> None:
        super().__init__()
        self.setWindowTitle(title)
        if icon is not None:
            self.setWindowIcon(icon)
        # Small enough for half of a small laptop's screen.
        self.setMinimumSize(360, 480)
        self._context = context
        self._factories = factories
        self._entries = tuple(entries)
        self._look = look
        self._change_language = change_language
        self._pages: dict[str, Page] = {}
        self._ahead: dict[str, Page] = {}
        self.current_name = ""
        self._covered = False
        self._kept_to = self._kept_from = ""
        self._meanwhile: tuple[str, dict[str, Any]] = ("", {})
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._program: QWidget | None = None
        self._picture = _CoverPicture()
        self._stack.addWidget(self._picture)
        self._refresh = QTimer(self, singleShot=True, interval=COVER_AFTER_MS)
        self._refresh.timeout.connect(self._draw_cover)
        context.go = self.go
        context.here = self.here
        context.inform = self.inform
        context.tell = self.tell
        context.quick_exit = self.hide_now.emit
        self._shell = self._make_shell()
        self._stack.addWidget(self._shell)
        self._stack.setCurrentWidget(self._shell)
        # On nothing: the first Tab then goes to the exit control, and Space does not hide by chance.
        self._shell.setFocus()

    @property
    def shell(self) -> Shell:
        """What surrounds the pages; made anew by rebuild()."""
        return self._shell

    @property
    def entries(self) -> Sequence[Entry]:
        """The lines of the navigation as they stand."""
        return self._entries

    @property
    def asks(self) -> bool:
        """Whether a question or the file picker stands over the page."""
        picker = self._shell.picker
        return self._shell.questions.open or (picker is not None and picker.open)

    @property
    def is_typed_into(self) -> bool:
        """Whether she is writing on the page, or has begun to type a passphrase: that one is never carried over."""
        page, focused = self._pages.get(self.current_name), self.focusWidget()
        around = focused.parentWidget() if focused is not None else None
        begun = isinstance(around, PassphraseField) and not around.is_empty()
        return begun or (page is not None and page.is_typed_into)

    @property
    def is_covered(self) -> bool:
        """True once the everyday program stands over everything."""
        return self._covered

    def page(self, name: str) -> Page:
        """The page `name`, made now if it was never visited."""
        if name not in self._pages:
            made = self._ahead.pop(name, None) or self._factories[name](self._context)
            self._pages[name] = made
            self._shell.add_page(made)
        return self._pages[name]

    def make_ahead(self, name: str) -> bool:
        """One part of making a page that nobody sees yet: itself, then its place and look. False when all is done."""
        if name in self._pages:
            return False
        if name in self._ahead:
            self.page(name)
        else:
            self._ahead[name] = self._factories[name](self._context)
        return True

    def forget(self, name: str) -> None:
        """Take away a page that is not shown; a visit makes it anew."""
        self._ahead.pop(name, None)
        if name != self.current_name and name in self._pages:
            self._shell.remove_page(self._pages.pop(name))

    def keep_to(self, name: str) -> None:
        """Show this page and no other, without a navigation: whatever ends or is pressed meanwhile leads nowhere."""
        self._kept_to, self._kept_from = name, self.current_name
        self._shell.set_entries((), name)
        self.go(name)

    def let_go(self) -> tuple[str, dict[str, Any]]:
        """Other pages may stand again; name and arguments of the last one that wanted to meanwhile, or ""."""
        meanwhile, self._kept_to, self._meanwhile = self._meanwhile, "", ("", {})
        self._shell.set_entries(self._entries, self.current_name)
        return meanwhile

    def go(self, name: str, **arguments: Any) -> None:
        """Show the page and tell it the arguments; unknown names raise KeyError."""
        if self._kept_to and name != self._kept_to:
            self._meanwhile = (name, arguments)
            return
        page = self.page(name)
        changed = name != self.current_name
        self.current_name = name
        page.arguments = arguments
        if changed:
            self._shell.message_bar.clear()
        self._shell.show_page(page, name)
        page.arrive(**arguments)
        self.went.emit(name)

    def here(self) -> str:
        """The page she is at; while it is kept to another one, the page she left for it."""
        return self._kept_from if self._kept_to else self.current_name

    def inform(self, name: str, **arguments: Any) -> None:
        """Tell the page the arguments as go() would, but leave her where she is."""
        self.page(name).arrive(**arguments)

    def _go_to_its_beginning(self, name: str) -> None:
        """A line of the navigation leads to where a page begins; ways back from an entry keep its place."""
        self.go(name)
        for sheet in self.page(name).findChildren(QScrollArea):
            sheet.verticalScrollBar().setValue(0)

    def tell(self, text: str, tone: str = "info", **more: Any) -> None:
        """One line in the message bar; see MessageBar.show_message. While a page is kept to none: it may be hers."""
        if not self._kept_to:
            self._shell.message_bar.show_message(text, tone, **more)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """The navigation grows with use."""
        self._entries = tuple(entries)
        self._shell.set_entries(() if self._kept_to else self._entries, self.current_name)

    def rebuild(self, look: Look | None = None, *, showing: str = "") -> None:
        """After a change of language, theme or text size: everything is made anew. What was typed is kept, and what
        stands nowhere else is handed on.

        `showing`: the page that then stands there in place of the present one.
        """
        self._look = look or self._look
        carried = CarriedOver(self, self._pages, self._shell.message_bar.said)
        for page in self._pages.values():
            page.forget_pending_draft()
        self._pages.clear()
        self._ahead.clear()
        old = self._shell
        self._shell = self._make_shell()
        self._stack.addWidget(self._shell)
        if not self._covered:
            self._stack.setCurrentWidget(self._shell)
        self._stack.removeWidget(old)
        old.hide()
        # Out of the tree now, so that a look-up by name finds the new one only.
        old.setParent(None)
        old.deleteLater()
        if self._kept_to and showing:
            self._meanwhile = (showing, {})
        showing = self._kept_to or showing or self.current_name
        # The page shown last, and every page with something of hers: a draft must not wait for a visit.
        for name in carried.pages:
            if name != showing:
                carried.give_to(self.page(name), name)
        if showing:
            stays = showing == self.current_name
            self.go(showing, **carried.arguments.get(showing, {}))
            carried.give_to(self._pages[showing], showing)
            if stays and carried.said and not self._shell.message_bar.said:
                # In the words it was said in: what came of a piece of work is said once.
                self.tell(**carried.said)
        if carried.focused:
            # What is new is shown in Qt's next round only, and what is hidden takes no focus.
            QTimer.singleShot(0, self._shell, partial(self._focus_again, self._shell, carried))

    def _focus_again(self, shell: Shell, carried: CarriedOver) -> None:
        """Back to where it was: otherwise it falls to the exit control, and the next Space hides by chance."""
        found = [widget for widget in shell.findChildren(QWidget, carried.focused) if widget.isVisible()]
        chosen, page = self.focusWidget(), self._pages.get(self.current_name)
        if not found and chosen is not None and page is not None and page.isAncestorOf(chosen):
            # Another page stands there now, and has said what comes first on it.
            return
        if shell is self._shell and not self._covered and not shell.questions.open:
            (found[0] if found else shell).setFocus(Qt.FocusReason.OtherFocusReason)
            if found:
                carried.put_cursor(found[0])

    def save_drafts(self) -> None:
        """Hand over what stands unfinished on any page, for the moment when there is a store at last."""
        for page in self._pages.values():
            if page.keeps_drafts and page.collect_draft():
                page.save_draft_now()

    def prepare_cover(self, program: QWidget) -> None:
        """Put the everyday program in place, unseen, so that the swap later only turns the page."""
        if self._stack.indexOf(program) < 0:
            self._stack.addWidget(program)
        self._program = program
        self._refresh.start()

    def _draw_cover(self) -> None:
        """Painting the program takes up to 16 ms, its picture under 2: it is drawn while nothing presses."""
        if self._program is not None and not self._covered:
            self._program.resize(self.size())
            self._picture.take(self._program)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture of another size is of no use."""
        super().resizeEvent(event)
        self._refresh.start()

    def cover(self, program: QWidget) -> None:
        """Swap to the everyday program at once and paint it. Popups go first: they are windows of their own."""
        popup = QApplication.activePopupWidget()
        while popup is not None:
            popup.hide()
            following = QApplication.activePopupWidget()
            popup = None if following is popup else following
        QToolTip.hideText()
        self._covered = True
        if self._stack.indexOf(program) < 0:
            self._stack.addWidget(program)
        if self._picture.fits(self.size()):
            # Painted before the page turns: hiding a page with all that is on it takes up to ten times as long.
            self._picture.setGeometry(self.rect())
            self._picture.raise_()
            self._picture.show()
            self._picture.repaint()
            self._stack.setCurrentWidget(self._picture)
        else:
            self._stack.setCurrentWidget(program)
            self.repaint()

    def uncover(self) -> None:
        """Called back, where an exit covers only: the page that stood there stands again."""
        self._covered = False
        self._stack.setCurrentWidget(self._shell)
        self._refresh.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape means the same wherever the focus is: on the page, in the navigation, or on nothing."""
        if event.key() != Qt.Key.Key_Escape or not self.current_name or self._covered:
            super().keyPressEvent(event)
            return
        asked = [veil for veil in self._shell.findChildren(Veil) if veil.isVisible()]
        if asked:
            asked[0].escape()
        else:
            self._pages[self.current_name].escape()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is a way of hiding; the process ends in its own order."""
        event.ignore()
        self.hide_now.emit()

    def _make_shell(self) -> Shell:
        shell = Shell(self._look, self._context.language, self._context.room.policy.languages)
        shell.hide_now.connect(self.hide_now)
        shell.chosen.connect(self._go_to_its_beginning)
        shell.language_chosen.connect(self._change_language)
        self._context.questions = shell.questions
        shell.make_picker(self._context)
        shell.set_entries(() if self._kept_to else self._entries, self.current_name)
        shell.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return shell
