"""The parent: an everyday program that really works, and that steps aside while the other window is up.

May touch: its own settings file, the door check, one child process. Must never import the store, the records or
their keys (an import contract), and never hears a word from the child: only single letters and numbers.
"""

from __future__ import annotations

import contextlib
import sys
import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from safeplan import door, hardening
from safeplan.paths import VaultFiles, make_private_folder, vault_files
from ui import messages
from ui.auto_hide import SIGNS_OF_A_PERSON
from ui.child import Child
from ui.collection import collect_between_events
from ui.desk_post import DeskPost
from ui.disguises import preferences as everyday
from ui.disguises import registry
from ui.disguises.program import EverydayProgram
from ui.exit_cover import ExitCover
from ui.messages import Message, VaultRole
from ui.platform_choice import prepare_platform
from ui.rooms import HOME_ROOM, Room, this_room
from ui.screen_listening import ScreenListening
from ui.translation import Translation

if sys.platform == "win32":
    from ui.instance_windows import Instance
else:
    from ui.instance import Instance

# Half a sentence typed on after the exit must not land in the calculator.
IGNORE_KEYS_SECONDS = 0.4
# Should no paint event come (a window on another desktop), the child is ended all the same.
END_CHILD_AT_LATEST_MS = 60
ASIDE_AT_LATEST_MS = 1500
STANDS_AT_LATEST_MS = 5000
BEHIND_FOR_MS = 500
REHEARSE_AFTER_MS = 100
START_SIZE = QSize(380, 560)


