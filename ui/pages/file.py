"""One kept file: to look at, her words beside it, what it claims about itself, and whether it is unchanged.

May touch: the one file, through the background and the viewer. Must never decode it here, never change it, and never
mix what this program noted with what the file says about itself.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from safeplan.content.file_words import load_file_words
from safeplan.errors import Cancelled, NotThere, SafePlanError
from safeplan.records import attachments, custody, file_notes, incidents
from safeplan.records.attachments import AttachmentInfo
from safeplan.records.file_notes import FileNote
from safeplan.records.readable import MOST_BYTES, Readable, readable
from ui.background import Job, Session
from ui.keeping import add_picture
from ui.keeps_written import KeepsWritten
from ui.page import PageContext
from ui.theme import current
from ui.widgets.buttons import QuietButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.file_cards import claims_card, facts_card
from ui.widgets.file_check import FileCheck
from ui.widgets.file_notes_card import FileNotesCard
from ui.widgets.flow import columns, flow
from ui.widgets.media_card import MediaCard
from ui.widgets.picture_card import PictureCard, Pieces
from ui.widgets.record_custody import CustodyCard
from ui.widgets.scroll_page import ScrollPage
from ui.widgets.text_view import TextCard


@dataclass(frozen=True)
class FileView:
    """A kept file, the number of its entry, and her words beside it."""

    info: AttachmentInfo
    number: int
    note: FileNote


class FilePage(KeepsWritten):
    """Arguments: attachment_id; from the page with all files `back` "files" and `of_entry`, the entry it showed."""

    name = "file"
    keeps_drafts = False

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._words = load_file_words(context.language)
        self.sheet = ScrollPage(name="file-scroll")
        self.layout_.addWidget(self.sheet)
        self._wanted = self._came_from = self._of_entry = ""
        self._view: FileView | None = None
        self.picture: PictureCard | MediaCard | TextCard | None = None
        self.beside: FileNotesCard | None = None
        self._checking: FileCheck | None = None
        # The note and the transcript as they were handed on last.
        self._written = ("", "")

    def title(self) -> str:
        """Not the file's name: a title is read over a shoulder."""
        return self.tr("File")

    def arrive(self, attachment_id: str = "", back: str = "", of_entry: str = "", **_: Any) -> None:
        """Load the file's facts; the picture waits for Show."""
        self.clear()
        self._wanted, self._came_from, self._of_entry = attachment_id, back, of_entry
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
        self.picture = self._shown_as(view.info)
        self.picture.set_height(self._picture_height())
        self.beside = FileNotesCard(view.note, self._words.file, self._mark_private)
        self._written = self.beside.written()
        self.beside.changed.connect(self.touch_draft)
        facts = facts_card(view.info, view.number, context.clock, context.language)
        claims = claims_card(view.info, context.clock, context.language)
        custody_card = CustodyCard(context, view.info.id)
        self.sheet.add(self.picture, self.beside, columns(facts, claims), custody_card, self._end_card())
        work = functools.partial(_note_view, attachment_id=view.info.id)
        context.background.run(context.background, work, lambda _nothing: None)

    def _shown_as(self, info: AttachmentInfo) -> PictureCard | MediaCard | TextCard:
        first = info.kind.partition("/")[0]
        if first == "text":
            return TextCard(info, self._words, self._read_text)
        if first in ("audio", "video"):
            return MediaCard(info, self.context)
        return PictureCard(info, self.context.viewer, self._read)

    def keep_written(self) -> None:
        """Keep the note and the transcript as they stand."""
        if self.beside is None or self._view is None or self.beside.written() == self._written:
            return
        self._written = self.beside.written()
        words, transcript = self._written
        work = functools.partial(_write_note, attachment_id=self._view.info.id, words=words, transcript=transcript)
        background, failed = self.context.background, self.context.questions.tell_error
        background.run(
            background, work, lambda _nothing: None, failed, changes=("files",), urgent=True, her_words=True
        )

    def _mark_private(self, private: bool) -> None:  # noqa: FBT001
        if self._view is None:
            return
        words = self._words.file
        said = words.private_on if private else words.private_off
        work = functools.partial(_mark, attachment_id=self._view.info.id, private=private)
        self.context.background.run(
            self,
            work,
            lambda _nothing: self.context.tell(said),
            self.context.questions.tell_error,
            changes=("files", "incidents"),
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
        """Keep what is written, then forget what is shown."""
        self.forget_pending_draft()
        if self._checking is not None:
            self._checking.cancel()
        self._checking = None
        if self.picture is not None:
            self.picture.cover()
        self.picture = self.beside = self._view = None
        self.sheet.empty()

    def _picture_height(self) -> int:
        return max(current().px(200), min(current().px(640), self.height() - current().px(110)))

    def _end_card(self) -> Card:
        assert self._view is not None
        card = Card(name="file-end")
        self._checking = FileCheck(self.context.background, self._view.info.id)
        fixed = self._view.info.fixed
        buttons: list[QWidget] = [
            self._checking.button,
            SecondaryButton(
                self.tr("Remove") if fixed else self.tr("Take back"),
                name="file-remove",
                icon="trash" if fixed else "arrow-counter-clockwise",
                clicked=self._ask_remove,
            ),
            QuietButton(self.tr("Back to the entry"), name="file-back", clicked=self._back),
            QuietButton(self._words.page.all_entries, name="file-all", clicked=self._to_files),
        ]
        card.add(self._checking, flow(*buttons, spacing=10))
        return card

    # ── reading ────────────────────────────────────────────────────────────────────────────────────
    def _read(
        self,
        done: Callable[[Pieces], None],
        failed: Callable[[SafePlanError], None],
        progress: Callable[[int, int], None],
    ) -> Job:
        work = functools.partial(_read_file, attachment_id=self._wanted)
        return self.context.background.run(self.picture or self, work, done, failed, progress=progress)

    def _read_text(
        self, *, markup: bool, done: Callable[[Readable], None], failed: Callable[[SafePlanError], None]
    ) -> Job:
        work = functools.partial(_read_text, attachment_id=self._wanted, markup=markup)
        return self.context.background.run(self.picture or self, work, done, failed)

    # ── removing ────────────────────────────────────────────────────────────────────────────────────────────────
    def _ask_remove(self) -> None:
        if self._view is None:
            return
        if not self._view.info.fixed:
            self.context.questions.ask(
                self.tr("Take back this file?"),
                self.tr(
                    "Nothing of it stays, no trace. This can be done until the next opening. It ends earlier when"
                    " something is handed over, or when the four words of the record are to stand for it too."
                ),
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

    def _to_files(self) -> None:
        self.context.go("files", **({"incident_id": self._of_entry} if self._of_entry else {}))

    def _removed(self, fixed: bool) -> None:  # noqa: FBT001
        if self._came_from == "files":
            self._to_files()
        else:
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
            self.context.go("entry", incident_id=view.info.incident_id, back=self._came_from or "happened")
        else:
            self.context.go("happened")


def _load(session: Session, _job: Job, *, attachment_id: str) -> FileView:
    info = attachments.attachment(session.database, attachment_id)
    number = incidents.incident(session.database, info.incident_id).number
    return FileView(info, number, file_notes.file_note(session.database, attachment_id))


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


def _read_text(session: Session, _job: Job, *, attachment_id: str, markup: bool) -> Readable:
    start = attachments.read_range(session.database, attachment_id, 0, MOST_BYTES)
    return readable(start, markup=markup, total=attachments.attachment(session.database, attachment_id).size)


def _note_view(session: Session, _job: Job, *, attachment_id: str) -> None:
    custody.note_view(session.database, session.clock, attachment_id)


def _write_note(session: Session, _job: Job, *, attachment_id: str, words: str, transcript: str) -> None:
    # Taken back or removed while she wrote: there is nothing any more beside which the words could stand.
    with contextlib.suppress(NotThere):
        file_notes.write_file_note(session.database, session.clock, attachment_id, words=words, transcript=transcript)


def _mark(session: Session, job: Job, *, attachment_id: str, private: bool) -> None:
    file_notes.mark_file_private(session.database, session.clock, attachment_id, private=private)
    if not private:
        add_picture(session, job, attachments.attachment(session.database, attachment_id))


def _remove(session: Session, job: Job, *, attachment_id: str, keep_hash: bool) -> bool:
    db = session.database
    fixed = attachments.attachment(db, attachment_id).fixed
    attachments.remove_attachment(db, session.clock, attachment_id, keep_hash=keep_hash, between=job.let_in)
    return fixed
