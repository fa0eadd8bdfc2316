"""A program of the desktop that keeps whatever is copied, as histories of the clipboard do.

It holds in its memory all forms of all that it is offered, and says "kept N" for each time.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication


def main() -> int:
    application = QGuiApplication(sys.argv)
    clipboard = application.clipboard()
    kept: list[bytes] = []

    def keep(mode: object) -> None:
        data = clipboard.mimeData(mode)
        for form in data.formats() if data is not None else ():
            kept.append(bytes(data.data(form)))
        print("kept", len(kept), flush=True)

    clipboard.changed.connect(keep)
    print("watching", flush=True)
    return int(application.exec())


if __name__ == "__main__":
    sys.exit(main())