class Parent(QObject):
    """The window of the everyday program, and the life of the child."""

    def __init__(self, application: QApplication, files: VaultFiles, room: Room = HOME_ROOM) -> None:
        super().__init__()
        self._room = room
        self._files = files
        self._preferences = everyday.load(files, room.languages)
        self._child: Child | None = None  # stands, or is about to
        self._coming: Child | None = None  # will take its place
        self._leaving: Child | None = None  # until this window is painted
        self._made_way = False  # the child is covered, and waits for `_coming`
        self._aside: Child | None = None  # covered, unseen, waiting to be called back
        self._aside_ends = QTimer(self, singleShot=True)
        self._aside_ends.timeout.connect(self._end_aside)
        self._aside_in_time = QTimer(self, singleShot=True, interval=ASIDE_AT_LATEST_MS)
        self._aside_in_time.timeout.connect(self._end_if_still_there)
        # In a kiosk a list or a sum goes with the session; where there was none, once it is left alone for as long.
        self._left_alone = QTimer(self, singleShot=True, interval=1000 * room.stay_seconds)
        self._left_alone.timeout.connect(self._forget_if_left_alone)
        self._stands_in_time = QTimer(self, singleShot=True, interval=STANDS_AT_LATEST_MS)
        self._stands_in_time.timeout.connect(self._not_standing)
        self._post = DeskPost()
        self._ignore_until = 0.0
        self._other_place = (QRect(), 0)
        self._keys = ScreenListening(self)
        self._keys.exit_heard.connect(self._exit_key_heard)
        application.setStyle("Fusion")
        self._translation = Translation(application)
        self._translation.use(self._preferences.language)
        self._rehearsal = QTimer(self, singleShot=True, interval=REHEARSE_AFTER_MS)
        self._rehearsal.timeout.connect(self._rehearse)
        self._cover = ExitCover(self)
        application.styleHints().colorSchemeChanged.connect(self._rehearsal.start)
        self.program = self._build_program()
        self._keys.listen_at(self.program)
        application.installEventFilter(self)

    def _build_program(self) -> EverydayProgram:
        program = registry.build(self._room.program(self._preferences.program), self._preferences, self._files)
        program.before_accept = self.door_check
        program.setWindowTitle(program.title())
        program.setWindowIcon(program.icon())
        return program

    # ── the door ────────────────────────────────────────────────────────────────────────────────────────────────
    def door_check(self, typed: str) -> bool:
        """True when what was typed is the door; the program then forgets it.

        Also when the other window is already on its way: typed once more in impatience it would become a line that
        is kept and shown.
        """
        if not self._leads_in(typed):
            return False
        # Started after the key event has ended, so that the program has already forgotten what was typed.
        QTimer.singleShot(0, self, self.open_child)
        return True

    def _leads_in(self, typed: str) -> bool:
        if self._room.is_kiosk:
            return door.canonical(typed) == door.canonical(self._room.policy.sum)
        return door.opens(self._files, typed)

    def open_child(self) -> None:
        """Bring the other window to the place of this one: the one that waits aside, or a new one."""
        if self._child is not None:
            return
        self._other_place = (self.program.geometry(), self._window_state())
        self._keys.forget()
        self._cover.go()
        if self._aside is not None:
            self._child, self._aside = self._aside, None
            self._aside_ends.stop()
            self._aside_in_time.stop()
            self._child.tell(
                Message(messages.STAND_AGAIN, (*_numbers(self.program.geometry()), self._window_state()))
            )
            self._stands_in_time.start()
        else:
            self._child = self._start_child()

    def _start_child(self, client: int = 0) -> Child:
        area, state = self._other_place
        child = Child(VaultRole(_numbers(area), state, client), self)
        child.said.connect(partial(self._obey, child))
        child.ended.connect(partial(self._child_ended, child))
        for message in self._post.for_child(client):
            child.tell(message)
        return child

    def _window_state(self) -> int:
        if self.program.isFullScreen():
            return 2
        return 1 if self.program.isMaximized() else 0

    def _child_ended(self, child: Child) -> None:
        if child is self._child:
            child.stays_seconds = 0
            self.come_back()
        elif child is self._aside:
            self._end_aside()
        elif child is self._coming:
            # The one that stands goes on standing, unless it has covered itself for the one that was to come.
            self._coming = None
            child.end()
            if self._made_way:
                self.come_back(quietly=True)

    def _obey(self, child: Child, message: Message) -> None:
        if child is self._coming and message.tag == messages.READY:
            before, self._child, self._coming = self._child, child, None
            self._made_way = False
            if before is not None:
                before.end()
        if child is self._aside and message.tag == messages.LEAVING and not child.stays_seconds:
            # Hidden, and now over before its time.
            self._end_aside()
        if child is not self._child:
            return
        if message.tag == messages.READY:
            self._stands_in_time.stop()
            self.program.hide()
            # What it shows on coming back is what the other window shows in the exit: its start state.
            self.program.reset()
            self._place(*self._other_place)
        elif message.tag == messages.GEOMETRY:
            x, y, width, height, state = message.numbers
            self._other_place = (QRect(x, y, max(width, 120), max(height, 120)), state)
            if not self.program.isVisible():
                self._place(*self._other_place)
        elif message.tag == messages.LEAVING:
            quietly = bool(message.numbers[0])
            if quietly and self._coming is not None:
                # What came in front is the window that it made way for, before that one could say that it stands.
                self._made_way = True
                return
            if not quietly:
                self._cover.stand(self._other_place[0])
            self.come_back(quietly=quietly)
        elif message.tag == messages.SWITCH and self._coming is None:
            if self._room.is_kiosk:
                self._forget_resident()
            # The old one goes when the new one stands: nobody sees what lies behind.
            self._coming = self._start_child(message.numbers[0])
        elif message.tag == messages.BOX_KEY:
            self._post.take(child.client, message)
        elif message.tag == messages.EXIT_KEY:
            self._keys.choose(message.numbers[0])
        elif message.tag == messages.PREFERENCES:
            self._change_program()

    def _place(self, area: QRect, state: int) -> None:
        """Keep the hidden window where the visible one is."""
        self.program.setGeometry(area)
        self.program.setWindowState(
            (Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen)[state % 3]
        )

        self._rehearsal.start()

    def _rehearse(self) -> None:
        """Draw once, unseen: the first drawing at a new size is the slowest, and an exit would wait for it."""
        if not self.program.isVisible():
            self._cover.take(self.program, self._other_place[0])

    def _change_program(self) -> None:
        area, state = self.program.geometry(), self._window_state()
        self._preferences = everyday.load(self._files, self._room.languages)
        self._translation.use(self._preferences.language)
        old, self.program = self.program, self._build_program()
        self._keys.listen_at(self.program)
        self._place(area, state)
        if old.isVisible():
            self.program.show()
        old.hide()
        old.deleteLater()

    # ── the exit ────────────────────────────────────────────────────────────────────────────────────────────────
    def come_back(self, *, quietly: bool = False) -> None:
        """Show this window where the other one stands; once it is painted, end the child and all it started.

        `quietly` leaves the keyboard with the program in front. A child that asked to stay steps aside instead.
        """
        self._stands_in_time.stop()
        self._made_way = False
        if self._coming is not None:
            self._coming.end()
            self._coming = None
        child, self._child = self._child, None
        if child is None:
            self.come_forward()
            return
        self._leaving = child
        self._ignore_until = time.perf_counter() + IGNORE_KEYS_SECONDS
        if not self.program.isVisible() and self.program.geometry() != self._other_place[0]:
            # A window manager that takes its frame off a hidden window moves it without asking (mutter: up by 37).
            self.program.setGeometry(self._other_place[0])
        if quietly:
            self._stand_behind()
        else:
            self.come_forward()
        QTimer.singleShot(END_CHILD_AT_LATEST_MS, self, self._let_go)

    def come_forward(self) -> None:
        """In front of everything, also when it was small."""
        program = self.program
        program.setWindowState(program.windowState() & ~Qt.WindowState.WindowMinimized)
        program.show()
        program.raise_()
        program.activateWindow()

    def _stand_behind(self) -> None:
        """At the other window's place, below and without the keyboard: somebody is at another program now."""
        program, handle = self.program, self.program.windowHandle()
        program.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if handle is not None:
            # openbox gives a window that appears the keyboard all the same, unless it cannot take it.
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, on=True)
            takes_again = partial(handle.setFlag, Qt.WindowType.WindowDoesNotAcceptFocus, False)
            QTimer.singleShot(BEHIND_FOR_MS, handle, takes_again)
        program.show()
        program.lower()
        program.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=False)

    def called_again(self) -> None:
        """A second start: show the everyday program, never the other window."""
        self.come_back()

    def _let_go(self) -> None:
        child, self._leaving = self._leaving, None
        if child is None:
            return
        if not child.stays_seconds:
            self._end(child)
            return
        self._aside = child
        self._aside_ends.start(1000 * child.stays_seconds)
        child.is_aside = False
        child.tell(Message(messages.STEP_ASIDE))
        self._aside_in_time.start()

    def _end_if_still_there(self) -> None:
        """A window that hangs stands behind this one and in the list of windows: its process goes after all."""
        if self._aside is not None and not self._aside.is_aside:
            self._end_aside()

    def _end_aside(self) -> None:
        child, self._aside = self._aside, None
        self._aside_ends.stop()
        if child is not None:
            self._end(child)

    def _not_standing(self) -> None:
        """Called back and not there: it hangs. The next sum starts afresh."""
        child, self._child = self._child, None
        if child is not None:
            self._end(child)

    def _end(self, child: Child) -> None:
        child.end()
        if self._room.is_kiosk:
            self._forget_resident()

    def _forget_resident(self) -> None:
        """What one resident typed into a list or a sum, and her language, are not for the next one to read."""
        everyday.forget(self._files)
        self._change_program()

    def _forget_if_left_alone(self) -> None:
        # A session that is open or waits forgets all this at its end; until then an exit shows this window as it is.
        if not (self._child or self._coming or self._leaving or self._aside):
            self._forget_resident()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ends the child after the first own paint, and ignores keys for a moment after an exit."""
        kind = event.type()
        if kind == QEvent.Type.Paint and self._leaving is not None and watched is self.program:
            QTimer.singleShot(self._cover.seen_after_ms(), self, self._let_go)
        elif (
            kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
            and time.perf_counter() < self._ignore_until
        ):
            return True
        elif kind == QEvent.Type.Close and watched is self.program:
            if self._room.policy.full_screen:
                # Behind a kiosk's only window lies the desktop.
                event.ignore()
                return True
            self._keep_size()
        elif kind in SIGNS_OF_A_PERSON and self._room.is_kiosk:
            self._left_alone.start()
        return False

    def _keep_size(self) -> None:
        size = self.program.size()
        everyday.change(self._files, window=(size.width(), size.height()))

    def _exit_key_heard(self, process_in_front: int) -> None:
        """Every key on the screen is heard; only while the other window is in front does one mean anything."""
        if self._child is not None and process_in_front == self._child.pid:
            self._cover.stand(self._other_place[0])
            self.come_back()


def _numbers(area: QRect) -> tuple[int, int, int, int]:
    return area.x(), area.y(), area.width(), area.height()


def run() -> int:
    """The program as a person starts it."""
    hardening.harden_process()
    prepare_platform()
    files = vault_files()
    # In a read-only place the everyday program works all the same.
    with contextlib.suppress(OSError):
        make_private_folder(files.folder)
    first_start = not files.header.exists() and not files.preferences.exists()
    instance = Instance(files.preferences)
    if not instance.claim():
        instance.call_the_other()
        return 0
    # Qt makes the window class of the first argument, and window lists show it.
    room = this_room(0)
    if room.is_kiosk:
        # After a power cut nobody else does: what the former resident left in a list, and her language.
        everyday.forget(files)
    application = QApplication([registry.window_class(room.program(everyday.load(files).program))])
    collect_between_events(application)
    parent = Parent(application, files, room)
    instance.when_called(parent.called_again, parent)
    kept = everyday.load(files).window
    parent.program.resize(QSize(*kept) if all(kept) else START_SIZE)
    if room.policy.full_screen:
        parent.program.showFullScreen()
    if room.is_kiosk and room.policy.start_page:
        parent.open_child()
    elif first_start and room.policy.mode == "home" and room.fault is None:
        # Nothing to come back to yet: the first window teaches hiding, and this one waits where it stands.
        parent.program.move(application.primaryScreen().availableGeometry().center() - parent.program.rect().center())
        parent.open_child()
    elif not room.policy.full_screen:
        parent.program.show()
    return application.exec()
