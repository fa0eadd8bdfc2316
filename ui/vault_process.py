"""The child: hardens itself, opens the pipe to the everyday program, and starts the window behind it.

May touch: this process's limits and descriptors. Must never outlive the parent, and never write to the terminal.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from safeplan import hardening
from safeplan.paths import vault_files
from ui import messages
from ui.app import App
from ui.background import bug_code
from ui.disguises import preferences as everyday
from ui.disguises import registry
from ui.parent_wire import ParentWire
from ui.platform_choice import prepare_platform
from ui.rooms import this_room


def run(role: bytes) -> int:
    """The window's whole life; ends by the parent's kill."""
    hardening.harden_process()
    hardening.die_with_parent()
    prepare_platform()
    told = messages.unpack_role(role)
    files = vault_files()
    room = this_room(told.client)
    application = QApplication([registry.window_class(room.program(everyday.load(files).program))])
    application.setQuitOnLastWindowClosed(False)
    app = App(application, files, ParentWire(), room=room)

    def unexpected(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
        # The traceback could hold her words, and a terminal keeps it: a sentence and a short code instead.
        app.unexpected(bug_code(error))

    sys.excepthook = unexpected
    app.start(QRect(*told.area), told.state)
    return application.exec()
