"""One kept file: to look at, what is known about it, what it claims about itself, and whether it is unchanged.

May touch: the one file, through the background and the viewer. Must never decode it here, and never mix what this
program noted with what the file says about itself.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from safeplan.errors import Cancelled, SafePlanError
from safeplan.records import attachments, incidents
from safeplan.records.attachments import AttachmentInfo
from ui.background import Job, Session
from ui.error_texts import error_text
from ui.page import Page, PageContext
from ui.theme import current
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.file_cards import claims_card, facts_card
from ui.widgets.flow import columns, flow
from ui.widgets.labels import Body
from ui.widgets.picture_card import PictureCard, Pieces
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.work_bar import WorkBar


@dataclass(frozen=True)
class FileView:
    """A kept file and the number of its entry."""

    info: AttachmentInfo
    number: int


class FilePage(Page):
    """Argument: attachment_id."""

    name = "file"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.sheet = ScrollPage(name="file-scroll")
        self.layout_.addWidget(self.sheet)
        self._wanted = ""
        self._view: FileView | None = None
        self.picture: PictureCard | None = None
        self._check: Job | None = None

    def title(self) -> str:
        """Not the file's name: a title is read over a shoulder."""
        return self.tr("File")

    def arrive(self, attachment_id: str = "", **_: Any) -> None:
        """Load the file's facts; the picture waits for Show."""
        self.clear()
        self._wanted = attachment_id
        if attachment_id and self.context.has_store():
            work = functools.partial(_load, attachment_id=attachment_id)
            self.context.background.run(self, work, self.show_view, self._gone)
        else:
            self.context.go("happened")

    def show_view(self, view: FileView) -> None:
        """Everything about the file, the picture covered."""
        if view.info.id != self._wanted:
            return
        self._view = view
        self.sheet.empty()
        context = self.context
        self.picture = PictureCard(view.info, context.viewer, self._read)
        self.picture.set_height(self._picture_height())
        facts = facts_card(view.info, view.number, context.clock, context.language)
        self.sheet.add(
            self.picture, columns(facts, claims_card(view.info, context.clock, context.language)), self._end_card()
        )

    def hideEvent(self, event: Any) -> None:
        """Whoever turns to another page leaves nothing uncovered behind."""
        super().hideEvent(event)
        if self.picture is not None:
            self.picture.cover()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture takes what the window gives."""
        super().resizeEvent(event)
        if self.picture is not None:
            self.picture.set_height(self._picture_height())

    def clear(self) -> None:
        """Forget what is shown."""
        if self._check is not None:
            self._check.cancel()
        if self.picture is not None:
            self.picture.cover()
        self.picture = None
        self._view = None
        self.sheet.empty()

    def _picture_height(self) -> int:
        return max(current().px(200), min(current().px(640), self.height() - current().px(110)))

    def _end_card(self) -> Card:
        assert self._view is not None
        card = Card(name="file-end")
        self.checking = WorkBar(name="file-check-work")
        self.check_button = SecondaryButton(
            self.tr("Check that the file is unchanged"), name="file-check", icon="hash", clicked=self.check
        )
        self.result = Body("", name="file-check-result")
        self.result.hide()
        fixed = self._view.info.fixed
        buttons: list[QWidget] = [
            self.check_button,
            SecondaryButton(
                self.tr("Remove") if fixed else self.tr("Take back"),
                name="file-remove",
                icon="trash" if fixed else "arrow-counter-clockwise",
                clicked=self._ask_remove,
            ),
            QuietButton(self.tr("Back to the entry"), name="file-back", clicked=self._back),
        ]
        card.add(self.result, self.checking, flow(*buttons, spacing=10))
        return card

    # ── reading and checking ────────────────────────────────────────────────────────────────────────────────────
    def _read(
        self,
        done: Callable[[Pieces], None],
        failed: Callable[[SafePlanError], None],
        progress: Callable[[int, int], None],
    ) -> Job:
        work = functools.partial(_read_file, attachment_id=self._wanted)
        return self.context.background.run(self.picture or self, work, done, failed, progress=progress)

    def check(self) -> None:
        """Compare the bytes with the fingerprint from the day they were kept."""
        self.result.hide()
        self.check_button.setEnabled(False)
        self.checking.begin(self.tr("Checking the file"))
        job = self.context.background.run(
            self.checking,
            functools.partial(_check, attachment_id=self._wanted),
            self._checked,
            self._check_failed,
            progress=self.checking.set_progress,
        )
        self.checking.cancelled.connect(job.cancel)
        self._check = job

    def _checked(self, unchanged: bool) -> None:  # noqa: FBT001
        if unchanged:
            self._say_result(self.tr("File unchanged. Its fingerprint is the one from the day it was kept."))
        else:
            self._say_result(
                self.tr(
                    "The file is not as it was kept: a part is missing or different. The disk may be failing."
                    " A copy from an earlier hand-over may still be good."
                )
            )

    def _check_failed(self, error: SafePlanError) -> None:
        if isinstance(error, Cancelled):
            self._say_result(self.tr("Stopped. Nothing is known about the rest."))
            return
        words = error_text(error)
        self._say_result(f"{words.sentence} {words.hint}" if words else "")

    def _say_result(self, text: str) -> None:
        self.checking.end()
        self.check_button.setEnabled(True)
        self.result.setText(text)
        self.result.show()

    # ── removing ────────────────────────────────────────────────────────────────────────────────────────────────
    def _ask_remove(self) -> None:
        if self._view is None:
            return
        if not self._view.info.fixed:
            self.context.questions.ask(
                self.tr("Take back this file?"),
                self.tr("Nothing of it stays, no trace. This can be done until the next opening."),
                [("yes", self.tr("Take back")), ("no", self.tr("Leave it"))],
                functools.partial(self._remove, self._wanted),
                safe="no",
            )
            return
        self.context.questions.ask(
            self.tr("Remove this file?"),
            self.tr(
                "The file is deleted for good. What stays is that entry {number} had a file, with the day of"
                " removal.\n\nA fingerprint is a row of signs from which nothing can be read. Kept, it can show that"
                " a copy you handed over earlier is unchanged."
            ).format(number=self._view.number),
            [
                ("no", self.tr("Leave it")),
                ("keep", self.tr("Remove, keep the fingerprint")),
                ("all", self.tr("Remove, keep no fingerprint")),
            ],
            functools.partial(self._remove, self._wanted),
            safe="no",
        )

    def _remove(self, attachment_id: str, answer: str) -> None:
        if answer != "no":
            work = functools.partial(_remove, attachment_id=attachment_id, keep_hash=answer == "keep")
            self.context.background.run(
                self, work, self._removed, self.context.questions.tell_error, changes=("incidents",)
            )

    def _removed(self, fixed: bool) -> None:  # noqa: FBT001
        self._back()
        self.context.tell(self.tr("The file is removed.") if fixed else self.tr("The file is taken back."))

    def _gone(self, error: SafePlanError) -> None:
        self.clear()
        self.context.go("happened")
        self.context.questions.tell_error(error)

    def _back(self) -> None:
        view = self._view
        self.clear()
        if view is not None:
            self.context.go("entry", incident_id=view.info.incident_id)
        else:
            self.context.go("happened")


def _load(session: Session, _job: Job, *, attachment_id: str) -> FileView:
    info = attachments.attachment(session.database, attachment_id)
    return FileView(info, incidents.incident(session.database, info.incident_id).number)


def _read_file(session: Session, job: Job, *, attachment_id: str) -> Pieces:
    total = attachments.attachment(session.database, attachment_id).size
    pieces: Pieces = []
    done = 0
    for piece in attachments.read_chunks(session.database, attachment_id):
        if job.cancelled():
            raise Cancelled
        pieces.append(piece)
        done += len(piece)
        job.progress(done >> 10, max(1, total >> 10))
    return pieces


def _check(session: Session, job: Job, *, attachment_id: str) -> bool:
    return attachments.check_file(
        session.database,
        attachment_id,
        progress=lambda done, total: job.progress(done >> 10, max(1, total >> 10)),
        cancelled=job.cancelled,
    )


def _remove(session: Session, _job: Job, *, attachment_id: str, keep_hash: bool) -> bool:
    fixed = attachments.attachment(session.database, attachment_id).fixed
    attachments.remove_attachment(session.database, session.clock, attachment_id, keep_hash=keep_hash)
    return fixed
