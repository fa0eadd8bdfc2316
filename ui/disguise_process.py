"""The parent: an everyday program that really works, and that steps aside while the other window is up.

May touch: its own settings file, the door check, one child process. Must never import the store, the records or
their keys (an import contract), and never hears a word from the child: only single letters and numbers.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QSize, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from safeplan import door, hardening
from safeplan.paths import VaultFiles, make_private_folder, vault_files
from ui import messages, x11_keys
from ui.collection import collect_between_events
from ui.disguises import preferences as everyday
from ui.disguises import registry
from ui.disguises.program import EverydayProgram
from ui.exit_keys import ExitKeys
from ui.platform_choice import prepare_platform
from ui.processes import Running, start_process
from ui.translation import Translation

if sys.platform == "win32":
    from ui.instance_windows import Instance
else:
    from ui.instance import Instance

# Half a sentence typed on after the exit must not land in the calculator.
IGNORE_KEYS_SECONDS = 0.4
# Should no paint event come (a window on another desktop), the child is ended all the same.
END_CHILD_AT_LATEST_MS = 60
COLLECT_CHILD_MS = 10
REHEARSE_AFTER_MS = 100
START_SIZE = QSize(380, 560)


class HeardKeys(Protocol):
    """What the listeners of X11 and Windows can both be asked."""

    def keysym(self, code: int, /) -> int: ...  # noqa: D102
    def is_shift(self, code: int, /) -> bool: ...  # noqa: D102
    def process_in_front(self) -> int: ...  # noqa: D102


class Parent(QObject):
    """The window of the everyday program, and the life of the child."""

    def __init__(self, application: QApplication, files: VaultFiles) -> None:
        super().__init__()
        self._application = application
        self._files = files
        self._preferences = everyday.load(files)
        self._child: Running | None = None
        self._notifier: QSocketNotifier | None = None
        self._buffer = bytearray()
        self._ending: Running | None = None
        self._ignore_until = 0.0
        self._other_place = (QRect(), 0)
        self._exit_keys = ExitKeys()
        self._exit_keysym = 0
        self._screen = x11_keys.screen_keys()
        if self._screen is not None:
            self._screen_notifier = QSocketNotifier(self._screen.descriptor(), QSocketNotifier.Type.Read, self)
            self._screen_notifier.activated.connect(self._hear_screen)
        application.setStyle("Fusion")
        self._translation = Translation(application)
        self._translation.use(self._preferences.language)
        self._rehearsal = QTimer(self, singleShot=True, interval=REHEARSE_AFTER_MS)
        self._rehearsal.timeout.connect(self._rehearse)
        self.program = self._build_program()
        self._listen_on_windows()
        application.installEventFilter(self)

    def _build_program(self) -> EverydayProgram:
        program = registry.build(self._preferences.program, self._preferences, self._files)
        program.before_accept = self.door_check
        program.setWindowTitle(program.title())
        program.setWindowIcon(program.icon())
        return program

    # ── the door ────────────────────────────────────────────────────────────────────────────────────────────────
    def door_check(self, typed: str) -> bool:
        """True when what was typed is the door; the program then forgets it."""
        if self._child is not None or not door.opens(self._files, typed):
            return False
        # Started after the key event has ended, so that the program has already forgotten what was typed.
        QTimer.singleShot(0, self, self.open_child)
        return True

    def open_child(self) -> None:
        """Start the other window at the place of this one."""
        if self._child is not None:
            return
        area = self.program.geometry()
        self._other_place = (area, self._window_state())
        role = messages.Message(
            messages.VAULT_ROLE, (area.x(), area.y(), area.width(), area.height(), self._window_state())
        )
        child = start_process(role.pack())
        self._child = child
        self._buffer.clear()
        self._exit_keys.forget()
        self._notifier = QSocketNotifier(child.from_child, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear_child)

    def _window_state(self) -> int:
        if self.program.isFullScreen():
            return 2
        return 1 if self.program.isMaximized() else 0

    def _hear_child(self) -> None:
        child = self._child
        if child is None:
            return
        try:
            received = os.read(child.from_child, 4096)
        except BlockingIOError:
            return
        except OSError:
            received = b""
        if not received:
            self.come_back()
            return
        self._buffer += received
        try:
            for message in messages.unpack_messages(self._buffer):
                self._obey(message)
        except ValueError:
            self.come_back()

    def _obey(self, message: messages.Message) -> None:
        if message.tag == messages.READY:
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
            self.come_back()
        elif message.tag == messages.EXIT_KEY:
            self._exit_keysym = message.numbers[0]
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
            self.program.grab()

    def _change_program(self) -> None:
        area, state = self.program.geometry(), self._window_state()
        self._preferences = everyday.load(self._files)
        self._translation.use(self._preferences.language)
        old, self.program = self.program, self._build_program()
        self._listen_on_windows()
        old.hide()
        old.deleteLater()
        self._place(area, state)

    # ── the exit ────────────────────────────────────────────────────────────────────────────────────────────────
    def come_back(self) -> None:
        """Show this window where the other one stands; once it is painted, end the child and all it started."""
        child, self._child = self._child, None
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier = None
        if child is None:
            self.come_forward()
            return
        self._ending = child
        self._ignore_until = time.perf_counter() + IGNORE_KEYS_SECONDS
        self.come_forward()
        QTimer.singleShot(END_CHILD_AT_LATEST_MS, self, self._end_child)

    def come_forward(self) -> None:
        """In front of everything, also when it was small."""
        program = self.program
        program.setWindowState(program.windowState() & ~Qt.WindowState.WindowMinimized)
        program.show()
        program.raise_()
        program.activateWindow()

    def called_again(self) -> None:
        """A second start: show the everyday program, never the other window."""
        self.come_back()

    def _end_child(self) -> None:
        child, self._ending = self._ending, None
        if child is None:
            return
        child.kill()
        child.close_pipes()
        QTimer.singleShot(COLLECT_CHILD_MS, self, lambda: self._collect(child))

    def _collect(self, child: Running) -> None:
        """An ended process stays in the process list until its parent has looked at it."""
        if child.alive():
            QTimer.singleShot(COLLECT_CHILD_MS, self, lambda: self._collect(child))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ends the child after the first own paint, and ignores keys for a moment after an exit."""
        kind = event.type()
        if kind == QEvent.Type.Paint and self._ending is not None and watched is self.program:
            QTimer.singleShot(0, self, self._end_child)
        elif (
            kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
            and time.perf_counter() < self._ignore_until
        ):
            return True
        elif kind == QEvent.Type.Close and watched is self.program:
            self._keep_size()
        return False

    def _keep_size(self) -> None:
        size = self.program.size()
        everyday.change(self._files, window=(size.width(), size.height()))

    def _hear_screen(self) -> None:
        """Every key on the screen passes here; only while the other window is in front does it mean anything."""
        screen = self._screen
        if screen is None:
            return
        for kind, detail in screen.events():
            self._hear_key(screen, kind, detail)

    def _hear_key(self, screen: HeardKeys, kind: int, detail: int) -> None:
        child = self._child
        if child is not None and self._heard(screen, kind, detail) and screen.process_in_front() == child.pid:
            self.come_back()

    def _listen_on_windows(self) -> None:
        """There the keys come as messages of a window of ours, made anew with the everyday program."""
        if sys.platform == "win32":
            from ui import windows_keys

            with contextlib.suppress(OSError):
                self._windows_keys = windows_keys.ScreenKeys(
                    int(self.program.winId()),
                    lambda kind, code: self._hear_key(self._windows_keys, kind, code),
                )

    def _heard(self, screen: HeardKeys, kind: int, detail: int) -> bool:
        now = time.perf_counter()
        if kind == x11_keys.RAW_KEY_PRESS:
            chosen = self._exit_keysym != 0 and screen.keysym(detail) == self._exit_keysym
            return self._exit_keys.press(detail, is_shift=screen.is_shift(detail), is_chosen=chosen)
        if kind == x11_keys.RAW_KEY_RELEASE:
            return self._exit_keys.release(detail, is_shift=screen.is_shift(detail), now=now)
        if kind == x11_keys.RAW_BUTTON_PRESS:
            self._exit_keys.press(("button", detail), is_shift=False)
        elif kind == x11_keys.RAW_BUTTON_RELEASE:
            self._exit_keys.release(("button", detail), is_shift=False, now=now)
        return False


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
    application = QApplication([registry.window_class(everyday.load(files).program)])
    collect_between_events(application)
    parent = Parent(application, files)
    instance.when_called(parent.called_again, parent)
    kept = everyday.load(files).window
    parent.program.resize(QSize(*kept) if all(kept) else START_SIZE)
    if first_start:
        # Nothing to come back to yet: the first window teaches hiding, and this one waits where it stands.
        parent.program.move(application.primaryScreen().availableGeometry().center() - parent.program.rect().center())
        parent.open_child()
    else:
        parent.program.show()
    return application.exec()
