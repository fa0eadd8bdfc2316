"""The everyday program that this window is dressed as: its title and icon, and the picture that covers it.

May touch: the file of everyday settings, which both windows read. Must never dress this window as another program, or
in another language, than the one that stands behind it: an exit would show the change.
"""

from __future__ import annotations

from PySide6.QtGui import QImage

from safeplan.paths import VaultFiles
from ui.disguises import preferences as everyday
from ui.disguises import registry
from ui.disguises.program import EverydayProgram
from ui.parent_wire import Wire
from ui.rooms import Room
from ui.translation import Translation
from ui.window import VaultWindow


class Dress:
    """`language` is that of the pages: where it cannot be kept, the everyday program goes on in another."""

    def __init__(self, files: VaultFiles, room: Room, wire: Wire, translation: Translation) -> None:
        self._files, self._room, self._wire, self._translation = files, room, wire, translation
        self._preferences = everyday.load(files, room.languages)
        self.language = self._preferences.language
        translation.use(self.language)
        self.program = self._build()
        self._window: VaultWindow | None = None

    @property
    def name(self) -> str:
        """Which everyday program it is."""
        return self._preferences.program

    def wear(self, window: VaultWindow) -> None:
        """From now on `window` is covered by it."""
        self._window = window
        window.prepare_cover(self.program)

    def picture(self) -> QImage:
        """What the task bar shows of this window."""
        return self.program.grab().toImage()

    def choose_language(self, language: str) -> None:
        """For both windows, as far as it can be kept; it is spoken after renew()."""
        self.language = language
        self._keep(language=language)

    def choose_program(self, name: str) -> bool:
        """Another program. Whether it could be kept; otherwise all stays as it was."""
        if not self._keep(program=name):
            return False
        self._put_on()
        return True

    def renew(self) -> bool:
        """Speak the language chosen last from now on; the program too, if that could be kept. Whether it could."""
        self._translation.use(self.language)
        kept = self._preferences.language == self.language
        if kept:
            self._put_on()
        return kept

    def _keep(self, **values: str) -> bool:
        """Whether the file says so afterwards: on a full disk it does not."""
        everyday.change(self._files, **values)
        found = everyday.load(self._files, self._room.languages)
        kept = all(getattr(found, name) == value for name, value in values.items())
        if kept:
            self._preferences = found
        return kept

    def _put_on(self) -> None:
        """Title, icon and cover are the program's; the hidden window follows."""
        old, self.program = self.program, self._build()
        if self._window is not None:
            self._window.prepare_cover(self.program)
            self._window.setWindowTitle(self.program.title())
            self._window.setWindowIcon(self.program.icon())
        old.deleteLater()
        self._wire.preferences_changed()

    def _build(self) -> EverydayProgram:
        return registry.build(self._room.program(self._preferences.program), self._preferences, self._files)
