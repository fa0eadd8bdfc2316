"""The program on a computer with a policy: as a person starts it, but its rules stand in the story's own folder.

Started with a policy file and, for a kiosk, the two words of every session and how many seconds one waits (a policy
counts in minutes), how many seconds late a window is painted first, as on a slower computer; perhaps also with the
folder in which sticks appear, and then the words that are drawn for what leaves are those two, twice. Its children
are started the same way.
Nothing else is replaced; the one real place of a policy belongs to the system and is not for a test to write.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def _paint_first_after(seconds: float) -> None:
    from PySide6.QtCore import QEvent

    from ui.window_place import WindowPlace

    real = WindowPlace.eventFilter

    def slow(self: Any, watched: Any, event: Any) -> bool:
        if seconds and event.type() == QEvent.Type.Paint and watched is self._window and not self._standing:
            time.sleep(seconds)
        return real(self, watched, event)

    WindowPlace.eventFilter = slow  # type: ignore[method-assign]


def main() -> int:
    rules, words, seconds, *media = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), *sys.argv[5:]
    later = sys.argv[4]
    from safeplan import policy, policy_reading
    from safeplan.vault import passphrase

    policy.policy_here = lambda: policy_reading.read_policy(rules.read_bytes(), str(rules))
    passphrase.words_to_come_back = lambda _language: words

    from ui import processes, removable, rooms

    if media:
        passphrase.generate = lambda _language, _words=4: f"{words} {words}"
        removable.removable_places = lambda: tuple(sorted(Path(media[0]).iterdir()))

    rooms.Room.stay_seconds = property(lambda _room: seconds)
    processes.command = lambda: [sys.executable, __file__, str(rules), words, str(seconds), later, *media]
    del sys.argv[1:]
    _paint_first_after(float(later))
    from ui.__main__ import main as program

    return program()


if __name__ == "__main__":
    sys.exit(main())
