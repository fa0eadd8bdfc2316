"""What long work is doing, how far it is, and Cancel.

May touch: its own widgets. Must never show a number that was not reported.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow import flow
from ui.widgets.labels import Body


class WorkBar(QWidget):
    """Hidden until begin(); `cancelled` when she presses Cancel. Connect set_progress to a job's progress."""

    cancelled = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.text = Body("", name=f"{name}-text")
        layout.addWidget(self.text)
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}-bar")
        self.bar.setTextVisible(False)
        layout.addWidget(self.bar)
        self.cancel = SecondaryButton(self.tr("Cancel"), name=f"{name}-cancel", icon="x", clicked=self._cancel)
        layout.addWidget(flow(self.cancel))
        self.hide()

    def begin(self, text: str) -> None:
        """Show what begins; the bar moves without a number until the first report."""
        self.text.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self.show()

    def set_progress(self, done: int, total: int) -> None:
        """`done` of `total`, in any unit; values beyond 32 bits are scaled down."""
        if total <= 0:
            return
        self.bar.setRange(0, 1000)
        self.bar.setValue(min(1000, done * 1000 // total))

    def end(self) -> None:
        """The work is over, whichever way."""
        self.hide()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.text.setText(self.tr("Stopping"))
        self.cancelled.emit()
