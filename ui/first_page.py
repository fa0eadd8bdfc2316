"""The page behind the passphrase, made ready while the page for the passphrase waits for her.

May touch: the program's own code, words and drawings; pages that nobody sees yet. Must never show anything, read
anything of hers, or hold the window longer than one part of a page takes to make.
"""

from __future__ import annotations

import functools
import importlib
from dataclasses import fields

from PySide6.QtCore import QObject, QTimer

from safeplan.records.settings import Settings
from ui import page_list
from ui.background import Job, Session
from ui.icons import icon
from ui.page import PageContext
from ui.rooms import Room
from ui.window import VaultWindow

# Between two parts keys are heard and the window is painted.
BETWEEN_MS = 5
# Nothing is made while she types. After Enter this long, too: while a derivation takes its memory (256 MiB and more),
# Linux lets this thread have none, and a part of 25 ms took 300.
QUIET_MS = 300
# What no page shows that was made before these were known. Any other that she changed has the page made anew.
NOT_SEEN_IN_IT = frozenset(
    {
        *("idle_minutes", "hide_when_inactive", "exit_key", "navigation", "used_pages", "views_noted", "remote_help"),
        *("hiding_rehearsed", "sum_offered", "spare_key_offered", "court_note_read", "export_language"),
        "copies_leave",
    }
)


class FirstPage(QObject):
    """Reads at once, in the worker; then makes the page, part by part, in the pauses that she leaves."""

    def __init__(self, context: PageContext, window: VaultWindow, room: Room, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._window, self._room = context, window, room
        self._learned = self._opened = False
        self._pause = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._pause.timeout.connect(self._go_on)
        self._next = QTimer(self, interval=BETWEEN_MS)
        self._next.timeout.connect(self._make_a_part)
        context.typing = self.wait_for_a_pause

    def learn(self) -> None:
        """In the worker: what opening needs, and the page behind it."""
        language, region = self._context.language, self._context.settings.region
        work = functools.partial(_learn, room=self._room, language=language, region=region)
        self._context.background.run(self, work, self._has_learned, ahead=True)

    def _has_learned(self, _result: object) -> None:
        self._learned = True
        if not self._pause.isActive():
            self._go_on()

    def wait_for_a_pause(self) -> None:
        """She types, or has just pressed Enter."""
        self._next.stop()
        self._pause.start()

    def _go_on(self) -> None:
        # Code that the worker is just reading would hold the window until it has.
        if self._learned and not self._opened:
            self._next.start()

    def opened(self, settings: Settings) -> None:
        """The store is open: a page made for other settings than hers goes."""
        self._opened = True
        self._next.stop()
        before = self._context.settings
        names = {field.name for field in fields(Settings)} - NOT_SEEN_IN_IT
        if any(getattr(before, name) != getattr(settings, name) for name in names):
            self._window.forget(self._room.page_inside)

    def _make_a_part(self) -> None:
        if self._window.make_ahead(self._room.page_inside):
            return
        self._next.stop()
        for entry in page_list.entries(self._context.settings, self._room):
            icon(entry.icon)


def _learn(_session: Session, _job: Job, *, room: Room, language: str, region: str) -> None:
    modules = ["ui.opening", "ui.plan_keeping", "ui.region_choice", f"ui.pages.{room.page_inside}"]
    if room.is_client:
        modules += ["safeplan.records.desk_box", "safeplan.vault.second_slot"]
    for name in modules:
        importlib.import_module(name)
    from safeplan.content.desk_words import load_desk_words
    from safeplan.content.guide import load_guide
    from safeplan.content.regions import load_region

    load_guide(language)
    load_region(region, language)
    if room.policy.mode == "desk":
        load_desk_words(language)
