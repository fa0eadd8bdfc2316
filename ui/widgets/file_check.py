"""Compares a kept file with the fingerprint from the day it was kept, and says what came of it.

May touch: the one file, through the background. Must never call a file unchanged that was not read to its end.
"""

from __future__ import annotations

import functools

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from safeplan.errors import Cancelled, DiskFull, ReadOnlyPlace, SafePlanError
from safeplan.records import attachments, custody
from safeplan.records.checking import CheckResult
from ui.background import Background, Job, Session
from ui.error_texts import error_text
from ui.widgets.buttons import SecondaryButton
from ui.widgets.job_bar import JobBar
from ui.widgets.labels import Body


class FileCheck(QWidget):
    """The result and the bar of the work; `button` begins it and stands where the page puts it."""

    def __init__(self, background: Background, attachment_id: str) -> None:
        super().__init__()
        self._id = attachment_id
        self.button = SecondaryButton(
            QCoreApplication.translate("FilePage", "Check that the file is unchanged"),
            name="file-check",
            icon="hash",
            clicked=self.check,
        )
        self.result = Body("", name="file-check-result")
        self.result.hide()
        self.work = JobBar(background, name="file-check-work")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.result)
        column.addWidget(self.work)

    def check(self) -> None:
        """Read every byte and compare."""
        self.result.hide()
        self.button.setEnabled(False)
        words = QCoreApplication.translate("FilePage", "Checking the file")
        self.work.take(words, functools.partial(_check, attachment_id=self._id), self._checked, self._failed)

    def cancel(self) -> None:
        """Stop at the next piece."""
        self.work.stop()

    def _checked(self, came: tuple[bool, DiskFull | None]) -> None:
        unchanged, unnoted = came
        if unchanged:
            said = QCoreApplication.translate(
                "FilePage", "File unchanged. Its fingerprint is the one from the day it was kept."
            )
        else:
            said = QCoreApplication.translate(
                "FilePage",
                "The file is not as it was kept: a part is missing or different. The disk may be failing."
                " A copy from an earlier hand-over may still be good.",
            )
        self._say(" ".join(filter(None, (said, _said(unnoted)))))

    def _failed(self, error: SafePlanError) -> None:
        if isinstance(error, Cancelled):
            self._say(QCoreApplication.translate("FilePage", "Stopped. Nothing is known about the rest."))
            return
        self._say(_said(error))

    def _say(self, text: str) -> None:
        self.button.setEnabled(True)
        self.result.setText(text)
        self.result.show()


def _said(error: SafePlanError | None) -> str:
    words = error_text(error) if error is not None else None
    return f"{words.sentence} {words.hint}" if words else ""


def _check(session: Session, job: Job, *, attachment_id: str) -> tuple[bool, DiskFull | None]:
    """Whether it is unchanged, and why that could not be written down."""
    db = session.database
    unchanged = attachments.check_file(
        db,
        attachment_id,
        progress=lambda done, total: job.progress(done >> 10, max(1, total >> 10)),
        cancelled=job.cancelled_between,
    )
    # A store that cannot be written to is checked all the same.
    try:
        custody.note_check(db, session.clock, CheckResult(unchanged, 0, None), attachment_id)
    except ReadOnlyPlace:
        pass
    except DiskFull as full:
        return unchanged, full
    return unchanged, None
